"""Text that has lost its commas: the names of a row told apart again ("the villages of Tel Amir Asadiyah and Mujbayrah")."""

from marsad.reading.items import Item, Sentence
from marsad.reading.scan import Scanner

_NAMES = frozenset(["CAPITAL", "LEADING", "TOPONYM", "PLACE", "GIVEN"])
_BINDS = frozenset(["LEADING", "TOPONYM"])
"""First words of names that hold the word after them: "Tel", "Umm"."""
_NOUNS = frozenset(["SETTLEMENT", "LANDMARK"])
_GOVERNS = frozenset(["STRUCK", "HIT", "SUFFERED", "TOOK", "TOOK_LAND", "IN", "ON", "AT", "WEAPON"])
_ROW = 3
"""Names from which a run of them is a row, where no plural noun says so."""


def parted(sentence: Sentence, scanner: Scanner) -> Sentence:
    """The sentence with a comma of no width between the names of each row, where it has no comma of its own."""
    if sentence.holds("COMMA") or not sentence.holds("AND"):
        return sentence
    cuts = {at for joint in sentence.where("AND") for at in _cuts(sentence, joint, scanner)}
    if not cuts:
        return sentence
    code = scanner.pack.lexicon.code(frozenset(["COMMA"]))
    items: list[Item] = []
    for at, item in enumerate(sentence.items):
        if at in cuts:
            items.append(Item(code, {"COMMA": ","}, item.start, item.start, item.word, item.word))
        items.append(item)
    return scanner.sentence(sentence.words, items, sentence.number, sentence.paragraph, sentence.in_title)


def _cuts(sentence: Sentence, joint: int, scanner: Scanner) -> list[int]:
    """Where the second and every further name begins in the row that a conjunction closes; none where it closes no row."""
    if not sentence.has_any(joint + 1, *_NAMES):
        return []
    first = joint
    while first and sentence.has_any(first - 1, *_NAMES, *_NOUNS) and not sentence.has_any(first - 1, "SEVERAL", "STATE"):
        first -= 1
    starts = _starts(sentence, first, joint, scanner.pack.book.leading)
    before = first - 1 if not sentence.has(first - 1, "FROM") else first - 2
    if sentence.has(before, "SEVERAL"):
        return starts[1:]
    return starts[1:] if len(starts) >= _ROW - 1 and sentence.has_any(first - 1, *_GOVERNS) else []


def _starts(sentence: Sentence, first: int, last: int, leading: frozenset[str]) -> list[int]:
    """The items that begin a name: a noun goes with the name before it, a name with an article with the one word before it that has none."""
    out: list[int] = []
    for at in range(first, last):
        article = sentence.words.words[sentence.items[at].word] in leading
        held = at > first and (
            sentence.has_any(at - 1, *_BINDS) or (article and out[-1] == at - 1 and not _has_article(sentence, at - 1, leading))
        )
        if not held and not (at > first and sentence.has_any(at, *_NOUNS) and not sentence.has_any(at, "CAPITAL", "PLACE")):
            out.append(at)
    return out


def _has_article(sentence: Sentence, at: int, leading: frozenset[str]) -> bool:
    return sentence.words.words[sentence.items[at].word] in leading or sentence.has(at, "PLACE")
