"""The commands of a document, run as a reader would type them.

A fenced block ``console`` holds commands after "$ ", their further lines after "> ", and under each what it prints, if it is shown. In what is
shown "…" stands for anything in a line, and alone on a line for any lines. A command that says "Ctrl-C ends it" is let run until what it
serves answers, and then gets Ctrl-C. All commands of a document are typed into one shell, one after the other.
"""

import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PORT = 8000
"""The desk's port in the documents; a walk may put a free one in its place."""
_WAIT = 120  # seconds in which what is served must answer
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """A command as it is typed, and what is shown of its output; "" where nothing is."""

    command: str
    shown: str

    @property
    def serves(self) -> bool:
        """Whether the command goes on until it is ended."""
        return "Ctrl-C ends it" in self.command

    def agrees(self, printed: str) -> bool:
        """Whether what was printed is what is shown."""
        if not self.shown:
            return True
        lines = [re.escape(line.rstrip()).replace("…", ".*") for line in self.shown.splitlines()]
        pattern = "".join(r"(?:.*\n)*?" if line == ".*" else f"{line}\n" for line in lines)
        return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in printed.rstrip().splitlines())) is not None


def steps(document: str) -> Iterator[Step]:
    """The commands of a document, in order."""
    for block in _BLOCK.findall(document):
        command, shown = "", list[str]()
        for line in block.splitlines():
            if line.startswith("$ "):
                if command:
                    yield Step(command, "\n".join(shown))
                command, shown = line[2:], []
            elif line.startswith("> ") or line == ">":
                command += f"\n{line[2:]}"
            else:
                shown.append(line)
        if command:
            yield Step(command, "\n".join(shown))


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Shell:
    """A shell that stands in ``folder``; ``replaced`` is put in the place of parts of commands and of what is shown."""

    def __init__(self, folder: Path, environment: Mapping[str, str], replaced: Mapping[str, str]) -> None:
        self.replaced = replaced
        self._folder, self._environment = str(folder), dict(environment)
        self._bash = subprocess.Popen(
            ["bash", "--norc"], cwd=folder, env=self._environment, text=True, start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def __enter__(self) -> "Shell":
        return self

    def __exit__(self, *fault: object) -> None:
        """End the shell and whatever was started in it and still runs."""
        with suppress(ProcessLookupError):
            os.killpg(self._bash.pid, signal.SIGKILL)
        for pipe in (self._bash.stdin, self._bash.stdout):
            if pipe:
                pipe.close()
        self._bash.wait()

    def walk(self, document: str) -> int:
        """Type every command of a document; how many they were. AssertionError for one that fails or prints something else than is shown."""
        count = 0
        for step in steps(self.put(document)):
            count += 1
            if step.serves:
                self.serve(step.command)
                continue
            code, printed = self.type(step.command)
            assert code == 0, f"$ {step.command}\nended with {code}:\n{printed}"
            assert step.agrees(printed), f"$ {step.command}\nprinted\n{printed}\nand the document shows\n{step.shown}"
        return count

    def put(self, text: str) -> str:
        """The text with what is replaced replaced."""
        for old, new in self.replaced.items():
            text = text.replace(old, new)
        return text

    def type(self, command: str) -> tuple[int, str]:
        """Type one command and wait for it: its exit code and all it printed."""
        assert self._bash.stdin
        assert self._bash.stdout
        self._bash.stdin.write(f"{{\n{command}\n}} </dev/null\nprintf '\\n=== %s\\n' $?\n")
        self._bash.stdin.flush()
        printed = list[str]()
        for line in self._bash.stdout:
            if end := re.fullmatch(r"=== (\d+)\n", line):
                return int(end[1]), "".join(printed).removesuffix("\n")
            printed.append(line)
        raise AssertionError(f"$ {command}\nended the shell:\n{''.join(printed)}")

    def serve(self, command: str) -> None:
        """Start a command that serves, wait until its address answers, and end it as Ctrl-C does."""
        _, where = self.type('pwd; echo "$PATH"')
        folder, path = where.split("\n")[:2]
        port = int(self.put(str(PORT)))
        served = subprocess.Popen(
            ["bash", "--norc", "-c", command], cwd=folder, env={**self._environment, "PATH": path}, text=True, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            end = time.monotonic() + _WAIT
            while not answers(port):
                assert served.poll() is None, f"$ {command}\nended before it answered:\n{served.stdout and served.stdout.read()}"
                assert time.monotonic() < end, f"$ {command}\ndid not answer in {_WAIT} s"
                time.sleep(0.2)
        finally:
            os.killpg(served.pid, signal.SIGINT)
            served.communicate(timeout=20)


def answers(port: int) -> bool:
    """Whether a page is to be had at a port of this machine."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
            return answer.status == 200
    except OSError:
        return False
