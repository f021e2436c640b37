"""Words as a search knows them: folded, and lightly stemmed. The same function is used on a text and on a question about it.

Arabic follows "light10" (Larkey, Ballesteros and Connell 2007, Light Stemming for Arabic Information Retrieval): the particles
and the article before a word and the endings of number, gender and possession after it are taken off while enough letters stay;
a broken plural is not brought to its singular. Latin words lose the plural and the possessive only (Harman 1991, the "S"
stemmer), since names of places and persons must not be worn down. Given names that papers spell in many ways have one stem.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from marsad.text.fold import fold

STEMMER = "1"
"""The version of the rules here: an index made by another must be made anew."""

_TOKEN = re.compile(r"[0-9]+(?:[,.][0-9]{3})+(?![0-9])|[^\W_]+")
_ARABIC = re.compile("[\u0621-\u064a]")
_BEFORE = ("وال", "بال", "كال", "فال", "ولل", "ال", "لل")
_AFTER = ("ها", "ان", "ات", "ون", "ين", "يه", "يا", "ه", "ي", "ا")
_LEFT = 2  # letters that stay, after light10
_AND = 4  # letters of a word whose first may be "and": the three of وسط, وطن and ورد begin with it of themselves

_GIVEN = {
    name: names.split()[0]
    for names in (
        "mohammad mohammed muhammad mohamed mohamad muhammed mohammud mahomed mohd",
        "ahmad ahmed ahmet ahmaad",
        "mahmoud mahmud mahmood mehmood",
        "hussein husayn hussain husain hossein hussien houssein",
        "hassan hasan hassane",
        "youssef yusuf yousef yousuf yusef joussef",
        "omar umar omer",
        "othman uthman osman",
        "ibrahim ebrahim ibraheem",
        "khaled khalid",
        "mustafa mustapha moustafa mostafa moustapha",
        "abdullah abdallah abdulla",
        "suleiman sulayman sulaiman soleiman suleyman",
        "qassem qasim qasem kassem kasim qassim",
        "saeed said saeid sayeed",
        "ismail ismael ismaeel",
    )
    for name in names.split()
}
"""Spellings of given names, folded, to the one that stands for them."""


def tokens(text: str) -> Iterator[str]:
    """The words of a text, folded, in order; a numeral without its separators."""
    for found in _TOKEN.findall(fold(text).text):
        yield found.replace(",", "").replace(".", "") if found[0].isdecimal() else found


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded word; a word that has none is its own."""
    return _arabic(word) if _ARABIC.match(word) else _latin(word)


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order."""
    return [stem(word) for word in tokens(text)]


def _arabic(word: str) -> str:
    if word[0] == "و" and len(word) >= _AND:
        word = word[1:]
    for before in _BEFORE:
        if word.startswith(before) and len(word) - len(before) >= _LEFT:
            word = word[len(before) :]
            break
    shorter = True
    while shorter:
        shorter = False
        for after in _AFTER:
            if word.endswith(after) and len(word) - len(after) > _LEFT:
                word, shorter = word[: -len(after)], True
                break
    return word


def _latin(word: str) -> str:
    if word in _GIVEN:
        return _GIVEN[word]
    if len(word) > 4 and word.endswith("ies") and word[-4] not in "ae":
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("es") and word[-3] not in "aeo":
        return word[:-1]
    if len(word) > 3 and word.endswith("s") and word[-2] not in "us":
        return word[:-1]
    return word
