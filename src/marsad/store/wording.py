"""The words, in Arabic and in English, of what can be asked of the store: closed values, days, and the halves of a sentence.

Wording is neutral to all parties. Months are the Levant's by default; Egypt's are a reader's choice.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

Language = Literal["ar", "en"]
Months = Literal["levantine", "egyptian"]

_TABLE = """
outcome killed      | killed | قتلى
outcome injured     | injured | جرحى
outcome missing     | missing | مفقودون
outcome displaced   | displaced | نازحون
outcome detained    | detained | معتقلون
outcome abducted    | abducted | مختطفون
outcome casualties  | killed or injured | قتلى أو جرحى
group people        | people | أشخاص
group civilians     | civilians | مدنيون
group children      | children | أطفال
group women         | women | نساء
group men           | men | رجال
group elderly       | elderly people | مسنون
group fighters      | fighters | مقاتلون
group soldiers      | soldiers | جنود
group police        | police | أفراد شرطة
group journalists   | journalists | صحفيون
group medics        | medics | مسعفون وأطباء
group aid_workers   | aid workers | عاملو إغاثة
group prisoners     | prisoners | سجناء
group officials     | officials | مسؤولون
group foreigners    | foreigners | أجانب
kind casualty       | casualties | ضحايا
kind control        | control | سيطرة
kind attack         | attacks | هجمات
kind statement      | statements | تصريحات
kind talks          | talks | محادثات
means airstrike     | airstrikes | غارات جوية
means drone         | drones | طائرات مسيّرة
means shelling      | shelling | قصف
means explosion     | explosions | انفجارات
means suicide       | suicide attacks | هجمات انتحارية
means clash         | clashes | اشتباكات
means shooting      | shootings | إطلاق نار
means assassination | assassinations | اغتيالات
means execution     | executions | إعدامات
means arrest        | arrests | اعتقالات
means abduction     | abductions | عمليات خطف
means other         | other means | وسائل أخرى
grade confirmed     | confirmed: an actor has accepted responsibility | مؤكدة: أقرّ طرف بالمسؤولية
grade fair          | fair: two or more credible sources | مقبولة: مصدران موثوقان أو أكثر
grade weak          | weak: one source | ضعيفة: مصدر واحد
grade contested     | contested: competing attributions | متنازع عليها: روايات متعارضة
grade discounted    | discounted | غير محتسبة
grade none          | not graded yet | لم تُصنَّف بعد
reliability A       | A (completely reliable): no doubt of its authenticity, trustworthiness or competence; a history of complete reliability | أ (موثوق تمامًا): لا شك في أصالته وأهليته، وسجلّه موثوق كله
reliability B       | B (usually reliable): minor doubts; a history of mostly valid information | ب (موثوق عادةً): شكوك طفيفة، وأغلب ما قاله سابقًا صحيح
reliability C       | C (fairly reliable): doubts, but it has given valid information in the past | ج (موثوق إلى حدّ ما): عليه شكوك، لكنه قدّم معلومات صحيحة من قبل
reliability D       | D (not usually reliable): significant doubts, with some valid information in the past | د (غير موثوق عادةً): شكوك كبيرة، مع بعض معلومات صحيحة من قبل
reliability E       | E (unreliable): lacks authenticity, trustworthiness or competence; a history of invalid information | هـ (غير موثوق): تنقصه الأصالة أو الأهلية، وسجلّه من معلومات غير صحيحة
reliability F       | F (cannot be judged): no basis for an opinion | و (لا يُحكم عليه): لا أساس لتكوين رأي
page changed        | from pages that changed since | من صفحات تغيّرت بعدها
page gone           | from pages that are gone | من صفحات لم تعد موجودة
target home         | on homes | على منازل
target market       | on markets | على أسواق
target hospital     | on hospitals | على مستشفيات
target school       | on schools | على مدارس
target worship      | on places of worship | على دور عبادة
target camp         | on camps | على مخيمات
target aid          | on aid | على مساعدات
target press        | on the press | على الصحافة
target infrastructure | on infrastructure | على بنى تحتية
target military     | on military targets | على أهداف عسكرية
state held          | held | سيطرة قائمة
state contested     | contested | متنازع عليها
state besieged      | besieged | محاصرة
state left          | left | انسحاب
"""

WORDS: Mapping[tuple[str, str], Mapping[Language, str]] = {
    (named[0], named[1]): {"en": english.strip(), "ar": arabic.strip()}
    for line in _TABLE.strip().splitlines()
    for head, english, arabic in [line.split("|")]
    for named in [head.split()]
}
"""(facet, value) -> its words in each language."""

_ENGLISH = "January February March April May June July August September October November December".split()
_LEVANTINE = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول".split("|")
_EGYPTIAN = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()


def values(facet: str) -> list[str]:
    """The closed values of a facet, in the order they are shown; empty where it has none."""
    return [value for named, value in WORDS if named == facet]


def said(facet: str, value: str, language: Language) -> str:
    """A closed value in words; the value itself where it is none."""
    words = WORDS.get((facet, value))
    return words[language] if words else value


def day(iso: str, language: Language, months: Months = "levantine") -> str:
    """A day in words: 17 October 2017, 17 تشرين الأول 2017."""
    when = date.fromisoformat(iso)
    names = _ENGLISH if language == "en" else _LEVANTINE if months == "levantine" else _EGYPTIAN
    return f"{when.day} {names[when.month - 1]} {when.year}"


def any_of(words: Sequence[str], language: Language) -> str:
    """Words of which one is enough: a, b or c."""
    *first, last = words
    joined = {"en": (", ", " or "), "ar": ("، ", " أو ")}[language]
    return joined[0].join(first) + (joined[1] if first else "") + last
