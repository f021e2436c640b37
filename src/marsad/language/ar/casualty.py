"""How Arabic news says that people were killed, wounded, went missing, fled or were taken."""

from marsad.language.ar.letters import nouns, plural_verbs, split, verbs
from marsad.language.pack import Table
from marsad.language.rule import Rule

_LOST = {
    "killed": "قتل استشهد فارق غرق قضى توفي مات لقي ارتقى يقتل اغتيل اغتال أعدم لقى صرع يغتال ذبح نحر",
    "injured": "أصيب جرح يصاب أصاب",
    "missing": "فقد اختفى",
    "displaced": "نزح لجأ تشرد شرد هجر فر ينزح هرب",
    "detained": "اعتقل أوقف احتجز أسر يعتقل",
    "abducted": "اختطف خطف",
}

WORDS: Table = {
    "LOSS": {
        "killed": nouns(
            "مقتل مصرع استشهاد وفاة موت قتل ارتقاء إعدام إبادة اغتيال تصفية تحييد القضاء_على مفارقة_الحياة هلاك ذبح نحر"
        )
        + split(
            "أرواح راح_ضحية راحت_ضحية راح_ضحيته راح_ضحيتها راحت_ضحيته راحت_ضحيتها أودى_بحياة أودت_بحياة حصد_أرواح حصدت_أرواح بحياة قضى_فيه قضى_فيها"
        ),
        "injured": nouns("إصابة جرح إصابات جراح"),
        "missing": nouns("فقدان اختفاء"),
        "displaced": nouns("نزوح تهجير فرار تشريد هجرة هروب إجلاء"),
        "detained": nouns(
            "اعتقال توقيف احتجاز أسر القبض_على إلقاء_القبض_على إيقاف اعتقالات حملة_اعتقالات حملة_اعتقال حملات_اعتقال حملة_دهم_واعتقال"
        ),
        "abducted": nouns("اختطاف خطف"),
    },
    "LOST": {outcome: verbs(forms) for outcome, forms in _LOST.items()},
    "LOST_ALL": {outcome: plural_verbs(forms) for outcome, forms in _LOST.items()},
    "FALL": {"fall": nouns("سقوط وقوع تسجيل وجود") + verbs("سقط وقع خلف أوقع سجل يسقط")},
    "DEATH_MET": {
        "met": split(
            "حياته حياتها حياتهم حياتهما أرواحهم مصرعه مصرعهم مصرعها حتفه حتفهم حتفها مصرعهما حتفهما مصرعهن الحياة نحبه نحبها نحبهم"
        )
    },
    "TAKES": {
        "killed": verbs("يقتل يغتال يعدم يصفي"),
        "injured": verbs("يصيب يجرح"),
        "detained": verbs("يعتقل يوقف يحتجز يأسر"),
        "abducted": verbs("يخطف يختطف"),
        "displaced": verbs("يهجر يشرد"),
    },
    "RELEASED": {
        "released": nouns("إفراج إطلاق_سراح عودة تبادل")
        + verbs("أفرج عاد تبادل حرر يفرج")
        + split("أطلق_سراح أطلقت_سراح أطلقوا_سراح")
    },
    "BEREFT": {"bereft": verbs("نعى شيع خسر تكبد زف ينعى يشيع")},
    "INCLUDED": {"included": verbs("شمل ضم طال")},
    "BODY": {"killed": nouns("جثة جثث جثامين جثمان رفات")},
    "AGAINST": {"against": split("بحق في_حق")},
    "CELL": {"cell": nouns("خلية شبكة مجموعة عصابة دورية طاقم فريق أسرة عائلة رتل")},
    "COMPOSED": {"composed": split("مؤلفة مؤلف مكونة مكون تضم يضم قوامها قوامه عناصرها")},
    "SENTENCED": {"sentenced": nouns("حكم أحكام عقوبة محكمة") + verbs("حكم قضى أصدر")},
    "MOVED": {
        "moved": split(
            "نقل نقلت نقلوا نقلا نقله نقلها نقلهم نقلهما نقلوه أسعف أسعفت أسعفوا إسعاف إسعافهم إسعافه إسعافها إسعافهما"
        )
    },
    "NAMES": {"names": split("أسماء اسماء أسماؤهم وأسماؤهم عرف_منهم عرف_من_بينهم عرف_منهما عرف_منهن")},
    "NAMELY": {"namely": split("هم وهم هما وهما هن وهن هي وهي هو وهو ويدعى يدعى تدعى وتدعى المدعو المدعوة واسمه اسمه")},
    "FLED": {"fled": nouns("فرار هروب") + verbs("فر هرب يفر يهرب")},
    "SUPPOSED": {
        "conditional": split("إذا لو في_حال في_حالة"),
        "expected": split("خشية خوفا_من تخوفا_من مخاوف مخاوف_من تخوف_من تحسبا_ل احتمال احتمالات تجنبا_ل لتجنب تفاديا_ل لتفادي"),
    },
    "WOUNDS": {"wounds": split("بجروح بجراح بإصابات بشظايا بحروق")},
}

