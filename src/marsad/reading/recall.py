"""Names an article has introduced, known again where they stand alone: "مدينة الباب", then "الباب"."""

from collections.abc import Sequence

from marsad.reading.items import Item, Named, Sentence
from marsad.reading.scan import Scanner

_INTRODUCE = frozenset(["town", "village", "quarter", "camp", "district"])
_PLAIN = frozenset(["WORD", "DEFINITE"])


def recalled(sentences: Sequence[Sentence], scanner: Scanner) -> list[Sentence]:
    """The sentences with plain words made places where the article names a place so after the noun of a settlement."""
    bit = scanner.pack.lexicon.bit("SETTLEMENT")
    capitals = scanner.pack.book.capitals
    known: dict[str, tuple[str, ...]] = {}
    for sentence in sentences:
        if not sentence.mask & bit:
            continue
        for i in sentence.where("SETTLEMENT"):
            senses = sentence.items[i].senses
            named = senses["SETTLEMENT"] in _INTRODUCE and "CITY" not in senses
            if named and _plain(sentence, i + 1) and not _plain(sentence, i + 2):
                if capitals and not sentence.has(i + 1, "CAPITAL"):
                    continue
                word = _word(sentence, i + 1)
                known[word] = tuple(scanner.names.gazetteer.names.get(word, ()))
    if not known:
        return list(sentences)
    return [_marked(sentence, known, scanner) for sentence in sentences]


def _plain(sentence: Sentence, index: int) -> bool:
    return index < len(sentence.items) and not _PLAIN.isdisjoint(sentence.items[index].senses)


def _word(sentence: Sentence, index: int) -> str:
    item = sentence.items[index]
    return sentence.words.folded.text[item.start : item.end]


def _marked(sentence: Sentence, known: dict[str, tuple[str, ...]], scanner: Scanner) -> Sentence:
    code = scanner.pack.lexicon.code(frozenset(["PLACE"]))
    items: list[Item] = []
    changed = False
    for i, item in enumerate(sentence.items):
        if _plain(sentence, i) and (word := _word(sentence, i)) in known:
            items.append(
                Item(
                    code,
                    {"PLACE": None},
                    item.start,
                    item.end,
                    item.word,
                    item.last,
                    Named(sentence.text(i, i + 1), ids=known[word]),
                )
            )
            changed = True
        else:
            items.append(item)
    return (
        scanner.sentence(sentence.words, items, sentence.number, sentence.paragraph, sentence.in_title) if changed else sentence
    )
