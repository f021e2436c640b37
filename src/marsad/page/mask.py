"""Which stretches of a text are page furniture: the lines of the table, what they open, menus, tails and repeats.

The text itself stays as it came. A false mask loses a claim and a missed one makes a false claim, so a line is masked for what it
says, and for where it stands only when it is one of several and the report around it writes in sentences.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from marsad.page.furniture import TABLE, Furniture
from marsad.text import key

_LONG = 140  # characters; the headlines of related reports stay under it, a paragraph seldom does
_SENTENCE = 40  # characters; a line that ends with a stop and is longer is a sentence of the report
_READ = 170  # characters; nothing of the table but a credited caption is longer
_BRIEF = 60  # characters; a longer line is read only for its first word or for a mark of the table
_OPENING = 24
_WORTH = re.compile("[|(©@#:/>»\u2160-\u2188\ue000-\uf8ff]")
_DATED = re.compile("[|(©@#:/>»\u2160-\u2188\ue000-\uf8ff0-9٠-٩]")
_DATE_LINE = 90
_CREDITED = re.compile("[|(©]")
_FIRST = re.compile(r"\w+")
_HEADLINE = 130
_CLOSING = " \t\r\"”»)'’]\u200e\u200f"
_STOPS = frozenset(".!?؟")
_EDGE = re.compile(r"^[^\w(«\"©#+—–-]+|[^\w)»\"+-]+$")
_GLYPH = re.compile(r"^[\s\u200e\u200f]*[\u2160-\u2188\ue000-\uf8ff\U0001f4f7\U0001f4f8\U0001f3a5]\s*")
_LISTED = re.compile(r"^\s*(?:[-–•*▪●■]|[0-9٠-٩]+\s*[-.):])")
_AND = re.compile(
    r"^\s*و(?!اشنطن|زي?ر|زار|فا[ةت]|كال|قف|صول|فد|حد|ضع|ثائق|سط|سائل|ساط|فق|رش|لي|لا|طن|جه|عي|قع|قائ|ديع|ائل|ليد)\w{3}"
)


class _Line(NamedTuple):
    start: int
    end: int
    text: str


class _Gapped(NamedTuple):
    """A kind's wordings that begin with one word, as a pattern."""

    shape: re.Pattern[str]
    kind: Furniture


class _Shape(NamedTuple):
    """A kind's pattern and the lines it is for."""

    shape: re.Pattern[str]
    longest: int
    marks: re.Pattern[str] | None
    kind: Furniture


@dataclass(frozen=True, slots=True)
class _Ready:
    """The table made ready: whole lines by look-up, wordings with a gap by their first word, the rest by pattern."""

    whole: dict[str, Furniture]
    gapped: dict[str, list[_Gapped]]
    shapes: list[_Shape]


def _bare(line: str) -> str:
    """A line folded, without the marks at its ends."""
    return _EDGE.sub("", key(line)).strip()


def _wording(said: str) -> str:
    """A wording as a pattern over folded text: ``…`` anything, ``#`` a number."""
    parts = [re.escape(key(part)).replace(r"\#", "[0-9][0-9.,]*") for part in said.split("…")]
    return r"[\s:]*.{0,150}?[\s:]*".join(parts)


def _first(bare: str) -> str:
    """A line's first word, "#" for a number."""
    word = _FIRST.match(bare)
    return ("#" if word.group()[0].isdecimal() else word.group()) if word else ""


def _ready(table: tuple[Furniture, ...]) -> _Ready:
    whole: dict[str, Furniture] = {}
    gapped: dict[str, list[_Gapped]] = {}
    shapes: list[_Shape] = []
    for kind in table:
        by_word: dict[str, list[str]] = {}
        for said in kind.wordings:
            if "…" in said or "#" in said:
                by_word.setdefault("#" if said[0] == "#" else _first(key(said)), []).append(_wording(said))
            else:
                whole.setdefault(_bare(said), kind)
        for word, wordings in by_word.items():
            gapped.setdefault(word, []).append(_Gapped(re.compile("|".join(wordings)), kind))
        if kind.pattern:
            marks = re.compile(f"[{re.escape(kind.marks)}]") if kind.marks else None
            shapes.append(_Shape(re.compile(kind.pattern), kind.longest, marks, kind))
    return _Ready(whole, gapped, sorted(shapes, key=lambda shape: shape.longest))


