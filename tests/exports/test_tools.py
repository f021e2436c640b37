"""Each format as the field's own tools read it; a tool that is missing is skipped by name."""

import json
import re
import shutil
import subprocess
from collections import Counter
from types import ModuleType

import pytest
from tests.exports.conftest import EXAMPLES, FORMULA, Exported

from marsad.exports import acled, pairs, plover, table, ucdp
from marsad.exports.countries import countries
from marsad.store import pages
from marsad.store.query import query_of
from marsad.store.store import Store

MINIMUM = "A documented minimum, not an estimate."


def tool(name: str) -> ModuleType:
    return pytest.importorskip(name, reason=f"{name} is not installed: its reading of an export is not tested")


def incidents(store: Store) -> list[dict[str, object]]:
    with store.reading() as connection:
        return list(pages.all_records(connection, "incident", query_of({}, store.atlas)))


@pytest.mark.parametrize(("format", "columns"), [("ucdp-ged", ucdp.COLUMNS), ("acled", acled.COLUMNS)])
def test_pandas_reads_a_foreign_schema(exported: Exported, format: str, columns: tuple[str, ...]) -> None:
    frame = tool("pandas").read_csv(exported(format))
    assert tuple(frame.columns) == columns
    assert len(frame)
    assert frame["latitude"].dropna().between(-90, 90).all()
    cells = frame.astype(str)
    assert not cells.apply(lambda column: column.str.match(r"[=+@\t\r]|-[^\d]")).any(axis=None), "no cell is a formula"


