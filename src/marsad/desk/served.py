"""A desk served by several processes, each with the store open for itself; what they must agree on is in the store or in a file they share."""

import gc
import multiprocessing
import os
import pickle
import signal
import threading
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from fastapi import FastAPI

from marsad.desk.app import create_app, must_be_built
from marsad.desk.limits import Buckets
from marsad.desk.settings import Settings
from marsad.store.store import Store

_GIVEN = "MARSAD_DESK"  # the environment variable by which the desk's processes are told where stands what they serve
_DESK = "desk"
_YOUNG = 20_000  # objects after which garbage is looked for: a page makes some thousands, and looking through the gazetteer takes 0.1 s


def cores() -> int:
    """The processor cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def serve(where: str, settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve a desk until it is interrupted."""
    must_be_built()
    with TemporaryDirectory(prefix="marsad-desk-") as folder:
        (Path(folder) / _DESK).write_bytes(
            pickle.dumps((where, settings))
        )  # it may hold a password: the folder is its owner's alone
        os.environ[_GIVEN] = folder
        uvicorn.run(
            "marsad.desk.served:application", factory=True, host=host, port=port, workers=workers, log_level="warning", access_log=False
        )  # fmt: skip


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
