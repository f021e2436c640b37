"""The words Arabic dates are made of: one kind and one value a word, clitics expanded once, when this file is loaded.

Months by their Levantine, Egyptian and Gulf, Tunisian and Algerian, and Moroccan names, and the Hijri months (CLDR ``ar``,
``ar-SY``, ``ar-DZ``, ``ar-MA`` and the variant spellings of the press). ``spell`` writes a sentence as one character a kind,
so that a date's grammar is a regular expression over kinds.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from marsad.text import key

DAY, WEEK, MONTH, YEAR, HOUR = "day", "week", "month", "year", "hour"
START, MIDDLE, END = "start", "middle", "end"


def _numbered(first: int, *words: str) -> dict[str, int]:
    """Words for ``first``, ``first + 1``, …; a place holds all spellings of its word, set apart by spaces."""
    return {word: first + n for n, spellings in enumerate(words) for word in spellings.split()}


def _all(value: Any, words: str) -> dict[str, Any]:
    return dict.fromkeys(words.split(), value)


_SAFE_MONTHS = {
    **_numbered(1, "يناير", "فبراير"),
    **_numbered(4, "أبريل", "مايو", "يونيو يونية يونيه", "يوليو يوليه يوليوز", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    **_numbered(1, "جانفي", "فيفري"),
    **_numbered(4, "أفريل", "أيار", "حزيران", "تموز"),
    **_numbered(7, "جويلية", "غشت", "شتنبر أيلول"),
    "نونبر": 11,
    "دجنبر": 12,
}
_DOUBTFUL_MONTHS = _numbered(2, "شباط", "آذار مارس", "نيسان", "ماي", "جوان") | _numbered(8, "آب أوت")
"""Month names that are also a verb (مارس), a surname (ماي, شباط), a make of car, or fold to other words (آب, أب, إب)."""

WORDS: dict[str, dict[str, Any]] = {
    # names
    "NAME": _SAFE_MONTHS,
    "WEAK": _DOUBTFUL_MONTHS,
    "AUTUMN": {"تشرين": (10, 11)},  # first and second
    "WINTER": {"كانون": (12, 1)},
    "HIJRI": _all(1, "محرم المحرم") | {"صفر": 2, "رجب": 7, "شعبان": 8, "رمضان": 9, "شوال": 10},
    "RABI": {"ربيع": (3, 4)},
    "JUMADA": _all((5, 6), "جمادى جمادي"),
    "DHU": _all(0, "ذو ذي"),
    "DHUNAME": {"القعدة": 11, "الحجة": 12},
    "LATTER": _all(2, "الآخر الآخرة"),
    "WEEKDAY": _numbered(0, "الاثنين الإثنين", "الثلاثاء", "الأربعاء الاربعا", "الخميس", "الجمعة", "السبت", "الأحد"),
    "SEASON": {"صيف": 6, "خريف": 9, "شتاء": 12},
    "THESEASON": {"الصيف": 6, "الخريف": 9, "الشتاء": 12, "الربيع": 3},
    # the day of the report and its neighbours
    "TODAY": {"اليوم": 0},
    "YESTERDAY": _all(-1, "أمس البارحة الأمس"),
    "TOMORROW": _all(1, "غدا غد الغد"),
    "THENIGHT": {"الليلة": 0},
    "THEPART": _all(0, "الصباح المساء الفجر"),
    "PART": _all(0, "صباح مساء فجر ظهر عصر ضحى ظهيرة مغرب"),
    "NIGHT": _all(0, "ليل ليلة"),
    # units
    "DAYWORD": {"يوم": DAY},
    "MONTHWORD": {"شهر": MONTH},
    "YEARWORD": _all(YEAR, "عام سنة"),
    "UNIT": _all(DAY, "يوما") | _all(WEEK, "أسبوع أسبوعا") | {"شهرا": MONTH, "عاما": YEAR, "ساعة": HOUR},
    "UNITS": _all(DAY, "أيام")
    | _all(WEEK, "أسابيع")
    | _all(MONTH, "أشهر شهور")
    | _all(YEAR, "أعوام سنوات سنين")
    | _all(HOUR, "ساعات"),
    "DUAL": _all(DAY, "يومين يومان")
    | _all(WEEK, "أسبوعين أسبوعان")
    | _all(MONTH, "شهرين شهران")
    | _all(YEAR, "عامين عامان سنتين سنتان")
    | _all(HOUR, "ساعتين ساعتان"),
    "THEUNITS": _all(DAY, "الأيام")
    | _all(WEEK, "الأسابيع")
    | _all(MONTH, "الأشهر الشهور")
    | _all(YEAR, "الأعوام السنوات السنين")
    | _all(HOUR, "الساعات الساعة"),
    "THEDUAL": {"اليومين": DAY, "الأسبوعين": WEEK, "الشهرين": MONTH, "العامين": YEAR, "السنتين": YEAR, "الساعتين": HOUR},
    "PAIR": {"يومي": DAY, "ليلتي": DAY, "شهري": MONTH, "عامي": YEAR, "سنتي": YEAR},
    "THEWEEK": {"الأسبوع": WEEK},
    "THEMONTH": {"الشهر": MONTH},
    "THEYEAR": _all(YEAR, "العام السنة"),
    "THECENTURY": {"القرن": 100},
    "DECADE": {f"{article}{stem}{end}": 10 * n
               for n, stem in enumerate("عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين".split(), 2)
               for article in ("", "ال") for end in ("يات", "ات")},
    "QUARTER": {"الربع": 3},
    "HALF": {"النصف": 6},
    # which one
    "PAST": _all(-1, "الماضي الماضية الماضيين الماضيان الماضيتين الفائت الفائتة الفايت الفارط الفارطة الفارطين المنصرم المنصرمة "
                     "المنصرمين المنقضي المنقضية السابق السابقة"),
    "NOW": _all(0, "الجاري الجارية الحالي الحالية"),
    "NEXT": _all(1, "المقبل المقبلة المقبلين القادم القادمة القادمين"),
    "RECENT": _all(-1, "الأخير الأخيرة الأخيرين الأخيرتين"),
    "ELAPSED": _all(-1, "مضت مضى مضيا خلت"),
    "SAME": _all(0, "نفسه نفسها ذاته ذاتها عينه"),
    "THIS": _all(0, "هذا هذه"),
    "THAT": _all(0, "ذلك تلك أما"),
    "EDGE": _all(START, "مطلع بداية بدايات أوائل مستهل")
    | _all(MIDDLE, "منتصف أواسط وسط")
    | _all(END, "نهاية نهايات أواخر ختام"),
    # numbers
    "FIRST": _all(1, "أول غرة") | _all(2, "ثاني ثان"),
    "UNITH": _numbered(1, "الأول الأولى الحادي", "الثاني الثانية", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن",
                       "التاسع", "العاشر"),
    "TENTH": {"العشرين": 20, "الثلاثين": 30, "العشرون": 20, "الثلاثون": 30},
    "LOW": _numbered(1, "أحد إحدى", "اثنا اثني اثنتا اثنتي"),
    "COUNT": _numbered(3, "ثلاثة ثلاث", "أربعة أربع", "خمسة خمس", "ستة ست", "سبعة سبع", "ثمانية ثماني ثمان", "تسعة تسع"),
    "THECOUNT": _numbered(3, "الثلاثة الثلاث", "الأربعة الأربع", "الخمسة الخمس", "الستة الست", "السبعة السبع",
                          "الثمانية الثماني", "التسعة التسع", "العشرة العشر"),
    "TEN": _all(10, "عشرة عشر"),
    "TENS": {f"{stem}{end}": 10 * n
             for n, stem in enumerate("عشر ثلاث أربع خمس ست سبع ثمان تسع".split(), 2) for end in ("ين", "ون")},
    "THETENS": {"الأربعين": 40, "الخمسين": 50, "الستين": 60, "السبعين": 70},
    "TWOTHOUSAND": _all(2000, "ألفين ألفان"),
    "FEW": _all(0, "القليلة القلائل"),
    "COUNTED": _all(0, "شخص شخصا قتيل قتيلا جريح جريحا مدني مدنيا مقاتل مقاتلا عنصر عنصرا جندي جنديا أسرة عائلة نازح نازحا لاجئ "
                       "لاجئا طفل طفلا امرأة منزل منزلا حالة إصابة غارة موقع موقعا ضحية معتقل معتقلا كيلومتر كيلومترا متر مترا "
                       "دولار دولارا طن طنا هجوم هجوما صاروخ صاروخا قذيفة مصاب مصابا"),
    # what introduces and joins
    "SINCE": _all(0, "منذ مذ"),
    "BEGIN": _all(0, "ابتداء ابتداءا اعتبارا بدءا انطلاقا"),
    "UNTIL": {"حتى": 0},
    "LIMIT": {"غاية": 0},
    "DURING": _all(0, "خلال أثناء طوال طيلة"),
    "PERIOD": _all(0, "الفترة فترة الممتدة الواقعة"),
    "AGO": {"قبل": 0},
    "AFTER": _all(0, "بعد عقب"),
    "BETWEEN": {"بين": 0},
    "OF": {"من": 0},
    "TO": {"إلى": 0},
    "IN": {"في": 0},
    "AND": {"و": 0},
    "UPON": {"على": 0},
    "THE": {"ال": 0},
    "DATE": _all(0, "تاريخ"),
    "EQUALS": _all(0, "الموافق"),
    "ABOUT": _all(0, "نحو حوالي قرابة زهاء أكثر أقل يقارب يزيد ما عن"),
    "AD": _all(0, "م ميلادي ميلادية"),
    "AH": _all(0, "ه هجري هجرية"),
    "NO": {"رقم": 0},
    "NOTADAY": _all(0, "سوق حي جامع مسجد ساحة صحيفة جريدة المصري روسيا أخبار رأي كل كلا هذين"),
    "NAMED": _all(0, "ثورة حركة قوى شارع مدرسة ميدان مستشفى مشفى كتيبة لواء جسر حزب تيار جبهة مخيم فريق تجمع ائتلاف قصر قاعدة مطار جامعة معسكر"),
    "COMING": _all(0, "سوف سيتم ستتم سيعقد ستعقد سيبدأ ستبدأ سيجري ستجري سيصل سيلتقي سينطلق ستنطلق ستستضيف سيستضيف المقرر المزمع "
                      "المرتقب المرتقبة"),
    "NEXTDAY": _all(0, "التالي الموالي المذكور العالمي الوطني الدولي الذي الواحد الأسود معا منهما كليهما"),
    "COMMA": {",": 0},
    "STOP": {".": 0},
    "DASH": {"-": 0},
    "SLASH": _all(0, "/ \\"),
    "OPEN": {"(": 0},
    "CLOSE": {")": 0},
    "MARK": _all(0, '" « » : ; ? !') | {"\n": 0},
}  # fmt: skip

_DIGITS = ("NUMBER", "LARGE", "CENTURY", "AHYEAR", "DOTTED")
_KIND = {name: chr(0xE000 + n) for n, name in enumerate((*WORDS, *_DIGITS, "OTHER"))}
_KIND_NAME = re.compile("[A-Z]{2,}")
_BARE = {"WEAK", "COMMA", "STOP", "DASH", "SLASH", "OPEN", "CLOSE", "MARK", "THE", "AD", "AH", "AND", "OF", "IN", "TO", "ABOUT"}
_AND_ONLY = {"WEAK", "YESTERDAY", "COUNT", "TENS", "TEN", "OF", "TO", "SINCE", "UNTIL", "DURING", "AGO", "AFTER", "IN", "LOW"}
"""ب and ل would make other words of these: باب, لامس, بعشرين."""

_STARTING = (
    "NAME WEAK AUTUMN WINTER HIJRI RABI JUMADA DHUNAME WEEKDAY THESEASON TODAY YESTERDAY TOMORROW THENIGHT DAYWORD MONTHWORD "
    "YEARWORD UNIT UNITS DUAL THEUNITS THEDUAL PAIR THEWEEK THEMONTH THEYEAR THECENTURY NOW THIS"
).split()


class Spelled(NamedTuple):
    """A sentence in kinds: ``at[i]`` is the word that character i stands for, ``values[i]`` what it is worth."""

    kinds: str
    values: list[Any]
    at: list[int]


def plain(pattern: str) -> str:
    """A pattern of kinds, named in capitals between operators, as the text of a regular expression over ``Spelled.kinds``."""
    return "".join(_KIND_NAME.sub(lambda name: _KIND[name.group()], pattern).split())


def _spellings() -> Iterable[tuple[str, str, tuple[Any, ...]]]:
    """(folded word, its kinds, their values), the word as it stands first, then with و ف, then with ب ل ك."""
    table = [(key(word) or word, _KIND[kind], value, kind) for kind, words in WORDS.items() for word, value in words.items()]
    conj, prep = _KIND["AND"], _KIND["IN"]
    for word, kind, value, _ in table:
        yield word, kind, (value,)
    for word, kind, value, name in table:
        if name in _BARE and name not in _AND_ONLY:
            continue
        yield "و" + word, conj + kind, (0, value)
        if name in _AND_ONLY:
            continue
        yield "ف" + word, conj + kind, (0, value)
        for letter in "بلك":
            joined = "لل" + word[2:] if letter == "ل" and word.startswith("ال") else letter + word
            yield joined, prep + kind, (0, value)
            yield "و" + joined, conj + prep + kind, (0, 0, value)
    for number in range(1, 1000):
        kind = _KIND["NUMBER" if number <= 31 else "LARGE"]
        yield str(number), kind, (number,)
        if number < 10:
            yield f"0{number}", kind, (number,)
    for number in range(1900, 2100):
        yield str(number), _KIND["CENTURY"], (number,)
    for number in range(1343, 1501):  # what the Umm al-Qura tables of hijridate cover
        yield str(number), _KIND["AHYEAR"], (number,)


_SPELLED: dict[str, tuple[str, tuple[Any, ...]]] = {}
for _word, _kinds, _values in _spellings():
    _SPELLED.setdefault(_word, (_kinds, _values))
_OTHER = (_KIND["OTHER"], (0,))
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")

_STARTS = "".join(_KIND[name] for name in (*_STARTING, "CENTURY", "AHYEAR"))
TRIGGERS = frozenset(word for word, (kinds, _) in _SPELLED.items() if kinds[-1] in _STARTS)
"""No date is without one of these words."""

STRETCHES = re.compile(plain(f"[^OTHER MARK COMING]*[{_STARTS}][^OTHER MARK COMING]*"))
"""Words a date may be made of, one next to the other, with at least one no date is without."""


def spell(words: Sequence[str]) -> Spelled:
    """Folded words as kinds; a word with clitics is as many characters as it has parts."""
    get = _SPELLED.get
    found = [get(word) or (_dotted(word) if "." in word else _OTHER) for word in words]
    return Spelled(
        "".join([kinds for kinds, _ in found]),
        [value for _, values in found for value in values],
        [at for at, (_, values) in enumerate(found) for _ in values],
    )


def _dotted(word: str) -> tuple[str, tuple[Any, ...]]:
    parts = _DOTTED.fullmatch(word)
    return (_KIND["DOTTED"], ((int(parts[1]), int(parts[2])),)) if parts else _OTHER
