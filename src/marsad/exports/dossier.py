"""A dossier as PDF, in Arabic or English: incidents and running totals with every figure by whose word, their sentences and sources.

Needs the extra ``marsad[pdf]`` (WeasyPrint, and the Pango library of the system). Nothing is fetched: Latin letters are those the desk serves, Arabic ones the
system's (Amiri, DejaVu), and the desk's where it has none.
"""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import BinaryIO

import weasyprint
from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from marsad.exports.event import METHODOLOGY, About, Event
from marsad.store.atlas import atlas
from marsad.store.wording import Language, day, said

_WORDS: Mapping[str, Mapping[Language, str]] = {
    "dossier": {"ar": "ملف", "en": "Dossier"},
    "figures": {"ar": "الأرقام، وبحسب من", "en": "Figures, and by whose word"},
    "sentences": {"ar": "الجمل كما كُتبت", "en": "The sentences as written"},
    "reports": {"ar": "التقارير", "en": "Reports"},
    "totals": {"ar": "حصائل تراكمية، كلٌّ بحسب صاحبها: لا تُجمع", "en": "Running totals, each its source's own: never added"},
    "as of": {"ar": "حتى", "en": "as of"},
    "since": {"ar": "منذ", "en": "since"},
    "at least": {"ar": "{} على الأقل", "en": "at least {}"},
    "up to": {"ar": "{} على الأكثر", "en": "up to {}"},
    "no number": {"ar": "بلا رقم", "en": "no number"},
    "no place": {"ar": "لم يُذكر المكان", "en": "place not stated"},
    "no date": {"ar": "بلا تاريخ", "en": "no date"},
    "grade": {"ar": "التصنيف", "en": "Grade"},
    "not graded": {"ar": "لم يُصنَّف", "en": "not graded"},
    "outlet itself": {"ar": "الوسيلة نفسها", "en": "the outlet itself"},
    "minimum": {"ar": "حد أدنى موثق، لا تقدير.", "en": "A documented minimum, not an estimate."},
    "methodology": {"ar": "نسخة المنهجية", "en": "methodology version"},
    "filters": {"ar": "الترشيح", "en": "Filters"},
    "empty": {"ar": "لا شيء يوافق هذا الترشيح.", "en": "Nothing fits these filters."},
}


def write(out: BinaryIO, events: Iterable[Event], tallies: Iterable[Event], about: About, language: Language) -> int:
    """Write the dossier; how many incidents and running totals it holds (a tally stands as the ``incident`` of its Event)."""
    held, totals = list(events), list(tallies)
    html = page(held, totals, about, language)
    weasyprint.HTML(
        string=html,
        base_url=str(files("marsad.desk") / "static") + "/",
        url_fetcher=weasyprint.URLFetcher(allowed_protocols=["file"]),
    ).write_pdf(out)
    return len(held) + len(totals)


def page(events: list[Event], tallies: list[Event], about: About, language: Language) -> str:
    """The dossier as HTML."""
    made = Environment(loader=PackageLoader("marsad.exports"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    say = {name: words[language] for name, words in _WORDS.items()}

    def word(name: str, value: str | None) -> str:
        return said(name, value or "", language).partition(":")[0]

    def when(iso: str | None) -> str:
        try:
            return day(iso or "", language)
        except ValueError:  # a year or a month
            return iso or ""

    def by(asserter: str, event: Event) -> str:
        """Whoever asserts: an actor of the list by its name, an outlet that speaks itself by its own."""
        report = next((r for r in event.articles if r["id"] == asserter), None)
        return (report.get("outlet") or say["outlet itself"]) if report else atlas().actor_name(asserter, language)

    def ends(low: int | None, high: int | None) -> Markup:
        if low is None and high is None:
            return Markup.escape(say["no number"])
        if low is None or high is None:
            return Markup.escape(say["up to" if low is None else "at least"]).format(_number(high if low is None else low))
        return _number(low) if low == high else Markup('<bdi dir="ltr">{:,}–{:,}</bdi>').format(low, high)

    return made.get_template("dossier.html").render(
        events=events, tallies=tallies, about=about, language=language, dir="rtl" if language == "ar" else "ltr", word=word, ends=ends,
        when=when, by=by, say=say, methodology=METHODOLOGY,
    )  # fmt: skip


def _number(number: int | None) -> Markup:
    return Markup('<bdi dir="ltr">{:,}</bdi>').format(number)