_READY = _ready(TABLE)
_CAPTION = next(kind for kind in TABLE if kind.name == "caption")


def kind_of(line: str) -> Furniture | None:
    """The kind of furniture a line is by what it says, or None."""
    size = len(line)
    if size > _READ and (size > 2 * _READ or _stops(line) or not _CREDITED.search(line)):
        return None
    if (
        size > _BRIEF
        and not (_DATED if size <= _DATE_LINE else _WORTH).search(line)
        and _first(key(line[:_OPENING])) not in _READY.gapped
    ):
        return None
    bare = _bare(line)
    found = _READY.whole.get(bare) or _gapped(bare) or _shaped(bare)
    if found is None and (not bare or (_GLYPH.match(line) and not _stops(line))):
        return _CAPTION
    return found


def _gapped(bare: str) -> Furniture | None:
    return next((kind for shape, kind in _READY.gapped.get(_first(bare), ()) if shape.fullmatch(bare)), None)


def _shaped(bare: str) -> Furniture | None:
    """The kind whose pattern a folded line fits, of those that are for lines of its length and marks."""
    size = len(bare)
    for shape, longest, marks, kind in _READY.shapes:
        if size <= longest and (marks is None or marks.search(bare)) and shape.fullmatch(bare):
            return kind
    return None


@dataclass(frozen=True, slots=True)
class Survey:
    """The lines of a text that hold something, the kind of furniture each is (or None), and the stretches to hide."""

    lines: list[str]
    kinds: list[Furniture | None]
    masked: tuple[tuple[int, int], ...]


def mask(text: str) -> tuple[tuple[int, int], ...]:
    """The [start, end) stretches of ``text`` that are furniture, in characters, in order, none touching another."""
    return survey(text).masked


def survey(text: str, known: frozenset[str] = frozenset()) -> Survey:
    """The lines of a text, their kinds and what to hide. ``known`` are lines its page has as captions or links."""
    lines = _lines(text)
    kinds = [kind_of(line.text) for line in lines]
    said = [line.text for line in lines]
    if len(lines) < 2:
        return Survey(said, kinds, ())
    hidden = [kind is not None for kind in kinds]
    if kinds[0] is _CAPTION and not _is_same(said[0], said[1]):
        hidden[0] = bool(_GLYPH.match(said[0]))
    if known:
        hidden = [gone or " ".join(line.split()) in known for gone, line in zip(hidden, said, strict=True)]
    full = [not gone and _is_full(line) for gone, line in zip(hidden, said, strict=True)]
    _hide_opened(said, kinds, full, hidden)
    _hide_repeats(said, hidden)
    _hide_menus(said, full, hidden)
    _hide_tail(said, full, hidden, kinds)
    for at in range(1, len(hidden)):
        if hidden[at] and _is_value(said[at - 1], said[at]):
            hidden[at] = False
    return Survey(said, kinds, _spans(lines, hidden))


def _lines(text: str) -> list[_Line]:
    """The lines that hold something, with where they begin and end in the text."""
    out = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            out.append(_Line(start, end, line))
        start = end + 1
    return out


def _is_value(label: str, line: str) -> bool:
    """Whether a line is the figure of the label that the line before it ends with: "عدد الإصابات:", then "174,310"."""
    return label.rstrip().endswith(":") and line.strip()[:1].isdecimal() and not any(c.isalpha() for c in line)


def _is_full(line: str) -> bool:
    """Whether a line is a sentence or a paragraph of a report, for its length and its stop."""
    return len(line) >= _LONG or (len(line) >= _SENTENCE and _last(line) == "." and not line.rstrip(_CLOSING).endswith(".."))


