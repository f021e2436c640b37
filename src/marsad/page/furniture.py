"""What a news page says around its report: one table of wordings, each with lines that are and are not of its kind.

A wording is a whole line, written in ordinary spelling: ``…`` stands for anything, ``#`` for a number, and marks at either end of
the line do not count. ``pattern`` is for the few shapes that no wording can say; it reads the folded line when that has at
most ``longest`` characters and one of ``marks`` in it (every pattern on every line took five times as long). The words were gathered
from the pages of Arabic and English news sites; to teach a new one, add it to its row with the line it came from.
"""

import re
from dataclasses import dataclass
from typing import Literal

from marsad.text import key

Opens = Literal["", "line", "block"]
"""What a line of a kind takes with it: nothing, the next line, or all lines up to the next full sentence."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """One kind of furniture. ``yes`` and ``no`` are lines that must and must not be taken for it."""

    name: str
    wordings: tuple[str, ...] = ()
    pattern: str = ""
    longest: int = 60
    marks: str = ""
    opens: Opens = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


AGENCIES = (
    "أ ف ب", "أ.ف.ب", "أف ب", "ا ف ب", "أ ب", "أ.ب", "د ب أ", "د.ب.أ", "إ ب أ", "أ ش أ", "أ.ش.أ", "فرانس برس", "فرانس24", "فرانس 24",
    "رويترز", "الأناضول", "وكالة الأناضول", "سانا", "واس", "وام", "واع", "قنا", "كونا", "بترا", "وفا", "سبأ", "سبوتنيك", "شينخوا", "أسوشيتد برس",
    "أسوشييتد برس", "الأوروبية", "غيتي", "جيتي", "غيتي إيمجز", "وكالات", "الوكالات", "متابعات", "ANHA", "AFP", "AP", "AA", "EPA", "Reuters",
    "Anadolu", "Anadolu Agency", "SANA", "TASS", "Xinhua", "Getty", "Getty Images", "Associated Press", "Agencies", "Sputnik",
)  # fmt: skip
"""News and picture agencies as they sign a line or a picture."""

MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "إبريل", "مايو", "يونيو", "يونيه", "يوليو", "يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    "كانون", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين", "الأول", "الثاني",
    "جانفي", "فيفري", "أفريل", "ماي", "جوان", "جويلية", "أوت", "شتنبر", "نونبر", "دجنبر", "غشت", "يوليوز",
    "محرم", "صفر", "ربيع", "جمادى", "الآخر", "الآخرة", "الأولى", "الثانية", "رجب", "شعبان", "رمضان", "شوال", "ذو", "ذي", "القعدة", "الحجة",
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip

DATE_WORDS = (
    "السبت", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "م", "ه", "هـ", "الموافق", "الساعة", "ص", "صباحا", "مساء",
    "ظهرا", "بتوقيت", "جرينتش", "غرينتش", "توقيت", "مكة", "دمشق", "القدس", "بغداد", "بيروت", "القاهرة", "GMT", "UTC", "ت", "عام", "يوم",
    "نشر", "نشرت", "نشرة", "في", "تاريخ", "النشر", "بتاريخ", "التاريخ", "آخر", "تحديث", "تم", "التحديث", "عند", "الأخير", "المشاركة",
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    "am", "pm", "published", "updated", "last", "update", "on", "at", "date", "posted", "first", "T", "Z", "st", "nd", "rd", "th",
)  # fmt: skip
"""The words beside the months that a line may hold and still be nothing but a date."""

SECTIONS = (
    "الرئيسية", "الصفحة الرئيسية", "أخبار", "الأخبار", "أخبار محلية", "محليات", "محلي", "دولي", "دوليات", "عربي", "عربي ودولي", "عربي دولي", "العالم",
    "عربية", "سياسة", "اقتصاد", "الاقتصاد", "رياضة", "الرياضة", "منوعات", "متنوع", "ثقافة", "ثقافة وفنون", "فنون", "صحة", "الصحة", "تكنولوجيا",
    "علوم", "تقارير", "تحقيقات", "تقارير ميدانية", "أخبار وتقارير", "أخبار مفصلة", "رأي", "آراء", "مقالات", "رأي وتحليل", "البرامج", "برامج",
    "حوادث", "حوادث محلية", "الشرق الأوسط", "شرق أوسط", "أخبار العالم", "أخبار سوريا", "أخبار عربية", "أخبار دولية", "سياسي", "أمني", "ملفات",
    "نشرة الأخبار", "فيديو", "صور", "مع الصور", "بدون الصور", "مركز الأخبار", "عاجل", "لقاء الأسبوع", "تحليلات", "القائمة", "بحث",
    "Home", "News", "World", "Politics", "Diplomacy", "Middle East", "Opinion", "Business", "Sports", "Sport", "Culture", "Lifestyle", "Technology",
    "Health", "Travel", "Magazine", "Video", "Videos", "Search", "Menu", "Breaking News", "Latest News", "Top Stories", "News Analysis",
)  # fmt: skip
"""Names of a site's sections, as its menus and breadcrumbs have them."""

