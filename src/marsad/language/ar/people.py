"""People as Arabic news counts them: the nouns by group, the dead and wounded as nouns, and how a figure stands before them."""

from marsad.language.ar.letters import counted_noun, nouns, split
from marsad.language.pack import Table
from marsad.language.rule import Rule

_PEOPLE: dict[str, tuple[tuple[str, str], ...]] = {
    "people": (
        ("شخص", "أشخاص"), ("حارس", "حراس"), ("شخصية", "شخصيات"), ("وجيه", "وجهاء"), ("", "أعيان"), ("بائع", "باعة"), ("فلاح", "فلاحين فلاحون"), ("مسافر", "مسافرين مسافرون"), ("عون", "أعوان"), ("سجناء", ""), ("محتج", "محتجين محتجون"), ("مهرب", "مهربين مهربون"), ("مطلوب", "مطلوبين مطلوبون"), ("تاجر", "تجار"), ("حاج", "حجاج"), ("عضو", "أعضاء"), ("مهندس", "مهندسين مهندسون"), ("محامي", "محامين محامون"), ("محام", ""), ("خبير", "خبراء"), ("مستشار", "مستشارين مستشارون"), ("مرافق", "مرافقين مرافقون"), ("مدرس", "مدرسين مدرسون"), ("مدرسة", "مدرسات"), ("حفيد", "أحفاد"), ("", "أبناء"), ("", "بنات"), ("", "ذوي"), ("غريق", "غرقى"), ("بحار", "بحارة"), ("رجل دين", "رجال_دين"), ("إمام", "أئمة"), ("فرد", "أفراد"), ("نسمة", "نسمات"), ("إنسان", "أناس"), ("عامل", "عمال عاملين عاملون"), ("عاملة", "عاملات"),
        ("مهاجر", "مهاجرين مهاجرون"), ("لاجئ", "لاجئين لاجئون"), ("نازح", "نازحين نازحون"), ("نازحة", "نازحات"), ("لاجئة", "لاجئات"), ("سائق", "سائقين سائقون"), ("طالب", "طلاب طلبة"),
        ("طالبة", "طالبات"), ("معلم", "معلمين معلمون"), ("مستوطن", "مستوطنين مستوطنون"), ("شقيق", "أشقاء"), ("شقيقة", "شقيقات"), ("أخ", "إخوة أخوة"),
        ("راكب", "ركاب"), ("مصل", "مصلين مصلون"), ("مصلي", ""), ("متظاهر", "متظاهرين متظاهرون"), ("ناشط", "ناشطين نشطاء ناشطون"), ("بحار", "بحارة"),
        ("صياد", "صيادين صيادون"), ("مزارع", "مزارعين مزارعون"), ("راع", "رعاة"), ("راعي", ""), ("موظف", "موظفين موظفون"),
    ),
    "civilians": (("مدني", "مدنيين مدنيون"), ("مدنية", "مدنيات"), ("مواطن", "مواطنين مواطنون"), ("مواطنة", "مواطنات"), ("ساكن", "سكان"), ("", "أهالي الأهالي أهال")),
    "children": (("طفل", "أطفال"), ("طفلة", "طفلات"), ("رضيع", "رضع"), ("رضيعة", "رضيعات"), ("قاصر", "قاصرين قصر"), ("تلميذ", "تلاميذ"), ("تلميذة", "تلميذات"), ("يافع", "يافعين")),
    "women": (("امرأة", "نساء نسوة"), ("سيدة", "سيدات"), ("فتاة", "فتيات شابات"), ("شابة", "شابات"), ("إمرأة", ""), ("زوجة", "زوجات"), ("أنثى", "إناث")),
    "men": (("رجل", "رجال"), ("شاب", "شبان شباب"), ("فتى", "فتية")),
    "elderly": (("مسن", "مسنين مسنون"), ("مسنة", "مسنات"), ("عجوز", "عجائز")),
    "fighters": (
        ("مسلح", "مسلحين مسلحون"), ("مقاتل", "مقاتلين مقاتلون"), ("مقاتلة", "مقاتلات"), ("عنصر", "عناصر"), ("إرهابي", "إرهابيين إرهابيون"),
        ("متمرد", "متمردين متمردون"), ("انتحاري", "انتحاريين انتحاريون"), ("متشدد", "متشددين متشددون"), ("متطرف", "متطرفين متطرفون"), ("جهادي", "جهاديين جهاديون"),
        ("داعشي", "دواعش"), ("حوثي", "حوثيين حوثيون"), ("مرتزق", "مرتزقة"), ("قيادي", "قياديين قياديون قيادات"), ("مهاجم", "مهاجمين مهاجمون"),
        ("تكفيري", "تكفيريين تكفيريون"), ("قائد", "قادة"), ("متزعم", "متزعمين متزعمي"), ("زعيم", "زعماء"), ("عميل", "عملاء"), ("قناص", "قناصين قناصة"),
    ),
    "soldiers": (
        ("جندي", "جنود"), ("عسكري", "عسكريين عسكريون عساكر"), ("ضابط", "ضباط"), ("عميد", ""), ("عقيد", ""), ("لواء", ""), ("مقدم", ""), ("رائد", ""), ("نقيب", ""),
        ("ملازم", ""), ("رقيب", ""), ("طيار", "طيارين طيارون"), ("مجند", "مجندين مجندون"), ("مجندة", "مجندات"), ("رقيب_أول", ""), ("ملازم_أول", ""), ("عريف", ""),
    ),
    "police": (("شرطي", "شرطيين رجال_شرطة عناصر_شرطة أفراد_شرطة رجال_الشرطة عناصر_الشرطة أفراد_الشرطة"), ("رجل أمن", "رجال_أمن رجال_الأمن"), ("عون أمن", "أعوان_أمن أعوان_الأمن"), ("عون حرس", "أعوان_حرس أعوان_الحرس"), ("أمني", "أمنيين أمنيون"), ("", "عناصر_الأمن عناصر_أمن أفراد_الأمن قوى_الأمن")),
    "journalists": (("صحفي", "صحفيين صحفيون"), ("صحفية", "صحفيات"), ("صحافي", "صحافيين صحافيون"), ("صحافية", "صحافيات"), ("إعلامي", "إعلاميين إعلاميون"), ("مصور", "مصورين مصورون"), ("مراسل", "مراسلين")),
    "medics": (("طبيب", "أطباء"), ("طبيبة", "طبيبات"), ("مسعف", "مسعفين مسعفون"), ("ممرض", "ممرضين ممرضون"), ("", "كوادر_طبية الكوادر_الطبية طواقم_طبية الطواقم_الطبية"), ("ممرضة", "ممرضات")),
    "aid_workers": (("متطوع", "متطوعين متطوعون"), ("متطوعة", "متطوعات"), ("عامل إغاثة", "عمال_إغاثة")),
    "prisoners": (("أسير", "أسرى"), ("سجين", "سجناء"), ("معتقل", ""), ("رهينة", "رهائن"), ("محتجز", "محتجزين")),
    "officials": (("مسؤول", "مسؤولين مسؤولون"), ("وزير", "وزراء"), ("نائب", "نواب"), ("قاض", "قضاة"), ("موظف حكومي", "موظفين_حكوميين")),
    "foreigners": (("أجنبي", "أجانب"), ("سائح", "سياح"), ("سائحة", "سائحات")),
}  # fmt: skip

