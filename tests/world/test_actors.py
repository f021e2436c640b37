"""Bodies by their names in Arabic and Latin letters; rows that cannot be used; persons and offices."""

import json
from datetime import date
from pathlib import Path

import pytest

from marsad.model import MarsadError
from marsad.text import key
from marsad.world.actors import COLUMNS, Actors
from marsad.world.persons import OFFICE_COLUMNS, PERSON_COLUMNS, Persons, load_offices

ALIASES = Path(__file__).parents[2] / ".." / "shared" / "gold" / "aliases.json"


@pytest.fixture(scope="module")
def actors() -> Actors:
    return Actors.load()


@pytest.fixture(scope="module")
def persons() -> Persons:
    return Persons.load()


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("قسد", "sdf"), ("قوات سوريا الديموقراطية", "sdf"), ("ميليشيا قسد", "sdf"), ("SDF", "sdf"), ("Syrian Democratic Forces", "sdf"),
        ("تنظيم الدولة", "isis"), ("مسلحي داعش", "isis"), ("Islamic State group", "isis"), ("Daesh", "isis"),
        ("الحوثيون", "houthis"), ("المتمردين الحوثيين", "houthis"), ("مليشيات الحوثي", "houthis"), ("Ansar Allah", "houthis"),
        ("الجيش التركي", "turkey"), ("قوات تركية", "turkey"), ("جيش الاحتلال التركي", "turkey"), ("Turkish troops", "turkey"), ("أنقرة", "turkey"),
        ("سلاح الجو الروسي", "russia"), ("الطائرات الحربية الروسية", "russia"), ("Russian warplanes", "russia"), ("Moscow", "russia"),
        ("القوات الأمريكية", "us"), ("القوات الأميركية", "us"), ("U.S. forces", "us"), ("واشنطن", "us"),
        ("جيش الاحتلال الإسرائيلي", "israel"), ("IDF", "israel"), ("الحكومة الأفغانية", "afghanistan"), ("الجيش السوداني", "sudan"),
        ("السلطان مراد", "sultan-murad"), ("العمشات", "sulayman-shah"), ("الحمزات", "hamza-division"), ("فاطميون", "fatemiyoun"),
        ("كتائب القسام", "al-qassam"), ("الحشد الشعبي", "pmf"), ("عصائب أهل الحق", "asaib"), ("قوات الدعم السريع", "rsf-sudan"),
        ("حكومة الوفاق", "gna"), ("بوكو حرام", "boko-haram"), ("حركة الشباب", "al-shabaab"), ("بي كي كي", "pkk"), ("ولاية سيناء", "sinai-province"),
        ("المرصد السوري", "sohr"), ("الخوذ البيضاء", "white-helmets"), ("أوتشا", "ocha"), ("مجلس الأمن", "unsc"), ("يونامي", "unami"),
        ("هيومن رايتس ووتش", "hrw"), ("أ ف ب", "afp"), ("وكالة رويترز", "reuters"), ("سانا", "sana"), ("وكالة أنباء هاوار", "hawar"),
        ("وزارة الصحة في غزة", "palestine-health-ministry"), ("Gaza Health Ministry", "palestine-health-ministry"),
        ("وزارة الدفاع الروسية", "russia-defence-ministry"), ("الخارجية الأميركية", "us-state-department"), ("CENTCOM", "centcom"),
    ],
)  # fmt: skip
def test_a_name_leads_to_its_body(actors: Actors, name: str, id: str) -> None:
    entry = actors.resolve(name)
    assert entry is not None
    assert entry.id == id


