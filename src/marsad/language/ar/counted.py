"""What stands beside a number and tells what it is: a measure, a date, the name of a thing, a bound.

Everything is written in normal spelling and folded on loading.
"""

from itertools import product

from marsad.language.ar.numerals import attached
from marsad.model.values import Bound
from marsad.text import key


def _with_article(written: str) -> frozenset[str]:
    return frozenset(form for word in key(written).split() for form, *_ in attached(word))


def _words(written: str) -> frozenset[str]:
    return frozenset(key(written).split())


MEASURES = _words(
    "عام عاما عامين أعوام الأعوام سنة سنوات السنوات السنين سنين شهر شهرا أشهر شهور الأشهر الشهور أسبوع أسبوعا أسابيع الأسابيع "
    "يوم يوما أيام الأيام ليلة ليال ليالي الليالي ساعة ساعات الساعات دقيقة دقائق الدقائق ثانية ثوان ثواني الثواني قرن قرنا قرون القرون "
    "عقد عقود العقود العقد ربيعا "
    "دولار دولارا دولارات الدولارات يورو أورو ليرة ليرات ريال ريالا ريالات دينار دينارا دنانير درهم درهما دراهم جنيه جنيها جنيهات فرنك "
    "فرنكا شيكل شيكلا شيقل روبل روبية تومان تومانا استرليني إسترليني يوان ين سنت قرش قرشا مليم مليما فلس € $ £ "
    "كم كلم كيلومتر كيلومترا كيلومترات الكيلومترات كيلو كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كغ كلغ كجم كيلوا غرام غراما غرامات جرام "
    "متر مترا أمتار الأمتار سنتيمتر سنتيمترا سنتمتر سم ملم ميلي مليمتر مليمترا ميليمتر ميل ميلا أميال عقدة قدم قدما أقدام بوصة بوصات "
    "طن طنا أطنان الأطنان رطل رطلا أرطال لتر لترا لترات ليتر برميل برميلا براميل البراميل مل هكتار هكتارا هكتارات دونم دونما دونمات "
    "فدان فدانا درجة درجات ميغاواط ميغاوات جيجاوات كيلوواط فولت نقطة نقاط ضعف ضعفا أضعاف مرة مرات المرات مره "
    "mm km kg cm m"
)
"""Units of time, money, length, weight, area and volume, and times (مرات): what they measure is no number of people."""

DEFINITE_MEASURES = _words("الأيام الأعوام السنوات الأشهر الشهور الأسابيع الساعات الدقائق الليالي العقود الكيلومترات المرات")
AGES = _with_article("عمر سن") | _words("عمره عمرها عمرهما عمرهم سنه سنها أعمارهم بعمر")
MONEY_BEFORE = frozenset("$€£")
PERCENT = _words("% بالمئة بالمائة بالماية بالميه المئوية")
MONTHS = _words(
    "يناير فبراير مارس أبريل إبريل مايو أيار يونيو يونيه يوليو يوليه يوليوز أغسطس غشت سبتمبر شتنبر أكتوبر نوفمبر نونبر ديسمبر دجنبر "
    "جانفي فيفري أفريل ماي جوان جويلية أوت شباط آذار نيسان حزيران تموز آب أيلول تشرين كانون "
    "محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذي هـ ه م"
)
YEAR_BEFORE = _with_article("عام سنة عامي أعوام سنوات") | _words("منذ مواليد موسم دورة انتخابات") | MONTHS
DAY_BEFORE = _with_article("يوم يومي تاريخ") | _words("بتاريخ")
WEEKDAYS = _words("السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة أمس")
CLOCK_BEFORE = _words("الساعة للساعة بالساعة والساعة الساعتين")
CLOCK_AFTER = _words("صباحا مساء ظهرا فجرا ليلا")

NAMED = _with_article(
    "فرقة لواء فوج كتيبة سرية قرار قرارين قراران قرارات قانون مرسوم مادة مادتين مادتان فصل فصول مواد بند بنود فقرة رقم هاتف طريق كيلو عيار نوع طراز موديل جولة دورة دور "
    "نسخة قناة حلقة باب طابق غرفة قاعة وحدة قطاع مخيم نقطة نموذج ملحق طبعة قضية ملف لائحة محضر خيمة مبنى لوحة بوابة قرن ذكرى معسكر"
) | _words("جنيف أستانا أستانة فيينا سوتشي فرانس بوينغ بوينج إيرباص كوفيد كورونا واتساب فاكس باكالوريا بئر عدد رقمه رقمها")
"""Heads that a number only names or numbers: the 17th Division, resolution 2254, article 5, Geneva 2."""