CASUALTY = (
    Rule(
        "so many between dead and wounded: N بين قتيل وجريح",
        "count=COUNTED|NUMBER (QUALITY|NISBA|WORD|FALL|LOST|PLACE|DATE|COMMA|IN|FROM|FOR|ACTOR|DONE){0,4} BETWEEN VICTIM|VICTIMS|COUNTED AND VICTIM|VICTIMS",
        fixed={"outcome": "casualties"},
        yes={
            "أن عشرات العمال سقطوا بين قتيل وجريح": {"outcome": "casualties", "low": 20},
            "سقط 40 مدنيا بين قتيل وجريح": {"outcome": "casualties", "low": 40, "group": "civilians"},
        },
        no=("تنقل 40 مدنيا بين حلب وإدلب",),
    ),
    Rule(
        "people fell dead: N سقطوا قتلى",
        "count=COUNTED (QUALITY|NISBA|FROM|ACTOR|AND|NUMBER|COUNTED|DONE|COMMON){0,6} (?! RESULTED) FALL outcome=VICTIMS|VICTIM",
        yes={"أن 25 جنديا سقطوا قتلى": {"outcome": "killed", "low": 25}},
        no=("أن 25 جنديا سقطوا في الأسر",),
    ),
    Rule(
        "people took N people: خطف مسلحون N",
        "(?! LOST_ALL) outcome=LOST (BARE (QUALITY|NISBA|DATE|PLACE|IN|AT|DEFINITE|COMMON){0,4} | COUNTED (QUALITY|NISBA){0,2}) (?! AMONG) count=COUNTED (?! LOST_ALL)",
        yes={"خطف جهاديون 11 سائحا في مالي": {"outcome": "abducted", "low": 11}},
        no=("خطف جهاديون الأضواء",),
    ),
    Rule(
        "N are still missing: لا يزال N مفقودين",
        "YET count=COUNTED (IN|COMMON|WORD|PLACE|DATE | عداد){0,4} outcome=VICTIM|VICTIMS",
        yes={"لا يزال ثلاثة أشخاص في عداد المفقودين": {"outcome": "missing", "low": 3}},
        no=("لا يزال ثلاثة أشخاص في المدينة",),
    ),
    Rule(
        "N among the missing: N في عداد المفقودين",
        "count=COUNTED (QUALITY|NISBA|OPEN){0,2} IN عداد outcome=VICTIM",
        yes={"أوضح أن سبعة جنود في عداد المفقودين": {"outcome": "missing", "low": 7, "group": "soldiers"}},
        no=("سبعة جنود في عداد المكرمين",),
    ),
    Rule(
        "the loss of N people: مقتل N",
        "(?<! LOST AND ) outcome=LOSS (AND outcome2=LOSS)? (THAT|FOR|ON|IN|FROM|BOTH|PRONOUN|AGAINST|CELL|COMPOSED){0,4} (count=COUNTED|PERSON | THE_PEOPLE (QUALITY|COMMA|COLON|OPEN|PAREN_OPEN)* count=PERSON | TITLE|PEOPLE|COUNTED (QUALITY|DEFINITE|COMMON|IN|FOR|ACTOR|NISBA|FORCE|OPEN){1,6} count=PERSON | count=NUMBER (?! WORD|COMMON|DEFINITE))",
        yes={"مقتل 12 شخصا بينهم ثلاثة مدنيين في حلب": {"outcome": "killed", "low": 12, "group": "people"}},
        no=("مقتل 12 رأسا من الماشية",),
    ),
    Rule(
        "N people were lost: قُتل N",
        "(?! LOST_ALL) (?<! COUNTED ) outcome=LOST (AND outcome2=LOST)? (BY|RANKS ACTOR)? (DATE|PLACE|IN|AT|COMMA|BOTH|OPEN|NAMELY|TITLE|THEREIN|AFTER|DURING|CAUSED|STRIKE|WEAPON|MANNER|AMONG | FROM COMMON|DEFINITE|PARTIES|PAIR | IN ATTEMPT (WORD|DEFINITE|COMMON|SUCH){0,2}){0,6} (count=COUNTED|PERSON (?! DEATH_MET) | THE_PEOPLE OPEN? count=PERSON | count=NUMBER (?! DEATH_MET|HOUSEHOLDS))",
        yes={"قتل ستة مدنيين في إدلب": {"outcome": "killed", "low": 6, "group": "civilians"}},
        no=("افتتح ستة وزراء المعرض",),
    ),
    Rule(
        "N people, lost: أن N شخصا قتلوا",
        "count=COUNTED|PERSON CLOSE? (ACTOR|FORCE)? (PAREN_OPEN _{1,3} PAREN_CLOSE)? COMMA? (QUALITY|NISBA|MANNER){0,3} ((FROM|IN|FOR) (ACTOR|DEFINITE|COMMON|PEOPLE PRONOUN?))? (AND (WORD|COMMON|ACTOR) PRONOUN?)? (QUALITY|NISBA)* ((AMONG|AND|COMMA)+ COUNTED){0,4} (COMMA ~COMMA|~STOP|~SAYS|~COUNTED|~LOST|~LOSS{1,8} COMMA)? (WHO|DONE|COMMA)? OPEN? outcome=LOST (?! (AND|IN|AT|DATE|PLACE)* COUNTED|PERSON)",
        yes={"أعلن أن 38 شخصا قتلوا في المدينة": {"outcome": "killed", "low": 38}},
        no=("أعلن أن 38 شخصا سافروا إلى المدينة",),
    ),
    Rule(
        "N people driven to flight: دفع N إلى الفرار",
        "count=COUNTED|NUMBER (FROM PLACE|ACTOR)? (TO|ON|FOR) outcome=LOSS",
        yes={"دفعت المعارك مئات المدنيين إلى النزوح": {"outcome": "displaced", "low": 200, "high": 999, "group": "civilians"}},
        no=("دفعت المعارك مئات المدنيين إلى التظاهر",),
    ),
    Rule(
        "N met their death: لقي N مصرعهم",
        "LOST count=COUNTED|PERSON (QUALITY|NISBA|FROM|ACTOR|AND|COUNTED|PERSON)* met=DEATH_MET",
        fixed={"outcome": "killed"},
        yes={"لقي أربعة أشخاص مصرعهم": {"outcome": "killed", "low": 4}},
        no=("لقي أربعة أشخاص ترحيبا",),
    ),
    Rule(
        "a side took N people: قتلت القوات N",
        "(?! LOST_ALL) outcome=LOST by=ACTOR (DATE|PLACE|IN|AT|COMMA|NAMELY|BOTH|ON|COMMON|WITH|WEAPON){0,6} count=COUNTED|PERSON",
        yes={"قتلت القوات الإسرائيلية ثلاثة شبان": {"outcome": "killed", "low": 3}},
        no=("زارت القوات الإسرائيلية ثلاثة مواقع",),
    ),
    Rule(
        "someone takes N people: انتحاري يقتل N",
        "outcome=TAKES (ACTOR|DATE|PLACE|IN|AT|COMMA){0,3} (count=COUNTED|PERSON | count=NUMBER (?! WORD|COMMON|DEFINITE))",
        yes={"غارات تقتل 3 مدنيين وتصيب 6": [{"outcome": "killed", "low": 3}, {"outcome": "injured", "low": 6}]},
        no=("غارات تقتل الأمل",),
    ),
    Rule(
        "a body of no list took N people: اعتقل جهاز كذا N",
        "(?! LOST_ALL) outcome=LOST FORCE|SPEAKER|COMMON|DEFINITE (FORCE|SPEAKER|COMMON|DEFINITE|NISBA|QUALITY|PLACE|IN){0,4} count=COUNTED",
        yes={"اعتقل جهاز الأمن الوطني ستة متهمين في نينوى": {"outcome": "detained", "low": 6}},
        no=("اعتقل جهاز الأمن الوطني وحده",),
    ),
    Rule(
        "an attack took N people: قتل الهجوم N",
        "(?! LOST_ALL) outcome=LOST|LOSS STRIKE|WEAPON|FIRE (MANNER|QUALITY|NISBA|WORD|COMMON){0,2} (DATE|PLACE|IN|AT|ON|COMMA){0,4} count=COUNTED",
        yes={"قتل الهجوم ستة جنود في سبها": {"outcome": "killed", "low": 6, "group": "soldiers"}},
        no=("أخر الهجوم ستة وزراء عن الاجتماع",),
    ),
    Rule(
        "so many dead and wounded in one figure: N قتيلا وجريحا",
        "count=VICTIMS (AND|OR) other=VICTIMS|VICTIM",
        fixed={"pair": True},
        yes={
            "سقوط قتلى وجرحى": {"outcome": "casualties", "low": None},
            "سقط 40 قتيلا وجريحا": {"outcome": "casualties", "low": 40},
        },
        no=("سقوط 5 قتلى و7 جرحى",),
    ),
    Rule(
        "the bodies of N people: جثث N",
        "outcome=BODY (BOTH|CELL)? count=COUNTED (?! (DATE|PLACE|IN|AT){0,3} LOST)",
        yes={"انتشال جثث خمسة مدنيين": {"outcome": "killed", "low": 5, "group": "civilians"}},
        no=("انتشال جثث خمسة خراف",),
    ),
    Rule(
        "so many dead or wounded fell: سقوط N قتيلا",
        "count=VICTIMS",
        yes={"سقوط 5 قتلى و7 جرحى": [{"outcome": "killed", "low": 5}, {"outcome": "injured", "low": 7}]},
        no=("سقوط 5 منازل",),
    ),
    Rule(
        "the names of the dead: أسماء القتلى",
        "NAMES outcome=VICTIM (NAMELY|COLON|DASH|COMMA){0,3} count=PERSON",
        yes={"أسماء القتلى هم سامر محمود الخطيب": {"outcome": "killed", "person": "سامر محمود الخطيب"}},
        no=("أسماء الفائزين هم سامر محمود الخطيب",),
    ),
    Rule(
        "who the dead one is: القتيل هو X",
        "(?= THE_PEOPLE) of=PEOPLE? outcome=VICTIM QUALITY? NAMELY (PEOPLE|COLON|BOTH|OPEN|TITLE){0,3} count=PERSON",
        yes={"الطفل القتيل هو سامر محمود الخطيب": {"outcome": "killed", "person": "سامر محمود الخطيب"}},
        no=("الطفل الفائز هو سامر محمود الخطيب",),
    ),
    Rule(
        "the number of the dead is N: بلغ عدد القتلى N",
        "TOTAL (FOR|PEOPLE|WHO){0,2} outcome=VICTIM|INJURIES|LOSS|LOST (~BREAK|~STOP|~LOSS|~LOST|~SAYS|~NUMBER|~COUNTED{0,9}? (REACHED|TO|COLON)+ | (NISBA|QUALITY|PLACE|IN|DATE|PRONOUN|DEFINITE|FROM|PEOPLE|OPEN|CLOSE){0,6}) count=COUNTED|NUMBER",
        yes={"بلغ عدد القتلى إلى 38 شخصا": {"outcome": "killed", "low": 38}},
        no=("بلغ عدد السكان 38 ألفا",),
    ),
    Rule(
        "rose to N the number of the dead: ارتفع إلى N عدد القتلى",
        "REACHED TO? OPEN? count=COUNTED|NUMBER TOTAL (FOR|PEOPLE|AND|WHO|QUALITY){0,6} outcome=VICTIM|LOST",
        yes={"ارتفع إلى 124 عدد القتلى في المدينة": {"outcome": "killed", "low": 124}},
        no=("ارتفع إلى 124 عدد المدارس",),
    ),
    Rule(
        "they took N people: أسروا N",
        "(?<! COUNTED|NUMBER|ACTOR ) outcome=LOST_ALL (AND outcome2=LOST_ALL)? count=COUNTED (?! LOST)",
        yes={"هاجموا الموقع وأسروا ثلاثة جنود": {"outcome": "detained", "low": 3, "group": "soldiers"}},
        no=("هاجموا الموقع وأحرقوا ثلاثة مخازن",),
    ),
    Rule(
        "a side lost N of its own: نعت N, خسرت N",
        "BEREFT (ACTOR|FORCE|COMMON|DEFINITE|PEOPLE|WORD|PLACE|DATE|BARE){0,2} (count=COUNTED|PERSON | count=NUMBER FROM OWN_FORCE)",
        fixed={"outcome": "killed"},
        yes={"نعت الكتائب ثلاثة من مقاتليها": {"outcome": "killed", "low": 3}},
        no=("نعت الكتائب المدينة بالصامدة",),
    ),
    Rule(
        "N fell into captivity: وقع N في الأسر",
        "(FALL count=COUNTED|PERSON | count=COUNTED|PERSON (NISBA|QUALITY|ACTOR){0,2} FALL) (DATE|PLACE){0,2} IN outcome=LOSS",
        yes={"وقع 12 جنديا في الأسر": {"outcome": "detained", "low": 12}},
        no=("وقع 12 جنديا على العريضة",),
    ),
    Rule(
        "a wave of arrests that took N: حملة اعتقالات طالت N",
        "outcome=LOSS (COMMON|DEFINITE|QUALITY|IN|PLACE|WORD|COMMA){0,5} HIT|STRUCK|INCLUDED count=COUNTED",
        yes={"حملة اعتقالات في درعا طالت 40 شابا": {"outcome": "detained", "low": 40}},
        no=("حملة تبرعات في درعا طالت 40 شابا",),
    ),
    Rule(
        "among the dead N people: بين القتلى N",
        "(AMONG|BETWEEN) outcome=VICTIM (DATE|COMMA){0,2} count=COUNTED|PERSON",
        fixed={"part": True},
        yes={"قتل تسعة أشخاص في حلب. ومن بين القتلى ثلاثة أطفال": [{"low": 9}, {"low": 3, "group": "children", "part_of": 9}]},
        no=("بين القتلى والجرحى في حلب",),
    ),
    Rule(
        "reached the number of the dead N: بلغ عدد القتلى N",
        "REACHED (TO)? TOTAL FOR? outcome=VICTIM|INJURIES|LOSS (FROM PEOPLE)? (NISBA|QUALITY|PLACE|IN|ON|STRIKE|WAR|SETTLEMENT|DATE|COMMA|WEAPON|ACTOR|BY){0,8} TO? count=COUNTED|NUMBER",
        yes={"بلغ عدد الجرحى 38 شخصا": {"outcome": "injured", "low": 38}},
        no=("بلغ عدد السكان 38 ألفا",),
    ),
)
