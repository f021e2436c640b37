"""A dossier as PDF, in Arabic or English: incidents with every figure by whose word, their sentences and their sources.

Needs the extra ``marsad[pdf]`` (WeasyPrint, and the Pango library of the system). Nothing is fetched: letters are those the desk serves.
"""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, BinaryIO, Literal

import weasyprint
from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from marsad.exports.event import METHODOLOGY, About, Event

Language = Literal["ar", "en"]
_WORDS: Mapping[str, Mapping[Language, str]] = {
    "dossier": {"ar": "ملف", "en": "Dossier"},
    "figures": {"ar": "الأرقام، وبحسب من", "en": "Figures, and by whose word"},
    "sentences": {"ar": "الجمل كما كُتبت", "en": "The sentences as written"},
    "reports": {"ar": "التقارير", "en": "Reports"},
    "no place": {"ar": "لم يُذكر المكان", "en": "place not stated"},
    "no date": {"ar": "بلا تاريخ", "en": "no date"},
    "lowest": {"ar": "أدناه بحسب", "en": "lowest by"},
    "highest": {"ar": "أعلاه بحسب", "en": "highest by"},
    "grade": {"ar": "التصنيف", "en": "Grade"},
    "not graded": {"ar": "لم يُصنَّف", "en": "not graded"},
    "outlet itself": {"ar": "الوسيلة نفسها", "en": "the outlet itself"},
    "minimum": {"ar": "حد أدنى موثق، لا تقدير.", "en": "A documented minimum, not an estimate."},
    "methodology": {"ar": "نسخة المنهجية", "en": "methodology version"},
    "filters": {"ar": "الترشيح", "en": "Filters"},
    "empty": {"ar": "لا حدث يوافق هذا الترشيح.", "en": "No event fits this filter."},
}


def write(
    out: BinaryIO,
    events: Iterable[Event],
    about: About,
    language: Language,
    said: Mapping[tuple[str, str], Mapping[Language, str]],
) -> int:
    """Write the dossier; how many incidents. ``said`` gives the words of closed values by (list, value)."""
    held = list(events)
    html = page(held, about, language, said)
    weasyprint.HTML(string=html, base_url=str(files("marsad.desk") / "static"), url_fetcher=_local).write_pdf(out)
    return len(held)


def page(events: list[Event], about: About, language: Language, said: Mapping[tuple[str, str], Mapping[Language, str]]) -> str:
    """The dossier as HTML."""
    made = Environment(loader=PackageLoader("marsad.exports"), autoescape=True, trim_blocks=True, lstrip_blocks=True)

    def word(name: str, value: str | None) -> str:
        known = said.get((name, value or ""))
        return known[language].partition(":")[0] if known else (value or "")

    return made.get_template("dossier.html").render(
        events=events, about=about, language=language, dir="rtl" if language == "ar" else "ltr", word=word, ends=_ends,
        say={name: words[language] for name, words in _WORDS.items()}, methodology=METHODOLOGY,
    )  # fmt: skip


def _ends(low: int | None, high: int | None) -> Markup:
    if low is None and high is None:
        return Markup("?")
    written = f"{low:,}" if low == high else f"{'' if low is None else f'{low:,}'}–{'' if high is None else f'{high:,}'}"
    return Markup('<bdi dir="ltr">{}</bdi>').format(written)


def _local(address: str, *given: Any, **settings: Any) -> Any:
    """Files of the desk's own alone: a dossier never fetches what a report's text may name."""
    if not address.startswith("file:"):
        raise ValueError("a dossier fetches nothing")
    return weasyprint.default_url_fetcher(address, *given, **settings)