_VICTIMS: dict[str, tuple[tuple[str, str], ...]] = {
    "killed": (
        ("قتيل", "قتلى"),
        ("قتيلة", ""),
        ("شهيد", "شهداء"),
        ("شهيدة", "شهيدات"),
        ("صريع", "صرعى"),
        ("جثة", "جثث"),
        ("جثمان", "جثامين"),
        ("", "خسائر_في_الأرواح خسائر_كبيرة_في_الأرواح خسائر_فادحة_في_الأرواح خسائر_جسيمة_في_الأرواح"),
    ),
    "injured": (("جريح", "جرحى"), ("جريحة", "جريحات"), ("مصاب", "مصابين مصابون"), ("مصابة", "مصابات"), ("", "إصابات")),
    "missing": (("مفقود", "مفقودين مفقودون"),),
    "displaced": (("نازح", "نازحين نازحون"), ("مهجر", "مهجرين مهجرون"), ("مشرد", "مشردين مشردون")),
    "detained": (("معتقل", "معتقلين معتقلون"), ("موقوف", "موقوفين موقوفون"), ("معتقلة", "معتقلات")),
    "abducted": (("مختطف", "مختطفين مختطفون"), ("مخطوف", "مخطوفين")),
    "toll": (("ضحية", "ضحايا"), ("", "خسائر_بشرية خسائر_مادية_وبشرية خسائر_بشرية_ومادية")),
}