_PICTURED = "أرشيفية|أرشيفيه|أرشيف|من الأرشيف|توضيحية|تعبيرية|متداولة|الصورة توضيحية|صورة توضيحية|صورة أرشيفية|صورة تعبيرية|إنترنت|الإنترنت|تويتر|مواقع التواصل|وسائل التواصل|وسائل التواصل الاجتماعي|مواقع التواصل الاجتماعي|تليغرام|فيسبوك"


def _either(names: tuple[str, ...]) -> str:
    """A pattern for any of the names, longest first, folded."""
    return "|".join(sorted((re.escape(key(name)) for name in names), key=len, reverse=True))


_AGENCY = f"(?:{_either(AGENCIES)})"
_CREDIT = rf"{_AGENCY}(?:\s*[/,\-–+]\s*(?:{_AGENCY}|[^\W\d_]+(?: [^\W\d_]+)?))*"
_NETWORK = (
    r"(?:(?:ال)?في ?س ?بوك|تويتر|تويت|طباعه|واتس ?[اآ]ب|تيليجرام|تلي?غرام|تيلي?غرام|انستغرام|لينكد ?ان|ماسنجر|بينتريست|بريد الكتروني|البريد الالكتروني"
    r"|facebook|twitter|x|𝕏|whatsapp|telegram|linkedin|linked in|pinterest|reddit|bluesky|messenger|instagram|youtube|tumblr|viber|e-?mail|skype|threads|vk|print|link|copy link|tweet)"
)

