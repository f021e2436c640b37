"""Malformed input of one process: python -m rehearsal.fuzzer FOLDER RUNS SEED

atheris (libFuzzer) makes inputs from the seeds of ``rehearsal/seeds.py`` by what they reach in the code; where it is not installed they are
mutated by chance. The first byte chooses what the rest is given to. What is raised but MarsadError is written to faults.jsonl, once for
each place it comes from; how many inputs were made to ``count``.
"""

import json
import random
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

try:
    import atheris
except ImportError:
    atheris = None

if atheris:
    with atheris.instrument_imports(include=["marsad"]):
        import marsad
        from marsad.intake import feed, telegram, warc, work
        from marsad.intake.document import Document, Problem
else:
    import marsad
    from marsad.intake import feed, telegram, warc, work
    from marsad.intake.document import Document, Problem

from rehearsal import seeds

HANGS = 20  # seconds that one input may take, under instrumentation
_LONGEST = 6_000  # bytes of an input
_TOLD = 250  # inputs between two notes of how many


class Failed(Exception):
    """The program's own guard caught what it should have foreseen."""


def page(data: bytes) -> None:
    _outcome(Document(where="input", data=data))


def addresses(data: bytes) -> None:
    for read in (feed.feed, feed.sitemap):
        list(read(data, "https://news.example/"))


def archive(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".warc") as file:
        file.write(data)
        file.flush()
        for found in warc.records(Path(file.name)):
            if isinstance(found, Document):
                _outcome(found)


def messages(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(data)
        file.flush()
        for found in telegram.messages(Path(file.name)):
            if isinstance(found, Document):
                _outcome(found)


def printed(data: bytes) -> None:
    _outcome(Document(where="input", data=data, kind="pdf"))


def line(data: bytes) -> None:
    _outcome(Document(where="input", data=data, kind="line"))


def numbers(data: bytes) -> None:
    for language in ("ar", "en"):
        marsad.quantities(data.decode("utf-8", "replace"), language)


def days(data: bytes) -> None:
    for language in ("ar", "en"):
        marsad.dates(data.decode("utf-8", "replace"), "2020-02-29", language)


def _outcome(document: Document) -> None:
    found = work.outcome(document)
    if isinstance(found, Problem) and found.reason.startswith("marsad failed"):
        try:
            work._outcome(document, False, marsad.reading.read)
        except marsad.MarsadError:
            raise Failed(found.reason) from None


GIVEN: tuple[Callable[[bytes], None], ...] = (page, addresses, archive, messages, printed, line, numbers, days)
"""What input is given to, in the order of the seeds' first byte."""


class Fuzzer:
    """Gives inputs on and notes what went wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.count = folder, 0
        self.known: set[str] = set()

    def __call__(self, data: bytes) -> None:
        """One input."""
        self.count += 1
        if self.count % _TOLD == 0:
            (self.folder / "count").write_text(str(self.count), "ascii")
        if not data:
            return
        given = GIVEN[data[0] % len(GIVEN)]
        try:
            given(data[1:])
        except marsad.MarsadError:
            pass
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            key = f"{given.__name__}: {type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
            if key not in self.known:
                self.known.add(key)
                (self.folder / f"fault-{len(self.known)}").write_bytes(data)
                with (self.folder / "faults.jsonl").open("a", encoding="utf-8") as file:
                    told = {"fault": f"{key}: {error}"[:300], "trace": traceback.format_exc()[-2000:]}
                    file.write(json.dumps(told) + "\n")


def main() -> None:
    """Make so many inputs."""
    folder, runs, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    fuzzer = Fuzzer(folder)
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for number, (kind, data) in enumerate(seeds.every()):
        (corpus / f"seed-{number}").write_bytes(bytes([kind]) + data)
    if atheris:
        arguments = [
            f"-runs={runs}",
            f"-seed={seed}",
            f"-timeout={HANGS}",
            f"-max_len={_LONGEST}",
            "-len_control=0",
            "-rss_limit_mb=4096",
            "-print_final_stats=0",
            "-verbosity=0",
            f"-artifact_prefix={folder}/",
            str(corpus),
        ]
        atheris.Setup([sys.argv[0], *arguments], fuzzer)
        atheris.Fuzz()
        return
    chance, known = random.Random(seed), [path.read_bytes() for path in sorted(corpus.iterdir())]
    for _ in range(runs):
        fuzzer(mutated(chance, chance.choice(known), known))
    (folder / "count").write_text(str(fuzzer.count), "ascii")


def mutated(chance: random.Random, data: bytes, known: list[bytes]) -> bytes:
    """An input changed in a few places: bytes flipped, taken out, doubled, or put in from another."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(1, max(len(made), 2))
        length = chance.randint(1, 16)
        match chance.randrange(5):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[at : at + length] * chance.randint(1, 20)
            case 3:
                other = chance.choice(known)
                begin = chance.randrange(len(other))
                made[at:at] = other[begin : begin + length * 4]
            case _:
                made[at:at] = chance.choice(
                    (b"\x00", b"\xff\xfe", b"<", b'"', b"{", "\u202e".encode(), "٣".encode(), b"9" * 40, b"-1", b"\xed\xa0\x80")
                )
    return bytes(made[:_LONGEST])


if __name__ == "__main__":
    main()
