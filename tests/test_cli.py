"""The command as a person or a program meets it."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Marsad

from marsad import cli, jsonl
from marsad.cli import COMMANDS
from marsad.commands import given
from marsad.commands import read as reading
from marsad.version import VERSION

ARABIC = "قالت وزارة الصحة إن 12 شخصا قتلوا في قصف على مدينة إدلب أمس."
ENGLISH = "The ministry said that talks will resume."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(ARABIC, "utf-8")
    return path


def in_lines(*articles: Any) -> bytes:
    return b"".join((json.dumps(a, ensure_ascii=False) if not isinstance(a, str) else a).encode() + b"\n" for a in articles)


def test_a_report_is_shown_with_its_evidence(marsad: Marsad, report: Path) -> None:
    code, out, err = marsad("read", report, "--outlet", "نشرة", "--title", "قصف إدلب", "--published", "2020-02-03")
    assert (code, err) == (0, "")
    assert out.startswith("قصف إدلب\nنشرة · 2020-02-03 · ar")
    assert "\x1b" not in out
    assert "12" in out


def test_json_is_one_object_whose_evidence_stands_in_the_text(marsad: Marsad, report: Path) -> None:
    code, out, _ = marsad("read", report, "--json", "--published", "2020-02-03", "--url", "https://example.org/1")
    record = json.loads(out)
    assert code == 0
    assert record["marsad"] == 1
    assert record["article"] | {"id": "", "sha256": ""} == {
        "id": "", "url": "https://example.org/1", "outlet": None, "title": None, "published": "2020-02-03",
        "published_from": "option", "language": "ar", "via": None, "sha256": "", "text": ARABIC,
    }  # fmt: skip
    assert [c["outcome"] for c in record["claims"] if c["kind"] == "casualty"] == ["killed"]
    for claim in record["claims"]:
        found = claim["evidence"]
        assert ARABIC[found["start"] : found["end"]] == found["text"]


def test_standard_input_is_read(marsad: Marsad) -> None:
    code, out, _ = marsad("read", "-", "--json", stdin=ARABIC.encode())
    assert code == 0
    assert json.loads(out)["article"]["text"] == ARABIC


def test_to_jsonl_is_one_line(marsad: Marsad, report: Path) -> None:
    _, out, _ = marsad("read", report, "--to", "jsonl")
    assert out.count("\n") == 1
    assert json.loads(out)["marsad"] == 1


def test_lines_are_read_in_order_with_their_ids(marsad: Marsad) -> None:
    given = [
        {"id": "b", "text": ARABIC, "published": "2020-02-03", "outlet": "نشرة", "title": "خبر", "url": None},
        {"id": 7, "text": ENGLISH},
        {"id": "a", "html": f"<html><body><article><p>{ARABIC}</p></article></body></html>"},
    ]
    code, out, err = marsad("read", "--from", "jsonl", "--to", "jsonl", "-", stdin=in_lines(*given))
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [r["article"]["id"] for r in records] == ["b", "7", "a"]
    assert records[0]["article"]["published"] == "2020-02-03"
    assert records[2]["article"]["text"].strip() == ARABIC


def test_lines_of_a_file_are_read(marsad: Marsad, tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes(in_lines({"id": "1", "text": ARABIC}) + b"\n\n" + in_lines({"id": "2", "text": ENGLISH}))
    code, out, _ = marsad("read", "--from", "jsonl", "--to", "jsonl", path)
    assert code == 0
    assert [json.loads(line)["article"]["id"] for line in out.splitlines()] == ["1", "2"]


def test_a_line_with_a_title_and_an_empty_text_is_read(marsad: Marsad) -> None:
    line = {"id": "x", "title": "مقتل 5 جنود في سيناء", "text": ""}
    code, out, _ = marsad("read", "--from", "jsonl", "--to", "jsonl", "-", stdin=in_lines(line))
    report = json.loads(out)
    assert (code, report["article"]["text"], report["article"]["title"]) == (0, "", line["title"])


@pytest.mark.parametrize(
    ("line", "id", "said"),
    [
        ("not json", None, "not JSON"),
        ('{"id": "x", "text": ', None, "not JSON"),
        ("[" * 100_000, None, "not JSON"),
        ("[1, 2]", None, "a JSON array"),
        ("null", None, "a JSON null"),
        ({"id": "x"}, "x", 'neither "text" nor "html"'),
        ({"id": "x", "text": ""}, "x", 'neither "text" nor "html"'),
        ({"id": "x", "text": 5}, "x", '"text" is a JSON number'),
        ({"id": "x", "text": ARABIC, "title": ["a"]}, "x", '"title" is a JSON array'),
        ({"id": "x", "text": ARABIC, "published": "31/31/2020"}, "x", "31/31/2020"),
        ({"id": ["x"], "text": "   "}, None, "empty"),
    ],
)
def test_a_line_that_cannot_be_read_says_why_and_the_run_goes_on(marsad: Marsad, line: Any, id: str | None, said: str) -> None:
    code, out, _ = marsad("read", "--from", "jsonl", "--to", "jsonl", "-", stdin=in_lines(line, {"id": "next", "text": ARABIC}))
    failed, read = map(json.loads, out.splitlines())
    assert code == 1
    assert failed == {"marsad": 1, "article": {"id": id}, "claims": None, "error": failed["error"]}
    assert said in failed["error"]
    assert read["article"]["id"] == "next"
    assert read["claims"] is not None


def test_a_line_that_is_no_utf8_fails_alone(marsad: Marsad) -> None:
    code, out, _ = marsad(
        "read", "--from", "jsonl", "--to", "jsonl", "-", stdin=b'{"text": "\xff\xfe"}\n' + in_lines({"text": ARABIC})
    )
    assert code == 1
    assert ["error" in json.loads(line) for line in out.splitlines()] == [True, False]


def test_half_a_surrogate_pair_moves_no_offset(marsad: Marsad) -> None:
    code, out, _ = marsad(
        "read", "--from", "jsonl", "--to", "jsonl", "-", stdin=rb'{"id": "1", "text": "\ud83d 12 killed"}' + b"\n"
    )
    assert code == 0
    text = json.loads(out)["article"]["text"]
    assert text[1:] == " 12 killed"


def test_a_line_too_long_fails_alone(marsad: Marsad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LONGEST", 1000)
    code, out, _ = marsad(
        "read", "--from", "jsonl", "--to", "jsonl", "-", stdin=in_lines({"text": "x" * 5000}, {"id": "next", "text": ARABIC})
    )
    assert code == 1
    assert [json.loads(line)["article"]["id"] for line in out.splitlines()] == [None, "next"]


def test_a_fault_of_ours_costs_one_line(marsad: Marsad, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(data: str, **_: object) -> None:
        raise KeyError(data)

    monkeypatch.setattr(reading, "read_report", failing)
    code, out, _ = marsad("read", "--from", "jsonl", "--to", "jsonl", "-", stdin=in_lines({"id": "1", "text": "x"}))
    assert code == 1
    assert json.loads(out)["error"] == "marsad failed on this report, please tell its makers: KeyError: 'x'"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "no-such-file.txt"], "no file no-such-file.txt"),
        (["read", "."], "is a folder"),
        (["read"], "input is empty"),
        (["read", "-"], "standard input: input is empty"),
        (["read", "--from", "jsonl", "-"], "no line to read"),
        (["read", "-", "--published", "31/31/2020"], "31/31/2020 is no day"),
        (["read", "-", "--published", "yesterday"], "yesterday is no day"),
        (["read", "-", "--from", "pdf"], "'pdf' is not one of"),
        (["read", "-", "--to", "xml"], "'xml' is not one of"),
        (["read", "--from", "jsonl", "-", "--title", "x"], "--title is of one report"),
        (["read", "-", "--colour"], "--colour"),
        (["reed", "-"], "'reed'"),
        (["places"], "Missing command"),
        (["places", "add", "no-such-file.csv"], "no file no-such-file.csv"),
        (["places", "add", "."], "is a folder"),
        (["why", "  "], "the sentence is empty"),
        (["why"], "Missing argument"),
    ],
)
def test_bad_input_is_one_line(marsad: Marsad, arguments: list[str], said: str) -> None:
    code, out, err = marsad(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("marsad: ")
    assert err.count("\n") == 1
    assert said in err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
        (bytes(range(256)) * 400, "binary"),
    ],
    ids=["empty", "blank", "pdf", "png", "jpeg", "noise"],
)
def test_a_file_that_is_no_report_is_one_line(marsad: Marsad, tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "given"
    path.write_bytes(data)
    code, out, err = marsad("read", path)
    assert (code, out) == (2, "")
    assert err.startswith(f"marsad: {path}: ")
    assert err.count("\n") == 1
    assert said in err


def test_fifty_megabytes_are_refused_by_their_size(marsad: Marsad, tmp_path: Path) -> None:
    path = tmp_path / "noise"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    code, out, err = marsad("read", path)
    assert (code, out) == (2, "")
    assert "is over 20 MB" in err


def test_version_and_help(marsad: Marsad) -> None:
    assert marsad("--version") == (0, f"marsad {VERSION}\n", "")
    assert "read" in marsad()[1]
    code, out, _ = marsad("read", "--help")
    assert code == 0
    assert "--published" in out


def test_every_command_is_in_the_table_and_says_what_the_table_says(marsad: Marsad) -> None:
    modules = {
        path.stem for path in Path(given.__file__).parent.glob("*.py") if re.search(r"^apps? = ", path.read_text("utf-8"), re.M)
    }
    assert modules == {module for module, _ in COMMANDS.values()}
    for command, (_, said) in COMMANDS.items():
        assert said in " ".join(marsad(command, "--help")[1].split())
        assert said.split()[0] in marsad("--help")[1]


def test_reading_loads_no_other_command() -> None:
    code = f"import sys; from marsad.cli import run; run(['read', '-']); print([m for m in {sorted(COMMANDS)} if 'marsad.commands.' + m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], input=ARABIC.encode(), stdout=subprocess.PIPE, check=True)
    assert done.stdout.splitlines()[-1] == b"['read']"


def test_why_names_the_rule_and_its_words(marsad: Marsad) -> None:
    code, out, _ = marsad("why", ARABIC, "--published", "2020-02-03")
    assert code == 0
    assert "قتلوا" in out


def test_places_of_ones_own_are_kept(marsad: Marsad, tmp_path: Path) -> None:
    given = tmp_path / "mine.csv"
    given.write_text(
        "id,name_ar,name_en,other_names,kind,country,parent,latitude,longitude\nmine:1,تل الورد,Tal al-Ward,,village,SY,,35.5,38.5\n",
        "utf-8",
    )
    code, out, err = marsad("places", "add", given, "--data", tmp_path / "data")
    assert (code, err) == (0, "")
    assert out.startswith("1 places kept in ")
    assert "تل الورد" in (tmp_path / "data" / "places.tsv").read_text("utf-8")
    _, out, _ = marsad("read", "-", "--json", "--data", tmp_path / "data", stdin="قتل مدني في قصف على تل الورد".encode())
    assert {claim["place"]["id"] for claim in json.loads(out)["claims"]} == {"mine:1"}


@pytest.mark.parametrize(("sentence", "said"), [("قتل مدني في حلب", "قتل"), ("Three people were killed", "killed")])
def test_why_speaks_the_language_of_the_sentence(marsad: Marsad, sentence: str, said: str) -> None:
    code, out, _ = marsad("why", sentence)
    assert code == 0
    assert f" {said}\n" in out
    assert "outcome=killed" in out


def test_the_data_folder_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert given.data_folder() == tmp_path / "marsad"
    monkeypatch.setenv("XDG_DATA_HOME", "relative/is/ignored")
    assert given.data_folder() == Path.home() / ".local" / "share" / "marsad"


def program(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-m", "marsad", *arguments], env=environment, **(pipes | options))


def test_a_reader_that_goes_away_ends_the_run_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes(in_lines({"id": "1", "text": ARABIC * 20}) * 200)
    with program("read", "--from", "jsonl", "--to", "jsonl", str(path)) as process:
        assert process.stdout
        assert process.stderr
        assert json.loads(process.stdout.readline())["article"]["id"] == "1"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == -signal.SIGPIPE


def test_ctrl_c_ends_the_run_without_a_word_and_records_come_as_they_are_read() -> None:
    with program("read", "--from", "jsonl", "--to", "jsonl", "-") as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(in_lines({"id": "1", "text": ARABIC}))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["article"]["id"] == "1"
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
    assert process.returncode == -signal.SIGINT
