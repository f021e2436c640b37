"""The forms Arabic dates take, in the order they are tried: patterns of kinds of words, each with the reader of its words."""

import re
from functools import lru_cache
from typing import NamedTuple

from marsad.language.ar import datereaders
from marsad.language.ar.calendar import plain
from marsad.language.ar.datereaders import Reader


class Form(NamedTuple):
    """A pattern, compiled when first met, and its reader; without one of the ``core`` kinds it cannot match.

    ``window`` marks forms that state a stretch closed at both ends.
    """

    core: frozenset[str]
    pattern: str
    read: Reader
    window: bool = False


WEEKDAY = "WEEKDAY (?! TEN)"
MONTHS = "(?: NAME | WEAK | (?: AUTUMN | WINTER ) (?: UNITH | FIRST ) )"
HIJRI = "(?: HIJRI | (?: RABI | JUMADA ) (?: UNITH | FIRST | LATTER ) | DHU DHUNAME )"
YEARS = "(?: OF | IN )? (?: YEARWORD | THEYEAR )? IN? (?P<year> CENTURY ) (?! COUNTED ) AD?"
WHICH = "(?P<which> AGO PAST | PAST | NOW | NEXT )"
OF_YEAR = f"""(?: COMMA? {YEARS} | (?: OF | IN )? THEYEAR (?: (?P<same> SAME ) | (?P<yearwhich> AGO PAST | PAST | NOW | NEXT ) )
  | (?: OF | IN )? THIS (?P<thisyear> THEYEAR ) )"""
DAYS = "(?: THE? NUMBER | UNITH (?: TEN | AND? TENTH )? | TENTH | FIRST )"
ORDER = "(?: (?: AFTER | AGO )? EDGE? (?: PART | NIGHT ) (?: OF | IN )? THIS? )?"
OPENING = f"{ORDER} (?: DATE IN? )? DAYWORD?"
THEN = "(?: COMMA | OPEN | CLOSE | DASH )* (?: EQUALS | DATE | IN | DAYWORD )*"
TITLE = f"""{OPENING} (?: (?: THIS? TODAY | YESTERDAY ) {THEN} )?
  (?: (?P<weekday> {WEEKDAY} ) (?: AGO? PAST | NOW | NEXT )? {THEN} )? (?: EQUALS (?: DATE | IN | DAYWORD )* )?"""
CALENDAR = f"""(?P<month> {MONTHS} ) (?: (?: SLASH | OPEN | DASH )* (?P<alias> {MONTHS} ) CLOSE? )?"""
LENGTH = "(?: NUMBER | LARGE | LOW TEN | COUNT (?: TEN | AND TENS )? | TEN | TENS )"
ABOUT = "(?: ABOUT | OF | UPON )*"
AMOUNT = f"{ABOUT} (?: (?P<count> {LENGTH} )? (?P<unit> DAYWORD | MONTHWORD | YEARWORD | UNITS | UNIT ) | (?P<dual> DUAL ) )"
NOT_A_LENGTH = """(?! CENTURY | AHYEAR | NAME | WEAK | HIJRI | RABI | JUMADA | DHU | AUTUMN | WINTER | WEEKDAY | NUMBER | TODAY
  | YESTERDAY | TOMORROW | TWOTHOUSAND | OF | UPON | SAME | UNITH )"""
TOWARD = "(?P<toward> PAST | RECENT | ELAPSED | NEXT )"
SEPARATE = "(?: AND? (?: TO | UNTIL ) | AND (?! TENTH ) | DASH )"
PART_OF_YEAR = "(?: (?: (?P<edge> EDGE ) | (?P<share> QUARTER | HALF ) (?P<nth> UNITH | RECENT ) | (?P<season> SEASON | RABI ) ) (?: OF | IN )? )"
OF_MONTH = "(?: OF | MONTHWORD )*"
WITHIN = "(?: (?: IN | DURING )? PERIOD+ | DURING )? (?: BETWEEN | OF )? PAIR?"
BESIDE = f"(?: (?: COMMA | OPEN | DASH )? (?P<weekday> {WEEKDAY} ) CLOSE? )?"
NO_DAY = "(?<! NOTADAY ) (?<! THAT )"
LATE = "(?: (?P<late> AFTER EDGE ) | AFTER | AGO )? EDGE?"
ANY_LENGTH = f"(?: THE? (?: NUMBER | LARGE ) | THECOUNT (?: AND? (?: TENTH | THETENS ) )? | {LENGTH} )"
ANY_UNIT = "(?: DAYWORD | MONTHWORD | YEARWORD | UNITS | UNIT )"


def _forms(read: Reader, core: str, *patterns: str, window: bool = False) -> list[Form]:
    return [Form(frozenset(plain(core)), plain(pattern), read, window) for pattern in patterns]


