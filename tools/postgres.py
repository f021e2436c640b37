"""Run a command beside a PostgreSQL of its own: python tools/postgres.py COMMAND …

The database is made in a temporary folder, listens on a free port of this machine only, and is taken away when the command has
ended; the command finds its address in MARSAD_TEST_DATABASE. Where that is set already, the command runs with it as it is.
Needed are PostgreSQL's own programs (Debian: apt install postgresql); as root they run as the user postgres, since they refuse root.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ADDRESS = "MARSAD_TEST_DATABASE"
_USER = "postgres"
_SETTINGS = {
    "fsync": "off",  # what is tested is what is kept, not what a loss of power takes
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "shared_buffers": "64MB",
}


def programs() -> Path | None:
    """The folder of PostgreSQL's programs: that of initdb on the path, else of the latest version in Debian's place."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL that runs: its address, and the command that controls it."""

    address: str
    control: tuple[str, ...]
    home: Path

    def restart(self, mode: str = "fast") -> None:
        """Stop it and start it again. ``mode`` is pg_ctl's: "fast" ends what is under way, "immediate" is as if it had crashed."""
        subprocess.run([*self.control, "-m", mode, "restart"], check=True, cwd=self.home, stdout=subprocess.DEVNULL)


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A PostgreSQL that runs while the context lasts; ``folder`` holds its programs."""
    home = Path(tempfile.mkdtemp(prefix="marsad-postgres-"))
    as_user = ["runuser", "-u", _USER, "--"] if os.getuid() == 0 else []
    if as_user:
        shutil.chown(home, _USER)
    data, log, port = home / "data", home / "log", _free_port()
    options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    options += f" -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={home}"
    control = [*as_user, str(folder / "pg_ctl"), "-D", str(data), "-w", "-s", "-l", str(log)]
    try:
        subprocess.run(
            [*as_user, str(folder / "initdb"), "-D", str(data), "-U", _USER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N", "-k"],
            check=True, stdout=subprocess.DEVNULL, cwd=home,
        )  # fmt: skip
        subprocess.run([*control, "-o", options, "start"], check=True, cwd=home)
        try:
            yield Server(f"postgresql+psycopg://{_USER}@127.0.0.1:{port}/postgres", tuple(control), home)
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=False, cwd=home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def main(command: Sequence[str]) -> int:
    """Run the command; its exit code, or 2 with a line on what is missing."""
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    if os.environ.get(ADDRESS):
        return subprocess.run(command).returncode
    folder = programs()
    if folder is None:
        print(
            f"tests on PostgreSQL need its programs (Debian: apt install postgresql), or {ADDRESS}=postgresql+psycopg://…",
            file=sys.stderr,
        )
        return 2
    with running(folder) as server:
        return subprocess.run(command, env=os.environ | {ADDRESS: server.address}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
