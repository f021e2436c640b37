"""The template of a language is a whole pack: it compiles, reads its own sentences, and holds what every pack must."""

import dataclasses
from functools import cache
from pathlib import Path

import pytest

import marsad.language
from marsad.language import LANGUAGES, book
from marsad.language._template import BOOK
from marsad.language.corpus import PUBLISHED, Entry, entries, unmatched
from marsad.language.pack import Pack, Phrasebook
from marsad.language.rule import Rule
from marsad.model import Article
from marsad.model.values import KINDS
from marsad.reading.flat import flattened
from marsad.reading.reader import Reader
from marsad.world.names import world

ROOM = Path(marsad.language.__file__).parent
TEMPLATE = ROOM / "_template"
CORPUS = entries((TEMPLATE / "corpus" / "casualty.txt").read_text(encoding="utf-8"), "casualty.txt")
RULES: list[Rule] = [rule for group in (*BOOK.chunks.values(), *BOOK.claims.values()) for rule in group]


@cache
def reader() -> Reader:
    return Reader(Pack(BOOK), world(None), "")


def told(sentence: str) -> list[dict[str, object]]:
    return flattened(reader().read(Article("", sentence, "", published=PUBLISHED)).claims)


def test_languages_are_the_folders_there_are() -> None:
    folders = {path.parent.name for path in ROOM.glob("*/__init__.py")}
    assert set(LANGUAGES) == folders - {"_template"}
    assert all(book(code).code == code for code in LANGUAGES)


@pytest.mark.parametrize("code", [*LANGUAGES, "_template"])
def test_a_pack_speaks_a_kind_or_says_that_it_does_not(code: str) -> None:
    pack = BOOK if code == "_template" else book(code)
    spoken = set(pack.claims) | {"statement"} if code != "_template" else set(pack.claims)
    assert spoken | pack.not_yet == set(KINDS)
    assert not set(pack.claims) & pack.not_yet


def test_the_template_fills_every_field_that_has_no_default() -> None:
    needed = [
        f.name
        for f in dataclasses.fields(Phrasebook)
        if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    ]
    assert all(hasattr(BOOK, name) for name in needed)
    assert BOOK.tables
    assert BOOK.numbers(["12"], 0, 1)[0].low == 12


def test_the_template_has_the_files_that_packs_share() -> None:
    shared = set.intersection(*({path.name for path in (ROOM / code).glob("*.py")} for code in LANGUAGES))
    later = {f"{kind}.py" for kind in BOOK.not_yet} | {
        "actors.py",
        "persons.py",
        "weapons.py",
        "kinds.py",
        "letters.py",
        "forms.py",
        "mishaps.py",
    }
    assert shared - later <= {path.name for path in TEMPLATE.glob("*.py")}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_rule_of_the_template_carries_its_proof(rule: Rule) -> None:
    assert rule.yes
    assert rule.no


@pytest.mark.parametrize("entry", CORPUS, ids=lambda e: e.where)
def test_the_template_reads_its_corpus(entry: Entry) -> None:
    missing, extra = unmatched(entry.claims, told(entry.sentence))
    assert not missing
    assert not extra
