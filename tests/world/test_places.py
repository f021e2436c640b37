"""Places by name: who is meant, where it lies, how precisely."""

import gzip
from importlib.resources import files
from pathlib import Path

import pytest

from marsad.model import MarsadError, Place
from marsad.text import phrase
from marsad.world.places import COLUMNS, COMMON, DEMONYMS, PRECISION, Entry, Gazetteer, distance_km
from marsad.world.table import rows

DATA = files("marsad.world") / "data"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def named(gazetteer: Gazetteer, *names: str) -> list[Entry]:
    found = [gazetteer.resolve(name) for name in names]
    assert None not in found
    return [entry for entry in found if entry]


PHRASES = [
    ("إدلب", "ادلب"),
    ("مَأرِب", "مارب"),
    ("Deir ez-Zor", "deir ez - zor"),
    ("مطار T4", "مطار t 4"),
    ("  بني   سهيلا ", "بني سهيلا"),
    ("Ḩalab", "halab"),
]


@pytest.mark.parametrize(("name", "key"), PHRASES)
def test_a_name_is_keyed_as_a_text_is_parted(name: str, key: str) -> None:
    assert phrase(name) == key


ALONE = [
    ("حلب", "town", "SY", "Aleppo"),
    ("Aleppo", "town", "SY", "Aleppo"),
    ("مدينة حلب", "town", "SY", "Aleppo"),
    ("محافظة حلب", "province", "SY", "Aleppo"),
    ("ريف حلب", "province", "SY", "Aleppo"),
    ("Aleppo province", "province", "SY", "Aleppo"),
    ("ادلب", "town", "SY", "Idlib"),
    ("الأنبار", "province", "IQ", "Anbar"),
    ("كوباني", "town", "SY", "Kobani"),
    ("عين العرب", "town", "SY", "Kobani"),
    ("سري كانيه", "town", "SY", "Ras al-Ain"),
    ("سوريا", "country", "SY", "Syria"),
    ("سورية", "country", "SY", "Syria"),
    ("U.S.", "country", "US", "United States"),
    ("تونس", "country", "TN", "Tunisia"),
    ("مدينة تونس", "town", "TN", "Tunis"),
    ("القنيطرة", "town", "SY", "Quneitra"),
    ("طرابلس", "town", "LY", "Tripoli"),
    ("القدس", "town", "PS", "Jerusalem"),
    ("الضفة الغربية", "region", "PS", "West Bank"),
    ("مخيم جباليا", "camp", "PS", "Jabalia camp"),
    ("مخيم الهول", "camp", "SY", "Al-Hol camp"),
    ("معبر باب الهوى", "crossing", "SY", "Bab al-Hawa"),
    ("باب المندب", "water", None, "Bab al-Mandab"),
    ("خور مكسر", "quarter", "YE", "Khormaksar"),
    ("كييف", "town", "UA", "Kyiv"),
    ("باخموت", "town", "UA", "Bakhmut"),
    ("جنيف", "town", "CH", "Geneva"),
    ("الفاشر", "town", "SD", "El Fasher"),
]


@pytest.mark.parametrize(("name", "kind", "country", "latin"), ALONE)
def test_a_name_alone(gazetteer: Gazetteer, name: str, kind: str, country: str | None, latin: str) -> None:
    entry = gazetteer.resolve(name)
    assert entry is not None
    assert (entry.kind, entry.country, entry.latin) == (kind, country, latin)


@pytest.mark.parametrize(
    ("name", "country", "near", "kinds", "found"),
    [
        ("الخضر", "SY", ["إدلب"], "village", None),
        ("الخضر", "PS", ["القدس"], "village", "PS"),
        ("الخضر", "SY", ["إدلب", "فلسطين"], "village", "PS"),
        ("ميلانو", "SY", ["إدلب"], "", "IT"),
        ("سبها", "DZ", ["الجزائر"], "city town village", "LY"),
    ],
)
def test_a_small_place_of_another_country_is_meant_only_where_that_country_is_named(
    gazetteer: Gazetteer, name: str, country: str, near: list[str], kinds: str, found: str | None
) -> None:
    entry = gazetteer.resolve(name, named(gazetteer, *near), country, frozenset(kinds.split()))
    assert (entry and entry.country) == found