TABLE: tuple[Furniture, ...] = (
    Furniture(
        "text size",
        ("ت + ت … الحجم الطبيعي", "الحجم الطبيعي", "حجم الخط …", "تكبير الخط", "تصغير الخط", "Text size …", "Font size …"),
        r"[aت]\s*[+-](?:\s*[aت]\s*[+-]?)+|[aت]\s+[aت]\s*[+-]?(?:\s*[aت]\s*[+-]?)*|[+-]\s*a\s*[+-]?\s*a?",
        longest=25,
        yes=("ت + ت - الحجم الطبيعي", "A+ A-", "A- A A+", "A A+", "حجم الخط: صغير كبير"),
        no=("قصف بصاروخ من طراز A", "الحجم الطبيعي للقوات في المدينة ثلاثة آلاف"),
    ),
    Furniture(
        "share",
        (
            "شارك", "مشاركة", "شارك الخبر", "شارك الخبر على …", "شارك هذا الموضوع", "شارك المقال", "شاركها", "شارك القصة",
            "أرسل …بريد…", "طباعة", "اطبع", "نسخ الرابط", "انسخ الرابط",
            "رابط مختصر…", "الرابط المختصر…", "رابط الخبر …", "تابعنا", "تابعونا", "حفظ", "استمع", "استمع للخبر", "علق", "غرد",
            "Share", "Share this", "Share this …", "Share on …", "Share via …", "Share article", "Follow us on …", "Follow us", "Copy link", "shortlink copied", "Print", "Save",
            "Listen", "Show us some LOVE …",
        ),
        rf"{_NETWORK}(?:[\s,|/·•]+{_NETWORK})*|(?:شاركها?|(?:ال)?مشاركه|انشر|تابعنا|تابعونا) (?:علي|عبر) {_NETWORK}(?:\W.{{0,40}})?",
        longest=75,
        yes=("Email", "فيسبوك", "تويتر واتساب طباعة", "شارك الخبر على:", "المشاركة على X (فتح في نافذة جديدة)", "مشاركة:", "تابعنا على فيسبوك", "X"),
        no=("شارك وزير الدفاع في الاجتماع", "مشاركة أممية في محادثات السلام", "نشر البيان على فيسبوك أمس"),
    ),
    Furniture(
        "counter",
        (
            "# مشاهدة", "# مشاهدات", "مشاهدات: #", "# زيارة", "# زيارات", "عدد المشاهدات #", "عدد الزيارات #", "# قراءة", "عدد القراءات #", "# Comments", "# Comment", "# views",
            "# shares", "# تعليق", "# تعليقات", "منذ # …", "وقت القراءة …", "# دقيقة قراءة", "# دقائق قراءة", "دقيقة واحدة", "أقل من دقيقة", "# دقائق", "# min read",
            "# minutes read", "# minute read", "قراءة # دقائق", "# hours ago", "# days ago", "an hour ago", "قبل # ساعات", "قبل # ساعة", "قبل # أيام", "قبل # يوم",
        ),
        r".{1,22} مضت",
        yes=("485 مشاهدة", "477 زيارة", "0 Comments", "‏18 دقيقة مضت", "منذ 3 ساعات", "مشاهدات: 120", "يوم واحد مضت"),
        no=("485 قتيلا", "12 جريحا بينهم طفلان", "منذ الخامس من يونيو قتل 20 شخصا", "ثلاث سنوات من الحرب مضت على البلاد وأهلها"),
    ),
    Furniture(
        "related",
        (
            "اقرأ أيضا", "إقرأ أيضا", "اقرأ كذلك", "اقرأ المزيد", "إقرأ المزيد", "شاهد أيضا", "قد يهمك", "قد يهمك أيضا", "قد يعجبك", "قد يعجبك أيضا", "المزيد", "المزيد من الأخبار", "المزيد حول",
            "مقالات ذات صلة", "مواد ذات صلة", "مواضيع ذات صلة", "موضوعات ذات صلة", "أخبار ذات صلة", "أخبار ذات علاقة", "مقالات مشابهة", "مواضيع مشابهة", "أخبار مشابهة",
            "موضوعات متعلقة", "أخبار متعلقة", "مقالات متعلقة", "مواضيع متعلقة", "ذات صلة", "اخبار مرتبطة", "مواضيع مرتبطة", "مقالات مرتبطة", "من نفس القسم", "آخر الأخبار", "أحدث الأخبار",
            "أحدث المقالات", "آخر المواضيع", "آخر المقالات", "أهم الأخبار", "أهم المواضيع", "أهم التصنيفات", "الأكثر قراءة", "الأكثر مشاهدة", "الأكثر شعبية", "الأكثر تداولا", "الأكثر تعليقا",
            "الأكثر شيوعا", "الأعلى قراءة", "مختارات", "اخترنا لكم", "اخترنا لك", "نرشح لك", "موصى به", "أخبار أخرى", "مواضيع أخرى", "الأخبار ذات الصلة", "المقالات ذات الصلة",
            "Related", "Related News", "Related Articles", "Related Stories", "Related Posts", "Related Topics", "Read Next", "Read More", "Read also", "Other news", "More News", "More In …",
            "More from …", "Most Read", "Most Popular", "Trending", "Latest", "Latest News", "Recommended for You", "Recommended", "You may also like", "You might also like", "See also",
            "Also read", "Up next", "Loading recommendations",
        ),
        opens="block",
        yes=("اقرأ أيضاً", "إقرأ أيضاً:", "أخبار ذات علاقة", "الأكثر قراءة", "✨ أهم التصنيفات", "Related Articles", "More In News"),
        no=("اقرأ البيان على الصحفيين", "الأخبار الواردة من المدينة تتحدث عن قتلى", "المزيد من القتلى في الغارة"),
    ),
    Furniture(
        "pointer",
        pattern=r"(?:اقرا (?:ايضا|المزيد|كذلك)|للمزيد|شاهد ايضا|قد يهمك(?: ايضا)?|قد يعجبك|طالع ايضا|انظر ايضا|اقرا|المقال السابق|المقال التالي|الخبر السابق|الخبر التالي|السابق|التالي"
        r"|read more|read also|also read|see also|related|previous post|next post|previous|next)\s*[:|>»].{3,}",
        longest=170,
        marks=":|>»",
        yes=("اقرأ أيضاً: تمديد الهدنة في المدينة أسبوعا", "Read More: Truce extended for a week", "next post: تمديد الهدنة"),
        no=("وقال المتحدث: اقرأوا البيان", "التالي ذكره أسماء القتلى"),
    ),
    Furniture(
        "neighbour",
        (
            "المقال السابق", "المقال التالي", "الخبر السابق", "الخبر التالي", "السابق", "التالي", "المقالة السابقة", "المقالة التالية", "الموضوع السابق", "الموضوع التالي",
            "Prev Post", "Next Post", "Previous Post", "Previous Article", "Next Article", "Previous", "Next",
        ),
        opens="line",
        yes=("المقال السابق", "Next Post"),
        no=("الرئيس السابق علي عبد الله صالح",),
    ),
    Furniture(
        "comments",
        (
            "اترك تعليقا", "اترك تعليقا …", "اترك ردا", "اترك ردا …", "اترك رد", "اكتب تعليقا", "أضف تعليقا", "أضف تعليق", "إضافة تعليق …", "إضافة تعليق", "إلغاء الرد", "التعليقات", "التعليقات (#)",
            "التعليقات #", "تعليقات", "التعليقات مغلقة", "التعليقات على … مغلقة", "لا يوجد … تعليقات", "لا توجد تعليقات", "لا تعليقات", "لن يتم نشر عنوان بريدك الإلكتروني…",
            "This Post Has # Comments", "Comments are closed", "الآراء الواردة …لا تعبر …", "Comments", "Comments (#)", "Leave a comment", "Leave a reply", "Leave a comment …", "Leave a reply …", "No comments", "Cancel reply",
            "Add a comment", "Post a comment", "Your email address will not be published…",
        ),
        opens="block",
        yes=("اترك تعليقاً إلغاء الرد", "التعليقات على الخبر مغلقة", "التعليقات (0)", "This Post Has 0 Comments"),
        no=("تعليقات الوزير على الهجوم أثارت غضبا", "التعليقات الروسية على القصف"),
    ),
    Furniture(
        "tags",
        (
            "الوسوم", "وسوم", "وسوم …", "الوسم", "التاغات", "تاغات", "كلمات مفتاحية", "الكلمات المفتاحية", "كلمات دلالية", "الكلمات الدلالية", "العلامات", "علامات", "سمات", "مواضيع", "التصنيفات",
            "Tags", "Tag", "Topics", "Keywords", "Filed under", "Categories",
        ),
        pattern=r"(?:tags|topics|keywords|الوسوم|التاغات|كلمات (?:مفتاحيه|دلاليه)|الكلمات (?:المفتاحيه|الدلاليه))\s*:.+|(?:#[\w_]+[\s,]*){2,}",
        longest=170,
        marks=":#",
        opens="block",
        yes=("التاغات:", "الوسوم", "topics:", "#سوريا #حلب", "Tags: Syria, Aleppo"),
        no=("علامات تعذيب على جثث القتلى", "مواضيع البحث في الجولة"),
    ),
    Furniture(
        "date line",
        pattern=rf"(?=.*[0-9])(?:(?:{_either(MONTHS + DATE_WORDS)})(?![^\W\d_])|[0-9]+|[\s,.:/|()+_-])+",
        longest=90,
        marks="0123456789",
        yes=("الجمعة 7 تشرين الأول 2022", "السبت, فبراير 3, 2024", "2022-02-16 11:00:00", "نشرت في: 07/03/2022 - 08:27", "٢٦/٠٩/٢٠٢١", "22 October، 2023", "14:11 ت م"),
        no=("7 قتلى في آب", "السبت الدامي", "مقتل 3 في يوم", "في 5 مايو 2020 توصل الجانبان إلى اتفاق", "قرار 2254"),
    ),
    Furniture(
        "signature",
        ("انتهى", "// انتهى //", "تحرير: …", "إعداد: …", "Reporting by …", "Editing by …", "Written by …", "Compiled by …", "by … with …", "admin", "فريق التحرير", "هيئة التحرير", "قسم التحرير", "بقلم …", "المحرر"),
        r"\(\s*[^\W\d_]{1,4}(?:\s*[/._ -]\s*[^\W\d_]{0,4})*\s*\)|[^\W\d_](?:[ .]+[^\W\d_])+\.?|[^\W\d_]{1,4}(?:[-.][^\W\d_]{1,4})*(?:/[^\W\d_]{1,4})+|[a-z]{1,3}(?:[./-][a-z]{1,3})+"
        rf"|{_AGENCY}(?:\s*[/,+-]\s*{_AGENCY})*|(?:كتب|كتبت|تقرير|ترجمه)\s*[:-].{{2,30}}|[^\d:.]{{2,25}}\s*[-/]\s*(?:متابعات|خاص|وكالات)",
        longest=45,
        yes=("(ز س/د)", "ع ب م", "ت. ع.", "فوم-واك/دص", "ANHA", "A.K", "Sh-S", "تحرير: سالم حداد", "فرانس24/ أ ف ب/ رويترز", "// انتهى //"),
        no=("تحرير مدينة الرقة من التنظيم بعد معارك طويلة", "تحرير الرهائن", "إعداد خطة لوقف النار", "حلب", "بقي اثنان", "قسد تسيطر"),
    ),
    Furniture("glyph", longest=4, pattern="[^\\d\\sx]|[ivx]{2,4}", yes=("Ⅶ", "Ⅲ", "ت"), no=("داعش", "يد")),
    Furniture(
        "source",
        pattern=r"(?:المصدر|مصدر الصوره|source|sources|via|المصادر)\s*:\s*\(?[^\d:.]{2,40}\)?|المصدر\s*[-–/]\s*[^\d:.]{2,30}",
        yes=("المصدر: (أ ف ب)", 'المصدر: "سانا"', "Source: Reuters", "المصدر: وكالات"),
        no=("المصدر: مقتل 5 من عناصر التنظيم", "المصدر الأمني أكد الحصيلة"),
    ),
    Furniture(
        "copyright",
        ("جميع الحقوق محفوظة…", "حقوق النشر …", "All rights reserved…", "Copyright …", "سياسة الخصوصية", "شروط الاستخدام", "Terms of use", "Privacy policy"),
        r".{1,60}(?:جميع الحقوق محفوظه|all rights reserved).*|(?:©|\(c\)) ?(?:[0-9]{4}|copyright).*|.* © ?[0-9]{4}.*|.*trust principles\..*",
        longest=120,
        marks="©)هd",
        yes=("جميع الحقوق محفوظة © 2023 لموقع الخبر", "© 2022 The Paper", "Privacy policy"),
        no=("حقوق الإنسان", "محفوظة الحقوق بموجب الاتفاق"),
    ),
    Furniture(
        "invitation",
        (
            "الرسالة الإخبارية…", "النشرة الإخبارية…", "النشرة البريدية…", "اشترك في …", "اشترك الآن…", "اشتركوا في …", "ابق على اطلاع …", "حمل تطبيق …", "حمل التطبيق…", "سجل في …", "لمتابعة آخر …",
            "انضم إلى قناتنا…", "انضموا إلى …", "يحتوي هذا القسم على …", "إعلان", "إعلانات", "الإعلانات", "موقع الويب", "إغلاق", "X إغلاق", "تسجيل الدخول", "اللغات",
            "Subscribe", "Subscribe to …", "Sign up here", "Sign up …", "Sign in", "Log in", "Already have an account…", "Advertisement", "ADVERTISEMENT …", "We appreciate your support", "Support …News…",
            "Support … Syndicate", "Download … app", "Get our newsletter…", "Newsletter", "Close", "Donate", "Skip to content", "Loading…",
        ),
        yes=("ابق على اطلاع دائم بالأخبار الدولية", "Subscribe to our mailing list", "إعلان"),
        no=("إعلان وقف إطلاق النار في المدينة", "اشترك التحالف في الغارة", "حمل السكان الجيش المسؤولية"),
    ),
    Furniture(
        "embed",
        pattern=r"[-–—]+ ?.{1,60}\(@\w+\).*|.{0,60}pic\.twitter\.com/\w+|https?://\S+|\S+\.(?:com|net|org|info)/\S*|.*\(@\w+\) [a-z]+ [0-9]{1,2}, [0-9]{4}",
        longest=170,
        marks="@/",
        yes=("— Observer (@observer) February 1, 2025", "https://example.org/a/1", "pic.twitter.com/abc12"),
        no=("قالت الوزارة (عبر تويتر) إن القصف أوقع قتيلين",),
    ),
    Furniture(
        "section",
        SECTIONS,
        rf"(?:[^,/>|›»\d]{{2,25}}[,/>|›»\\]\s*)*(?:{_either(SECTIONS)})(?:\s*[,/>|›»\\][^,/>|›»\d.]{{2,25}})+",
        longest=80,
        marks=",/>|›»\\",
        yes=("الرئيسية", "إيران, الأخبار, دولي", "الرئيسية > أخبار > سوريا", "تقارير ميدانية", "Home / News / Syria"),
        no=("أخبار عن مقتل قائد في الغارة", "سياسة الأرض المحروقة", "عاجل: مقتل خمسة في غارة"),
    ),
    Furniture(
        "caption",
        (
            "تصوير: …", "عدسة: …", "عدسة مراسل …", "صورة أرشيفية …", "صورة أرشيفية", "صورة تعبيرية", "صورة توضيحية", "صورة متداولة", "الصورة …أرشيف", "الصورة من …", "مصدر الصورة …", "صورة من الأرشيف", "تعليق الصورة …",
            "File photo…", "Photo: …", "Image: …", "Image credit…", "Photo credit…", "Photo by …", "Image source…", "Image caption…", "Archive photo…", "Getty Images",
        ),
        rf".+\|\s*{_CREDIT}|.+\(\s*(?:{_CREDIT}|(?:{key(_PICTURED)})(?:\s*[/,-].{{0,20}})?|(?:photo|image|picture|file|courtesy|صوره|تصوير|عدسه|ارشيف).{{0,30}}|.{{0,30}}(?:getty|غيتي|via ap|via reuters).{{0,15}})\s*\)"
        rf"|.{{15,}}[\s.]©\s*\S.{{0,40}}|©\s*[^\d]{{2,40}}",
        longest=340,
        marks="|(©",
        yes=("مقاتلون عند مدخل المدينة | أ.ف.ب", "دخان يتصاعد من المدينة (أ ف ب / غيتي)", "تصوير: سالم حداد", "صورة أرشيفية", "سوق المدينة بعد القصف (Photo: ANHA)", "دبابة في الشارع. © رويترز"),
        no=("مقتل خمسة مدنيين في المدينة", "قالت رويترز إن خمسة قتلوا", "سيطر الجيش على المطار (شمال)", "Ongoing attack | Two soldiers killed", "تصوير القصف بهاتف محمول أدى إلى اعتقاله."),
    ),
)  # fmt: skip
