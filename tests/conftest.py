"""What all tests share: how hypothesis searches, the material beside the repository, the command, and where a store may be made."""

import io
import os
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text
from tests.postbox import Box, at, started

from marsad.cli import run
from marsad.delivery.letter import Server

Marsad = Callable[..., tuple[int, str, str]]

POSTGRESQL = os.environ.get("MARSAD_TEST_DATABASE", "")
"""The address of a PostgreSQL in which each test's store is a schema of its own; else it is an SQLite file."""

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("desk", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=200, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles and suites kept beside the repository, which a clone elsewhere does not have."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared folder of articles and suites is not beside the repository")
    return folder


@pytest.fixture
def marsad(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Marsad:
    """Runs the command with arguments and standard input: its exit code, output and errors."""

    def command(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return command


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where a store may be made: a path, or an address with an archive in a folder of its own.

    A store that is no file has no folder beside it: its archive would lie in the folder the tests are run from.
    """
    if not POSTGRESQL:
        yield str(tmp_path / "marsad.db")
        return
    monkeypatch.setenv("MARSAD_ARCHIVE", str(tmp_path / "own.archive"))
    schema = f"test_{uuid.uuid4().hex}"
    engine = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        yield f"{POSTGRESQL}{'&' if '?' in POSTGRESQL else '?'}options=-csearch_path%3D{schema}"
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()


@pytest.fixture
def box() -> Box:
    """What the mail server of the test was given."""
    return Box()


@pytest.fixture
def server(box: Box) -> Iterator[Server]:
    """A mail server on this machine."""
    controller = started(box)
    yield at(controller)
    controller.stop()
