"""How Arabic names a person: titles and ranks before the name, given names, an age after it."""

from importlib.resources import files

from marsad.language.ar.letters import nouns, split
from marsad.language.pack import Table
from marsad.language.rule import Rule

_PLAIN, _ORDINARY = (
    split(" ".join(line for line in part.splitlines() if not line.startswith("#")))
    for part in (files("marsad.language.ar") / "given.txt").read_text(encoding="utf-8").split("----")
)

NAMES: Table = {
    "GIVEN": {given: [given] for given in _PLAIN},
    "GIVEN_TOO": {given: [given] for given in _ORDINARY},
    "KUNYA": {"kunya": split("أبو أم ابن بن آل ابو بنت ولد دي عبد")},
    "TITLE": {
        "children": nouns("طفل طفلة رضيع رضيعة فتى تلميذ"),
        "women": nouns("سيدة امرأة فتاة شابة"),
        "men": nouns("شاب رجل"),
        "civilians": nouns("مواطن مواطنة مدني مدنية"),
        "soldiers": nouns("عميد عقيد لواء مقدم رائد نقيب ملازم رقيب جندي فريق مشير عريف ضابط ملازم_أول عميد_ركن عقيد_ركن"),
        "fighters": nouns("قيادي مقاتل قائد_ميداني مسلح"),
        "journalists": nouns("صحفي صحافي إعلامي مراسل مصور صحفية صحافية إعلامية"),
        "medics": nouns("طبيب طبيبة ممرض مسعف"),
        "police": nouns("شرطي"),
        "officials": nouns("وزير نائب رئيس سفير محافظ"),
        "people": nouns(
            "سيد شيخ دكتور مهندس أستاذ حاج محامي ناشط ناشطة قائد زعيم أمير ملك مدير عضو متطوع شقيق شهيد شهيدة إعلامي معارض لاجئ نازح عامل سائق معلم كاتب"
        ),
    },
    "YEARS": {"years": split("عام عاما أعوام سنة سنوات عامين سنتين ربيعا شهر شهرا أشهر")},
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
        "a person by given name: فلان الفلاني",
        f"name=({_PLAIN_NAME} | PERSON)",
        yes={"قتل سامر محمود الخطيب": {"person": "سامر محمود الخطيب"}},
        no=("قتل ثلاثة جنود",),
    ),
)