def _last(line: str) -> str:
    """The last character of a line before what closes a quotation."""
    return line.rstrip(_CLOSING)[-1:]


def _stops(line: str) -> bool:
    return _last(line) in _STOPS


def _is_same(line: str, other: str) -> bool:
    """Whether two lines begin with the same words: a picture's title beside the headline it was made from."""
    return key(line)[:30] == key(other)[:30]


def _hide_opened(lines: list[str], kinds: list[Furniture | None], full: list[bool], hidden: list[bool]) -> None:
    """Hide what a heading opens: the neighbour's headline, or the list up to where the report resumes.

    A sentence that stands in the text twice is a list's, shown beside and below, and resumes nothing.
    """
    times = Counter(lines)
    open_ = ""
    for i, kind in enumerate(kinds):
        if kind is not None:
            open_ = kind.opens or open_
        elif open_ == "line":
            hidden[i] = True
            full[i] = False
            open_ = ""
        elif open_ == "block":
            if full[i] and (times[lines[i]] == 1 or len(lines[i]) >= _LONG):
                open_ = ""
            else:
                hidden[i] = True
                full[i] = False


def _hide_repeats(lines: list[str], hidden: list[bool]) -> None:
    """Hide a line that repeats an earlier one word for word."""
    seen: set[str] = set()
    for i, line in enumerate(lines):
        said = line.strip()
        if said in seen and len(said) > 12:
            hidden[i] = True
        seen.add(said)


def _hide_menus(lines: list[str], full: list[bool], hidden: list[bool]) -> None:
    """Hide runs of four lines and more of one to three bare words before the first sentence."""
    run: list[int] = []
    for i, line in enumerate(lines):
        if full[i]:
            break
        if hidden[i]:
            continue
        if len(line.split()) <= 3 and not any(c.isdecimal() or c in ":.«" for c in line):
            run.append(i)
            continue
        if len(run) >= 4:
            break
        run = []
    if len(run) >= 4:
        for i in run:
            hidden[i] = True


def _hide_tail(lines: list[str], full: list[bool], hidden: list[bool], kinds: list[Furniture | None]) -> None:
    """Hide the headlines and tags after the last sentence: three and more, or two before a list that the table knows."""
    last = max((i for i, sentence in enumerate(full) if sentence and not hidden[i]), default=-1)
    if last < 0 or not _writes_stops(lines, hidden, last):
        return
    loose = [i for i in range(last + 1, len(lines)) if not hidden[i]]
    before_list = any((kind := kinds[i]) is not None and kind.opens for i in range(last + 1, len(lines)))
    if len(loose) < (2 if before_list else 3):
        return
    if any(lines[i].rstrip().endswith(":") for i in (last, *loose)):
        return
    if all(_is_headline(lines[i]) for i in loose):
        for i in loose:
            hidden[i] = True


def _is_headline(line: str) -> bool:
    """Whether a line may be another report's headline or a tag: no stop, no "and …", not an item of a list."""
    if len(line) > _HEADLINE or _LISTED.match(line) or _AND.match(line):
        return False
    return not _is_full(line)


def _writes_stops(lines: list[str], hidden: list[bool], last: int) -> bool:
    """Whether the report ends its paragraphs with stops, so that a line without one stands out."""
    paragraphs = [line for i, line in enumerate(lines[: last + 1]) if not hidden[i] and len(line) >= 100]
    return 2 * sum(_stops(line) for line in paragraphs) >= len(paragraphs)


def _spans(lines: list[_Line], hidden: list[bool]) -> tuple[tuple[int, int], ...]:
    """The hidden lines as spans, neighbours joined."""
    out: list[tuple[int, int]] = []
    joined = False
    for line, gone in zip(lines, hidden, strict=True):
        if gone:
            if joined:
                out[-1] = (out[-1][0], line.end)
            else:
                out.append((line.start, line.end))
        joined = gone
    return tuple(out)
