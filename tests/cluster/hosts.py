"""Hosts of a cluster on one machine: network namespaces, each with a cable to a switch of the test's; where the machine refuses them,
processes that share its loopback."""

import ctypes
import fcntl
import os
import select
import shutil
import signal
import struct
import subprocess
import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

Process = subprocess.Popen[bytes]


class Hosts(Protocol):
    """Hosts by number, of which 0 has the scheduler."""

    kind: str

    def address(self, host: int) -> str:
        """Its IP address."""

    def start(self, host: int, command: Sequence[str]) -> Process:
        """Start a program on it."""

    def lose(self, host: int) -> None:
        """The host is gone at once, with all that runs on it."""

    def cut(self, host: int) -> None:
        """The host runs on and hears nothing, nor is it heard."""

    def mend(self, host: int) -> None:
        """It hears and is heard again."""


class Switch:
    """Carries Ethernet frames between the TAP devices of namespaces, but to and from those that are cut off.

    A bridge and veth pairs would do the same where the kernel has them; TAP devices are found in more kernels.
    """

    _TUNSETIFF, _TAP, _PLAIN, _NEWNET = 0x400454CA, 0x0002, 0x1000, 0x40000000  # linux/if_tun.h, linux/sched.h
    _LONGEST = 65_536

    def __init__(self, namespaces: Sequence[str]) -> None:
        self.cut: set[int] = set()
        self._ports = [self._port(name) for name in namespaces]
        self._over, self._ended = os.pipe()
        self._thread = threading.Thread(target=self._carry, daemon=True)
        self._thread.start()

    def close(self) -> None:
        os.write(self._ended, b".")
        self._thread.join()
        for port in (*self._ports, self._over, self._ended):
            os.close(port)

    def _port(self, name: str) -> int:
        """The device "net" of a namespace, opened by a thread that goes in there and ends."""
        opened: list[int] = []

        def go() -> None:
            with Path(f"/run/netns/{name}").open() as file:
                if ctypes.CDLL(None, use_errno=True).setns(file.fileno(), self._NEWNET):
                    return
            port = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            fcntl.ioctl(port, self._TUNSETIFF, struct.pack("16sH22x", b"net", self._TAP | self._PLAIN))
            opened.append(port)

        thread = threading.Thread(target=go)
        thread.start()
        thread.join()
        return opened[0]

    def _carry(self) -> None:
        while True:
            ready, _, _ = select.select([*self._ports, self._over], [], [])
            if self._over in ready:
                return
            for port in ready:
                with suppress(OSError):
                    frame = os.read(port, self._LONGEST)
                    self._pass_on(self._ports.index(port), frame)

    def _pass_on(self, source: int, frame: bytes) -> None:
        if source in self.cut:
            return
        for target, port in enumerate(self._ports):
            if target != source and target not in self.cut:
                with suppress(OSError):  # a device whose queue is full drops frames, as cables do
                    os.write(port, frame)


class Namespaces:
    """A namespace a host, with a device on a switch of this process; nothing of it touches the machine's own network."""

    kind = "network namespaces"

    def __init__(self, count: int) -> None:
        mark = uuid.uuid4().hex[:6]
        self._names = [f"marsad-{mark}-{host}" for host in range(count)]
        self._started: list[Process] = []
        for host, name in enumerate(self._names):
            _ip("netns", "add", name)
            _ip("-n", name, "tuntap", "add", "dev", "net", "mode", "tap")
            _ip("-n", name, "addr", "add", f"{self.address(host)}/24", "dev", "net")
        self._switch = Switch(self._names)
        for name in self._names:
            for device in ("lo", "net"):
                _ip("-n", name, "link", "set", device, "up")

    def address(self, host: int) -> str:
        return f"10.77.0.{host + 1}"

    def start(self, host: int, command: Sequence[str]) -> Process:
        self._started.append(subprocess.Popen(["ip", "netns", "exec", self._names[host], *command], start_new_session=True))
        return self._started[-1]

    def lose(self, host: int) -> None:
        self.cut(host)
        while pids := _ip("netns", "pids", self._names[host]).split():
            for pid in map(int, pids):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    def cut(self, host: int) -> None:
        self._switch.cut.add(host)

    def mend(self, host: int) -> None:
        self._switch.cut.discard(host)

    def close(self) -> None:
        """All of it is gone again."""
        for host in range(len(self._names)):
            self.lose(host)
        for process in self._started:
            process.wait()
        self._switch.close()
        for name in self._names:
            _ip("netns", "del", name)


class Processes:
    """A group of processes a host, all on the loopback: one that is cut off is stopped, which its peers see as silence."""

    kind = "processes on the loopback, since network namespaces are refused here"

    def __init__(self, count: int) -> None:
        self._running: dict[int, list[Process]] = {host: [] for host in range(count)}

    def address(self, host: int) -> str:
        return f"127.0.0.{host + 1}"

    def start(self, host: int, command: Sequence[str]) -> Process:
        process = subprocess.Popen(command, start_new_session=True)
        self._running[host].append(process)
        return process

    def lose(self, host: int) -> None:
        self._signal(host, signal.SIGKILL)

    def cut(self, host: int) -> None:
        self._signal(host, signal.SIGSTOP)

    def mend(self, host: int) -> None:
        self._signal(host, signal.SIGCONT)

    def close(self) -> None:
        """All of it is gone again."""
        for host, own in self._running.items():
            self.lose(host)
            for process in own:
                process.wait()

    def _signal(self, host: int, sign: signal.Signals) -> None:
        for process in self._running[host]:
            if process.poll() is None:
                os.killpg(process.pid, sign)


@contextmanager
def hosts(count: int) -> Iterator[Hosts]:
    """So many hosts, in namespaces where the machine gives them."""
    made = Namespaces(count) if allowed() else Processes(count)
    try:
        yield made
    finally:
        made.close()


def allowed() -> bool:
    """Whether network namespaces with devices of their own may be made here."""
    if shutil.which("ip") is None or not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        return False
    name = f"marsad-{uuid.uuid4().hex[:6]}-try"
    if subprocess.run(["ip", "netns", "add", name], capture_output=True).returncode != 0:
        return False
    device = ["ip", "-n", name, "tuntap", "add", "dev", "net", "mode", "tap"]
    try:
        return subprocess.run(device, capture_output=True).returncode == 0
    finally:
        _ip("netns", "del", name)


def _ip(*arguments: str) -> str:
    return subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True).stdout
