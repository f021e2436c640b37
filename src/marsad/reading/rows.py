"""Rows of places: after a plural noun ("قرى كذا وكذا، وكذا"), or between places, every name joined on is a place, listed or not."""

from collections.abc import Iterator

from marsad.reading.chunks import PlaceMention
from marsad.reading.items import Item, Sentence
from marsad.reading.scan import Scanner
from marsad.text import key

_NO_NAME = frozenset(
    "STOP BREAK RESULTED SAYS IN FROM TO FOR ON AT WITH BETWEEN THAT WHO NOT LOSS LOST STRIKE STRUCK COUNTRYSIDE DIRECTION BEARING DATE NUMBER CAUSED BY ACTOR "
    "PAREN_CLOSE PAREN_OPEN CLOSE BELONGING PLACE BESIDES DASH COLON NISBA AS DURING AFTER ACCORDING SAYING LAUNCHED COUNTED SUFFERED IMPERFECT VERB SETTLEMENT COMMON AND COMMA MARK "
    "PARTIAL FULL QUALITY PRONOUN BOTH DONE HIT HAPPENED LANDMARK TARGET WEAPON PEOPLE FORCE SUPPORT VIA HABIT AMONG SUCH_AS ASIDE LOYAL UNREAL AIRCRAFT".split()
)
"""Kinds of words that no unlisted name of a place in a row holds."""
_NEVER_NAME = frozenset(
    "STOP COMMA COLON DASH MARK OPEN CLOSE PAREN_OPEN PAREN_CLOSE AND FROM FOR IN ON TO SAYS STRUCK STRIKE LOST LOSS LAUNCHED NUMBER DATE ACTOR OTHERS NISBA BEARING DIRECTION".split()
)
"""Kinds of words that are no name even where two are announced."""
_AFTER_MEMBER = frozenset("AND COMMA STOP IN DIRECTION BEARING PLACE PAREN_CLOSE CLOSE".split())
_AFTER_ROW = frozenset("STOP COMMA IN AT DATE WITH VIA FROM BREAK AFTER DURING DIRECTION PAREN_CLOSE PAREN_OPEN".split())
"""Kinds of words after a row of unlisted names."""
_AREAS = frozenset(["district", "province", "COUNTRYSIDE", "countryside", "outskirts"])
_CAPITALS = frozenset(["CAPITAL", "LEADING", "PLACE", "PERSON", "GIVEN"])
"""What an unlisted name is made of in a language that writes names with a capital."""
_LINKS = frozenset(["AND", "COMMA"])
_LONGEST = 3
"""Words of the longest unlisted name in a row."""
_AND = "و"
"""The conjunction that joins names; "ف" begins too many of them."""
_TANWIN = "\u064b"
_FAR = 8
"""Items back from examples in which the noun they are examples of stands."""
_ROW = 8
"""Unlisted names that may stand between two listed places of a row."""
_SETTLED = frozenset(["town", "village", "district", "province", "quarter", "camp", "COUNTRYSIDE", "countryside", "outskirts"])
"""Nouns before a name that begin another row: "قرى كذا وكذا وبلدة كذا"."""
_TELLING = frozenset(["PLACE", "SEVERAL", "AMONG", "SUCH_AS"])
"""Kinds of words that a row begins with or stands after."""
_OPENERS = frozenset(["PAREN_OPEN", "OPEN", "COLON"])
_MARKS = " «»\"“”'‘’"


def listed(sentence: Sentence, scanner: Scanner) -> Sentence:
    """The sentence with the unlisted names of its rows of places made places too."""
    places = list(sentence.where("PLACE"))
    gathered = any(isinstance(sentence.items[at].mention, PlaceMention) for at in places)
    if len(places) < 2 and not gathered and not sentence.holds("SEVERAL"):
        return sentence
    row = _Row(sentence, scanner)
    several = False
    for at in [at for at, item in enumerate(row.found) if not _TELLING.isdisjoint(item.senses)]:
        if at < row.at:
            continue
        item = row.found[at]
        row.keep(at + 1 - row.at)
        if isinstance(item.mention, PlaceMention) and item.mention.several:
            several = True
            row.take(item.mention.kind, len(row.found), row.pair(item.mention.head))
        elif "PLACE" in item.senses:
            end = row.sandwich()
            if not end and scanner.pack.book.capitals:  # names are seen by their capitals
                end = len(row.found) if several else row.closed()
            if end:
                row.take("village", end)
        elif "SEVERAL" in item.senses:
            row.open(item.senses["SEVERAL"] == "two")
        elif "AMONG" in item.senses or "SUCH_AS" in item.senses:
            row.examples()
    row.keep(len(row.found) - row.at)
    return (
        scanner.sentence(sentence.words, row.items, sentence.number, sentence.paragraph, sentence.in_title)
        if row.made
        else sentence
    )


