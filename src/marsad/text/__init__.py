"""Text folded for look-up, with a map back to its own characters; its words and sentences."""

from marsad.text.fold import Folded, fold, key
from marsad.text.words import Words, parted, phrase, words

__all__ = ["Folded", "Words", "fold", "key", "parted", "phrase", "words"]
