"""How Arabic names a place: the noun before the name, the direction, the countryside of a town."""

from collections.abc import Iterable

from marsad.language.ar.letters import nouns, split
from marsad.language.pack import Table
from marsad.language.rule import Rule
from marsad.text import key


def _heads(kinds: dict[str, str]) -> dict[str, Iterable[str]]:
    return {kind: nouns(forms) for kind, forms in kinds.items()}


_LANDMARK_KINDS = {
    "infrastructure": "مطار معبر سد جسر محطة ميناء مرفأ مصفاة حقل منفذ معمل مصنع صوامع مستودعات مستودع",
    "stadium": "ملعب استاد حديقة منتزه فندق قصر مجمع",
    "road": "طريق شارع دوار ساحة ميدان مفرق أوتوستراد تقاطع محور محوري محاور جبهة جبهتي",
    "market": "سوق",
    "hospital": "مشفى مستشفى مستوصف",
    "school": "مدرسة جامعة كلية معهد",
    "worship": "مسجد جامع كنيسة مزار دير مقام",
    "military": "قاعدة قاعدتي معسكر معسكري معسكرات ثكنة حاجز سجن مقر موقع قلعة فوج كتيبة مبنى نقطة",
    "nature": "جبل جبال تل تلة تلال وادي نهر جزيرة سهل صحراء هضبة مرتفعات بحيرة غابة غابات بادية خليج مضيق ساحل شاطئ",
}
_LANDMARKS = " ".join(_LANDMARK_KINDS.values())

HEADS: Table = {
    "SETTLEMENT": _heads(
        {
            "town": "مدينة بلدة مدن بلدات بلدتي مدينتي مدينتا بلدتا مدينتين بلدتين",
            "village": "مستوطنة مستوطنات كيبوتس موشاف قرية قرى قريتي قريتا مزرعة مزارع قريتين",
            "district": "ناحية منطقة مديرية قضاء مديريات مديريتي مناطق منطقتي منطقتا مديريتا ناحيتي نواحي معتمدية مركز",
            "province": "محافظة ولاية محافظات محافظتي محافظتا إقليم مقاطعة ولايات",
            "quarter": "حي أحياء حيي حيا ضاحية حارة",
            "camp": "مخيم مخيمات مخيمي",
        }
    ),
    "LANDMARK": _heads(_LANDMARK_KINDS),
    "COUNTRYSIDE": {
        "countryside": nouns("ريف ريفي أرياف بريف") + split("غوطة أنحاء"),
        "outskirts": split("ضواحي محيط أطراف مشارف تخوم"),
    },
    "DIRECTION": {
        point: [f"{p}{w}" for w in split(words) for p in ("", "ال", "ب", "لل")]
        for point, words in {
            "north": "شمال شمالي",
            "south": "جنوب جنوبي",
            "east": "شرق شرقي",
            "west": "غرب غربي",
            "centre": "وسط",
            "northeast": "شمال_شرق شمال_شرقي شمالي_شرق شمالي_شرقي",
            "northwest": "شمال_غرب شمال_غربي شمالي_غرب شمالي_غربي",
            "southeast": "جنوب_شرق جنوب_شرقي جنوبي_شرق جنوبي_شرقي",
            "southwest": "جنوب_غرب جنوب_غربي جنوبي_غرب جنوبي_غربي",
        }.items()
    },
    "BEARING": {
        point: [f"{p}{w}{e}" for w in split(words) for p in ("", "ال") for e in ("", "ة", "ين", "تين")]
        for point, words in {"north": "شمالي", "south": "جنوبي", "east": "شرقي", "west": "غربي", "middle": "أوسط"}.items()
    },
    "COMPOUND": {
        key(w): [w]
        for w in split(
            "أم أبو تل دير بيت كفر عين خان وادي جبل رأس شيخ الشيخ بني برج باب حوش خربة بئر جب نبع بير بيار ابن آل عبد سد قلعة خان بير زور سيدي تلة جسر"
        )
    },
    "OPERATION": {"operation": nouns("عملية معركة حملة") + split("عمليتي عمليات")},
    "LANDS": {"lands": nouns("أراضي أراض حدود سواحل مياه")},
    "THE_PLURAL": {
        "the": split(
            "الأحياء المناطق القرى البلدات المدن المخيمات المواقع الجبهات المحاور النقاط المزارع القواعد الحواجز المستودعات الشوارع المقرات السواحل الجبال"
        ),
        "two": split(
            "البلدتين البلدتان القريتين القريتان المدينتين المدينتان المنطقتين المنطقتان المحافظتين الحيين المخيمين الجبهتين المحورين المديريتين"
        ),
    },
    "THOSE": {"those": split("تلك هذه هذا هذين هذا ذاك هذين هاتين ذات نفس")},
    "SEVERAL": {
        "two": split(
            "قريتي بلدتي مدينتي منطقتي حيي محافظتي مديريتي ناحيتي مخيمي محوري جبهتي مزرعتي ولايتي ريفي تلتي معسكري قاعدتي مطاري جبلي ضاحيتي"
        ),
        "row": nouns(
            "قرى قريتين بلدات بلدتين مدن مدينتين مناطق أحياء محافظات مديريات نواحي مخيمات محاور جبهات مزارع ولايات أرياف تلال ضواحي معسكرات مواقع قواعد"
        ),
    },
    "THE_LANDMARK": {"the": [form for form in nouns(_LANDMARKS) if form.startswith("ال")]},
    "FACILITY": {
        "facility": [
            form
            for form in nouns(
                "محطة مستودع مستودعات مصنع معمل مصفاة سجن مبنى مجمع سوق مدرسة مسجد جامع كنيسة مستشفى مشفى كلية معهد ملعب فندق"
            )
            if not form.startswith("ال")
        ]
    },
    "CITY": {"city": split("المدينة البلدة القرية المحافظة المنطقة الناحية الحي المديرية المخيم الولاية")},
    "UNIT": {"unit": split("المحافظة البلدة القرية الناحية المديرية المخيم الحي")},
    "THE_COUNTRY": {"the": split("البلاد بالبلاد للبلاد")},
    "BELONGING": {"of": split("التابعة التابع الواقعة الواقع الكائنة الكائن")},
}

