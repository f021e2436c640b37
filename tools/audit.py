"""Asks what weaknesses are known of the pinned libraries: ``python tools/audit.py`` runs pip-audit over requirements.lock.

Needs the network: pip-audit itself and its database. Where the database cannot be asked this is said aloud, and nothing counts as audited.
Exit code 0: none is known, or nothing could be asked; 1: some are.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Run the audit and say what came of it."""
    uv = str(ROOT / ".uv" / "bin" / "uv")
    command = [uv if Path(uv).exists() else shutil.which("uv") or uv, "tool", "run", "pip-audit"]
    asked = [
        *command,
        "--requirement",
        str(ROOT / "requirements.lock"),
        "--require-hashes",
        "--disable-pip",
        "--format",
        "json",
        "--progress-spinner",
        "off",
    ]
    done = subprocess.run(asked, capture_output=True, text=True)
    try:
        listed = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"audit: NOT MADE: {' '.join(done.stderr.split())[-300:] or 'pip-audit said nothing'}")
        return 0
    unknown = [one for one in listed if "skip_reason" in one]
    weak = [one for one in listed if one.get("vulns")]
    if len(unknown) == len(listed):
        print(
            f"audit: NOT MADE: the database knows none of {len(listed)} libraries here; run it where the index of packages can be reached"
        )
        return 0
    for one in weak:
        print(f"audit: {one['name']} {one['version']}: {', '.join(found['id'] for found in one['vulns'])}")
    print(
        f"audit: {len(listed) - len(unknown)} libraries asked about, {len(weak)} with known weaknesses; not asked: {', '.join(o['name'] for o in unknown) or 'none'}"
    )
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
