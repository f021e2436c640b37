"""Lists of places: after a plural noun ("قرى كذا وكذا، وكذا") every name in the row is a place, listed or not."""

from marsad.reading.chunks import PlaceMention
from marsad.reading.items import Item, Sentence
from marsad.reading.scan import Scanner

_ENDS = frozenset(
    "STOP BREAK RESULTED SAYS IN FROM TO FOR ON AT WITH BETWEEN THAT WHO NOT LOSS LOST STRIKE STRUCK COUNTRYSIDE DIRECTION BEARING DATE NUMBER CAUSED BY ACTOR "
    "PAREN_CLOSE PAREN_OPEN CLOSE BELONGING PLACE BESIDES DASH COLON NISBA AS DURING AFTER ACCORDING SAYING LAUNCHED COUNTED SUFFERED IMPERFECT VERB SETTLEMENT COMMON AND COMMA MARK PARTIAL FULL QUALITY".split()
)
_LONGEST = 3
"""Words of the longest unlisted name in a row."""
_SETTLED = frozenset(["town", "village", "district", "province", "quarter", "camp", "COUNTRYSIDE", "countryside"])
"""Nouns before a name that begin another row: "قرى كذا وكذا وبلدة كذا"."""
_MARKS = " «»\"“”'‘’"


def listed(sentence: Sentence, scanner: Scanner) -> Sentence:
    """The sentence with the names that follow a plural noun of places, joined by "و" or a comma, made places too."""
    if not any("SEVERAL" in i.senses or isinstance(i.mention, PlaceMention) and i.mention.several for i in sentence.items):
        return sentence
    row = _Row(sentence, scanner)
    for i, item in enumerate(sentence.items):
        if i < row.at:
            continue
        row.items.append(item)
        row.at = i + 1
        if isinstance(item.mention, PlaceMention) and item.mention.several:
            row.take(item.mention.kind)
        elif "SEVERAL" in item.senses and _opens(sentence, i + 1):
            row.items.append(sentence.items[i + 1])
            row.at = i + 2
            row.name("village")
            row.take("village")
    return scanner.sentence(sentence.words, row.items, sentence.number, sentence.paragraph, sentence.in_title) if row.made else sentence


def _opens(sentence: Sentence, at: int) -> bool:
    return any(sentence.has(at, kind) for kind in ("PAREN_OPEN", "OPEN", "COLON"))


class _Row:
    """The items made so far, and how far into the sentence they reach."""

    def __init__(self, sentence: Sentence, scanner: Scanner) -> None:
        self.sentence = sentence
        self.items: list[Item] = []
        self.at = 0
        self.made = False
        self._lexicon = scanner.pack.lexicon
        self._place = scanner.pack.lexicon.code(frozenset(["PLACE"]))
        self._and = scanner.pack.lexicon.code(frozenset(["AND"]))

    def take(self, kind: str) -> None:
        """Take the members of the row that follow."""
        found = self.sentence.items
        while self.at < len(found):
            start = self.at
            links = start
            while links < len(found) and ("AND" in found[links].senses or "COMMA" in found[links].senses):
                links += 1
            if links == start:
                glued = self._glued(start)
                if not glued or not self._named(start, kind, glued):
                    return
                continue
            if links < len(found) and "PLACE" in found[links].senses:
                mention = found[links].mention
                if isinstance(mention, PlaceMention) and mention.kind in _SETTLED:
                    return
                self.items.extend(found[start : links + 1])
                self.at = links + 1
                continue
            self.items.extend(found[start:links])
            self.at = links
            if not self._named(links, kind, self._glued(links)):
                return

    def name(self, kind: str) -> None:
        """Take the first name of a row that opens with a bracket or a colon."""
        if not self.sentence.has(self.at, "PLACE"):
            self._named(self.at, kind, 0)
        elif self.at < len(self.sentence.items):
            self.items.append(self.sentence.items[self.at])
            self.at += 1

    def _glued(self, at: int) -> int:
        """Letters of the conjunction with which an unknown word begins; 0 for none."""
        if not self.sentence.has(at, "WORD"):
            return 0
        word = self.sentence.words.words[self.sentence.items[at].word]
        return next((cut for affix, _, cut in self._lexicon.prefixed(word) if affix.kind == "AND"), 0)

    def _named(self, start: int, kind: str, conjunction: int) -> bool:
        """Make the words from ``start`` a place, less the letters of a conjunction; False when no name stands there."""
        found = self.sentence.items
        end = start
        while end < len(found) and end - start < _LONGEST and _ENDS.isdisjoint(found[end].senses) and (end == start or not self._glued(end)):
            end += 1
        if end == start:
            return False
        first, last = found[start], found[end - 1]
        begin = first.start + conjunction
        folded = self.sentence.words.folded
        name = self.sentence.words.source[folded.start(begin) : folded.end(last.end)].strip(_MARKS)
        if not name:
            return False
        if conjunction:
            self.items.append(Item(self._and, {"AND": None}, first.start, begin, first.word, first.word + 1))
        mention = PlaceMention(name, name, None, kind, ())
        self.items.append(Item(self._place, {"PLACE": None}, begin, last.end, first.word, last.last, mention))
        self.at = end
        self.made = True
        return True
