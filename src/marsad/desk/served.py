"""A desk served by several processes, each with the store open for itself; what they must agree on is in the store or in a file they share."""

import gc
import multiprocessing
import os
import pickle
import signal
import socket
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from fastapi import FastAPI

from marsad.desk.app import create_app, must_be_built
from marsad.desk.limits import Buckets
from marsad.desk.settings import Settings
from marsad.model import MarsadError
from marsad.store.store import Store

_GIVEN = "MARSAD_DESK"  # the environment variable by which the desk's processes are told where stands what they serve
_DESK = "desk"
_EVERY = 0.1  # seconds between two looks at whether the desk answers
_YOUNG = 20_000  # objects after which garbage is looked for: a page makes some thousands, and looking through the gazetteer takes 0.1 s


def cores() -> int:
    """The processor cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def serve(where: str, settings: Settings, host: str, port: int, workers: int, tell: Callable[[], None]) -> None:
    """Serve a desk until it is interrupted; ``tell`` is called once it answers. Raises MarsadError where it cannot be listened there."""
    must_be_built()
    _must_be_free(host, port)
    threading.Thread(target=_once_open, args=(host, port, tell), daemon=True).start()
    with TemporaryDirectory(prefix="marsad-desk-") as folder:
        (Path(folder) / _DESK).write_bytes(
            pickle.dumps((where, settings))
        )  # it may hold a password: the folder is its owner's alone
        os.environ[_GIVEN] = folder
        uvicorn.run(
            "marsad.desk.served:application", factory=True, host=host, port=port, workers=workers, log_level="warning", access_log=False
        )  # fmt: skip


def _must_be_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(
            socket.SOL_SOCKET, socket.SO_REUSEADDR, 1
        )  # as the server's own is: what it was last served from still closes
        try:
            tried.bind((host, port))
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise MarsadError(f"the desk cannot be served at {host}:{port} ({why}): give another --port or --host") from None


def _once_open(host: str, port: int, tell: Callable[[], None]) -> None:
    """Call ``tell`` when somebody listens: the processes that answer take seconds to begin."""
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    while True:
        try:
            socket.create_connection((reached, port), timeout=_EVERY).close()
            break
        except OSError:
            time.sleep(_EVERY)
    tell()


def application() -> FastAPI:
    """The desk of one process."""
    _end_with_its_parent()
    folder = Path(os.environ[_GIVEN])
    where, settings = pickle.loads((folder / _DESK).read_bytes())
    made = create_app(Store(where), settings, Buckets(str(folder / "limits.db")))
    gc.collect()
    gc.freeze()  # what every page uses is never garbage
    gc.set_threshold(_YOUNG)
    return made


def _end_with_its_parent() -> None:
    """End this process once the one that began it is there no longer, however that ended: the port would stay taken."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os.kill(os.getpid(), signal.SIGTERM)