def _table(groups: dict[str, tuple[tuple[str, str], ...]], kind: str) -> dict[str, dict[object, list[str]]]:
    """``kind`` with its group, and PEOPLE_1, PEOPLE_2, PEOPLE_3 by grammatical number; definite forms are DEFINITE_PEOPLE too."""
    out: dict[str, dict[object, list[str]]] = {
        kind: {},
        "PEOPLE_1": {},
        "PEOPLE_2": {},
        "PEOPLE_3": {},
        "THE_PEOPLE": {},
        "NOUN": {"people": []},
    }
    for group, pairs in groups.items():
        for singular, plural in pairs:
            for number, forms in counted_noun(singular.replace(" ", "_"), plural).items():
                forms = [*forms, *(f[:-1] for f in forms if number == 3 and f.endswith(("ين", "ون")))]
                both = nouns(" ".join(f.replace(" ", "_") for f in forms))
                out[kind].setdefault(group, []).extend(both)
                out[f"PEOPLE_{number}"].setdefault(number, []).extend(f for f in both)
                out["THE_PEOPLE"].setdefault("the", []).extend(f for f in both if f.startswith("ال"))
                out["NOUN"]["people"].extend(both)
    return out


TABLES: tuple[Table, ...] = (_table(_PEOPLE, "PEOPLE"), _table(_VICTIMS, "VICTIM"))

_QUALITIES = (
    "عراقي أفغاني مسلح مسلحة مجهول مجهولة مجهولين أجنبي أجنبية أجانب محلي محلية مدني مدنية مدنيين عسكري عسكرية جدد آخر آخرين آخرون بارز بارزين كبير كبار ميداني "
    "ميدانيين صغير صغيرة صغار أبرياء عزل نازح نازحين نازحة مسن مسنة حامل حوامل حديثي تابع تابعين تابعة موالي موالين منتمين ينتمون متقاعد إعلامي درزي درزية دروز بدوي بدوية عشائري عشائرية قبلي قبلية انفصالي انفصالية جهادي جهادية متطرفة متشددة"
)

QUALITIES: Table = {
    "QUALITY": {None: nouns(_QUALITIES) + [f"{form}ا" for form in split(_QUALITIES) if form[-1] not in "ةاني"]},
}

_KIN = {
    ("men", 1): "زوج والد", ("women", 1): "زوجت والدت أم", ("people", 1): "ابن ابنت شقيق شقيقت أخو أخي أخا أخت حفيد",
    ("children", 1): "طفل طفلت رضيع رضيعت", ("children", 2): "طفلا طفلي طفلتا طفلتي", ("people", 2): "ابنا ابني شقيقا شقيقي ابنتا ابنتي",
}  # fmt: skip
KIN: Table = {
    "KIN": {
        what: [f"{stem}{whose}" for stem in split(stems) for whose in ("ه", "ها", "هم", "هما")] for what, stems in _KIN.items()
    }
}
"""The family of one told of before, by group and number: her husband, his two children."""