@pytest.mark.parametrize(
    ("name", "country", "on", "id"),
    [
        ("الجيش الوطني", "SY", None, "sna"), ("الجيش الوطني", "YE", None, "yemen-government"), ("الجيش الوطني", "LY", None, "lna"),
        ("التحالف", "YE", None, "coalition-arab"), ("التحالف", "IQ", None, "coalition-isis"), ("التحالف", None, None, None),
        ("الدفاع المدني", "SY", None, "white-helmets"), ("الدفاع المدني", "PS", None, "civil-defence-gaza"), ("الدفاع المدني", None, None, None),
        ("وزارة الصحة", "SD", None, "sudan-health-ministry"), ("وزارة الصحة", None, None, None),
        ("قوى الأمن الداخلي", "LB", None, "lebanon-isf"), ("قوى الأمن الداخلي", "SY", None, "asayish-syria"),
        ("المقاومة", "YE", None, "popular-resistance-yemen"), ("المقاومة", "LB", None, "hezbollah"),
        ("الجيش السوري", "SY", date(2016, 3, 1), "syrian-government"), ("الجيش السوري", "SY", date(2025, 3, 1), "syria-transitional"),
        ("الجيش السوري", "SY", None, None), ("قوات النظام", "SY", None, "syrian-government"), ("دمشق", "SY", date(2025, 3, 1), "syria-transitional"),
        ("RSF", "SD", None, "rsf-sudan"), ("RSF", "FR", None, "rsf"),
    ],
)  # fmt: skip
def test_a_shared_name_needs_the_country_or_the_day(
    actors: Actors, name: str, country: str | None, on: date | None, id: str | None
) -> None:
    entry = actors.resolve(name, country, on)
    assert (entry.id if entry else None) == id


@pytest.mark.parametrize("name", ["الرجال", "قوات", "تنظيم", "المجلس", "قرية الزيتون", "shop", ""])
def test_other_words_are_no_body(actors: Actors, name: str) -> None:
    assert actors.resolve(name, "SY") is None


@pytest.mark.parametrize("name", ["دمشق", "موسكو", "واشنطن", "Cairo", "إقليم كردستان"])
def test_a_seat_is_a_place_first(actors: Actors, name: str) -> None:
    assert key(name) not in actors.names
    assert key(name) in actors.seats


@pytest.mark.parametrize(
    ("name", "only_in_capitals"), [("US", True), ("IS", True), ("WHO", True), ("داعش", False), ("Wagner", False)]
)
def test_acronyms_that_are_also_words(actors: Actors, name: str, only_in_capitals: bool) -> None:
    assert (key(name) in actors.acronyms) == only_in_capitals


@pytest.mark.parametrize(
    ("id", "top"), [("ypg", "sdf"), ("quds-force", "iran"), ("unicef", "un"), ("amaq", "isis"), ("turkey", "turkey")]
)
def test_a_body_belongs_to_its_family(actors: Actors, id: str, top: str) -> None:
    assert actors.family(id) == top


def test_every_entry_is_found_by_its_preferred_name(actors: Actors) -> None:
    lost = [id for id, entry in actors.entries.items() if id not in actors.names.get(key(entry.names[0]), ())]
    assert lost == []


def test_an_unknown_id_is_an_error(actors: Actors) -> None:
    with pytest.raises(MarsadError, match="no actor 'nobody'"):
        actors.entry("nobody")


HEADER = "\t".join(COLUMNS)
GOOD = "a\trebel_group\tarmed_group\tSY\t\t2011\t\tفصيل ألف"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("b\tarmy\tstate\tSY\t\t\t\tجيش باء", "line 3: unknown type 'army'"),
        ("b\tother\tnewspaper\tSY\t\t\t\tصحيفة باء", "line 3: unknown source_type 'newspaper'"),
        ("a\tother\tstate\tSY\t\t\t\tجيش باء", "line 3: id 'a' is already on line 2"),
        ("B b\tother\tstate\tSY\t\t\t\tجيش باء", "line 3: id 'B b' is not a slug"),
        ("b\tother\tstate\tSY\t\t\t\tفصيل الف", "is also a name of 'a'; mark it with ~"),
        ("b\tother\tstate\tSY\t\t\t\t~فصيل ألف", "is also a name of 'a'; mark it with ~"),
        ("b\tother\tstate\t\t\t\t\t~الفصيل", "is shared but says no country"),
        ("b\tother\tstate\tSY\tc\t\t\tجيش باء", "line 3: parent 'c' of 'b' has no row"),
        ("b\tother\tstate\tSY\tb\t\t\tجيش باء", "line 3: 'b' is its own ancestor"),
        ("b\tother\tstate\tSY\t\tlast year\t\tجيش باء", "line 3: from 'last year' is neither"),
        ("b\tother\tstate\tSY\t\t\t\t", "line 3: 'b' has no name"),
        ("b\tother\tstate\tSY\t\t\t\tجيش باء\tmore", "line 3: 9 cells for 8 columns"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, fault: str) -> None:
    file = tmp_path / "actors.tsv"
    file.write_text(f"{HEADER}\n{GOOD}\n{row}\n", encoding="utf-8")
    with pytest.raises(MarsadError) as error:
        Actors.load(file)
    assert fault in str(error.value)
    assert "actors.tsv" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_name_both_rows_mark_is_shared(tmp_path: Path) -> None:
    file = tmp_path / "actors.tsv"
    file.write_text(
        f"# two guards\n{HEADER}\na\tother\tstate\tSY\t\t\t\tحرس ألف|~الحرس\nb\tother\tstate\tIQ\t\t\t\tحرس باء|~IQ+IR:الحرس\n",
        encoding="utf-8",
    )
    actors = Actors.load(file)
    assert actors.names[key("الحرس")] == ("a", "b")
    assert [actors.bearers(key("الحرس"), c) for c in ("SY", "IR", "TR", None)] == [["a"], ["b"], [], []]


