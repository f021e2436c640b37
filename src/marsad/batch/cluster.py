"""Calls on a Dask cluster, or on Dask workers of this machine; needs the extra ``marsad[cluster]``.

A worker makes each call in a process of its own (``apart``), so what a document does to its process does nothing to the worker. A worker
that is lost with its host has its calls made elsewhere by the scheduler; a call with which worker after worker is lost is ``Lost``.
"""

import logging
import multiprocessing
import re
from concurrent.futures import CancelledError
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from types import TracebackType
from typing import Any, cast

from distributed import Client, Future, KilledWorker, LocalCluster, Worker, WorkerPlugin, get_worker

from marsad.batch.apart import Apart, Call, Lost
from marsad.intake.chunk import Limits
from marsad.model import MarsadError
from marsad.version import VERSION

_LOCAL = re.compile(r"local:([1-9]\d*)")
_REMOTE = re.compile(r"(?:tcp|tls)://\S+:\d+")
_WAIT = 30
"""Seconds that a cluster may take to answer, and its first worker to come."""


class Hands(WorkerPlugin):
    """The processes that a worker has for one client, one for each of its threads; a worker that joins later gets them too."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self._limits = limits
        self.apart: Apart | None = None

    def setup(self, worker: Worker) -> None:
        """Called when the plugin comes to a worker."""
        here = multiprocessing.current_process()
        if here.daemon:  # as a worker under a nanny is; it may have no children then, and the nanny ends it all the same
            here.daemon = False
        self.apart = Apart(worker.state.nthreads, self._limits)

    def teardown(self, worker: Worker) -> None:
        """Called when the worker ends."""
        if self.apart is not None:
            self.apart.close()


def made(call: Call, name: str) -> Any:
    """Make a call on the worker this runs on: what it returned, a ``Lost``, or the exception it raised, not raised again."""
    hands = cast(Hands, get_worker().plugins[name])
    assert hands.apart is not None
    done, found = Event(), []

    def end(value: Any) -> None:
        found.append(value)
        done.set()

    hands.apart.start(call, end)
    done.wait()
    return found[0]


class Cluster:
    """The workers of a cluster, each thread of which makes one call at a time."""

    def __init__(self, client: Client, limits: Limits, stack: ExitStack) -> None:
        self._client, self._stack = client, stack
        self._name = f"marsad-{client.id}"
        client.register_plugin(Hands(self._name, limits))
        self._done: SimpleQueue[int] = SimpleQueue()
        self._held: dict[int, Future[Any]] = {}
        self._calls = 0

    @property
    def workers(self) -> int:
        """Threads of all workers at this moment."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._client.status == "running":
            self._client.cancel(list(self._held.values()))
            self._client.unregister_worker_plugin(self._name)
        self._stack.close()

    def submit(self, number: int, call: Call) -> None:
        """See ``engine.Engine``."""
        self._calls += 1
        name = f"{call.function.__name__}-{self._client.id}-{self._calls}"
        future = self._held[number] = self._client.submit(made, call, self._name, key=name, pure=False)
        future.add_done_callback(lambda _: self._done.put(number))

    def next(self) -> tuple[int, Any]:
        """See ``engine.Engine``."""
        number = self._done.get()
        future = self._held.pop(number)
        try:
            found = future.result()
        except KilledWorker:
            return number, Lost("every worker that read it was lost")
        except CancelledError as error:
            found = error
        except Exception as error:
            return number, error
        if self._client.status != "running":
            raise MarsadError("the cluster was lost: give the same again to go on where it was")
        return number, Lost("its worker was closed") if isinstance(found, CancelledError) else found


def connect(name: str, limits: Limits, folder: str) -> Cluster:
    """A cluster by its scheduler's address, or ``local:N``, whose workers see the folder of the batch.

    Raises MarsadError when there is none, or when it cannot do the work.
    """
    here = _LOCAL.fullmatch(name)
    if not here and not _REMOTE.fullmatch(name):
        raise MarsadError(f"--cluster {name} names no cluster: write it as tcp://HOST:PORT or local:N")
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it warns of is said by us where it matters
    with ExitStack() as stack:
        if here:  # scheduler and workers are threads of this process: what is heavy is done in the processes of ``apart``
            place: Any = stack.enter_context(
                LocalCluster(
                    n_workers=int(here[1]),
                    threads_per_worker=1,
                    processes=False,
                    memory_limit=0,
                    dashboard_address=None,
                    scheduler_kwargs={"dashboard_address": ":0"},  # what is served beside the dashboard too wants a port
                )
            )
        else:
            place = name
        try:
            client = stack.enter_context(Client(place, timeout=_WAIT))
            client.wait_for_workers(1, timeout=_WAIT)
        except (OSError, TimeoutError) as error:
            raise MarsadError(f"the cluster {name} does not answer, or has no worker: {error or 'time-out'}") from error
        Path(folder).mkdir(parents=True, exist_ok=True)
        _fit(client, str(Path(folder).absolute()))
        return Cluster(client, limits, stack.pop_all())


def _fit(client: Client, folder: str) -> None:
    """Raise MarsadError unless every worker has this version of Marsad and sees the folder."""
    for address, (version, seen) in client.run(_looked, folder).items():
        if version != VERSION:
            raise MarsadError(f"the worker {address} has Marsad {version} and this is {VERSION}: install the same on all")
        if not seen:
            raise MarsadError(f"the worker {address} sees no folder {folder}: name one that all workers share")


def _looked(folder: str) -> tuple[str, bool]:
    return VERSION, Path(folder).is_dir()
