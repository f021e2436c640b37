"""The start of a language: copy this folder to its ISO 639-1 code, put its words in the place of these, and grow it kind by kind.

What stands here reads a handful of English sentences, so that each part can be seen at work before it is replaced.
"""

from marsad.language._template import casualty, dates, numbers, people, places, words
from marsad.language.pack import Phrasebook

BOOK = Phrasebook(
    code="_template",  # the folder's name
    tables=(words.MARKS, words.PARTICLES, words.SAYING, people.WORDS, places.WORDS, casualty.WORDS),
    prefixes=(),  # letters that attach before a word and are a word of their own: Affix("و", "AND", "and")
    suffixes=(),  # the same behind it
    chunks={
        "place": places.PLACES,
        "counted": people.COUNTED,
    },  # in the order in which they are gathered: person, place, counted, actor
    claims={"casualty": casualty.CASUALTY},
    not_yet=frozenset({"control", "attack", "statement", "talks"}),
    numbers=numbers.find,
    dates=dates.find,
    capitals=True,  # names are written with a capital letter
    speech=(),  # rules of how a speaker is brought in; without them verbs of saying are taken to stand before their subject
)
