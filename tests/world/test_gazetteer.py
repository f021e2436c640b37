"""A user's own places: what is read, what is refused and in which words, and what is kept."""

import gzip
import json
from pathlib import Path

import pytest

from marsad.model import MarsadError
from marsad.world.gazetteer import install, read_gazetteer
from marsad.world.places import Gazetteer

OWN = "id,name_ar,name_en,other_names,kind,country,parent,latitude,longitude"
PCODES = "ADM1_AR,ADM1_EN,ADM1_PCODE,ADM2_AR,ADM2_EN,ADM2_PCODE,ADM3_AR,ADM3_EN,ADM3_PCODE"
LEVELS = "level,id,parent_id,name_en,name_ar"
SHARED = Path(__file__).parents[3] / "shared" / "data"


def written(folder: Path, text: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_own_csv(tmp_path: Path) -> None:
    [farm] = read_gazetteer(
        written(tmp_path, f'{OWN}\nx:1,مزرعة الوعلان,Waalan farm,"مزارع الوعلان; الوعلان",village,sy,geonames:SY.12,35.9,36.7\n')
    )
    assert (farm.id, farm.kind, farm.country, farm.parent) == ("x:1", "village", "SY", "geonames:SY.12")
    assert (farm.arabic, farm.latin, farm.latitude, farm.longitude) == ("مزرعة الوعلان", "Waalan farm", 35.9, 36.7)
    assert farm.names == ("مزرعة الوعلان", "Waalan farm", "مزارع الوعلان", "الوعلان")


def test_empty_cells_are_none(tmp_path: Path) -> None:
    [place] = read_gazetteer(written(tmp_path, f"\ufeff{OWN}\nx:1,الوعلان,,,town,SY,,,\n\n"))
    assert (place.latin, place.parent, place.latitude, place.longitude) == (None, None, None, None)


def test_pcodes(tmp_path: Path) -> None:
    line = "حلب,Aleppo,SY02,منبج,Menbij,SY0203,{},{},{}"
    rows = [line.format("مركز منبج", "Menbij", "SY020300"), line.format("الخفسة", "Al-Khafsa", "SY020302")]
    found = read_gazetteer(written(tmp_path, "\n".join([PCODES, *rows])))
    assert [(e.id, e.kind, e.country, e.parent, e.arabic) for e in found] == [
        ("SY02", "province", "SY", None, "حلب"),
        ("SY0203", "district", "SY", "SY02", "منبج"),
        ("SY020300", "district", "SY", "SY0203", "مركز منبج"),
        ("SY020302", "district", "SY", "SY0203", "الخفسة"),
    ]


def test_areas_in_json(tmp_path: Path) -> None:
    area = {
        "id": "sy-x-y",
        "governorateId": "sy-x",
        "name": {"ar": "منبج", "en": "Manbij"},
        "aliases": [{"value": "Menbij", "language": "en"}],
        "centroid": {"latitude": 36.5, "longitude": 37.9},
    }
    [found] = read_gazetteer(written(tmp_path, json.dumps([area]), "areas.json"))
    assert (found.id, found.kind, found.country, found.parent, found.latitude) == ("sy-x-y", "district", "SY", "sy-x", 36.5)
    assert found.names == ("منبج", "Manbij", "Menbij")


def test_levels_gzipped_with_the_country_given(tmp_path: Path) -> None:
    path = tmp_path / "yemen.csv.gz"
    path.write_bytes(gzip.compress(f"{LEVELS}\ngovernorates,9,1,Saada,صعدة\ndistricts,1,9,Razih,رازح\nvillages,5,1,,\n".encode()))
    assert [(e.id, e.kind, e.country, e.parent, e.arabic) for e in read_gazetteer(path, country="YE")] == [
        ("yemen:governorates:9", "province", "YE", None, "صعدة"),
        ("yemen:districts:1", "district", "YE", "yemen:governorates:9", "رازح"),
    ]


def test_levels_do_not_tell_their_country(tmp_path: Path) -> None:
    [razih] = read_gazetteer(written(tmp_path, f"{LEVELS}\ndistricts,1,9,Razih,رازح\n"))
    assert razih.country is None


BAD = [
    (f"{OWN}\nx:1,س,,,town,SY,,91,36\n", "mine.csv, line 2, column latitude: '91' is not a number of degrees; write"),
    (f"{OWN}\nx:1,س,,,town,SY,,north,36\n", "line 2, column latitude: 'north'"),
    (f"{OWN}\nx:1,س,,,town,SY,,nan,36\n", "line 2, column latitude: 'nan'"),
    (f"{OWN}\nx:1,س,,,town,SY,,,36\n", "line 2, column latitude: is empty; give both"),
    (f"{OWN}\nx:1,س,,,town,SY,,,\nx:2,ص,,,hamlet,SY,,,\n", "line 3, column kind: 'hamlet' is unknown; use one of"),
    (f"{OWN}\nx:1,س,,,town,Syria,,,\n", "line 2, column country: 'Syria' is no country"),
    (f"{OWN}\nx:1,س,,,town,,,,\n", "line 2, column country: is empty"),
    (f"{OWN}\nx:1,,,,town,SY,,,\n", "line 2, column name_ar: is empty, and name_en too"),
    (f"{OWN}\n,س,,,town,SY,,,\n", "line 2, column id: is empty"),
    (f"{OWN}\nx:1,س|ص,,,town,SY,,,\n", "line 2, column name_ar: a name holds '|'"),
    (f"{OWN}\nx:1,س,,,town,SY,x:1,,\n", "line 2, column parent: a place cannot lie in itself"),
    (f"{OWN}\nx:1,س,,,town,SY,,,\nx:1,ص,,,town,SY,,,\n", "line 3, column id: 'x:1' stands at mine.csv, line 2 already"),
    (f"{OWN}\nx:1,س,,,town,SY,,,,,\n", "line 2: 11 cells for 9 columns"),
    (f'{OWN}\nx:1,"س\n', "not a CSV row"),
    ("id,name_ar,kind\nx:1,س,town\n", "line 1: column country is missing"),
    ("id,kind,country\nx:1,town,SY\n", "line 1: column name_ar is missing"),
    (f"{PCODES}\nحلب,Aleppo,SY02,منبج,Menbij,,س,,SY020300\n", "line 2, column ADM2_PCODE: is empty"),
    (f"{LEVELS}\nstreets,1,9,Razih,رازح\n", "line 2, column level: 'streets' is unknown"),
    ('[{"id": "sy-x"}]', "item 1, column name: an area needs a name"),
    ('[{"id": "sy-x", "name": {"ar": ["س"]}}]', "item 1, column name_ar: is not text"),
    ('{"id": "sy-x"}', "not a list of areas"),
    ("[{", "not JSON"),
    (OWN, "no place in it"),
    ("", "column id is missing"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_a_bad_file_is_refused_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(MarsadError) as caught:
        read_gazetteer(written(tmp_path, text))
    assert message in str(caught.value)
    assert "mine.csv" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (f"{OWN}\nx:1,".encode() + b"\xff\xfe,,,town,SY,,,\n", "line 2: not UTF-8"),
        (b"\x1f\x8b\x08broken", "the gzip file is broken"),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes(data)
    with pytest.raises(MarsadError, match=message):
        read_gazetteer(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MarsadError, match="cannot be read"):
        read_gazetteer(tmp_path / "none.csv")


def test_installed_places_are_found(tmp_path: Path) -> None:
    first = read_gazetteer(written(tmp_path, f"{OWN}\nx:1,الوعلانية,Waalaniya,,village,SY,geonames:SY.12,35.9,36.7\n"))
    again = read_gazetteer(
        written(tmp_path, f"{OWN}\nx:1,الوعلانية,Waalaniya,,town,SY,,35.91234,36.7\nx:2,تل الوعلان,,,village,SY,,,\n")
    )
    folder = tmp_path / "mine"
    install(first, folder)
    path = install(again, folder)
    assert [p.name for p in folder.iterdir()] == [path.name]
    gazetteer = Gazetteer.load(extra=[path])
    found = [gazetteer.resolve(name) for name in ("الوعلانية", "تل الوعلان")]
    assert [(e.id, e.kind, e.latitude) for e in found if e] == [("x:1", "town", 35.9123), ("x:2", "village", None)]


def test_an_own_row_completes_a_known_place(tmp_path: Path) -> None:
    path = install(read_gazetteer(written(tmp_path, f"{OWN}\ngeonames:170063,الشهباء حلب,,,town,SY,,,\n")), tmp_path / "mine")
    aleppo = Gazetteer.load(extra=[path]).entry("geonames:170063")
    assert aleppo.latitude is not None
    assert aleppo.arabic == "الشهباء حلب"
    assert {"الشهباء حلب", "حلب", "Aleppo"} <= set(aleppo.names)


def test_a_directory_that_is_a_file(tmp_path: Path) -> None:
    with pytest.raises(MarsadError, match="cannot be written"):
        install([], written(tmp_path, "x"))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gazetteers are not beside the repository")
@pytest.mark.parametrize(
    ("name", "country", "least"),
    [
        ("gaz_syria/governorates.json", None, 14),
        ("gaz_syria/districts.json", None, 60),
        ("gaz_syria/subdistricts.json", None, 270),
        ("gaz_yemen/yemen_places.csv.gz", "YE", 40_000),
    ],
)
def test_published_gazetteers(name: str, country: str | None, least: int) -> None:
    assert len(read_gazetteer(SHARED / name, country)) >= least
