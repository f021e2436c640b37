"""How Arabic words change: the article, number, person and what attaches to them. All forms are made when the pack is compiled."""

from collections.abc import Iterable

from marsad.language.lexicon import Affix
from marsad.text import key

_NOUNS = frozenset(["NOUN"])


def split(forms: str) -> list[str]:
    """Words of a table: separated by spaces, "_" inside a phrase."""
    return [form.replace("_", " ") for form in forms.split()]


def nouns(forms: str) -> list[str]:
    """Each noun or adjective with and without the article; of two words on either or both ("العملية العسكرية", "عملية الإنزال")."""
    out = []
    for form in split(forms):
        head, _, rest = form.partition(" ")
        out.append(form)
        if head.startswith("ال"):
            continue
        out.append(f"ال{head} {rest}" if rest else f"ال{head}")
        if rest and " " not in rest and not rest.startswith("ال"):
            out += [f"ال{head} ال{rest}", f"{head} ال{rest}"]
    return out


def verbs(forms: str) -> list[str]:
    """Perfect and imperfect of verbs given as third person masculine ("سيطر" perfect, "يسيطر" imperfect): she, they, they two.

    A form that begins with ya is taken as an imperfect; others as a perfect.
    """
    out = []
    for form in split(forms):
        folded = key(form)
        head, _, rest = folded.partition(" ")
        rest = f" {rest}" if rest else ""
        if head[0] == "ي" and len(head) > 3:
            out += [f"{p}{head[1:]}{rest}" for p in "يتن"]
            stem = head[:-1] if head[-1] in "ياو" else head
            out += [f"{p}{stem[1:]}{end}{rest}" for p in "يت" for end in ("ون", "وا", "ان", "ا")]
        else:
            weak = head[-1] in "يا" and len(head) > 2
            stem = head[:-1] if weak else head
            out += [
                head + rest,
                f"{stem}ت{rest}",
                f"{stem}وا{rest}",
                f"{stem}تا{rest}",
                (f"{head}ا" if not weak else f"{stem}يا") + rest,
            ]
            if not weak:
                out.append(f"{head}ن{rest}")
    return out


def agreeing(forms: str) -> dict[str, list[str]]:
    """Forms of verbs, given as for ``verbs``, by what they agree with: he, she or they."""
    out: dict[str, list[str]] = {"he": [], "she": [], "they": []}
    for form in split(forms):
        head, _, rest = key(form).partition(" ")
        tail = f" {rest}" if rest else ""
        stem = head[:-1] if head[-1] in "يا" and len(head) > 2 else head
        imperfect = head[0] == "ي" and len(head) > 3
        out["he"].append(head + tail)
        out["she"].append((f"ت{head[1:]}" if imperfect else f"{stem}ت") + tail)
        out["they"] += [f"{stem}{end}{tail}" for end in (("ون", "وا") if imperfect else ("وا",))]
    return out


def plural_verbs(forms: str) -> list[str]:
    """The perfect of "they" of each verb, whose subject stands before it."""
    return [form for form in verbs(forms) if form.split()[0].endswith("وا")]


def relational(base: str) -> list[str]:
    """A nisba in all genders, numbers and with the article: سوري, سورية, السوريين, سوريان …"""
    out: list[str] = []
    for end in ("", "ة", "ين", "ون", "ان", "تين", "تان", "ات", "يين", "يون", "ا"):
        out += [base + end, "ال" + base + end]
    return out


def counted_noun(singular: str, plural: str = "", feminine: bool = False) -> dict[int, list[str]]:
    """Forms of a noun for people by number: 1 singular, 2 dual, 3 plural (indefinite; the article is added by ``nouns``)."""
    ones = split(singular)
    twos = [f"{key(s)[:-1]}ت{e}" if key(s)[-1] == "ه" else f"{s}{e}" for s in ones for e in ("ين", "ان")]
    twos += [f"{key(s)[:-1]}تي" if key(s)[-1] == "ه" else f"{s}ي" for s in ones if len(s) > 3]
    return {1: [*ones, *(f"{s}ا" for s in ones if key(s)[-1] != "ه")], 2: twos, 3: split(plural)}


PREFIXES = (
    Affix("و", "AND", "و"),
    Affix("ف", "AND", "ف"),
    Affix("لل", "FOR", "ل", ("ال", "الل")),
    Affix("ل", "FOR", "ل"),
    Affix("ب", "IN", "ب"),
    Affix("ك", "AS", "ك"),
    Affix("س", "WILL", "س", ("",), frozenset(["IMPERFECT"])),
)
_HOLDERS = frozenset(["NOUN", "VERB", "STRIKE", "STRUCK", "WEAPON", "LAUNCHED", "TARGET", "HIT", "AIRCRAFT"])
SUFFIXES = tuple(
    Affix(letters, "PRONOUN", letters, restore, _HOLDERS)
    for letters, restore in (
        ("ها", ("", "ة")), ("هم", ("", "ة")), ("هما", ("", "ة")), ("هن", ("", "ة")), ("ه", ("",)), ("ته", ("ه",)), ("تها", ("ه",)),
        ("تهم", ("ه",)), ("تهما", ("ه",)), ("نا", ("",)), ("تنا", ("ه",)),
    )
)  # fmt: skip


def all_forms(groups: Iterable[Iterable[str]]) -> list[str]:
    """Several lists of forms as one."""
    return [form for group in groups for form in group]