DEFINITE_NAMES = _with_article("شارع ساحة حي ميدان دوار مجموعة قمة خط جسر")
"""Heads of streets, squares and clubs named by a definite number: شارع الستين, مجموعة العشرين."""

MODELS = _words(
    "سو سوخوي ميغ ميج إف اف تي إس اس إم ام آر ار كا مي بي جي إيه ايه إتش اتش كاي كيه توبوليف ياك سام جيم دي إل زد إكس اكس"
)
"""Letters by which aircraft, tanks and missiles are named in Arabic script: سو-24, إف-16, تي 72."""

MODELS_BEFORE_DASH = MODELS | _words("كوفيد شاهد توشكا كورنيت بانتسير زلزال بركان ياسين قسام")
"""The same, and names that only a dash ties to their number: شاهد-136."""

PEOPLE = _words(
    "شخص شخصا أشخاص مدني مدنيا مدنيين مدنيون قتيل قتيلا قتلى جريح جريحا جرحى طفل طفلا أطفال امرأة نساء سيدة رجل رجلا رجال مصاب مصابا "
    "مصابين جندي جنديا جنود عنصر عنصرا عناصر مقاتل مقاتلا مقاتلين مسلح مسلحا مسلحين عائلة أسرة نازح نازحا نازحين لاجئ لاجئا لاجئين مواطن "
    "مواطنا مواطنين شهيد شهيدا شهداء فرد فردا أفراد شرطي شرطيا ضحية آخر آخرين آخرون أخرى نسمة معتقل معتقلا مهاجر مهاجرا عامل صحفي صحفيا "
    "صحافي ضابط ضابطا شاب شابا إرهابي إرهابيا عسكري عسكريا أسير أسيرا سجين سجينا طالب مسعف مسعفا موظف متظاهر متظاهرا مريض مدنية فتاة صحفيين صحافيين إعلاميين "
    "مسعفين أطباء ممرضين متظاهرين مهاجرين عسكريين ضباط عمال طلاب طالبات فتيات شبان معتقلين أسرى إرهابيين متطوعين موظفين ناشطين"
)
"""Nouns after which a number counts people; used only to overrule a weak sign that the number is a name or a year."""

HARM_BEFORE = _with_article("مقتل قتل إصابة جرح وفاة استشهاد اعتقال نزوح تهجير إنقاذ إجلاء توثيق عددهم") | _words(
    "قتلت وقتلت أصيب أصابت وأصيب أصابوا قتلوا اعتقلت أوقعت خلف خلفت وخلفت بلغ بلغت"
)
"""Words after which 1997 is a count and no year."""

AFTER_NAME = _words("من في على إلى عن بين مع")
"""Words that may follow a number in a name; any other word would be what the number counts."""

NOT_ACCUSATIVE = _words(
    "عندما بينما فيما هذا كما لما مما ايضا أيضا حيثما إذا لهذا وهذا هنا هناك سوريا تركيا ليبيا روسيا كما بما منها فيها عنها عليها"
)

ONE_AFTER = _words("كل أي آن وقت جانب صف حد من في على إلى عن أن و أو كلمة صوت هدف رأي طرف اتجاه نفس")
"""Words after which واحد says something other than a count of one: في آن واحد, كل واحد."""

NOT_PARTITIVE = _words("جراء قبل بين خلال دون غير أجل جهة حيث ثم أن")
"""After من these show that it does not belong to the vague word before it: أصيب العشرات من جراء القصف."""

CHANGES = _words(
    "ارتفع ارتفعت وارتفع وارتفعت ارتفاع وارتفاع يرتفع لترتفع ليرتفع زاد زادت وزاد ازداد انخفض انخفضت وانخفض انخفاض تراجع تراجعت وتراجع "
    "رفع رفعت ورفع خفض خفضت تقليص قفز قفزت"
)
"""Verbs of change: after them "from N to M" is an old figure and a present one, not an interval."""