_OWN = {"fighters": "عناصر مقاتلي مقاتلو مسلحي مسلحو", "soldiers": "جنود ضباط عسكريي"}
_OWNED = {
    group: [f"{stem}{whose}" for stem in split(stems) for whose in ("ه", "ها", "هم", "هما")] for group, stems in _OWN.items()
}
OWNED: Table = {"PEOPLE": _OWNED, "PEOPLE_3": {3: [form for forms in _OWNED.values() for form in forms]}}
"""The men of a side named before: its soldiers, its fighters."""

SECTS: Table = {
    "SECT": {
        None: [
            form
            for word in ("حوثي", "داعشي")
            for forms in counted_noun(word, f"{word}ين {word}ون").values()
            for form in nouns(" ".join(forms))
        ]
    }
}
"""People called by the body they belong to."""

BOUNDS: Table = {
    "INJURIES": {
        "injured": nouns("إصابة إصابات إصابتين إصابتان حالة_إصابة حالات_إصابة"),
        "killed": nouns("حالة_وفاة حالات_وفاة وفيات"),
    },
    "HOUSEHOLDS": {"households": nouns("عائلة عائلات أسرة أسر عوائل عائلة_واحدة أسرة_واحدة العائلة_الواحدة الأسرة_الواحدة")},
    "CHIEF": {"officials": nouns("رئيس مدير محافظ سفير قنصل عمدة مختار قائمقام أمين_سر")},
    "PARENT": {"women": ["أم"], "men": ["أب"]},
    "LATTER": {1: ["آخر", "أخرى", "الآخر"], 2: ["آخران", "آخرين اثنين"]},
    "AT_LEAST": {"at_least": ["على الأقل", "على أقل تقدير", "كحد أدنى", "فأكثر", "أو أكثر"]},
    "ABOUT": {"about": ["تقريبا"]},
}

_NATION = "(nation=NISBA)? QUALITY* (nation2=NISBA|SECT)? bound=(AT_LEAST|ABOUT)? (RANKS group=PEOPLE)?"

