"""How Arabic names a side: the noun of a force before whose it is."""

from marsad.language.ar.letters import nouns, relational, split
from marsad.language.pack import Table
from marsad.language.rule import Rule

_FORCES = nouns(
    "قوات جيش ميليشيا مليشيا ميليشيات مليشيات فصائل فصيل تنظيم جماعة حركة كتائب لواء ألوية فرقة كتيبة مجموعات مجموعة جبهة هيئة حزب "
    "مدفعية دوريات دورية وحدات تشكيلات سلطات سلطة نظام حكومة مقاومة متمردو متمردون متمردين احتلال شرطة أمن جندرمة جندرما درك مفرزة استخبارات مخابرات أجهزة قوى بحرية "
    "ميليشا عصابات عصابة حرس جهاز مجلس ائتلاف تحالف قبائل عشائر فيلق معارضة إدارة دفاع مرتزقة قواعد شبيحة تنظيمات جماعات سرايا كتيبة فيلق فيالق عصابة فرق أسطول خلايا خلية تشكيل حشد لجان حكومتان حكومتين فصيلان فصيلين تحالفا"
)

HEADS: Table = {
    "FORCE": {"forces": _FORCES},
    "THE_FORCE": {"the": [form for form in _FORCES if form.startswith("ال")]},
    "FORCE_OF": {"of": split("قوات حكومة نظام جيش ميليشيا مليشيا ميليشيات مليشيات كتائب فصائل جماعة مرتزقة حرس أنصار")},
    "AIRCRAFT": {
        "airstrike": nouns(
            "طيران طائرات طائرة مقاتلات مروحيات مروحية مقاتلة سلاح_الجو سلاح_جو طائرات_حربية طيران_حربي طائرات_مروحية طيران_مروحي طائرة_حربية"
        )
        + split("الطيران_الحربي الطائرات_الحربية الطيران_المروحي الطائرات_المروحية الطائرة_الحربية القوات_الجوية القوة_الجوية"),
        "drone": nouns(
            "مسيرة مسيّرة مسيرات مسيّرات طائرة_مسيرة طائرات_مسيرة طائرة_بدون_طيار طائرات_بدون_طيار طيران_مسير طائرة_مسيرة_انتحارية مسيرة_انتحارية مسيرات_انتحارية درون طائرات_انتحارية"
        )
        + split("الطيران_المسير الطائرات_المسيرة الطائرة_المسيرة طائرة_درون طائرات_درون المسيرة_الانتحارية"),
        "shelling": nouns("مدفعية") + split("المدفعية_الثقيلة مدفعية_ثقيلة"),
    },
    "AIR_FORCE": {
        "air force": split(
            "الطيران_الحربي الطيران_المروحي الطائرات_الحربية الطائرات_المروحية طائرات_حربية طائرات_مروحية طيران_حربي طيران_مروحي المروحيات المقاتلات "
            "الطيران_الحربي_والمروحي طائرة_حربية طائرات_مقاتلة مقاتلات_حربية"
        )
    },
    "FACTION": {noun: relational(base) for noun, base in (("الحوثيون", "حوثي"), ("داعش", "داعشي"), ("حماس", "حمساوي"))},
    "FIGHTERS_OF": {
        "of": split(
            "عناصر مقاتلو مقاتلي مقاتلين مسلحو مسلحي إرهابيي إرهابيو إرهابيين متمردو متمردي متشددو متشددي مهاجمين مهاجم دورية دوريات جنود أفراد عنصر مسلحون مسلحين مجهولون مجهولين انتحاري انتحاريون مقاتلون مستوطنون مستوطنين قناص"
        )
    },
    "LOYAL": {
        "loyal": nouns("موالية موالي تابعة تابع محسوبة منضوية مؤيدة موالون موالين تابعين مؤيدين مرتبطة مرتبط مرتبطين مرتبطون"),
        "backed": nouns("مدعومة مدعوم مدعومين مدعومون متحالفة حليفة مساندة"),
    },
    "HANDS": {
        "hands": split(
            "مسلحون مهاجمون إرهابيون متمردون مستوطنون متشددون متطرفون جهاديون مقاتلون ملثمون قراصنة انتحاريون المسلحون المهاجمون الإرهابيون المتمردون المستوطنون المتشددون المتمردين"
        )
    },
    "UNKNOWN_HANDS": {"unknown": split("مجهولون مجهولين مسلحون_مجهولون مسلحين_مجهولين مسلحان_مجهولان")},
}

_FORCE = "force=FORCE|AIRCRAFT"
_MEN = "(FIGHTERS_OF (FROM|FOR|IN)?)?"
_WHOSE = "(LOYAL (FOR|FROM|TO|WITH|IN|BY)* (ACTOR|STATE|NISBA|PERSON|DEFINITE|WORD) NISBA?)"