_OR_EQUAL = "أو يساوي/تساوي"
_BEFORE: dict[Bound, str] = {
    "at_least": f"""ما لا يقل/تقل عن|لا يقل/تقل عن|لم يقل/تقل عن|ما لا يقل عددهم/عددها عن|لا يقل عددهم/عددها عن|على الأقل|على أقل تقدير|
        كحد أدنى|بحد أدنى|لا أقل من|ليس أقل من|أكثر/أكبر/أعلى من {_OR_EQUAL}|على الأقل {_OR_EQUAL}|يساوي/تساوي أو أكثر/أكبر من|> =""",
    "more_than": """أكثر/أكبر/أعلى/أزيد/أكتر من|ما يزيد عن/على|يزيد/تزيد/زاد/زادت عن/على|يزيد/تزيد عددهم/عددها عن/على|يفوق/تفوق/فاق/فاقت|
        ما يفوق|يتجاوز/تتجاوز/تجاوز/تجاوزت/تخطى/تخطت/يتخطى|يتجاوز/تتجاوز/تجاوز/يفوق/فاق عددهم/عددها|ما يتجاوز|ما يربو/يربوا على/عن|
        يربو على/عن|ينيف على/عن|ما ينيف على/عن|فوق|>""",
    "up_to": f"""أقل/أصغر/أدنى/أخفض من|أقل/أصغر/أدنى/أخفض من {_OR_EQUAL}|لا/لم يتجاوز/تتجاوز|ما لا يتجاوز|لا/لم يزيد/تزيد/يزد/تزد عن/على|
        ما لا يزيد عن/على|لا/لم يفوق/تفوق|لا/لم يتعدى/تتعدى/يتعد/تتعد|لا/لم يتجاوز/تتجاوز عددهم/عددها|ما دون|تحت|ما يصل إلى|
        يصل/تصل عددهم/عددها إلى|حتى|على الأكثر|كحد أقصى|بحد أقصى|لا أكثر من|ليس أكثر من|يساوي/تساوي أو أقل من|أو أخفض/أقل {_OR_EQUAL}|<|< =""",
    "about": """نحو|حوالي|حوالى|قرابة|زهاء|ما يقارب|يقارب/تقارب/قارب|ما يقرب من|يقرب من|تقريبا|في حدود|بحدود|حدود|ما يناهز|
        يناهز/تناهز/ناهز|ما يعادل|ما حوالي|يقارب/يناهز عددهم/عددها""",
}  # fmt: skip
_BARE = _words("يصل تصل")
"""Verbs that say something else with a particle: ليصل إلى 30 is the total reached."""

_AFTER: dict[Bound, str] = {
    "at_least": "على الأقل|على أقل تقدير|كحد أدنى|بحد أدنى|فأكثر|فما فوق|وما فوق|أو أكثر|أو أكبر|وأكثر|أو أعلى|وربما أكثر",
    "more_than": "أو يزيد|أو تزيد|ويزيد|ونيف|ونيفا",
    "up_to": "على الأكثر|على أكثر تقدير|كحد أقصى|بحد أقصى|أو أقل|فأقل|فما دون",
    "about": "تقريبا|بالتقريب",
}


def _phrases(table: dict[Bound, str], particles: bool) -> dict[tuple[str, ...], Bound]:
    out: dict[tuple[str, ...], Bound] = {}
    for bound, written in table.items():
        for phrase in written.split("|"):
            for choice in product(*(slot.split("/") for slot in key(phrase).split())):
                spread = particles and choice[0] not in _BARE
                for form in [form for form, *_ in attached(choice[0], article=False)] if spread else choice[:1]:
                    out[form, *choice[1:]] = bound
    return out


BOUND_BEFORE = _phrases(_BEFORE, particles=True)
BOUND_AFTER = _phrases(_AFTER, particles=False)
BOUND_JOINED = frozenset(
    conj + phrase[0] for phrase in BOUND_BEFORE for conj in "وف" if (conj + phrase[0], *phrase[1:]) in BOUND_BEFORE
)
"""First words of bounds that carry a conjunction."""

BOUND_ENDS = frozenset(phrase[-1] for phrase in BOUND_BEFORE)
BOUND_STARTS = frozenset(phrase[0] for phrase in BOUND_AFTER)
LONGEST_BEFORE = max(map(len, BOUND_BEFORE))
LONGEST_AFTER = max(map(len, BOUND_AFTER))