COUNTED = (
    Rule(
        "a figure before people: N people",
        f"count=NUMBER (FROM|FOR)? QUALITY? (nation=NISBA (?= VICTIM))? who=PEOPLE|VICTIM (FROM? group=PEOPLE)? {_NATION}",
        yes={
            "مقتل 12 شخصا": {"low": 12, "high": 12, "group": "people"},
            "إصابة 7 مدنيين على الأقل": {"low": 7, "high": None, "group": "civilians"},
        },
        no=("احترقت 12 سيارة",),
    ),
    Rule(
        "a figure before a people's name: N Italians",
        "count=NUMBER (FROM|FOR)? nation=NISBA QUALITY* bound=(AT_LEAST|ABOUT)?",
        yes={"اختطف أربعة إيطاليين قرب المجمع": {"low": 4, "outcome": "abducted"}},
        no=("عقدت أربعة اجتماعات",),
    ),
    Rule(
        "so many injuries: N إصابة",
        f"count=NUMBER QUALITY? who=INJURIES {_NATION}",
        yes={"سجلت 20 إصابة": {"low": 20, "outcome": "injured"}},
        no=("أصيبت 20 سيارة بأضرار",),
    ),
    Rule(
        "a figure of others: N others",
        f"count=NUMBER who=OTHERS {_NATION}",
        yes={"مقتل طفل وإصابة 7 آخرين": {"low": 7, "outcome": "injured"}},
        no=("احترقت 7 سيارات أخرى",),
    ),
    Rule(
        "people, then a figure: the dead (12)",
        "(who=VICTIM COLON? PAREN_OPEN? | who=PEOPLE (COLON PAREN_OPEN? | PAREN_OPEN)) count=NUMBER PAREN_CLOSE?",
        yes={"القتلى: 12": {"low": 12, "outcome": "killed"}},
        no=("دفن القتلى في المدينة",),
    ),
    Rule(
        "so many of them people: two of them students",
        "count=NUMBER (منهم | منهن | منهما | منها) (?! THE_PEOPLE) who=PEOPLE_2|PEOPLE_3",
        yes={"مقتل 5 مدنيين ثلاثة منهم أطفال": [{"low": 5}, {"low": 3, "group": "children", "part_of": 5}]},
        no=("مقتل 5 مدنيين ثلاثة منهم في حلب",),
    ),
    Rule(
        "so many of a side: 30 of the militia's",
        "(count=NUMBER FROM (?= ACTOR|FORCE|FIGHTERS_OF | OPEN ACTOR) | count=NUMBER (?= ACTOR DEFINITE? (LOST_ALL|FALL)))",
        yes={"مقتل 30 من الحوثيين": {"low": 30, "group": "fighters", "affiliation": "الحوثيين"}},
        no=("احتراق 30 من منازل القرية",),
    ),
    Rule(
        "one of a people: a Palestinian was killed",
        "(?<= LOSS|LOST) (?! PEOPLE_1) one=NISBA (?! NISBA|QUALITY|DEFINITE|ACTOR|PEOPLE|VICTIM|COUNTED|FORCE)",
        yes={"استشهاد فلسطيني برصاص الاحتلال": {"low": 1, "high": 1, "outcome": "killed"}},
        no=("هجوم إسرائيلي على رفح",),
    ),
    Rule(
        "one of many: one of the workers",
        f"one=ONE_OF who=PEOPLE_3|VICTIM {_NATION}",
        yes={"مقتل أحد العاملين في القناة": {"low": 1, "high": 1}},
        no=("أحد المنازل في القرية",),
    ),
    Rule(
        "one or two of a family: her husband",
        "(?<= LOSS|LOST|AND|AMONG|COMMA) who=KIN",
        yes={"إصابة زوجها وطفليها بجروح": [{"low": 1, "group": "men"}, {"low": 2, "group": "children"}]},
        no=("قال زوجها إنه بخير",),
    ),
    Rule(
        "so many households, which are no count of people",
        "count=NUMBER who=HOUSEHOLDS",
        yes={"نزوح 300 عائلة من البلدة": {"low": None, "outcome": "displaced"}},
        no=("احترقت 300 عجلة",),
    ),
    Rule(
        "people whose noun is told by its plural alone: a noun in -ين after a figure",
        "count=NUMBER FROM? who=WORD|COMMON",
        yes={"اعتقال ثلاثة مزورين في كركوك": {"low": 3, "outcome": "detained"}},
        no=("احتراق المخازن في كركوك",),
    ),
    Rule(
        "one more, by ordinal: and a third was wounded",
        "(?<= LOSS|LOST) one=ORDINAL (?! NOUN|WORD|COMMON)",
        yes={"قتل مدنيان وجرح ثالث برصاص قناص": [{"low": 2}, {"low": 1, "outcome": "injured", "group": "civilians"}]},
        no=("قتل المدني في ثالث أيام العيد",),
    ),
    Rule(
        "a parent: a mother was killed",
        "(?<= LOSS|LOST|AMONG) who=PARENT (?! WORD|DEFINITE|GIVEN)",
        yes={"استشهاد أم وطفليها": [{"low": 1, "group": "women"}, {"low": 2, "group": "children"}]},
        no=("استشهاد أم الفحم",),
    ),
    Rule(
        "one who holds an office: the head of the council was killed",
        "(?<= LOSS|LOST) who=CHIEF",
        yes={"اغتيال رئيس المجلس المحلي في البلدة": {"low": 1, "group": "officials", "outcome": "killed"}},
        no=("قال رئيس المجلس المحلي في البلدة",),
    ),
    Rule(
        "a whole family, which is no count of people",
        "(?<= LOSS|LOST) who=HOUSEHOLDS (?! COMPOSED|FROM)",
        yes={"مقتل عائلة كاملة بغارة": {"low": None, "outcome": "killed"}},
        no=("قالت العائلة إنها بخير",),
    ),
    Rule(
        "a family's people by number: their three children",
        "who=PEOPLE_3 PRONOUN count=NUMBER|ORDINAL",
        yes={"مقتل رجل وأطفاله الثلاثة": [{"low": 1}, {"low": 3, "group": "children"}]},
        no=("قال أطفاله إنهم بخير",),
    ),
    Rule(
        "two people, said twice: مدنيين اثنين",
        f"(?! THE_PEOPLE) who=PEOPLE_2 count=NUMBER {_NATION}",
        yes={"إصابة مدنيين اثنين بجروح": {"low": 2, "high": 2, "group": "civilians"}},
        no=("إصابة مدنيين في حلب",),
    ),
    Rule(
        "two people: the dual says the figure",
        f"(?! THE_PEOPLE) (?<! VICTIM ) (?<! PEOPLE_1 FROM ) who=PEOPLE_2 (FROM? group=PEOPLE)? {_NATION}",
        yes={"مقتل طفلين": {"low": 2, "high": 2, "group": "children"}},
        no=("مقتل الصحفيين",),
    ),
    Rule(
        "one person: the singular says the figure",
        f"(?! THE_PEOPLE) (?! (?<= STRIKE|WEAPON|FORCE|MANNER ) MANNER|FACTION|WEAPON ) who=PEOPLE_1 ONE? (FROM? group=PEOPLE)? {_NATION}",
        yes={"مقتل طفل": {"low": 1, "high": 1, "group": "children"}},
        no=("مقتل الطفل",),
    ),
    Rule(
        "people with no figure: dead and wounded",
        f"(^ | (?<= LOSS|LOST|AND|AMONG|FALL|RESULTED|PAREN_OPEN|THAT|FROM|COLON|DASH) | (?<= RESULTED|FALL STRIKE|ACTOR)) (?! THE_PEOPLE) who=PEOPLE_3 ((FROM|RANKS|BETWEEN)? group=PEOPLE)? (?! ACTOR|DEFINITE|FORCE) {_NATION}",
        yes={"سقوط قتلى وجرحى": {"low": None, "outcome": "casualties"}},
        no=("سقوط 12 قتيلا",),
    ),
    Rule(
        "people with no figure, then what befell them: civilians were killed",
        f"(?! THE_PEOPLE) who=PEOPLE_3 {_NATION} (?= LOST_ALL)",
        yes={"أعلن أن مدنيين قتلوا بانفجار لغم": {"low": None, "group": "civilians"}},
        no=("أعلن المدنيون رفضهم",),
    ),
    Rule(
        "a figure alone beside a word of loss: killing of 25",
        "(?<= LOSS|LOST) count=NUMBER bound=(AT_LEAST|ABOUT)? (RANKS group=PEOPLE)? (?! NISBA|WORD|HOUSEHOLDS)",
        yes={"مقتل 25 وإصابة 78 آخرين": {"low": 25}},
        no=("مقتل 25 رأسا من الماشية",),
    ),
    Rule(
        "a figure alone, then what befell them: dozens were wounded",
        "count=NUMBER (?= LOST_ALL)",
        yes={"أضاف أن عشرات أصيبوا": {"low": 20, "high": 99, "outcome": "injured"}},
        no=("عشرات السيارات احترقت",),
    ),
    Rule(
        "others with no figure",
        "(?<= LOSS|LOST) who=OTHERS (?! WORD|COMMON|TARGET|LANDMARK|SETTLEMENT)",
        yes={"وأصيب آخرون": {"outcome": "injured", "low": None}},
        no=("وصل آخرون إلى المدينة",),
    ),
)