@pytest.mark.skipif(not ALIASES.exists(), reason="the shared gold articles are not beside the repository")
def test_names_the_scorer_takes_for_one_body_are_one_family(actors: Actors) -> None:
    for group in json.loads(ALIASES.read_text(encoding="utf-8")):
        entries = {name: actors.resolve(name, "SY", date(2018, 6, 1)) for name in group}
        assert None not in entries.values(), entries
        assert len({actors.family(entry.id) for entry in entries.values() if entry}) == 1, entries


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("ستافان دي ميستورا", "staffan-de-mistura"), ("عبدربه منصور هادي", "abdrabbuh-mansur-hadi"), ("سيرغي لافروف", "sergei-lavrov"),
        ("Sergey Lavrov", "sergei-lavrov"), ("مظلوم عبدي", "mazloum-abdi"), ("خليفة حفتر", "khalifa-haftar"), ("نتنياهو", "benjamin-netanyahu"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"), ("حسن نصرالله", "hassan-nasrallah"),
    ],
)  # fmt: skip
def test_a_person_by_name(persons: Persons, name: str, id: str) -> None:
    person = persons.resolve(name)
    assert person is not None
    assert person.id == id


def test_a_single_word_is_a_surname(persons: Persons) -> None:
    assert key("بوتين") in persons.surnames
    assert key("بوتين") not in persons.names


def test_every_affiliation_is_a_listed_body(persons: Persons, actors: Actors) -> None:
    assert {p.affiliation for p in persons.entries.values() if p.affiliation} <= set(actors.entries)


@pytest.mark.parametrize(
    ("word", "kind", "group"),
    [
        ("العميد", "rank", "soldiers"), ("وزير الخارجية", "office", "officials"), ("المتحدث باسم", "office", None), ("الشهيد", "honorific", None),
        ("الطفلة", "title", "children"), ("المواطن", "title", "civilians"), ("الصحفي", "title", "journalists"), ("الشيخ", "honorific", None),
        ("foreign minister", "office", "officials"), ("Col.", "rank", "soldiers"),
    ],
)  # fmt: skip
def test_a_word_before_a_name(word: str, kind: str, group: str | None) -> None:
    office = load_offices()[key(word)]
    assert (office.kind, office.group) == (kind, group)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("x\tcrown\t\tتاج", "unknown kind 'crown'"), ("x\trank\theroes\tبطل", "unknown group 'heroes'"), ("x\trank\t\tلواء", "is also in the row 'general'"),
    ],
)  # fmt: skip
def test_a_bad_office_is_named(tmp_path: Path, row: str, fault: str) -> None:
    file = tmp_path / "offices.tsv"
    file.write_text("\t".join(OFFICE_COLUMNS) + f"\ngeneral\trank\tsoldiers\tلواء\n{row}\n", encoding="utf-8")
    with pytest.raises(MarsadError, match=fault):
        load_offices(file)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("p\t\t\t\t\tسليم العمر", "id 'p' is given twice"),
        ("q\t\t\t\t\tسالم العمر", "is also a name of 'p'"),
        ("q\t\t\t\t\t", "needs an id and a name"),
    ],
)
def test_a_bad_person_is_named(tmp_path: Path, row: str, fault: str) -> None:
    file = tmp_path / "persons.tsv"
    file.write_text("\t".join(PERSON_COLUMNS) + f"\np\t\t\t\t\tسالم العمر\n{row}\n", encoding="utf-8")
    with pytest.raises(MarsadError, match=fault):
        Persons.load(file)
