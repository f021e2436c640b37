import pytest
from tests.exports.event import actor, assertion, event, figure

from marsad.exports import acled
from marsad.exports.countries import countries

HEADER = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,"
    "interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,"
    "fatalities,tags,timestamp"
)
KILLED = figure("killed", "people", assertion("c1", "sohr", 3, 3))
CIVILIANS = figure("killed", "civilians", assertion("c3", "sohr", 2, 2))
ARMY, ISIS = actor("الجيش السوري", "attacker", "state_forces"), actor("داعش", "target", "rebel_group")


def made(event: object) -> acled.Row:
    return next(acled.rows([event], {}, 1_700_000_000))  # type: ignore[list-item]


def test_the_header_is_acled_s_own() -> None:
    assert ",".join(acled.COLUMNS) == HEADER
    assert len(acled.COLUMNS) == 31


def test_six_types_and_twenty_five_sub_types() -> None:
    assert len(acled.TYPES) == 6
    assert sum(map(len, acled.TYPES.values())) == 25


@pytest.mark.parametrize(
    ("means", "event_type", "sub"),
    [
        (["airstrike"], "Explosions/Remote violence", "Air/drone strike"),
        (["drone"], "Explosions/Remote violence", "Air/drone strike"),
        (["shelling"], "Explosions/Remote violence", "Shelling/artillery/missile attack"),
        (["explosion"], "Explosions/Remote violence", "Remote explosive/landmine/IED"),
        (["suicide"], "Explosions/Remote violence", "Suicide bomb"),
        (["clash"], "Battles", "Armed clash"),
        (["abduction"], "Violence against civilians", "Abduction/forced disappearance"),
        (["arrest"], "Strategic developments", "Arrests"),
        ([], "Violence against civilians", "Attack"),
    ],
)
def test_a_means_is_a_sub_event_type(means: list[str], event_type: str, sub: str) -> None:
    row = made(event(KILLED, means=means))
    assert (row["event_type"], row["sub_event_type"]) == (event_type, sub)


@pytest.mark.parametrize(("first", "second", "code"), [(1, 3, 13), (3, 1, 13), (2, 0, 20), (0, 0, 0), (7, 7, 77), (8, 1, 18)])
def test_interaction_is_the_lower_code_first(first: int, second: int, code: int) -> None:
    assert acled.interaction(first, second) == code


@pytest.mark.parametrize(
    ("event", "column", "value"),
    [
        (event(KILLED, actors=(ARMY, ISIS)), "interaction", 12),
        (event(KILLED, actors=(ARMY, ISIS)), "tags", "inter1=State forces;inter2=Rebel group"),
        (event(KILLED, CIVILIANS, actors=(ARMY,)), "civilian_targeting", "Civilian targeting"),
        (event(KILLED, actors=(ARMY, ISIS)), "civilian_targeting", None),
        (event(KILLED), "fatalities", 3),
        (event(), "fatalities", 0),
        (event(KILLED), "iso", 760),
        (event(KILLED), "region", "Middle East"),
        (event(KILLED), "geo_precision", 1),
        (event(KILLED), "time_precision", 1),
        (event(KILLED), "timestamp", 1_700_000_000),
    ],
)
def test_a_column_of_a_row(event: object, column: str, value: object) -> None:
    assert made(event)[column] == value


def test_an_event_without_a_day_is_no_row() -> None:
    assert list(acled.rows([event(KILLED, date=None)], {}, 0)) == []


REGIONS = {
    "Western Africa", "Middle Africa", "Eastern Africa", "Southern Africa", "Northern Africa", "South Asia", "Southeast Asia", "Middle East", "Europe",
    "Caucasus and Central Asia", "Central America", "South America", "Caribbean", "East Asia", "North America", "Oceania", "Antarctica",
}  # fmt: skip
"""ACLED's regions, as its API numbers them."""


def test_regions_are_acled_s_own_and_what_no_list_settles_is_empty() -> None:
    told = {code: country.acled for code, country in countries().items()}
    assert set(told.values()) - {None} == REGIONS
    named = {"SY": "Middle East", "TR": "Middle East", "SD": "Northern Africa", "MZ": "Eastern Africa", "SO": "Eastern Africa"}
    assert named.items() <= told.items()
    assert (told["ML"], told["AF"], told["UA"]) == ("Western Africa", "Caucasus and Central Asia", "Europe")
    assert sorted(code for code, region in told.items() if region is None) == "BM CC CX CY FK GL IO MX PM SH UM ZM ZW".split()
