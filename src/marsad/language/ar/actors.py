"""How Arabic names a side: the noun of a force before whose it is."""

from marsad.language.ar.letters import nouns, split
from marsad.language.pack import Table
from marsad.language.rule import Rule

HEADS: Table = {
    "FORCE": {
        "forces": nouns(
            "قوات جيش ميليشيا مليشيا ميليشيات مليشيات فصائل فصيل تنظيم جماعة حركة كتائب لواء ألوية فرقة كتيبة مجموعات مجموعة جبهة هيئة حزب "
            "مدفعية دوريات دورية وحدات تشكيلات سلطات سلطة نظام حكومة مقاومة متمردو متمردون متمردين احتلال شرطة أمن استخبارات مخابرات أجهزة قوى بحرية "
            "ميليشا عصابات عصابة حرس جهاز مجلس ائتلاف تحالف معارضة إدارة دفاع"
        ),
    },
    "AIRCRAFT": {
        "aircraft": nouns("طيران طائرات طائرة مقاتلات مروحيات مروحية مقاتلة سلاح_الجو سلاح_جو طائرات_حربية") + split("الطيران_الحربي الطيران_المسير الطائرات_الحربية"),
        "drone": nouns("مسيرة مسيّرة مسيرات مسيّرات طائرة_مسيرة طائرات_مسيرة طائرة_بدون_طيار درون") + split("الطيران_المسير الطائرات_المسيرة طيران_مسير"),
    },
    "FIGHTERS_OF": {"of": split("عناصر مقاتلو مقاتلي مسلحو مسلحي جنود أفراد عنصر مسلحون مسلحين مجهولون مجهولين انتحاري انتحاريون مقاتلون مستوطنون مستوطنين قناص")},
    "LOYAL": {"loyal": nouns("موالية موالي مدعومة مدعوم تابعة تابع متحالفة محسوبة منضوية")},
    "UNKNOWN_HANDS": {"unknown": split("مجهولون مجهولين مجهول مسلحون_مجهولون مسلحين_مجهولين مسلحان_مجهولان")},
}

ACTORS = (
    Rule(
        "a force and whose it is: قوات X",
        "FIGHTERS_OF? (FROM|FOR)? force=FORCE|AIRCRAFT (FOR|IN)? (who=ACTOR|STATE|NISBA|BODY|CITY (nation=NISBA)? | WORD? DEFINITE{1,2} nation=NISBA? | nation=NISBA (FORCE|DEFINITE)?)",
        yes={"قصفت قوات النظام بلدة": {"actor": "قوات النظام"}},
    ),
    Rule(
        "men of a force: عناصر X",
        "FIGHTERS_OF (FROM|FOR|IN)? (who=ACTOR|STATE | nation=NISBA)",
        yes={"سيطر مقاتلو داعش على": {"actor": "مقاتلو داعش"}},
    ),
)