@pytest.mark.parametrize(("name", "whole"), [("قرية أبين", "محافظة أبين"), ("مخيم لبنان", "لبنان"), ("مدينة أبين", "أبين")])
def test_a_village_is_no_province_or_country_of_its_name(gazetteer: Gazetteer, name: str, whole: str) -> None:
    assert gazetteer.resolve(name) is None
    assert gazetteer.resolve(whole) is not None


@pytest.mark.parametrize("name", ["", "كلام", "بلدة", "مدينة لا اسم لها", "كان", "في", "القمح"])
def test_no_place(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.resolve(name) is None
    assert gazetteer.candidates(name) == ()


AMONG = [
    ("طرابلس", ["بيروت"], "LB"),
    ("طرابلس", ["بنغازي"], "LY"),
    ("رفح", ["العريش"], "EG"),
    ("رفح", ["خان يونس"], "PS"),
    ("البيضاء", ["بنغازي"], "LY"),
    ("البيضاء", ["عدن"], "YE"),
    ("عمان", ["دمشق"], "JO"),
    ("عمان", ["صنعاء"], "OM"),
    ("القاهرة", ["تعز"], "EG"),
    ("مديرية القاهرة", ["تعز"], "YE"),
    ("القدس", ["الموصل"], "PS"),
    ("حي القدس", ["الموصل"], "IQ"),
    ("الرياض", ["بغداد"], "SA"),
    ("الرياض", ["الحويجة"], "IQ"),
]


@pytest.mark.parametrize(("name", "near", "country"), AMONG)
def test_the_context_decides(gazetteer: Gazetteer, name: str, near: list[str], country: str) -> None:
    entry = gazetteer.resolve(name, named(gazetteer, *near))
    assert entry is not None
    assert entry.country == country


def test_the_country_of_the_report_decides_without_context(gazetteer: Gazetteer) -> None:
    assert [e.country for c in ("LB", "LY") if (e := gazetteer.resolve("طرابلس", country=c))] == ["LB", "LY"]


def test_a_kind_told_by_the_reader_decides(gazetteer: Gazetteer) -> None:
    entry = gazetteer.resolve("درعا", kinds=frozenset({"province"}))
    assert entry is not None
    assert entry.kind == "province"


AREAS = [
    ("سراقب", ["Idlib", "Syria"]),
    ("الشجاعية", ["Gaza", "Gaza Strip", "Palestine"]),
    ("إدلب", ["Idlib", "Syria"]),
    ("سوريا", []),
]


@pytest.mark.parametrize(("name", "areas"), AREAS)
def test_areas_from_the_smallest(gazetteer: Gazetteer, name: str, areas: list[str]) -> None:
    [entry] = named(gazetteer, name)
    assert [area.latin for area in gazetteer.area(entry)] == areas


PRECISIONS = [("سراقب", 1), ("محافظة حلب", 4), ("دارفور", 5), ("اليمن", 6), ("البحر الأحمر", 7), ("مديرية كتاف", 3)]


@pytest.mark.parametrize(("name", "precision"), PRECISIONS)
def test_precision_by_kind(gazetteer: Gazetteer, name: str, precision: int) -> None:
    [entry] = named(gazetteer, name)
    place = gazetteer.place(entry, name)
    assert (place.name, place.id, place.precision, place.country) == (name, entry.id, precision, entry.country)


def test_a_place_without_coordinates_takes_its_towns(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("\t".join(COLUMNS) + "\nown:1\tquarter\tSY\tgeonames:172955\t\t\t\tحي لا نظير له\n", encoding="utf-8")
    gazetteer = Gazetteer.load(extra=[own])
    quarter, town = gazetteer.entry("own:1"), gazetteer.entry("geonames:172955")
    assert gazetteer.place(quarter, "x") == Place("x", "own:1", town.latitude, town.longitude, 2, "SY")


def test_distance(gazetteer: Gazetteer) -> None:
    aleppo, damascus, sea = named(gazetteer, "حلب", "دمشق", "المحيط الهندي")
    assert distance_km(aleppo, damascus) == pytest.approx(310, abs=5)
    assert distance_km(aleppo, aleppo) == 0
    assert distance_km(aleppo, sea) is None


@pytest.mark.parametrize("name", ["الباب", "المدينة", "الثورة", "نور", "March", "Nice", "محمد"])
def test_ordinary_words_are_marked(gazetteer: Gazetteer, name: str) -> None:
    assert phrase(name) in gazetteer.common


@pytest.mark.parametrize("name", ["حلب", "مدينة الباب", "مصر", "الفلوجة", "Aleppo"])
def test_plain_names_are_not_marked(gazetteer: Gazetteer, name: str) -> None:
    assert phrase(name) not in gazetteer.common


BAD = [
    ("own:1\ttwon\tSY\t\t\t\t\tس", "kind 'twon' is unknown"),
    ("own:1\ttown\tSY\t\t95\t1\t\tس", "latitude '95'"),
    ("own:1\ttown\tSY\t\t1\teast\t\tس", "longitude 'east'"),
    ("\ttown\tSY\t\t\t\t\tس", "needs an id and a name"),
    ("own:1\ttown\tSY\t\t\t\t\t", "needs an id and a name"),
    ("own:1\ttown\tSY\t\t\t\tmany\tس", "population 'many'"),
]


@pytest.mark.parametrize(("line", "message"), BAD)
def test_a_bad_row_is_named(tmp_path: Path, line: str, message: str) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("\t".join(COLUMNS) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(MarsadError, match=r"own\.tsv, line 2") as caught:
        Gazetteer.load(extra=[own])
    assert message in str(caught.value)


def test_every_row_can_be_read(gazetteer: Gazetteer) -> None:
    entries = [gazetteer.entry(id) for id in gazetteer.ids()]
    assert len(entries) == len(gazetteer) > 19_000
    assert all(entry.kind in PRECISION and entry.names for entry in entries)
    assert all(entry.arabic or entry.latin for entry in entries)


def test_rows_kept_by_hand(gazetteer: Gazetteer) -> None:
    kept = list(rows(DATA / "places.tsv", COLUMNS))
    ids = [row["id"] for _, row in kept]
    assert len(ids) == len(set(ids))
    assert [row["id"] for _, row in kept if row["parent"] and row["parent"] not in gazetteer] == []
    assert all(gazetteer.entry(row["id"]).kept for _, row in kept)


def test_the_made_file_is_folded_as_texts_are() -> None:
    """Keys are folded when the file is made: a change of folding asks for it to be made again (tools/gazetteer.py)."""
    text = gzip.decompress((DATA / "gazetteer.tsv.gz").read_bytes()).decode()
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    stale = [c[1] for c in lines if set(c[0].split("|")) != {k for n in c[-1].split("|") if len(k := phrase(n)) > 1}]
    assert stale == []


def test_credits_stand_in_the_made_file() -> None:
    text = gzip.decompress((DATA / "gazetteer.tsv.gz").read_bytes()).decode()
    assert all(name in text[:800] for name in ("GeoNames", "CC BY 4.0", "OpenSyria", "Yemen-info"))


def test_common_names_are_told_why() -> None:
    listed = [row for _, row in rows(DATA / "places-common.tsv", COMMON)]
    assert {row["why"] for row in listed} == {"word", "person", "never"}
    assert len({phrase(row["word"]) for row in listed}) == len(listed)


def test_every_country_of_the_demonyms_is_a_place(gazetteer: Gazetteer) -> None:
    for number, row in rows(DATA / "demonyms.tsv", DEMONYMS):
        land = gazetteer.country(row["code"])
        assert land is not None, number
        assert set(row["arabic"].split("|")) <= set(land.names)
        capital = row["capital"].split("|")[0]
        assert not capital or gazetteer.resolve(capital, country=row["code"]) is not None, capital
