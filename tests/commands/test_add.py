"""Articles into the store and the record out of it, as a person or a program does it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import POSTGRESQL, Marsad

from marsad.store.store import Store

ARABIC = "قالت وزارة الصحة إن 12 شخصا قتلوا في قصف على مدينة إدلب أمس."
CHANGED = ARABIC.replace("12", "15")


def in_lines(*articles: Any) -> bytes:
    return b"".join((a if isinstance(a, str) else json.dumps(a, ensure_ascii=False)).encode() + b"\n" for a in articles)


def line(id: str = "1", text: str = ARABIC, **more: Any) -> dict[str, Any]:
    return {"id": id, "text": text, "published": "2020-02-03", "outlet": "نشرة", **more}


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in out.splitlines()]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    (folder / "inside").mkdir(parents=True)
    (folder / "one.txt").write_text(ARABIC, "utf-8")
    (folder / "inside" / "two.html").write_text(f"<html><body><article><p>{CHANGED}</p></article></body></html>", "utf-8")
    (folder / "three.jsonl").write_bytes(in_lines(line("3", ARABIC.replace("إدلب", "حماة"))))
    return folder


def test_a_folder_is_added_and_added_again_changes_nothing(marsad: Marsad, where: str, reports: Path) -> None:
    code, out, err = marsad("add", "--store", where, "--published", "2020-02-03", reports)
    assert (code, err) == (0, "")
    assert out.startswith("3 new · 0 changed · 0 held already · 0 failed")
    before = marsad("incidents", "--store", where, "--json")
    assert marsad("add", "--store", where, "--published", "2020-02-03", reports)[1].startswith(
        "0 new · 0 changed · 3 held already"
    )
    assert marsad("incidents", "--store", where, "--json") == before
    assert before[1]


def test_what_has_no_date_at_all_is_gathered_without_one(marsad: Marsad, where: str, reports: Path) -> None:
    assert marsad("add", "--store", where, reports / "one.txt")[0] == 0
    (incident,) = rows(marsad("incidents", "--store", where, "--json")[1])
    assert incident["date"] is None


def test_a_file_that_changed_is_a_version_and_a_copy_of_it_is_held_already(marsad: Marsad, where: str, reports: Path) -> None:
    path = reports / "one.txt"
    marsad("add", "--store", where, path)
    path.write_text(CHANGED, "utf-8")
    assert marsad("add", "--store", where, path)[1].startswith("0 new · 1 changed")
    (reports / "copy.txt").write_text(CHANGED, "utf-8")
    assert marsad("add", "--store", where, reports / "copy.txt")[1].startswith("0 new · 0 changed · 1 held already")


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(marsad: Marsad, where: str) -> None:
    given = in_lines(line("1"), "not json", {"id": "2"}, line("4", CHANGED))
    code, out, err = marsad("add", "--store", where, "-", stdin=given)
    assert code == 1
    assert out.startswith("2 new · 0 changed · 0 held already · 2 failed")
    assert len(err.splitlines()) == 2
    for row, said in zip(err.splitlines(), ("not JSON", "neither"), strict=True):
        assert said in row


def test_marsads_own_reports_come_back_without_loss(marsad: Marsad, where: str) -> None:
    _, read, _ = marsad("read", "--from", "jsonl", "--to", "jsonl", "-", stdin=in_lines(line("1"), line("2", CHANGED)))
    assert marsad("add", "--store", where, "-", stdin=read.encode())[0] == 0
    for report in rows(read):
        held = rows(marsad("show", report["article"]["id"], "--store", where, "--json")[1])[0]
        article = held["versions"][0]
        assert {name: article[name] for name in report["article"]} == report["article"]
        assert [{k: v for k, v in claim.items() if k != "article"} for claim in held["claims"]] == report["claims"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"claims": None, "error": "e"}, "holds no claims: e"),
        ({"claims": [{"kind": "rumour"}]}, "'rumour' is no kind of claim"),
        ({"article": {"id": "1", "text": "x"}}, "this is no article"),
        ({"article": {"id": "1", "text": "x", "sha256": "0"}}, "no SHA-256"),
    ],
)
def test_reports_that_were_tampered_with_are_refused(marsad: Marsad, where: str, change: dict[str, Any], said: str) -> None:
    _, read, _ = marsad("read", "--from", "jsonl", "--to", "jsonl", "-", stdin=in_lines(line()))
    report = json.loads(read)
    code, _, err = marsad("add", "--store", where, "-", stdin=in_lines(report | change))
    assert code == 2
    assert said in err


def test_a_claim_that_is_no_slice_is_refused(marsad: Marsad, where: str) -> None:
    _, read, _ = marsad("read", "--from", "jsonl", "--to", "jsonl", "-", stdin=in_lines(line()))
    report = json.loads(read)
    report["claims"][0]["evidence"]["text"] = "13"
    code, _, err = marsad("add", "--store", where, "-", stdin=in_lines(report))
    assert code == 2
    assert "is refused: its evidence is not characters" in err


def test_the_record_is_printed_for_people_and_for_programs(marsad: Marsad, where: str) -> None:
    marsad("add", "--store", where, "-", stdin=in_lines(line("1"), line("2", CHANGED, outlet="أخرى")))
    (incident,) = rows(marsad("incidents", "--store", where, "--json", "--place", "إدلب")[1])
    assert incident["articles"] == ["1", "2"]
    (figure,) = incident["figures"]
    assert (figure["low"], figure["high"]) in ((12, 15), (15, 15), (12, 12))
    code, out, _ = marsad("incidents", "--store", where)
    assert code == 0
    assert "2020-02-02 · مدينة إدلب" in out or "2020-02-02 · إدلب" in out
    assert marsad("incidents", "--store", where, "--outcome", "injured") == (0, "", "")
    assert marsad("asof", "2020-02-02", "--store", where, "--json") == (0, "", "")
    assert rows(marsad("asof", "2020-02-03", "incidents", "--store", where, "--json")[1]) == [incident]
    assert incident["id"] in marsad("show", incident["id"], "--store", where)[1]
    (total,) = rows(marsad("totals", "--store", where, "--by", "month", "--json")[1])
    assert (total["key"], total["low"], total["high"]) == ("2020-02", figure["low"], figure["high"])
    assert [row["incident"] for row in total["counted"]] == [incident["id"]]
    assert "a documented minimum, not an estimate" in marsad("totals", "--store", where, "--by", "area")[1]
    for name in ("tallies", "control", "talks", "people"):
        assert marsad(name, "--store", where, "--json")[0] == 0


def test_verify_is_clean_and_then_names_what_was_altered(marsad: Marsad, where: str) -> None:
    marsad("add", "--store", where, "-", stdin=in_lines(line()))
    code, out, err = marsad("verify", "--store", where)
    assert (code, err) == (0, "")
    head = out.splitlines()[-1].removeprefix("last hash ")
    assert marsad("verify", "--store", where, "--head", head)[0] == 0
    with Store(where) as store, store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM members")
        connection.exec_driver_sql("DELETE FROM anchors")
        connection.exec_driver_sql("DELETE FROM ties")
        connection.exec_driver_sql("DELETE FROM claims")
    code, out, err = marsad("verify", "--store", where)
    assert code == 1
    assert "article 1/1: its claims are not the" in err


def test_reading_again_by_the_same_rules_changes_nothing(marsad: Marsad, where: str) -> None:
    marsad("add", "--store", where, "-", stdin=in_lines(line()))
    for option in ("--dry-run", "--brief"):
        assert marsad("reread", "--store", where, option) == (0, "nothing changes\n", "")


def test_reading_again_shows_and_keeps_what_changes(marsad: Marsad, where: str) -> None:
    _, read, _ = marsad("read", "--from", "jsonl", "--to", "jsonl", "-", stdin=in_lines(line()))
    report = json.loads(read)
    report["claims"][0] |= {"outcome": "injured", "reader": "0.0.1"}
    missed = report["claims"].pop() if len(report["claims"]) > 1 else None
    marsad("add", "--store", where, "-", stdin=in_lines(report))
    before = marsad("incidents", "--store", where, "--json")
    shown = marsad("reread", "--store", where, "--dry-run")
    assert "~ 1 casualty" in shown[1]
    assert ("+ 1" in shown[1]) is (missed is not None)
    assert marsad("incidents", "--store", where, "--json") == before
    assert marsad("reread", "--store", where) == shown
    after = rows(marsad("incidents", "--store", where, "--json")[1])
    assert {figure["outcome"] for incident in after for figure in incident["figures"]} == {"killed"}
    assert marsad("verify", "--store", where)[0] == 0
    assert marsad("reread", "--store", where)[1] == "nothing changes\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add"], "Missing argument"),
        (["add", "no-such-file.txt"], ""),
        (["add", "x", "y", "--url", "u"], "--url and --title are of one report"),
        (["add", "x", "--published", "yesterday"], "--published yesterday is no day"),
        (["incidents"], "there is no store"),
        (["verify"], "there is no store"),
        (["show", "in-0"], "there is no store"),
        (["reread"], "there is no store"),
        (["incidents", "--from", "yesterday"], "there is no store"),
    ],
)
def test_bad_input_is_one_line(
    marsad: Marsad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = marsad(*arguments)
    assert code == 2
    assert err.startswith("marsad: ")
    assert err.count("\n") == 1
    assert said in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["incidents", "--from", "yesterday"], "from: 'yesterday' is no day"),
        (["incidents", "--outcome", "dead"], "outcome: 'dead' is no outcome"),
        (["incidents", "--q", "؟"], "there is no word to look for"),
        (["asof", "then"], "DATE then is no day"),
        (["asof", "2020-01-01", "rumours"], "there is no list 'rumours'"),
        (["show", "in-0"], "holds nothing of the id in-0"),
        (["totals", "--by", "week"], "'week' is not one of"),
    ],
)
def test_bad_questions_are_one_line(marsad: Marsad, where: str, arguments: list[str], said: str) -> None:
    marsad("add", "--store", where, "-", stdin=in_lines(line()))
    code, out, err = marsad(*arguments, "--store", where)
    assert (code, out) == (2, "")
    assert err.startswith("marsad: ")
    assert err.count("\n") == 1
    assert said in err


@pytest.mark.parametrize(
    ("where", "said"), [("mysql://x/y", "mysql is not kept to"), ("postgresql://nobody@127.0.0.1:1/x", "cannot be reached")]
)
def test_a_database_that_cannot_be_used_is_one_line(marsad: Marsad, where: str, said: str) -> None:
    code, _, err = marsad("incidents", "--store", where)
    assert code == 2
    assert err.count("\n") == 1
    assert said in err


@pytest.mark.skipif(bool(POSTGRESQL), reason="of SQLite's file")
def test_a_file_that_is_no_store_is_one_line(marsad: Marsad, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("these are notes, and no database at all " * 100, "utf-8")
    for command in (["incidents"], ["add", str(path)], ["verify"]):
        code, _, err = marsad(*command, "--store", path)
        assert code == 2
        assert err.count("\n") == 1
        assert "is no store of Marsad's" in err


@pytest.mark.skipif(bool(POSTGRESQL), reason="of SQLite's file")
def test_a_locked_file_is_one_line_and_nothing_is_half_kept(marsad: Marsad, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    marsad("add", "--store", where, "-", stdin=in_lines(line()))
    monkeypatch.setattr("marsad.store.connect._WAIT", 0.1)
    with Store(where) as other, other.writing():
        code, _, err = marsad("add", "--store", where, "-", stdin=in_lines(line("2", CHANGED)))
    assert code == 2
    assert "is being written by another program" in err
    assert marsad("verify", "--store", where)[0] == 0
    assert marsad("add", "--store", where, "-", stdin=in_lines(line("2", CHANGED)))[1].startswith("1 new")


_FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
from marsad.cli import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.skipif(bool(POSTGRESQL), reason="of SQLite's file")
def test_a_full_disk_is_one_line_and_nothing_is_half_kept(marsad: Marsad, where: str, tmp_path: Path) -> None:
    marsad("add", "--store", where, "-", stdin=in_lines(line()))
    many = tmp_path / "many.jsonl"
    many.write_bytes(in_lines(*(line(str(n), ARABIC.replace("12", str(n)) * 9) for n in range(2, 300))))
    command = [sys.executable, "-c", _FULL, "add", "--store", where, str(many)]
    done = subprocess.run(command, capture_output=True, env=os.environ, check=False)
    assert done.returncode == 2
    last = done.stderr.decode().splitlines()[-1]
    assert last.startswith("marsad: ")
    assert any(said in last for said in ("full disk", "cannot be written"))
    assert marsad("verify", "--store", where)[0] == 0
    with Store(where) as store:
        store.settled("me")
    assert marsad("add", "--store", where, many)[0] == 0
    assert marsad("verify", "--store", where)[0] == 0
