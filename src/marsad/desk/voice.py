"""How the desk speaks to one reader: language, digits, names of months, and how figures and days are written.

Ranges follow casualty recorders' practice: "3", "0–3", "3–", "unknown". Every text that comes from outside stands in ``<bdi>``, so
that it cannot reorder what is beside it.
"""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from marsad.desk.catalogue import translations
from marsad.store.atlas import Atlas
from marsad.store.filters import Speech
from marsad.store.wording import WORDS, Language

Digits = Literal["latn", "arab"]
Months = Literal["levantine", "egyptian"]

_ARABIC_DIGITS = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
_MONTHS: dict[str, tuple[str, ...]] = {
    "levantine": tuple("كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول".split("|")),
    "egyptian": tuple("يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر".split("|")),
    "en": tuple("January|February|March|April|May|June|July|August|September|October|November|December".split("|")),
}


def mark(said: str) -> str:
    """The string itself: it marks, for the catalogues, one that is translated only where it is shown."""
    return said


_BOUNDS = {
    "at_least": mark("at least %s"), "more_than": mark("more than %s"), "about": mark("about %s"), "up_to": mark("up to %s"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """The choices of one reader; ``nonce`` is that of the page it writes."""

    language: Language = "ar"
    digits: Digits = "latn"
    months: Months = "levantine"
    theme: str = ""
    nonce: str = ""

    @property
    def dir(self) -> str:
        """The direction of the page, for the ``dir`` attribute."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def other(self) -> Language:
        """The desk's other language."""
        return "en" if self.language == "ar" else "ar"

    @property
    def locale(self) -> str:
        """The reader's choices as a BCP 47 tag, for what the browser formats."""
        region = {"levantine": "SY", "egyptian": "EG"}[self.months]
        return f"ar-{region}-u-nu-{self.digits}" if self.language == "ar" else f"en-GB-u-nu-{self.digits}"

    def text(self, said: str) -> str:
        """An interface string in the reader's language."""
        return translations(self.language).gettext(said)

    def many(self, one: str, several: str, number: int) -> str:
        """An interface string that counts, in the plural form the language asks for; ``%s`` in it is the number."""
        form = translations(self.language).ngettext(one, several, number)
        return form % self.number(number) if "%s" in form else form

    def word(self, context: str, value: str | None) -> str:
        """The word for a value of a closed list (``context`` names the list); "unknown" for None."""
        if value is None:
            return self.text("unknown")
        known = WORDS.get((context, value))
        return known[self.language].partition(":")[0] if known else translations(self.language).pgettext(context, value)

    def definition(self, context: str, value: str | None) -> str:
        """What a value of a closed list means, where its word alone does not say it; "" where it does."""
        known = WORDS.get((context, value or ""))
        return known[self.language].partition(": ")[2] if known else ""

    def speech(self, atlas: Atlas) -> Speech:
        """How the store makes sentences for this reader."""
        return Speech(atlas, self.language, self.months)

    def number(self, value: int) -> str:
        """A whole number with separators, in the reader's digits."""
        return self.figures(f"{value:,}")

    def figures(self, written: str) -> str:
        """Digits of a written text in the reader's set."""
        return written.translate(_ARABIC_DIGITS) if self.digits == "arab" else written

    def range(self, low: int | None, high: int | None) -> Markup:
        """Two ends as "3", "0–3", "3 or more", "up to 3" or "unknown", kept together and left to right."""
        if low is None and high is None:
            return Markup("<bdi>{}</bdi>").format(self.text("unknown"))
        if low is None or high is None:  # in words: a lone dash beside a number is read past
            one, said = (low, self.text("%s or more")) if low is not None else (high or 0, self.text("up to %s"))
            return Markup(said) % Markup('<bdi dir="ltr" class="number">{}</bdi>').format(self.number(one))
        written = self.number(low) if low == high else f"{self.number(low)}–{self.number(high)}"
        return Markup('<bdi dir="ltr" class="number">{}</bdi>').format(written)

    def count(self, low: int | None, high: int | None, bound: str, words: str) -> Markup:
        """A figure as its source states it. Where the source gave words, the words stand first: the interval is our reading of them."""
        if bound == "vague":
            quoted = Markup("«<bdi>{}</bdi>»").format(words)
            return (
                quoted
                if low is None and high is None
                else quoted + Markup(" ({}: {})").format(self.text("read as"), self.range(low, high))
            )
        if bound in _BOUNDS:
            end = high if bound == "up_to" else low
            return self.range(None, None) if end is None else Markup(self.text(_BOUNDS[bound])) % self.range(end, end)
        return self.range(low, high)

    def day(self, iso: str | None) -> Markup:
        """An ISO day, month or year in words."""
        if not iso:
            return Markup("<span>{}</span>").format(self.text("no date"))
        year, *rest = iso.split("-")
        names = _MONTHS["en" if self.language == "en" else self.months]
        parts = [self.figures(str(int(rest[1])))] if len(rest) > 1 else []
        parts += [names[int(rest[0]) - 1]] if rest else []
        return Markup('<time datetime="{}"><bdi>{}</bdi></time>').format(iso, " ".join([*parts, self.figures(year)]))

    def span(self, start: str | None, end: str | None) -> Markup:
        """A day, or the first and the last of a span."""
        if not start or not end or start == end:
            return self.day(start or end)
        return Markup(self.text("%(start)s to %(end)s")) % {"start": self.day(start), "end": self.day(end)}

    def since(self, iso: str | None) -> Markup:
        """The start of a running total, empty where none is stated."""
        return Markup(self.text("since %s")) % self.day(iso) if iso else Markup("")

    def named(self, name: str | None) -> Markup:
        """A name from outside, isolated; "unknown" where there is none."""
        return Markup("<bdi>{}</bdi>").format(name if name else self.text("unknown"))