def test_the_codes_of_ucdp_are_in_their_ranges(exported: Exported) -> None:
    frame = tool("pandas").read_csv(exported("ucdp-ged"))
    ranges = {
        "type_of_violence": {1, 2, 3}, "where_prec": set(range(1, 8)), "date_prec": set(range(1, 6)), "event_clarity": {1, 2},
        "active_year": {0, 1}, "code_status": {"Clear", "Check"}, "region": {"Africa", "Americas", "Asia", "Europe", "Middle East"},
    }  # fmt: skip
    for column, allowed in ranges.items():
        assert set(frame[column].dropna()) <= allowed, column
    assert frame["id"].is_unique
    assert ((frame["low"] <= frame["best"]) & (frame["best"] <= frame["high"]) & (frame["best"] > 0)).all()
    assert (frame[["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]].sum(axis=1) == frame["best"]).all()
    assert "Raqqa" in set(frame["adm_1"])


def test_the_codes_of_acled_are_in_their_ranges(exported: Exported) -> None:
    frame = tool("pandas").read_csv(exported("acled"))
    assert {(row.event_type, row.sub_event_type) for row in frame.itertuples()} <= {
        (event, sub) for event, subs in acled.TYPES.items() for sub in subs
    }
    assert set(frame["inter1"]) | set(frame["inter2"]) <= set(range(9))
    assert set(frame["time_precision"]) | set(frame["geo_precision"]) <= {1, 2, 3}
    assert set(frame["region"].dropna()) <= {country.acled for country in countries().values()}
    assert set(frame["civilian_targeting"].dropna()) <= {"Civilian targeting"}
    assert (frame["fatalities"] >= 0).all()
    assert {"Raqqa", "Idlib"} <= set(frame["admin1"])


def test_plover_holds_its_own_types_and_codes(exported: Exported) -> None:
    rows = [json.loads(line) for line in exported("plover").read_text("utf-8").splitlines()]
    assert rows
    for row in rows:
        assert {"id", "date", "actor", "event"} <= set(row)
        (kind,) = row["event"]
        assert row["mode"] is None or row["mode"] in plover.TYPES[kind]
        assert row["quad_code"] == plover.QUAD[kind]


@pytest.mark.parametrize("reader", ["pyogrio", "geopandas"])
def test_geojson_is_read_as_points(exported: Exported, store: Store, reader: str) -> None:
    module = tool(reader)
    frame = (module.read_dataframe if reader == "pyogrio" else module.read_file)(exported("geojson"))
    assert len(frame) == len(incidents(store))
    drawn = frame[frame.geometry.notna()]
    assert set(drawn.geom_type) == {"Point"}
    assert frame.crs.to_epsg() == 4326
    x, y = drawn.geometry.x, drawn.geometry.y
    assert x.between(-20, 65).all(), "longitude stands first"
    assert y.between(0, 40).all()


def test_csv_and_xlsx_and_parquet_hold_the_same_claims(exported: Exported) -> None:
    pandas, openpyxl, duckdb = tool("pandas"), tool("openpyxl"), tool("duckdb")
    flat = pandas.read_csv(exported("csv"), skiprows=[1])
    flat = flat[~flat["claim"].str.startswith("#")]
    book = openpyxl.load_workbook(exported("xlsx"), read_only=True)
    header, tags, *rows = book["claims"].iter_rows(values_only=True)
    assert dict(zip(header, tags, strict=True)) == table.COLUMNS
    found = duckdb.sql(f"SELECT claim, evidence, low, place FROM '{exported('parquet')}'").fetchall()
    assert [row[0] for row in rows] == list(flat["claim"]) == [row[0] for row in found]
    where = header.index("evidence")
    assert [row[where] for row in rows] == list(flat["evidence"]) == [row[1] for row in found], "Arabic is as it was"
    lows = [None if pandas.isna(low) else int(low) for low in flat["low"]]
    assert [row[header.index("low")] for row in rows] == lows == [row[2] for row in found]
    about = [row[0] for row in book["about"].iter_rows(values_only=True)]
    assert about[-1] == MINIMUM


def test_a_formula_is_text_in_csv_and_xlsx_and_whole_in_parquet(exported: Exported) -> None:
    pandas, openpyxl, duckdb = tool("pandas"), tool("openpyxl"), tool("duckdb")
    assert f"'{FORMULA}" in set(pandas.read_csv(exported("csv"))["outlet"])
    cells = [cell for row in openpyxl.load_workbook(exported("xlsx"))["claims"].iter_rows() for cell in row]
    assert f"'{FORMULA}" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert (FORMULA,) in duckdb.sql(f"SELECT DISTINCT outlet FROM '{exported('parquet')}'").fetchall()


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"),
        (-1.25, -1.25), (-3, -3), ("قتل -3", "قتل -3"), ("الرقة", "الرقة"), (None, None), ("", ""),
    ],
)  # fmt: skip
def test_only_text_that_would_be_a_formula_is_disarmed(cell: str | float | None, written: str | float | None) -> None:
    assert table.disarmed(cell) == written


def test_the_three_questions_of_the_documents_are_answered(exported: Exported) -> None:
    duckdb = tool("duckdb")
    document = (EXAMPLES.parent / "docs" / "exports.md").read_text("utf-8")
    asked = document.split("```sql")[1].split("```")[0].replace("claims.parquet", str(exported("parquet")))
    answers = [duckdb.sql(one).fetchall() for one in asked.split(";") if one.strip()]
    assert len(answers) == 3
    assert answers[0], "there are single events in the sample reports"


def test_parquet_says_what_it_is(exported: Exported) -> None:
    schema = tool("pyarrow.parquet").read_schema(exported("parquet"))
    assert MINIMUM in schema.metadata[b"marsad"].decode()
    assert schema.names == list(table.COLUMNS)


def test_followthemoney_takes_every_entity(exported: Exported, store: Store) -> None:
    model = tool("followthemoney").model
    entities = [model.get_proxy(json.loads(line)) for line in exported("ftm").read_text("utf-8").splitlines()]
    kinds = Counter(entity.schema.name for entity in entities)
    assert kinds["Event"] == len(incidents(store))
    ids = {entity.id for entity in entities}
    for entity in entities:
        entity.schema.validate(entity.to_dict())
        for prop in ("involved", "proof"):
            if prop in entity.schema.properties:
                assert set(entity.get(prop)) <= ids


@pytest.mark.parametrize("format", ["rss", "atom"])
def test_feedparser_reads_a_feed(exported: Exported, store: Store, format: str) -> None:
    feed = tool("feedparser").parse(exported(format, address="https://desk.example").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == {"rss": "rss20", "atom": "atom10"}[format]
    assert {entry.id for entry in feed.entries} == {f"urn:marsad:{row['id']}" for row in incidents(store)}
    assert all(entry.link.startswith("https://desk.example/") for entry in feed.entries)
    assert MINIMUM in feed.feed.subtitle


def test_pairs_are_two_asserters_of_one_incident(exported: Exported) -> None:
    frame = tool("pandas").read_csv(exported("pairs"), comment="#")
    assert tuple(frame.columns) == pairs.COLUMNS
    assert len(frame)
    assert (frame["claim_a"] != frame["claim_b"]).all()
    assert frame["score"].dropna().between(0, 1).all()


@pytest.mark.parametrize(("language", "words"), [("ar", ("الجمل كما", "المرصد السوري")), ("en", ("Figures", "at least 235"))])
def test_a_dossier_is_text_of_its_language(exported: Exported, language: str, words: tuple[str, ...]) -> None:
    tool("weasyprint")
    path = exported("pdf", language=language)
    assert path.read_bytes().startswith(b"%PDF")
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (Debian: poppler-utils): the text of a dossier is not tested")
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout.decode()
    assert "Serif" in fonts, "its Latin letters are those the desk serves"
    if "Naskh" in fonts:
        pytest.skip("neither Amiri nor DejaVu is installed: the Arabic text of a dossier is not tested")
    read = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    text = re.sub("[\u202a-\u202e\u2066-\u2069]", "", read)  # marks of direction stand between words and figures
    assert [word for word in words if word not in text] == []


def test_a_dossier_of_one_tally_holds_nothing_else(exported: Exported, store: Store) -> None:
    tool("weasyprint")
    with store.reading() as connection:
        tally = next(pages.all_records(connection, "tally", query_of({}, store.atlas)))
    path = exported("pdf", language="en", record=tally["id"])
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (Debian: poppler-utils): the text of a dossier is not tested")
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    assert tally["id"] in text
    assert "in-" not in text.replace(tally["id"], "")