class _Row:
    """The items made so far, and how far into the items found they reach."""

    def __init__(self, sentence: Sentence, scanner: Scanner) -> None:
        self._words = sentence.words
        self._lexicon = scanner.pack.lexicon
        self._place = scanner.pack.lexicon.code(frozenset(["PLACE"]))
        self._and = scanner.pack.lexicon.code(frozenset(["AND"]))
        self._capitals = scanner.pack.book.capitals
        self.made = False
        self.found = list(sentence.items)
        for at in reversed(list(sentence.where("PLACE"))):
            self.found[at : at + 1] = self._parted(self.found[at])
        self.items: list[Item] = []
        self.at = 0

    def keep(self, count: int) -> None:
        """Pass items over as they are."""
        self.items.extend(self.found[self.at : self.at + count])
        self.at += count

    def pair(self, noun: str | None) -> bool:
        """Whether a noun opens a row of two: "قريتي كذا وكذا"."""
        senses = self._lexicon.form(key(noun)) if noun else None
        return senses is not None and senses.get("SEVERAL") == "two"

    def take(self, kind: str, last: int, pair: bool = False) -> None:
        """Take the members of the row that follow, up to item ``last``; of a ``pair`` the next word is one, whatever it means."""
        aside = False
        while self.at < last:
            links = self._links(self.at)
            if links == self.at and not self._glued(links):
                area = self._area_end(links)
                if area == links:
                    return
                self.keep(area - links)
                aside, pair = True, False
                continue
            if self._has(links, "PLACE") and not self._has(links + 1, "CAPITAL"):
                mention = self.found[links].mention
                if isinstance(mention, PlaceMention) and mention.kind in _SETTLED:
                    return
                self.keep(links + 1 - self.at)
                pair = False
                continue
            end = self._name_end(links)
            if pair:
                end = max(end, self._any_end(links))
            if aside and not self._goes_on(end):
                return
            self.keep(links - self.at)
            if not self._make(links, end, kind):
                return
            pair = False

    def _area_end(self, at: int) -> int:
        """The end of the words that say where the member of a row before them lies: "بريف كذا", "جنوب كذا"; ``at`` for none."""
        end = at
        while self._has(end, "IN") or self._has(end, "DIRECTION"):
            end += 1
        mention = self.found[end].mention if self._has(end, "PLACE") else None
        wide = isinstance(mention, PlaceMention) and mention.kind not in _SETTLED - _AREAS
        if not wide:
            return at
        end += 1
        while self._has(end, "BEARING"):
            end += 1
        return end if self._links(end) > end or (end < len(self.found) and self._glued(end)) else at

    def _goes_on(self, end: int) -> bool:
        """Whether after a name the row or the sentence's telling of where goes on, or the sentence ends."""
        return end >= len(self.found) or not _AFTER_MEMBER.isdisjoint(self.found[end].senses) or self._glued(end) > 0

    def _any_end(self, at: int) -> int:
        """The end of one word taken for a name because of where it stands; ``at`` where it is a verb or a mark."""
        return at if at >= len(self.found) or not _NEVER_NAME.isdisjoint(self.found[at].senses) else at + 1

    def open(self, pair: bool) -> None:
        """Take a row whose plural noun no listed name follows: in brackets, of two words, or unlisted from its first name."""
        if self.at < len(self.found) and not _OPENERS.isdisjoint(self.found[self.at].senses):
            self.keep(1)
            if self._has(self.at, "PLACE"):
                self.keep(1)
            elif not self._make(self.at, self._name_end(self.at), "village"):
                return
        elif pair:
            end = self._any_end(self.at)
            linked = end < len(self.found) and (self._has(end, "AND") or self._glued(end) > 0)
            if not linked or self._has(self.at, "PLACE") or not self._make(self.at, end, "village"):
                return
        elif not self._one_word():
            return
        self.take("village", len(self.found), pair)

    def examples(self) -> None:
        """Take the names that examples of a plural noun give: "in several areas of the province, among them"."""
        before = self.found[max(0, self.at - _FAR) : self.at]
        if not any("SEVERAL" in item.senses for item in before) or any("COUNTED" in item.senses for item in before):
            return
        if self._has(self.at, "PLACE"):
            self.keep(1)
            self.take("village", len(self.found))
            return
        end = self._name_end(self.at)
        linked = end < len(self.found) and (self._has(end, "AND") or self._has(end, "COMMA") or self._glued(end) > 0)
        if linked and self._make(self.at, end, "village"):
            self.take("village", len(self.found))

    def _one_word(self) -> bool:
        """Take the word after a plural noun as a name, though it fell into clitics, where a row goes on after it."""
        end = self.at
        while end < len(self.found) and self.found[end].word == self.found[self.at].word:
            end += 1
        several = (end - self.at > 1 and "PLACE" not in self.found[end - 1].senses) or self._has(self.at, "THE_LANDMARK")
        return (
            several
            and end < len(self.found)
            and (self._has(end, "COMMA") or self._glued(end) > 0)
            and self._make(self.at, end, "village")
        )

    def closed(self) -> int:
        """Where a row of unlisted names ends that goes on from the place just passed and is closed by "and"; 0 for none."""
        at, told = self.at, 0
        while True:
            links = self._links(at)
            end = self._name_end(links)
            last = any(self._has(i, "AND") for i in range(at, links))
            if (
                links == at
                or end == links
                or not all(self._has(i, "CAPITAL") or self._has(i, "PLACE") for i in range(links, end))
            ):
                return 0
            told += not self._has(links, "PLACE")
            if last:
                after = end >= len(self.found) or not _AFTER_ROW.isdisjoint(self.found[end].senses)
                return end if told and after else 0
            at = end

    def sandwich(self) -> int:
        """Where the last listed place stands of a row that begins with the place just passed and holds unlisted names; 0 for none."""
        at, unlisted, last = self.at, 0, 0
        while unlisted <= _ROW:
            links = self._links(at)
            if links == at and not self._glued(links):
                return last
            if self._has(links, "PLACE"):
                at = links + 1
                last = at if unlisted else 0
                if not unlisted or isinstance(self.found[links].mention, PlaceMention):
                    return last
                continue
            end = self._name_end(links)
            if end == links:
                return last
            at = end
            unlisted += 1
        return last

    def _has(self, at: int, kind: str) -> bool:
        return at < len(self.found) and kind in self.found[at].senses

    def _links(self, at: int) -> int:
        while at < len(self.found) and not _LINKS.isdisjoint(self.found[at].senses):
            at += 1
        return at

    def _glued(self, at: int) -> int:
        """Letters of the conjunction with which an unknown word begins; 0 for none."""
        return self._conjunction(self._words.words[self.found[at].word]) if self._has(at, "WORD") else 0

    def _conjunction(self, word: str) -> int:
        return next((cut for affix, _, cut in self._lexicon.prefixed(word) if affix.letters == _AND), 0)

    def _name_end(self, start: int) -> int:
        end = start
        if self._capitals:
            while end < len(self.found) and end - start <= _LONGEST and not _CAPITALS.isdisjoint(self.found[end].senses):
                if end > start and isinstance(self.found[end].mention, PlaceMention):
                    break
                end += 1
            return end
        while (
            end < len(self.found)
            and end - start < _LONGEST
            and _NO_NAME.isdisjoint(self.found[end].senses)
            and not self._indefinite(end)
            and (end == start or not self._glued(end))
        ):
            end += 1
        return end

    def _indefinite(self, at: int) -> bool:
        """Whether a word is spelled with the ending of an indefinite noun, which no name has ("وأهدافاً أخرى")."""
        folded = self._words.folded
        return _TANWIN in self._words.source[folded.start(self.found[at].start) : folded.end(self.found[at].end)]

    def _make(self, start: int, end: int, kind: str) -> bool:
        """Make the items from ``start`` to ``end`` a place, less the conjunction they may begin with; False for no items."""
        if end == start:
            return False
        first, last = self.found[start], self.found[end - 1]
        begin = first.start + (self._glued(start) if end - start == 1 or "WORD" in first.senses else 0)
        if begin > first.start:
            self.items.append(Item(self._and, {"AND": None}, first.start, begin, first.word, first.word + 1))
        self.items.append(self._named(begin, last.end, first.word, last.last, kind))
        self.at = end
        return True

    def _named(self, begin: int, end: int, word: int, last: int, kind: str) -> Item:
        folded = self._words.folded
        name = self._words.source[folded.start(begin) : folded.end(end)].strip(_MARKS)
        self.made = True
        return Item(self._place, {"PLACE": None}, begin, end, word, last, PlaceMention(name, name, None, kind, ()))

    def _parted(self, item: Item) -> Iterator[Item]:
        """An item; a place of a row whose name ran on into the next ("قرى كذا وكذا") as two."""
        mention = item.mention
        if not isinstance(mention, PlaceMention) or item.last - item.word < 2:
            yield item
            return
        words, starts = self._words.words, self._words.starts
        cut = self._conjunction(words[item.last - 1])
        if not cut or self._lexicon.analyse(words[item.last - 1]) or (not mention.several and item.last - item.word < 3):
            yield item
            return
        begin = starts[item.last - 1]
        before = self._words.ends[item.last - 2]
        length = len(mention.name) - (len(mention.name.split()[-1]) + 1)
        bare = mention.bare[: len(mention.bare) - (len(mention.name) - length)]
        yield Item(
            item.code,
            item.senses,
            item.start,
            before,
            item.word,
            item.last - 1,
            PlaceMention(mention.name[:length], bare, mention.head, mention.kind, mention.ids, mention.several),
        )
        yield Item(self._and, {"AND": None}, begin, begin + cut, item.last - 1, item.last)
        yield self._named(begin + cut, item.end, item.last - 1, item.last, mention.kind)