_SEP = "(?P<sep> SLASH | DASH | STOP )"
FORMS: tuple[Form, ...] = (
    *_forms(
        datereaders.numerals,
        "CENTURY AHYEAR SLASH",
        f"(?<! NO ) {TITLE} (?P<first> NUMBER ) {_SEP} (?P<second> NUMBER ) (?P=sep) (?P<year> CENTURY | AHYEAR ) AD? AH?",
        f"(?<! NO ) {TITLE} (?P<lead> CENTURY | AHYEAR ) {_SEP} (?P<second> NUMBER ) (?P=sep) (?P<third> NUMBER ) AD? AH?",
        f"(?<! NO ) {TITLE} (?P<dotted> DOTTED ) STOP (?P<year> CENTURY | AHYEAR ) AD? AH?",
        "(?: DAYWORD | DATE IN? | WEEKDAY COMMA? (?: IN | DATE )* ) (?P<first> NUMBER ) SLASH (?P<second> NUMBER ) (?! SLASH )",
    ),
    *_forms(
        datereaders.run_of_days,
        "NAME WEAK AUTUMN WINTER",
        f"{WITHIN} (?P<from> {DAYS} ) {SEPARATE} (?P<day> {DAYS} ) {OF_MONTH} {CALENDAR} {OF_YEAR}? {WHICH}?",
        window=True,
    ),
    *_forms(
        datereaders.full_date,
        "NAME WEAK AUTUMN WINTER",
        f"{TITLE} (?P<month> {MONTHS} ) (?P<day> NUMBER ) COMMA? (?P<year> CENTURY ) (?! COUNTED )",
        f"{TITLE} (?<! HALF ) (?P<day> {DAYS} ) {OF_MONTH} {CALENDAR} {OF_YEAR}? {WHICH}?",
    ),
    *_forms(
        datereaders.day_of_month,
        "THEMONTH NOW",
        f"{TITLE} (?P<day> {DAYS} ) OF THEMONTH (?: {WHICH} | (?P<same> SAME ) )",
        f"{TITLE} (?P<day> NUMBER ) (?P<which> NOW )",
    ),
    *_forms(
        datereaders.hijri_date,
        "HIJRI RABI JUMADA DHUNAME",
        f"{TITLE} (?P<day> {DAYS} ) {OF_MONTH} (?P<hijri> {HIJRI} ) (?: (?: OF | IN )? YEARWORD? (?P<ahyear> AHYEAR ) AH? )?",
        f"EDGE? MONTHWORD (?P<hijri> {HIJRI} ) (?: YEARWORD? (?P<ahyear> AHYEAR ) AH? )? {WHICH}?",
        f"(?P<hijri> {HIJRI} ) (?: YEARWORD? (?P<ahyear> AHYEAR ) AH? | {WHICH} )",
        f"(?<= DURING | SINCE ) (?P<hijri> {HIJRI} )",
    ),
    *_forms(
        datereaders.run_of_months,
        "NAME WEAK AUTUMN WINTER",
        f"{WITHIN} (?<= BETWEEN | OF | PAIR ) MONTHWORD? (?P<from> {MONTHS} ) {SEPARATE} MONTHWORD? {CALENDAR} {OF_YEAR}? {WHICH}?",
        window=True,
    ),
    *_forms(
        datereaders.week_of_month,
        "NAME WEAK AUTUMN WINTER",
        f"THEWEEK (?P<nth> UNITH | RECENT ) OF MONTHWORD? {CALENDAR} {OF_YEAR}? {WHICH}?",
    ),
    *_forms(
        datereaders.named_month,
        "NAME WEAK AUTUMN WINTER",
        f"(?: (?P<edge> EDGE ) OF? | HALF UNITH OF )? (?P<word> MONTHWORD )? {CALENDAR} {OF_YEAR}? {WHICH}?",
    ),
    *_forms(datereaders.slashed_month, "SLASH", "(?<! NO ) MONTHWORD (?P<first> NUMBER ) SLASH (?P<year> CENTURY )"),
    *_forms(
        datereaders.relative_month,
        "THEMONTH",
        f"(?P<edge> EDGE | FIRST ) IN? THEMONTH (?: {WHICH} | (?P<same> SAME ) )?",
        f"THEMONTH (?: {WHICH} | (?P<same> SAME ) )",
        "(?: THIS | (?<= DURING ) ) THEMONTH",
    ),
    *_forms(
        datereaders.run_of_years,
        "CENTURY",
        f"(?: {WITHIN} (?<= BETWEEN | OF | PAIR ) (?: YEARWORD | THEYEAR )? | YEARWORD | THEYEAR ) (?P<first> CENTURY ) {SEPARATE}"
        " (?: YEARWORD | THEYEAR )? (?P<year> CENTURY ) AD? (?! COUNTED )",
        window=True,
    ),
    *_forms(
        datereaders.whole_year,
        "CENTURY THEYEAR TWOTHOUSAND AHYEAR",
        f"{PART_OF_YEAR}? (?: YEARWORD | THEYEAR ) IN? (?P<year> CENTURY ) (?! COUNTED ) AD?",
        f"{PART_OF_YEAR} (?P<year> CENTURY ) (?! COUNTED ) AD?",
        "(?<= IN | SINCE | UNTIL | DURING | AGO | AFTER ) (?P<year> CENTURY ) (?! COUNTED | SLASH | DASH NUMBER ) AD?",
        f"{PART_OF_YEAR}? THEYEAR (?: (?P<yearwhich> AGO PAST | PAST | NOW | NEXT ) | (?P<same> SAME ) )",
        f"{PART_OF_YEAR} THIS? THEYEAR",
        "(?: THIS | (?<= DURING ) ) THEYEAR",
        "(?: YEARWORD | THEYEAR ) (?P<words> TWOTHOUSAND (?: AND (?: LOW TEN | COUNT TEN? | TEN | TENS ) (?: AND TENS )? )? )",
        "(?: YEARWORD | THEYEAR ) (?P<ahyear> AHYEAR ) AH",
    ),
    *_forms(datereaders.last_season, "THESEASON", f"(?P<season> THESEASON ) {WHICH}"),
    *_forms(datereaders.last_century, "THECENTURY", "(?: (?P<decade> DECADE ) OF? )? THECENTURY PAST"),
    *_forms(
        datereaders.near_day,
        "TODAY YESTERDAY TOMORROW",
        f"{NO_DAY} (?<! TO ) {ORDER} DAYWORD? THIS? (?P<near> TODAY ) (?! THE | UNITH | TENTH | SAME | NEXTDAY | RECENT ) {BESIDE}",
        f"(?P<late> AFTER EDGE ) NIGHT DAYWORD? (?P<near> YESTERDAY ) {BESIDE}",
        f"{ORDER} DAYWORD? (?P<near> YESTERDAY ) (?P<further> UNITH )? {BESIDE}",
        f"(?P<further> FIRST | AGO ) OF? (?P<near> YESTERDAY ) {BESIDE}",
        f"(?P<further> AFTER )? DAYWORD? (?P<near> TOMORROW ) {BESIDE}",
    ),
    *_forms(
        datereaders.one_night,
        "THENIGHT THEPART",
        f"{NO_DAY} {LATE} THIS? THENIGHT (?: {WHICH} | (?! UNITH | SAME | RECENT ) )",
        "THIS THEPART",
    ),
    *_forms(
        datereaders.day_of_week,
        "WEEKDAY",
        f"{LATE} NIGHT DAYWORD? (?P<weekday> {WEEKDAY} ) (?: SLASH | DASH | TO | AND )? (?P<until> {WEEKDAY} )",
        f"(?<! NOTADAY ) {ORDER} DAYWORD? (?P<weekday> {WEEKDAY} ) (?! NEXTDAY ) {WHICH}?",
    ),
    *_forms(
        datereaders.whole_week,
        "THEWEEK",
        "THIS THEWEEK",
        f"(?: EDGE IN? )? THEWEEK (?: {WHICH} | (?P<same> SAME ) )",
        "EDGE IN? THEWEEK",
    ),
    *_forms(
        datereaders.last_stretch,
        "THEDUAL THEUNITS DAYWORD MONTHWORD YEARWORD UNITS UNIT DUAL",
        f"DURING? {ABOUT} (?P<dual> THEDUAL ) {TOWARD}",
        f"DURING? {ABOUT} (?P<unit> THEUNITS ) (?P<count> {ANY_LENGTH} )? FEW? {TOWARD}",
        f"DURING? {ABOUT} (?P<count> {ANY_LENGTH} ) (?P<unit> {ANY_UNIT} ) {TOWARD}",
        f"DURING {ABOUT} (?P<count> {ANY_LENGTH} ) (?P<unit> {ANY_UNIT} )",
        f"DURING {ABOUT} (?P<dual> DUAL ) {TOWARD}?",
        window=True,
    ),
    *_forms(
        datereaders.so_long_ago,
        "DAYWORD MONTHWORD YEARWORD UNITS UNIT DUAL",
        f"AGO {AMOUNT} {NOT_A_LENGTH} ELAPSED?",
        f"(?<= SINCE ) {AMOUNT} {NOT_A_LENGTH} ELAPSED?",
    ),
)
"""In the order they are tried where several begin at one word."""


@lru_cache(4096)
def forms(before: str, stretch: str) -> tuple[tuple[re.Pattern[str], Form], ...]:
    """The forms found in a stretch of kinds that follows the kind ``before`` ("" at the start), compiled, in their order.

    Few stretches are new: what is remembered spares twelve searches of fifteen. No form looks back over more than one kind.
    """
    kinds = before + stretch
    held = frozenset(stretch)
    compiled = ((re.compile(form.pattern), form) for form in FORMS if not form.core.isdisjoint(held))
    return tuple((pattern, form) for pattern, form in compiled if pattern.search(kinds, len(before)))
