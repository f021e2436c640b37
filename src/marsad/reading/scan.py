"""One pass over a text: every word looked up, numbers, dates and names found, each sentence spelled in kinds."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from marsad.language.lexicon import REMEMBERED, Affix, Piece, Senses
from marsad.language.pack import Pack
from marsad.reading.items import Item, Named, PlaceMention, Sentence
from marsad.text import Words
from marsad.world.names import NameHit, Names

_UNKNOWN: dict[str, dict[str, Any]] = {"WORD": {"WORD": None}, "DEFINITE": {"DEFINITE": None}, "MARK": {"MARK": None}}
_DATE_KINDS = {"since": "DATE SINCE", "until": "DATE UNTIL", "during": "DATE WINDOW", None: "DATE"}
_DATES = frozenset(_DATE_KINDS.values())
_NUMBER_KINDS = {"cardinal": "NUMBER", "ordinal": "ORDINAL"}

_BEFORE_PLACES = frozenset(["IN", "AT", "ON", "SETTLEMENT", "COUNTRYSIDE", "DIRECTION", "STRUCK", "BETWEEN", "LANDMARK"])

_ORDINARY = frozenset(["SAYS", "CITY", "SETTLEMENT", "LANDMARK", "PEOPLE", "VICTIM", "OTHERS", "PARTICLE", "UNREAL"])
"""Kinds of words that are never taken for a name spelled like them when they stand alone."""

_SURELY_PLACES = frozenset(["STRUCK", "SUFFERED", "SETTLEMENT", "COUNTRYSIDE"])
_JOINTS = frozenset(["AND", "COMMA"])

_LONGEST = 8
"""Words of the longest phrase or name looked for."""

Split = tuple[tuple[tuple[Affix, ...], str, Affix | None], ...]
"""Readings of a word: the affixes before it, what is left, and the affix after it."""
Lone = tuple[tuple[tuple[Affix, ...], str, Affix | None, NameHit], ...]
"""Of the readings of a word, those whose rest is a name by itself, with the name."""
Form = tuple[Split, Lone, frozenset[str], tuple[Piece, ...], str | None]
"""Of a word: its splits before names, those of names of one word, the words that may follow in a name, its pieces,
and the letter that its last must be spelled as for them to hold, where that is a pronoun."""


class Scanner:
    """Scans texts with one pack and one world; remembers how words split before names."""

    def __init__(self, pack: Pack, names: Names) -> None:
        self.pack = pack
        self.names = names
        self._forms: dict[str, Form] = {}
        self._codes = {
            k: pack.lexicon.code(frozenset(k.split()))
            for k in (*_UNKNOWN, *_DATE_KINDS.values(), *_NUMBER_KINDS.values(), "MEASURE")
        }
        self._codes |= {
            k: pack.lexicon.code(frozenset(k.split()))
            for k in ("PLACE", "ACTOR", "ACTOR STATE", "PLACE STATE", "PERSON", "WORD CAPITAL")
        }
        self._plain = frozenset(self._codes[k] for k in _UNKNOWN)
        self._kinds = {k: dict.fromkeys(k.split()) for k in self._codes}

    def scan(self, words: Words, reference: date | None, title: bool = False) -> list[Sentence]:
        """The sentences of a text, each with its items in order."""
        out = []
        paragraph = 0
        for number, (first, last) in enumerate(words.sentences):
            if first and words.words[first - 1] == "\n":
                paragraph += 1
            items = self._items(words, first, last, reference)
            if items:
                out.append(self.sentence(words, items, number, paragraph, title))
        return out

    def sentence(self, words: Words, items: list[Item], number: int, paragraph: int, title: bool) -> Sentence:
        """A sentence of these items."""
        codes = "".join([item.code for item in items])
        masks = self.pack.lexicon.masks
        mask = 0
        for code in set(codes):
            mask |= masks[code]
        return Sentence(words, self.pack.lexicon, items, codes, mask, number, paragraph, title)

    def _items(self, words: Words, first: int, last: int, reference: date | None) -> list[Item]:
        found, starts = words.words, words.starts
        forms, capitals = self._forms, self.pack.book.capitals
        mentions = self._mentions(found, first, last, reference)
        items: list[Item] = []
        append = items.append
        i = first
        while i < last:
            if i in mentions:
                i = self._mention(items, words, i, *mentions[i])
                continue
            word = found[i]
            known = forms.get(word)
            if known is None:
                known = self._met(word)
            split, lone, seconds, pieces, letter = known
            if letter is not None and words.letter(i) != letter:
                pieces = self._unknown(word)  # "صعدة" is no verb with a pronoun, though it folds to one
            if split:
                length = 0
                if i + 1 < last and found[i + 1] in seconds:
                    free = next((at for at in range(i + 1, min(i + _LONGEST, last)) if at in mentions), last)
                    length = self._long(items, words, i, last, split, pieces, free)
                elif lone:
                    length = self._alone(items, words, i, lone, pieces)
                if length:
                    i += length
                    continue
            start = starts[i]
            if capitals and (not pieces or pieces[0].code == self._codes["WORD"] or word in self.pack.book.leading):
                end = self._compound(words, i, last)
                if (pieces or end > i + 1) and _has_capital(words, i, end):
                    items.append(
                        Item(self._codes["WORD CAPITAL"], self._kinds["WORD CAPITAL"], start, words.ends[end - 1], i, end)
                    )
                    i = end
                    continue
            for code, senses, begin, end in pieces:
                append(Item(code, senses, start + begin, start + end, i, i + 1))
            i += 1
        return items

    def _mentions(self, found: list[str], first: int, last: int, reference: date | None) -> dict[int, tuple[str, Any]]:
        """By its first word, each date and each number that is no part of one, with its kinds."""
        dates = self.pack.book.dates(found, reference, first, last)
        numbers = self.pack.book.numbers(found, first, last)
        taken = {i for d in dates for i in range(d.first, d.last)} if dates else ()
        mentions: dict[int, tuple[str, Any]] = {
            n.first: (_NUMBER_KINDS.get(n.kind, "MEASURE"), n) for n in numbers if n.first not in taken and n.last <= last
        }
        mentions |= {d.first: (_DATE_KINDS[d.relation], d) for d in dates}
        return mentions

    def _mention(self, items: list[Item], words: Words, i: int, kinds: str, hit: Any) -> int:
        """Emit a date or number, after the conjunction its first word may carry; the word after it."""
        word, start = words.words[i], words.starts[i]
        if kinds not in _DATES and hit.joined:
            self._joint(items, word, start, i)
            start = start + 1 if len(word) > 1 else words.starts[i + 1]
        items.append(Item(self._codes[kinds], self._kinds[kinds], start, words.ends[hit.last - 1], i, hit.last, hit))
        return int(hit.last)

    def _names(self, hit: NameHit, known: tuple[Piece, ...], items: list[Item], affixes: tuple[Affix, ...]) -> bool:
        """Whether a single word is the name it is spelled like: a small place's name alone is too often another word."""
        if any(not _ORDINARY.isdisjoint(p.senses) for p in known):
            return hit.armed and "THE_PEOPLE" in known[-1].senses
        if hit.common:
            return not affixes and bool(items) and not _SURELY_PLACES.isdisjoint(items[-1].senses)
        if hit.actor or not known:
            return hit.strong or self._placed(items, affixes)
        return hit.kept and self._placed(items, affixes)

    @staticmethod
    def _placed(items: list[Item], affixes: tuple[Affix, ...]) -> bool:
        """Whether what stands before says that a place comes."""
        if affixes and affixes[-1].kind != "AND":
            return affixes[-1].kind == "IN"
        before = [i.senses for i in items[-2:]]
        if not affixes and before and not _BEFORE_PLACES.isdisjoint(before[-1]):
            return True
        joined = bool(affixes) or (bool(before) and not _JOINTS.isdisjoint(before.pop()))
        return joined and bool(before) and "PLACE" in before[-1]

    def _compound(self, words: Words, first: int, last: int) -> int:
        """The word after a name of words joined by hyphens: unknown ones, and articles that lead a name ("al-Mashifa")."""
        found, starts, ends = words.words, words.starts, words.ends
        end = first + 1
        while (
            end + 1 < last
            and found[end] == "-"
            and starts[end] == ends[end - 1]
            and starts[end + 1] == ends[end]
            and found[end + 1][0].isalpha()
            and (found[end - 1] in self.pack.book.leading or not self.pack.lexicon.analyse(found[end + 1]))
        ):
            end += 2
        return end

    def _joint(self, items: list[Item], word: str, start: int, index: int) -> None:
        piece = self.pack.lexicon.analyse(word[0])
        code = piece[0].code if piece else self.pack.lexicon.code(frozenset(["AND"]))
        items.append(Item(code, {"AND": word[0]}, start, start + 1, index, index + 1))

    def _met(self, word: str) -> Form:
        """What is known of a word met for the first time."""
        if len(self._forms) >= REMEMBERED:
            self._forms.clear()
        found = self._forms[word] = self._form(word)
        return found

    def _form(self, word: str) -> Form:
        """All that is known of a word before its neighbours are: see ``Form``."""
        split = self._split(word)
        heads = [rest for _, rest, _ in split]
        lone = tuple([(*reading, hit[1]) for reading in split if (hit := self.names.find([reading[1]])) is not None])
        seconds = frozenset().union(*(self.names.seconds(rest) | self.pack.lexicon.seconds(rest) for rest in heads))
        pieces = self.pack.lexicon.analyse(word)
        pieces = tuple(piece for piece in pieces or self._unknown(word) if "SILENT" not in piece.senses)
        pronoun = pieces[-1].senses.get("PRONOUN") if pieces else None
        return split, lone, seconds, pieces, pronoun if pronoun is not None and len(pronoun) == 1 else None

    def _unknown(self, word: str) -> tuple[Piece, ...]:
        if word == "\n":
            return ()
        lexicon = self.pack.lexicon
        for affix, rest, cut in lexicon.prefixed(word):
            if not affix.onto and rest.startswith("ال") and len(rest) > 5:  # a word with the article after a clitic: "والسراج"
                tail = (Piece(p.code, p.senses, p.start + cut, p.end + cut) for p in self._unknown(word[cut:]))
                return (Piece(lexicon.code(frozenset([affix.kind])), {affix.kind: affix.value}, 0, cut), *tail)
        kind = "DEFINITE" if word.startswith("ال") and len(word) > 3 else "WORD" if word[0].isalpha() else "MARK"
        return (Piece(self._codes[kind], _UNKNOWN[kind], 0, len(word)),)

    def _split(self, word: str) -> Split:
        """Ways to read a word as affixes and the head of a name or phrase."""
        lexicon, names = self.pack.lexicon, self.names
        out: list[tuple[tuple[Affix, ...], str, Affix | None]] = []
        if lexicon.heads(word) or names.heads(word):
            out.append(((), word, None))
        elif self.pack.book.capitals and not lexicon.analyse(word):
            out.extend(((), rest, affix) for affix, rest in lexicon.suffixed(word) if names.find([rest]))
        for affix, rest, _ in lexicon.prefixed(word):
            if affix.onto:
                continue
            if lexicon.heads(rest) or names.heads(rest):
                out.append(((affix,), rest, None))
            for second, inner, _ in lexicon.prefixed(rest):
                if (
                    affix.kind == "AND"
                    and second.kind != "AND"
                    and not second.onto
                    and (lexicon.heads(inner) or names.heads(inner))
                ):
                    out.append(((affix, second), inner, None))
        return tuple(out)

    def _alone(self, items: list[Item], words: Words, i: int, lone: Lone, pieces: tuple[Piece, ...]) -> int:
        """Emit word i where it is a name by itself; the number of words it took, 0 for none. Half of all names end here."""
        for affixes, rest, ending, hit in lone:
            named = self._names(hit, self._told(pieces), items, affixes) or _acronym(words, i, hit.acronym)
            if named and self._written(words, i, i + 1, hit, ending):
                start = self._affixes(items, words, i, affixes)
                self._name(items, words, i, i + 1, start, hit, affixes, rest, ending)
                return 1
        return 0

    def _long(
        self, items: list[Item], words: Words, i: int, last: int, split: Split, pieces: tuple[Piece, ...], free: int
    ) -> int:
        """Emit the longest phrase or name that starts at word i; the number of words it took, 0 for none.

        A phrase ends before the word ``free``, where a date or a number begins; a name may hold one.
        """
        found = words.words
        best = 0
        affixes: tuple[Affix, ...] = ()
        lead, ending = "", None
        hit: NameHit | None = None
        senses: Senses = {}
        for before, rest, after in split:
            tail = [rest] if after else [rest, *found[i + 1 : min(last, i + _LONGEST)]]
            phrase = self.pack.lexicon.phrase(tail, 0, min(len(tail), free - i))
            if phrase and phrase[0] > best:
                best, senses, affixes, hit = phrase[0], phrase[1], before, None
            name = self.names.find(tail)
            if (
                name
                and name[0] > best
                and (
                    name[0] > 1 or self._names(name[1], self._told(pieces), items, before) or _acronym(words, i, name[1].acronym)
                )
                and self._written(words, i, i + name[0], name[1], after)
            ):
                best, hit, affixes, lead, ending = name[0], name[1], before, rest, after
        if not best:
            return 0
        start = self._affixes(items, words, i, affixes)
        if hit is not None:
            self._name(items, words, i, i + best, start, hit, affixes, lead, ending)
        else:
            silent = 0
            while not affixes and silent < best - 1 and "SILENT" in (self.pack.lexicon.form(found[i + silent]) or ()):
                silent += 1
            start = words.starts[i + silent] if silent else start
            code = self.pack.lexicon.code(frozenset(senses))
            items.append(Item(code, senses, start, words.ends[i + best - 1], i + silent, i + best))
        return best

    def _told(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """The pieces of a word by itself, where they say more than that it is one."""
        return pieces if pieces and pieces[-1].code not in self._plain else ()

    def _written(self, words: Words, first: int, last: int, hit: NameHit, ending: Affix | None) -> bool:
        """Whether words are written as a name is, in a script that has capitals."""
        return not self.pack.book.capitals or _has_capital(words, first, last, hit.acronym, ending)

    def _affixes(self, items: list[Item], words: Words, i: int, affixes: tuple[Affix, ...]) -> int:
        """Emit the affixes before what word i holds; the character after them."""
        at = words.starts[i]
        for affix in affixes:
            start, at = at, at + len(affix.letters)
            items.append(Item(self.pack.lexicon.code(frozenset([affix.kind])), {affix.kind: affix.value}, start, at, i, i + 1))
        return at

    def _name(
        self,
        items: list[Item],
        words: Words,
        first: int,
        last: int,
        start: int,
        hit: NameHit,
        affixes: tuple[Affix, ...],
        lead: str,
        ending: Affix | None,
    ) -> None:
        """Emit the name of words ``first`` to ``last``, whose letters begin at ``start`` after ``affixes`` and go before ``ending``."""
        end = words.ends[last - 1] - (len(ending.letters) if ending else 0)
        folded, form = words.folded, self.pack.lexicon.form
        if hit.actor and last > first + 1 and not affixes and "SILENT" in (form(lead) or ()):
            start = words.starts[first + 1]  # "the army" is listed so, and is called "army"
        written = words.source[folded.start(start) : folded.end(end)]
        if affixes and affixes[-1].restore[0] and lead.startswith(affixes[-1].restore[0]):
            written = affixes[-1].restore[0] + written  # "للتحالف" names "التحالف"
        crafts = [form(word) or {} for word in (lead, words.words[last - 1])] if hit.actor else []
        means = next((craft["AIRCRAFT"] for craft in crafts if "AIRCRAFT" in craft), None)
        senses = (form(lead) or {}) if hit.headed else {}
        noun = senses.get("SETTLEMENT") or senses.get("LANDMARK")
        mention: Named | PlaceMention = Named(written, ids=hit.places, actor=hit.actor, means=means)
        if noun:  # a name that is listed with its noun: "مخيم كذا"
            mention = PlaceMention(written, written, lead, noun, hit.places)
        items.append(Item(self._codes[hit.kinds], self._kinds[hit.kinds], start, end, first, last, mention))
        if ending:
            code = self.pack.lexicon.code(frozenset([ending.kind]))
            items.append(Item(code, {ending.kind: ending.value}, end, words.ends[first], first, last))


def _acronym(words: Words, at: int, acronym: bool) -> bool:
    """Whether a word that is also a common one is spelled as the acronym it can be: "IS"."""
    return acronym and words.slice(at, at + 1).isupper()


def _has_capital(words: Words, first: int, last: int, all_of_it: bool = False, ending: Affix | None = None) -> bool:
    """Whether a word from ``first`` to ``last``, less its ``ending``, is written with a capital, or ``all_of_it`` in capitals."""
    text = words.slice(first, last)
    text = text[: -len(ending.letters)] if ending else text
    return text.isupper() if all_of_it else any(c.isupper() for c in text)


def gather(sentence: Sentence, scanner: Scanner, spans: Sequence[tuple[int, int, str, Any]]) -> Sentence:
    """The sentence with items [first, last) of each span made one item of the given kinds, holding the given mention."""
    if not spans:
        return sentence
    lexicon = scanner.pack.lexicon
    items: list[Item] = []
    codes = ""
    mask = sentence.mask
    at = 0
    for first, last, kinds, mention in sorted(spans, key=lambda s: s[0]):
        if first < at:
            continue
        items += sentence.items[at:first]
        a, b = sentence.items[first], sentence.items[last - 1]
        code = lexicon.code(frozenset(kinds.split()))
        items.append(Item(code, dict.fromkeys(kinds.split()), a.start, b.end, a.word, b.last, mention))
        codes += sentence.codes[at:first] + code
        mask |= lexicon.masks[code]
        at = last
    items += sentence.items[at:]
    codes += sentence.codes[at:]
    return Sentence(sentence.words, lexicon, items, codes, mask, sentence.number, sentence.paragraph, sentence.in_title)
