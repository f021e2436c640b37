"""How Arabic news tells of violence: who struck what, where and by what means."""

from marsad.language.ar.weapons import WORDS as WORDS
from marsad.language.rule import Rule

_MANNER = "PRONOUN? (MANNER|NUMBER|QUALITY|ANOTHER | AND MANNER | COMMA MANNER)*"
_AMOUNT = "(NUMBER|QUALITY|DATE | WORD|COMMON|NUMBER|CELL|SEVERAL FROM)*"
_POSTED = "(POSTED|DEFINITE (IN|ON|AT|FROM)? (SETTLEMENT|LANDMARK|DIRECTION|COUNTRYSIDE|COMMON){0,2} PLACE COMMA?)?"
_FROM = "(FROM (DIRECTION|SETTLEMENT|LANDS)? PLACE|LAND|DEFINITE)?"
_AUTHOR = "(FOR|FROM|BY|ORIGIN | SO_CALLED IN?)* COUNTED? FROM? by=ACTOR (AND by2=ACTOR|STATE)?"
_SAID_IT = "SAYS by=ACTOR (NISBA|DEFINITE|COMMA|DATE|PAREN_OPEN|PAREN_CLOSE|IN|COMMON|PLACE|WORD){0,6}? THAT_IT DONE?"

ATTACK = (
    Rule(
        "two sides exchanged fire: تبادلت X وY القصف",
        f"EXCHANGED by=ACTOR (AND|WITH) target=ACTOR (DATE|COMMA|ASIDE)* event=STRIKE|FIRE {_MANNER}",
        yes={
            "تبادل الجيش السوداني وقوات الدعم السريع القصف المدفعي في مدينة بحري": {
                "means": "shelling",
                "actor": "الجيش السوداني",
            }
        },
        no=("تبادل الجيش السوداني وقوات الدعم السريع الأسرى في مدينة بحري",),
    ),
    Rule(
        "a side launched a strike: شنت قوات X غارات",
        f"LAUNCHED (AND LAUNCHED)? (DATE|COMMA | SO_CALLED IN? | IN PLACE)* by=ACTOR|STATE (AND by2=ACTOR|STATE)? ~STOP|~BREAK|~STRIKE{{0,8}}? event=STRIKE {_MANNER}",
        yes={"شن طيران التحالف غارات على صعدة": {"means": "airstrike", "actor": "طيران التحالف", "place": "صعدة"}},
        no=("شنت الصحيفة حملة على الوزير",),
    ),
    Rule(
        "a side, then the strike it launched: قوات X شنت غارات",
        f"by=ACTOR (AND by2=ACTOR|STATE)? (DONE|DATE|COMMA|WORD){{0,3}} LAUNCHED ~STOP|~BREAK|~STRIKE{{0,6}}? event=STRIKE {_MANNER}",
        yes={"وقال إن طيران التحالف نفذ غارات على صعدة": {"means": "airstrike", "actor": "طيران التحالف", "place": "صعدة"}},
        no=("وقال إن الجيش نفذ مشروعا في صعدة",),
    ),
    Rule(
        "a side opened fire: أطلقت X النار",
        "LAUNCHED by=ACTOR|COUNTED event=FIRE",
        yes={"أطلقت قوات الاحتلال النار على المزارعين في رفح": {"means": "shooting", "place": "رفح"}},
        no=("أطلقت قوات الاحتلال سراح معتقل في رفح",),
    ),
    Rule(
        "a clash between two sides: اشتباكات بين X وY",
        f"event=STRIKE {_MANNER} (IN|PLACE|DATE|COMMA)* BETWEEN (WORD|DEFINITE)? by=ACTOR (AND|WITH) BETWEEN? (WORD|DEFINITE)? target=ACTOR",
        yes={"اندلعت اشتباكات بين الجيش اليمني والحوثيين في تعز": {"means": "clash", "place": "تعز"}},
        no=("مباحثات بين الجيش اليمني والحوثيين في تعز",),
    ),
    Rule(
        "a war between two sides: الحرب الدائرة بين X وY",
        "event=WAR (MANNER|QUALITY|DEFINITE|COMMON){0,2} BETWEEN (WORD|DEFINITE)? by=ACTOR (AND|WITH) BETWEEN? (WORD|DEFINITE)? target=ACTOR",
        yes={"الحرب الدائرة بين الجيش السوداني وقوات الدعم السريع في مدينة الخرطوم": {"means": "clash", "place": "الخرطوم"}},
        no=("الحرب الدائرة في مدينة الخرطوم",),
    ),
    Rule(
        "a side tried to advance: حاولت قوات X التقدم نحو P",
        "TRIED (by=ACTOR|STATE)? (DATE|COMMA|ASIDE|FOR|PRONOUN | BEFORE COMMON)* event=ADVANCE (IN|ON|TO|TARGET|PLACE|SETTLEMENT)",
        yes={"حاولت قوات النظام التقدم نحو بلدة كبانة": {"means": "clash", "actor": "قوات النظام", "place": "بلدة كبانة"}},
        no=("حاولت الشركة التقدم بطلب جديد",),
    ),
    Rule(
        "a side, then its attempt to advance: قوات X حاولت التقدم نحو P",
        "by=ACTOR|STATE|COUNTED (DATE|COMMA|DONE){0,2} TRIED (DATE|COMMA|ASIDE|FOR|PRONOUN | BEFORE COMMON)* event=ADVANCE (IN|ON|TO|TARGET|PLACE|SETTLEMENT)",
        yes={"قال إن قوات النظام حاولت التقدم نحو بلدة كبانة": {"means": "clash", "actor": "قوات النظام", "place": "بلدة كبانة"}},
        no=("قال إن الشركة حاولت التقدم بطلب جديد",),
    ),
    Rule(
        "a strike and its author: قصف لقوات X",
        f"event=STRIKE {_MANNER} (nation=NISBA|FACTION | {_AUTHOR}) {_MANNER}",
        yes={"أصيب طفل بقصف لقوات النظام على بلدة سرمين": {"means": "shelling", "actor": "قوات النظام", "place": "بلدة سرمين"}},
        no=("بيان لقوات النظام",),
    ),
    Rule(
        "a strike that a side launched: هجوم نفذته X",
        f"event=STRIKE {_MANNER} ~STOP|~BREAK|~RESULTED|~STRIKE{{0,6}}? LAUNCHED|LAID PRONOUN? (DATE|COMMA | SO_CALLED IN?)* by=ACTOR|STATE (AND by2=ACTOR|STATE)?",
        yes={"قتل مدني في هجوم نفذه تنظيم داعش على الرقة": {"actor": "تنظيم داعش", "place": "الرقة"}},
        no=("مشروع نفذته الحكومة في حلب",),
    ),
    Rule(
        "a place came under a strike: تعرضت X لقصف",
        f"SUFFERED (target=(~STOP|~BREAK|~STRIKE|~FOR ~STOP|~BREAK|~STRIKE{{0,30}}?))? (FOR|TO)? (MANNER|NUMBER)* event=STRIKE {_MANNER}",
        yes={"تعرضت بلدة سرمين لقصف مدفعي": {"means": "shelling", "place": "بلدة سرمين"}},
        no=("تعرضت بلدة سرمين لعاصفة",),
    ),
    Rule(
        "a side that strikes: X الذي يقصف",
        "by=ACTOR (AND by2=ACTOR|STATE)? WHO DONE? event=STRUCK",
        yes={
            "ينتمون إلى التحالف الدولي الذي يقصف التنظيم في الرقة": {
                "means": "shelling",
                "actor": "التحالف الدولي",
                "place": "الرقة",
            }
        },
        no=("ينتمون إلى التحالف الدولي الذي يدعم قسد في الرقة",),
    ),
    Rule(
        "a side struck: قصفت قوات X",
        "event=STRUCK PRONOUN? (DATE|COMMA | SO_CALLED IN? | IN PLACE | IN WORD)* (by=ACTOR|STATE (AND by2=ACTOR|STATE)? | by=COUNTED (?! IN|FROM|COMMA|STOP))",
        yes={"قصفت قوات النظام بلدة سرمين بالمدفعية": {"means": "shelling", "actor": "قوات النظام", "place": "بلدة سرمين"}},
        no=("وصلت قوات النظام إلى بلدة سرمين",),
    ),
    Rule(
        "a side, then its striking: قوات X قصفت",
        "by=ACTOR|COUNTED (AND by2=ACTOR|STATE)? (PAREN_OPEN|PAREN_CLOSE|WORD|DEFINITE|COMMA|DATE|NISBA|DONE|ASIDE){0,4} event=STRUCK",
        yes={"وقال إن قوات النظام استهدفت بلدة سرمين": {"actor": "قوات النظام", "place": "بلدة سرمين"}},
        no=("وقال إن قوات النظام وصلت إلى بلدة سرمين",),
    ),
    Rule(
        "a side said that it struck: قالت X إنها قصفت",
        f"{_SAID_IT} event=STRUCK|WRECKED|KILLED",
        yes={"قال الجيش إنه قصف مواقع في مدينة مأرب": {"means": "shelling", "actor": "الجيش", "place": "مدينة مأرب"}},
        no=("قال الجيش إنه سلم مواقع في مدينة مأرب",),
    ),
    Rule(
        "a side said that it launched a strike: قالت X إنها شنت غارة",
        f"{_SAID_IT} LAUNCHED ~STOP|~BREAK|~STRIKE{{0,6}}? event=STRIKE {_MANNER}",
        yes={"أعلن الجيش أنه نفذ غارة على مدينة مأرب": {"means": "airstrike", "actor": "الجيش", "place": "مدينة مأرب"}},
        no=("أعلن الجيش أنه نفذ تدريبا في مدينة مأرب",),
    ),
    Rule(
        "a side destroyed: دمرت قوات X",
        "event=WRECKED (DATE|COMMA)* by=ACTOR",
        yes={
            "دمرت طائرات التحالف مخزنا للأسلحة في مديرية يريم": {
                "means": "airstrike",
                "actor": "طائرات التحالف",
                "place": "مديرية يريم",
            }
        },
        no=("دمر زلزال مباني في مديرية يريم",),
    ),
    Rule(
        "a side, then its destroying: قوات X دمرت، نجحت X في تدمير",
        "by=ACTOR (AND by2=ACTOR|STATE)? (DATE|COMMA|DONE){0,3} (IN|FROM)? event=WRECKED",
        yes={
            "نجحت طائرات التحالف في تدمير مواقع في منطقة رأس عيسى": {
                "means": "airstrike",
                "actor": "طائرات التحالف",
                "place": "منطقة رأس عيسى",
            }
        },
        no=("قال الجيش إن الزلزال دمر مباني في تعز",),
    ),
    Rule(
        "a weapon fell: سقوط قذائف على X",
        f"FALL|HAPPENED (NUMBER|QUALITY)* event=WEAPON {_MANNER} (nation=NISBA|FACTION)? (LAUNCHED by=ACTOR)?",
        yes={"سقطت قذيفتان على حي الزهراء": {"means": "shelling", "place": "حي الزهراء"}},
        no=("سقط قتيلان في حي الزهراء",),
    ),
    Rule(
        "a weapon, then its fall: قذائف تسقط على P",
        f"event=WEAPON {_MANNER} (nation=NISBA|FACTION)? DONE? FALL|HAPPENED (ON|IN|AT)",
        yes={"ثلاث قذائف سقطت على حي الزهراء": {"means": "shelling", "place": "حي الزهراء"}},
        no=("ثلاث قذائف عثر عليها في حي الزهراء",),
    ),
    Rule(
        "a side let fly a weapon: أطلق X صاروخا على P",
        f"LAUNCHED (DATE|COMMA)* by=ACTOR|STATE {_POSTED} {_AMOUNT} event=WEAPON {_MANNER}",
        yes={"أطلق الحوثيون صاروخا باليستيا على مدينة مأرب": {"means": "shelling", "actor": "الحوثيون", "place": "مدينة مأرب"}},
        no=("أطلق الحوثيون سراح أسير في مدينة مأرب",),
    ),
    Rule(
        "a side, then the weapon it lets fly: X يطلق صاروخا على P",
        f"by=ACTOR (AND by2=ACTOR|STATE)? (DATE|COMMA|DONE|ASIDE){{0,3}} LAUNCHED {_AMOUNT} event=WEAPON {_MANNER}",
        yes={
            "طائرات النظام تلقي براميل متفجرة على حي الشعار": {
                "means": "airstrike",
                "actor": "طائرات النظام",
                "place": "حي الشعار",
            }
        },
        no=("قوات النظام تلقي منشورات على حي الشعار",),
    ),
    Rule(
        "craft that a side let fly: مسيرة أطلقها X على P",
        f"event=AIRCRAFT {_MANNER} WHO? LAUNCHED PRONOUN? (DATE|COMMA)* by=ACTOR|STATE",
        yes={
            "اعترض الجيش طائرة مسيرة أطلقتها جماعة الحوثي باتجاه مدينة جازان": {
                "means": "drone",
                "actor": "جماعة الحوثي",
                "place": "مدينة جازان",
            }
        },
        no=("حلقت طائرة مسيرة فوق مدينة جازان",),
    ),
    Rule(
        "a weapon that killed: لغم يقتل N",
        f"event=WEAPON {_MANNER} DONE? LOST",
        yes={"لغم أرضي يقتل طفلين في مدينة الحديدة": {"means": "explosion", "place": "الحديدة"}},
        no=("حادث يقتل طفلين في مدينة الحديدة",),
    ),
    Rule(
        "a side claimed a strike: تبنت X الهجوم على P",
        f"CLAIMED by=ACTOR (FROM|ON|IN|PRONOUN)* event=STRIKE {_MANNER}",
        yes={"تبنت حركة الشباب الهجوم على فندق في مدينة كيسمايو": {"actor": "حركة الشباب", "place": "مدينة كيسمايو"}},
        no=("تبنت حركة الشباب موقفا جديدا",),
    ),
    Rule(
        "a side declared its responsibility for a strike: أعلنت X مسؤوليتها عن الهجوم على P",
        f"SAYS by=ACTOR (DATE|COMMA|NISBA|DEFINITE|IN|COMMON)* RESPONSIBILITY FROM event=STRIKE {_MANNER}",
        yes={"أعلنت حركة الشباب، السبت، مسؤوليتها عن الهجوم على فندق في كيسمايو": {"actor": "حركة الشباب", "place": "كيسمايو"}},
        no=("أعلنت حركة الشباب، السبت، موقفها من الهجوم على فندق في كيسمايو",),
    ),
    Rule(
        "a weapon that a side let fly, and its fall: صواريخ أطلقها X على P",
        f"event=WEAPON {_MANNER} WHO? LAUNCHED|LAID PRONOUN? (DATE|COMMA | SO_CALLED IN?)* by=ACTOR|STATE (AND by2=ACTOR|STATE)? ~STOP|~BREAK|~STRIKE{{0,4}}? (ON|TO|FALL|STRUCK|HIT)",
        yes={
            "أفاد سكان بأن صواريخ أطلقها الحوثيون سقطت على مدينة مأرب": {
                "means": "shelling",
                "actor": "الحوثيون",
                "place": "مأرب",
            }
        },
        no=("عرضت قناة صورا لصواريخ أطلقها الحوثيون",),
    ),
    Rule(
        "a side blew up: فجر مسلحون أنبوبا",
        "event=BLEW by=ACTOR|STATE",
        yes={"فجر مسلحون أنبوبا للغاز في مدينة العريش": {"means": "explosion", "actor": "مسلحون", "place": "العريش"}},
        no=("وصل فجر الاثنين إلى مدينة العريش",),
    ),
    Rule(
        "a side killed someone: قتلت قوات X شابا",
        "event=KILLED by=ACTOR (AND by2=ACTOR|STATE)? (DATE|COMMA|ASIDE)* target=COUNTED|PERSON",
        yes={"قتلت قوات الأمن ثلاثة متظاهرين في مدينة الكاف": {"actor": "قوات الأمن", "place": "الكاف"}},
        no=("قتل ثلاثة متظاهرين في مدينة الكاف",),
    ),
    Rule(
        "a side, then its killing someone: قوات X قتلت شابا",
        "(?<! SAYS|ACCORDING|FROM|TO|IN|BY|ON ) by=ACTOR (AND by2=ACTOR|STATE)? (DATE|DONE|ON){0,2} event=KILLED target=COUNTED|PERSON",
        yes={"وقال إن قوات الأمن قتلت ثلاثة متظاهرين في مدينة الكاف": {"actor": "قوات الأمن", "place": "الكاف"}},
        no=("وقال إن ثلاثة متظاهرين قتلوا في مدينة الكاف", "وبحسب قوات الأمن قُتل ثلاثة متظاهرين"),
    ),
    Rule(
        "one whom a side killed: الذي قتلته X",
        "event=KILLED_HIM by=ACTOR",
        yes={"الراعي الذي قتلته مجموعة مسلحة في مدينة القصرين": {"actor": "مجموعة مسلحة", "place": "القصرين"}},
        no=("الراعي الذي زارته مجموعة مسلحة في مدينة القصرين",),
    ),
    Rule(
        "a side dropped bombs: أسقطت طائرات X براميل متفجرة",
        f"DROPPED (DATE|COMMA)* (by=ACTOR|STATE)? {_AMOUNT} (?= BOMB) event=WEAPON {_MANNER}",
        fixed={"means": "airstrike"},
        yes={
            "أسقطت طائرات النظام براميل متفجرة على حي الشعار": {
                "means": "airstrike",
                "actor": "طائرات النظام",
                "place": "حي الشعار",
            }
        },
        no=("أسقطت دفاعات النظام طائرة فوق حي الشعار",),
    ),
    Rule(
        "weapons let fly at a place: وأطلقت صواريخ على P",
        f"LAUNCHED {_AMOUNT} event=WEAPON {_MANNER} {_FROM} (ON|TO)",
        yes={"حلقت مقاتلة وأطلقت صواريخ على حي الشعار": {"means": "shelling", "place": "حي الشعار"}},
        no=("حلقت مقاتلة وأطلقت بالونات على حي الشعار",),
    ),
    Rule(
        "weapons that were let fly from a place at another: صواريخ أطلقت من P باتجاه P",
        f"event=WEAPON {_MANNER} WHO? (LAUNCHED FROM | POSTED) DIRECTION? PLACE|LAND (ON|TO)",
        yes={"خمسون صاروخا أطلقت من جنوب لبنان باتجاه مدينة صفد": {"means": "shelling", "place": "صفد"}},
        no=("خمسون صاروخا نقلت من جنوب لبنان باتجاه مدينة صفد",),
    ),
    Rule(
        "a side set a fire: أضرم X النار في P",
        "SET by=ACTOR event=FIRE IN",
        fixed={"means": "other"},
        yes={"أضرم مستوطنون النار في مسجد بقرية برقة": {"means": "other", "actor": "مستوطنون"}},
        no=("أضرم محتجون النار في إطارات",),
    ),
    Rule(
        "a side announced its strike: أعلنت X استهداف Y",
        f"SAYS sayer=ACTOR (DATE|COMMA|FROM|NISBA | IN PLACE)* event=TAKING {_MANNER}",
        yes={"أعلنت سرايا القدس استهداف دبابة في مخيم جباليا": {"actor": "سرايا القدس", "place": "مخيم جباليا"}},
        no=("أعلنت سرايا القدس وقف القتال في مخيم جباليا",),
    ),
    Rule(
        "one blew himself up: فجر نفسه",
        "event=STRUCK (AND|ACTOR|COUNTED|PEOPLE|WORD|DEFINITE){0,3}? ONESELF",
        fixed={"means": "suicide"},
        yes={"فجر انتحاري نفسه في مدينة مايدوغوري": {"means": "suicide", "place": "مدينة مايدوغوري"}},
        no=("فجر مسلحون جسرا في مدينة مايدوغوري",),
    ),
    Rule(
        "people were lost to a weapon: مقتل مدني بقذيفة",
        "LOSS|LOST (~STOP|~BREAK|~STRIKE|~STRUCK|~COMMA | COMMA DATE COMMA){1,12}? COMMA? (IN|CAUSED) event=WEAPON|FIRE (QUALITY|MANNER|WEAPON)* (by=ACTOR | nation=NISBA|FACTION)?",
        yes={"قتل مدني بقذيفة هاون في حي الزهراء": {"means": "shelling", "place": "حي الزهراء"}},
        no=("قتل مدني في حي الزهراء",),
    ),
    Rule(
        "a place is being struck: X يتم قصفها",
        "passive=DONE event=STRIKE PRONOUN|IN|FROM|BY",
        yes={"وقال إن بلدة سرمين يتم قصفها بالمدفعية": {"means": "shelling", "place": "بلدة سرمين"}},
        no=("وقال إن بلدة سرمين تم تحريرها",),
    ),
    Rule(
        "a strike",
        f"event=STRIKE {_MANNER}",
        yes={"انفجار في مدينة حلب": {"means": "explosion", "place": "مدينة حلب"}},
        no=("مهرجان في مدينة حلب",),
    ),
    Rule(
        "something struck",
        "event=STRUCK",
        yes={"انفجرت عبوة ناسفة في الرقة": {"means": "explosion", "place": "الرقة"}},
        no=("انطلق مهرجان في الرقة",),
    ),
)
