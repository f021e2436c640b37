"""How Arabic names a person: titles and ranks before the name, given names, an age after it."""

from importlib.resources import files

from marsad.language.ar.letters import split
from marsad.language.pack import Table
from marsad.language.rule import Rule
from marsad.world.persons import load_offices

_PLAIN, _ORDINARY = (
    split(" ".join(line for line in part.splitlines() if not line.startswith("#")))
    for part in (files("marsad.language.ar") / "given.txt").read_text(encoding="utf-8").split("----")
)


def _offices() -> Table:
    """The words before a name by what they say of the person: TITLE of any, RANK and HONORIFIC of those that are that.

    An office that states no group ("المتحدث") is left to the words that name speakers, and so is a phrase, save for a rank's.
    """
    out: dict[str, dict[str, list[str]]] = {"TITLE": {}, "RANK": {}, "HONORIFIC": {}}
    for name, office in load_offices().items():
        if name.isascii() or (" " in name and office.kind != "rank") or (office.kind == "office" and office.group is None):
            continue
        for kind in ("TITLE", office.kind.upper()):
            if kind in out:
                out[kind].setdefault(office.group or "people", []).append(name)
    return out


NAMES: Table = {
    **_offices(),
    "GIVEN": {given: [given] for given in _PLAIN},
    "GIVEN_TOO": {given: [given] for given in _ORDINARY},
    "KUNYA": {"kunya": split("أبو أم ابن بن آل ابو بنت ولد دي عبد")},
    "YEARS": {"years": split("عام عاما أعوام سنة سنوات عامين سنتين ربيعا"), "months": split("شهر شهرا أشهر")},
    "AGE_WORD": {"age": split("البالغ البالغة البالغ_من_العمر البالغة_من_العمر ويبلغ_من_العمر عمره عمرها يبلغ بعمر")},
}

_MORE = "GIVEN|GIVEN_TOO|WORD|DEFINITE|KUNYA|PERSON|PLACE"
_PLAIN_NAME = (
    "GIVEN (GIVEN|GIVEN_TOO|KUNYA|WORD|DEFINITE){1,4} | GIVEN_TOO (GIVEN|KUNYA) (GIVEN|GIVEN_TOO|KUNYA|WORD|DEFINITE){0,3}"
)
_TITLED_NAME = f"{_PLAIN_NAME} | GIVEN_TOO (WORD|DEFINITE|GIVEN_TOO){{1,3}} | KUNYA ({_MORE}){{1,3}} | WORD (GIVEN|GIVEN_TOO|WORD|DEFINITE|KUNYA|PERSON){{1,3}} | PERSON (WORD|DEFINITE|GIVEN){{0,1}}"
_ANY = f"{_MORE}|COMMON|COMPOUND"
"""Words of a name where its frame says that it is one: quotation marks after a title, an age after it."""
_TITLES = "title=TITLE|RANK (TITLE|RANK|NISBA|HONORIFIC|ACTOR){0,2}"
_AGED = "(?= PAREN_OPEN (MEASURE|AGE_WORD) | COMMA? MEASURE YEARS | COMMA? AGE_WORD)"

PERSONS = (
    Rule(
        "a person in quotation marks after a title: المواطن «فلان الفلاني»",
        f"({_TITLES} | NAMELY) (OPEN|PAREN_OPEN) name=({_ANY}{{2,5}}) CLOSE|PAREN_CLOSE",
        yes={"قتل المواطن «جوان نوري الأسود» بقصف": {"person": "جوان نوري الأسود"}},
        no=("قتل مدني «في حلب» بقصف",),
    ),
    Rule(
        "a person and an age: فلان الفلاني (14 عاما)",
        f"(?<= NAMELY|AND|COMMA|BOTH|TITLE|DASH|PAREN_CLOSE|COLON|YEARS|PEOPLE|LOSS|LOST) (title=TITLE)? name=(GIVEN|GIVEN_TOO|WORD|KUNYA|PLACE|PERSON {_ANY}{{1,4}}) {_AGED}",
        yes={"أصيب كل من سوار بشرى (14 عاما) وهيام فرات (15 عاما)": [{"person": "سوار بشرى"}]},
        no=("أصيب سبعة أطفال (14 عاما)",),
    ),
    Rule(
        "a person after a title: العميد فلان الفلاني",
        f"{_TITLES} OPEN? name=({_TITLED_NAME}) CLOSE?",
        yes={"قتل العميد سامر الخطيب": {"person": "سامر الخطيب"}},
        no=("قتل مدني في حلب",),
    ),
    Rule(
        "one who bears a known name and one more: فلان الفلاني العلاني",
        "(?<= LOST|LOSS) name=(PERSON DEFINITE)",
        yes={"قتل علي عبد الله صالح المطري في صنعاء": {"person": "علي عبد الله صالح المطري"}},
        no=("قتل ثلاثة جنود",),
    ),
    Rule(
        "a person by given name: فلان الفلاني",
        f"name=({_PLAIN_NAME} | PERSON)",
        yes={"قتل سامر محمود الخطيب": {"person": "سامر محمود الخطيب"}},
        no=("قتل ثلاثة جنود",),
    ),
)
