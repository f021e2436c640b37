"""How long an export of many claims takes, and in how much memory: python -m benchmarks.exporting STORE [FORMAT …]

STORE is a file of SQLite's, such as ``python -m benchmarks.desk --store FILE`` fills. Each format is written by the command in a process of its own,
whose peak memory the system tells. MOST is what an export of any size may take.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MOST = 400  # MB


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("formats", nargs="*", default=["csv", "parquet"])
    given = parser.parse_args()
    print("| format | rows | seconds | peak memory, MB | file, MB |\n|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        for name in given.formats:
            out = Path(folder) / f"out.{name}"
            command = [sys.executable, "-m", "marsad", "export", name, "-o", str(out), "--store", str(given.store)]
            begun = time.monotonic()
            process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            said = process.stdout.read() if process.stdout else ""
            _, status, used = os.wait4(process.pid, 0)
            if status:
                raise SystemExit(f"marsad export {name} failed")
            memory = used.ru_maxrss / 1024
            over = " (over)" if memory > MOST else ""
            print(
                f"| {name} | {said.split(' rows')[0]} | {time.monotonic() - begun:.0f} | {memory:.0f}{over} | {out.stat().st_size / 1e6:,.0f} |"
            )


if __name__ == "__main__":
    main()