_NAME = "name=(OPEN ~AND|~COMMA|~CLOSE{1,3} CLOSE | COMPOUND (WORD|DEFINITE|PLACE|PERSON|GIVEN|GIVEN_TOO) | PLACE (BEARING (?! PLACE|SETTLEMENT|LAND))? | (?! ON) WORD|GIVEN|GIVEN_TOO DEFINITE? | DEFINITE BEARING?)"

PLACES = (
    Rule(
        "the countryside of a place: ريف X الشمالي",
        "head=COUNTRYSIDE SETTLEMENT? name=(PLACE BEARING{1,2} | PLACE | WORD DEFINITE | WORD | DEFINITE)",
        yes={"قصف على ريف حماة الشمالي": {"place": "ريف حماة الشمالي"}},
        no=("قصف على مدينة حماة",),
    ),
    Rule(
        "the side of a countryside: الريف الشرقي لـ X",
        "head=COUNTRYSIDE BEARING{1,2} FOR SETTLEMENT? name=(PLACE | WORD DEFINITE | WORD | DEFINITE)",
        yes={"قصف على الريف الغربي لحماة": {"place": "الريف الغربي لحماة"}},
        no=("قصف على ريف حماة الغربي",),
    ),
    Rule(
        "a base known by its number: محور الفوج 46",
        "(?<! FOR ) (?! SEVERAL|THE_PLURAL) head=LANDMARK LANDMARK? name=(MEASURE|NUMBER|ORDINAL)",
        yes={"اشتباكات على محور الفوج 46": {"place": "محور الفوج 46"}},
        no=("قصف على 46 موقعا",),
    ),
    Rule(
        "the lands of a country: الأراضي السورية",
        "(?<! FORCE ) head=LANDS|DIRECTION name=NISBA",
        yes={"قصف في الشمال الليبي": {"place": "الشمال الليبي"}},
        no=("قصف على مدينة حلب السورية",),
    ),
    Rule(
        "a direction from a settlement: شمالي مدينة X",
        "(?! BREAK) head=DIRECTION SETTLEMENT name=PLACE",
        yes={"اشتباكات شرقي مدينة حلب": {"place": "شرقي مدينة حلب"}},
        no=("اشتباكات وسط مدينة حلب",),
    ),
    Rule(
        "a settlement by its kind and name: قرية X",
        f"(?! THE_PLURAL) (?! CITY WORD|OPEN|COMPOUND | UNIT DEFINITE) head=SETTLEMENT ((?! THE_LANDMARK) head2=LANDMARK)? PAREN_OPEN? {_NAME}",
        yes={"انفجار في قرية كفربطيخ": {"place": "قرية كفربطيخ"}},
        no=("دخلوا القرى المجاورة",),
    ),
    Rule(
        "a landmark by its kind and name: دوار X",
        f"(?! THE_PLURAL|THE_LANDMARK | FACILITY WORD|COMMON|QUALITY IN|AT|DIRECTION) head=LANDMARK {_NAME}",
        yes={"تجمعوا عند دوار الحلوانيين": {"place": "دوار الحلوانيين"}},
        no=("أغلقوا الطرق",),
    ),
    Rule(
        "a landmark known by an adjective: الملعب البلدي",
        "(?! THE_PLURAL) (?= THE_LANDMARK) head=LANDMARK name=(DEFINITE BEARING? | NISBA (?! IN SETTLEMENT) | PLACE | QUALITY | OPEN _{1,3} CLOSE)",
        yes={"استعادت القوات المسجد العتيق": {"place": "المسجد العتيق"}},
        no=("القاعدة تؤازرهم",),
    ),
    Rule(
        "a quarter, a camp or a house of the sick or of prayer named by a common noun: حي النصر",
        "(?! THE_PLURAL|THE_LANDMARK|CITY|SEVERAL | FACILITY WORD|COMMON|QUALITY IN|AT|DIRECTION) head=SETTLEMENT|LANDMARK (?! LANDMARK) name=(~ACTOR | ACTOR (?! IN|DIRECTION))",
        yes={"قصف على حي الجمهوري": {"place": "حي الجمهوري"}},
        no=("قصف على المدينة",),
    ),
    Rule(
        "a direction from a place: شمالي X",
        "head=DIRECTION+ (SETTLEMENT|COUNTRYSIDE)? name=PLACE",
        yes={"اشتباكات شرقي حلب": {"place": "شرقي حلب"}},
        no=("اشتباكات في مدينة حلب",),
    ),
)