ACTORS = (
    Rule(
        "known forces by whom they back: القوات الموالية لحكومة الرئيس فلان",
        "who=ACTOR FOR ((FORCE NISBA?)? TITLE (NISBA|DEFINITE|COMMON|WORD|IN|PRONOUN|IN_IT){0,5} | FORCE? NISBA?) (PERSON|GIVEN) (?! SAYS)",
        yes={"سيطرت القوات الموالية للرئيس اليمني هادي على": {"actor": "القوات الموالية للرئيس اليمني هادي"}},
        no=("قالت قسد لوكالة رويترز",),
    ),
    Rule(
        "craft by whose it is: طائرة مسيرة تابعة لقوات X",
        "force=AIRCRAFT (NISBA|QUALITY|MANNER)* LOYAL FOR owner=(FORCE? ACTOR|STATE | FORCE (DEFINITE|QUALITY)? NISBA)",
        yes={"استهدفت طائرة مسيرة تابعة للجيش التركي سيارة في القامشلي": {"actor": "الجيش التركي"}},
        no=("طائرة مسيرة في سماء القامشلي",),
    ),
    Rule(
        "a known side and its country: طائرات النظام السوري",
        "who=ACTOR NISBA",
        yes={"قصفت طائرات النظام السوري بلدة سرمين": {"actor": "طائرات النظام السوري"}},
        no=("قصفت طائرات النظام بلدة سرمين",),
    ),
    Rule(
        "a force and whom it stands with: القوات الموالية ل X",
        "force=FORCE|FIGHTERS_OF|HANDS (NISBA|DEFINITE|WORD)? LOYAL (FOR|FROM|IN) who=((FORCE NISBA?)? (TITLE (NISBA|DEFINITE|COMMON|WORD|IN|PRONOUN|IN_IT){0,5})? (PERSON|ACTOR|STATE|FORCE|DEFINITE|GIVEN) NISBA?)",
        yes={"سيطرت الكتائب الموالية للحكومة الليبية على سرت": {"actor": "الكتائب الموالية للحكومة الليبية"}},
        no=("سيطرت الكتائب الليبية على سرت",),
    ),
    Rule(
        "a force and whose it is: قوات X",
        f"{_MEN} (?! OVERRUNNING) {_FORCE} FORCE? (FOR|IN)? OPEN? who=ACTOR|STATE CLOSE? (OPEN ACTOR CLOSE)?",
        yes={
            "قصفت مدفعية النظام بلدة سرمين": {"actor": "مدفعية النظام"},
        },
        no=("وصل داعش إلى المدينة",),
    ),
    Rule(
        "a force by the one who leads it: حكومة الرئيس فلان",
        f"{_MEN} force=FORCE_OF NISBA? who=PERSON (?! SAYS)",
        yes={"تسيطر حكومة الرئيس عبد ربه منصور هادي على عدن": {"actor": "حكومة الرئيس عبد ربه منصور هادي"}},
        no=("زار الرئيس عبد الفتاح السيسي مدينة حلب",),
    ),
    Rule(
        "a force of a country: القوات التركية",
        f"{_MEN} {_FORCE} (DEFINITE|MANNER|QUALITY|FORCE|IN|LANDS){{0,2}} nation=NISBA (DEFINITE|QUALITY|MANNER){{0,1}}",
        yes={"قصفت الدوريات التركية القرية": {"actor": "الدوريات التركية"}},
        no=("زار الرئيس التركي مدينة حلب",),
    ),
    Rule(
        "a force of a faction: ميليشيات حوثية",
        f"{_MEN} {_FORCE} (DEFINITE|MANNER|QUALITY|FORCE)? who=FACTION",
        yes={"هاجمت وحدات حوثية بلدة حيس": {"actor": "وحدات حوثية"}},
        no=("قصف حوثي على بلدة حيس",),
    ),
    Rule(
        "a force whose name is set in quotation marks: تنظيم «X»",
        "FIGHTERS_OF? force=FORCE OPEN who=~CLOSE|~STOP|~COMMA|~SAYS{1,5} CLOSE (DEFINITE|MANNER)?",
        yes={'هاجم تنظيم "جند الشمال" بلدة سرمين': {"actor": 'تنظيم "جند الشمال"'}},
        no=('قال "نحن هنا" في بيان',),
    ),
    Rule(
        "men of a force: عناصر X",
        "FIGHTERS_OF (FROM|FOR|IN)? OPEN? (who=ACTOR|STATE CLOSE? | nation=NISBA)",
        yes={"هاجم مقاتلو داعش بلدة سرمين": {"actor": "مقاتلو داعش"}},
        no=("مقتل ثلاثة من أهالي حلب",),
    ),
    Rule(
        "a force told by what it is: الفصائل المسلحة",
        f"{_MEN} {_FORCE} who=(FORCE? DEFINITE|MANNER|QUALITY DEFINITE? (?! NUMBER))",
        yes={"هاجمت المجموعات المسلحة بلدة سرمين": {"actor": "المجموعات المسلحة"}},
        no=("وصل داعش إلى المدينة",),
    ),
    Rule(
        "an air force told by its craft: الطيران الحربي",
        "(?<= LAUNCHED|STRUCK|DATE|WRECKED) force=AIR_FORCE (QUALITY|MANNER)*",
        yes={"ألقى الطيران المروحي براميل متفجرة على مدينة داريا": {"actor": "الطيران المروحي"}},
        no=("حلق الطيران المروحي فوق المدينة",),
    ),
    Rule(
        "a force told by its noun alone, as who did it: شنته الميليشيات",
        "(?<= LAUNCHED|STRUCK|BY|ORIGIN|PRONOUN ) who=THE_FORCE (?! OPEN|WORD|COMMON)",
        yes={"هجوم شنته الميليشيات على مدينة ترهونة": {"actor": "الميليشيات"}},
        no=("وصلت الميليشيات إلى مدينة ترهونة",),
    ),
    Rule(
        "a body in quotation marks: «X»",
        "OPEN who=ACTOR CLOSE",
        yes={'قصفت "قسد" بلدة سرمين': {"actor": "قسد"}},
        no=('قال "لن نقبل بذلك" في بيان',),
    ),
    Rule(
        "armed men of no name: مسلحون مجهولون",
        "(who=UNKNOWN_HANDS|HANDS | (?<= BY|THAT|FROM|WEAPON|BETWEEN) who=FIGHTERS_OF) (QUALITY|MANNER|UNKNOWN_HANDS|NISBA)*",
        yes={"هاجم مسلحون مجهولون بلدة سرمين": {"actor": "مسلحون مجهولون"}},
        no=("هاجم داعش بلدة سرمين",),
    ),
)
