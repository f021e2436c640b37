import csv
import io

import pytest
from tests.exports.event import actor, assertion, event, figure

from marsad.exports import rows, ucdp
from marsad.world.names import world

HEADER = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,"
    "side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,"
    "source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,"
    "country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob"
)
KILLED = figure("killed", "people", assertion("c1", "sohr", 3, 3), assertion("c2", "sdf", 5, 5))
CIVILIANS = figure("killed", "civilians", assertion("c3", "sohr", 2, 2))
ARMY, ISIS = (
    actor("الجيش السوري", "attacker", "state_forces", "syrian-government"),
    actor("داعش", "target", "rebel_group", "isis"),
)


def made(*events: object) -> list[ucdp.Row]:
    return ucdp.rows(events, {}, world().actors)  # type: ignore[arg-type]


def test_the_header_is_ucdp_s_own() -> None:
    assert ",".join(ucdp.COLUMNS) == HEADER
    assert len(ucdp.COLUMNS) == 49


@pytest.mark.parametrize(
    ("event", "column", "value"),
    [
        (event(KILLED, CIVILIANS, actors=(ARMY, ISIS)), "type_of_violence", 1),
        (event(KILLED, actors=(actor("قسد", "attacker", "rebel_group", "sdf"), ISIS)), "type_of_violence", 2),
        (event(KILLED, actors=(ARMY,)), "type_of_violence", 3),
        (event(KILLED, actors=(ARMY,)), "side_b", "Civilians"),
        (event(KILLED), "side_a", "Unknown"),
        (event(KILLED, actors=(ARMY, ISIS)), "gwnoa", 652),
        (event(KILLED, CIVILIANS), "deaths_civilians", 2),
        (event(KILLED, CIVILIANS), "deaths_unknown", 3),
        (event(KILLED), "low", 3),
        (event(KILLED), "high", 5),
        (event(KILLED), "country_id", 652),
        (event(KILLED), "region", "Middle East"),
        (event(KILLED), "geom_wkt", "POINT (39.01 35.95)"),
        (event(KILLED), "date_start", "2017-10-17 00:00:00.000"),
        (event(KILLED), "number_of_sources", 2),
        (event(KILLED), "code_status", "Check"),
        (event(KILLED, grade="fair"), "code_status", "Clear"),
        (event(KILLED), "active_year", 0),
        (event(figure("killed", "people", assertion("c", "x", 30, 30))), "active_year", 1),
    ],
)
def test_a_column_of_a_row(event: object, column: str, value: object) -> None:
    assert made(event)[0][column] == value


@pytest.mark.parametrize(
    "event",
    [
        event(),
        event(figure("injured", "people", assertion("c", "x", 3, 3))),
        event(figure("killed", "people", assertion("c", "x", 0, 0))),
        event(figure("killed", "people", assertion("c", "x", None, None, "vague"))),
        event(KILLED, date=None),
    ],
)
def test_only_dated_events_with_a_death_are_rows(event: object) -> None:
    assert made(event) == []


@pytest.mark.parametrize(
    ("latitude", "longitude", "gid"),
    [(-90, -180, 1), (-89.9, -179.4, 2), (-89.5, -180, 721), (90, 180, 259_200), (35.95, 39.01, 181_159)],
)
def test_the_cell_of_the_grid(latitude: float, longitude: float, gid: int) -> None:
    assert ucdp.priogrid(latitude, longitude) == gid


def test_codes_stay_in_their_ranges() -> None:
    row = made(event(KILLED, CIVILIANS, actors=(ARMY, ISIS)))[0]
    assert row["type_of_violence"] in (1, 2, 3)
    assert row["where_prec"] in range(1, 8)
    assert row["date_prec"] in range(1, 6)
    assert row["event_clarity"] in (1, 2)
    assert row["region"] in ("Africa", "Americas", "Asia", "Europe", "Middle East")
    deaths = [int(row[name] or 0) for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
    assert sum(deaths) == row["best"]
    assert int(row["low"] or 0) <= int(row["best"] or 0) <= int(row["high"] or 0)


def test_written_as_csv_a_formula_is_disarmed() -> None:
    out = io.StringIO()
    assert rows.write(out, ucdp.COLUMNS, made(event(KILLED))) == 1
    row = next(csv.DictReader(io.StringIO(out.getvalue())))
    assert row["source_office"] == "'=Outlet"
    assert row["best"] == "5"
