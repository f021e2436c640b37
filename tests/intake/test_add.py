"""``marsad add``: every kind of source by the same command, twice without doubles, poisoned ones said and passed by, killed and gone on with."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.intake import made
from tests.intake.made import STRIKE, message, page, rss
from tests.intake.site import Site

Marsad = Callable[..., tuple[int, str, str]]

OWN = ["--allow", "127.0.0.0/8", "--workers", "1"]
PLACES = [
    "إدلب",
    "سراقب",
    "كفرنبل",
    "بنش",
    "سرمين",
    "أريحا",
    "جسر الشغور",
    "خان شيخون",
    "معرة النعمان",
    "حارم",
    "سلقين",
    "الدانا",
]


def told(place: str, count: int = 4) -> str:
    return f"قُتل {count} مدنيين وأصيب تسعة في غارة على مدينة {place} يوم 2 آذار 2020، وفق الدفاع المدني."


@pytest.fixture
def marsad(marsad: Marsad, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Marsad:
    """The command in a folder of the test's own."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("MARSAD_DATABASE", raising=False)
    return marsad


def held(path: Path) -> dict[str, int]:
    """How many rows there are of what is kept."""
    with sqlite3.connect(path) as connection:
        tables = ("articles", "claims", "captures", "audit")
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def records(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        return int(connection.execute("SELECT count(*) FROM records WHERE superseded IS NULL").fetchone()[0])


def sources(folder: Path, local: Site) -> list[str]:
    """A source of every kind, each with reports of its own, and how they are named."""
    base = f"http://127.0.0.1:{local.port}"
    local.add("/page", page(told(PLACES[0])))
    local.add("/feed", rss(["/fed"]))
    local.add("/fed", page(told(PLACES[1])))
    local.add("/map.xml", f"<urlset><url><loc>{base}/mapped</loc></url></urlset>".encode())
    local.add("/mapped", page(told(PLACES[2])))
    made.warc(folder / "a.warc.gz", [("https://a.example/1", page(told(PLACES[3])))])
    packed = made.warc(folder / "in.warc.gz", [("https://b.example/1", page(told(PLACES[4])))])
    made.wacz(folder / "a.wacz", {"in.warc.gz": packed.read_bytes()})
    packed.unlink()
    made.telegram(folder / "result.json", [message(1, told(PLACES[5]), forwarded_from="الدفاع المدني")])
    (folder / "a.csv").write_text(f"id,text,published\nc1,{told(PLACES[6])},2020-03-02\n", "utf-8")
    made.sheet(folder / "a.xlsx", [["id", "text", "published"], ["x1", told(PLACES[7]), "2020-03-02"]])
    (folder / "a.jsonl").write_text(json.dumps({"id": "j1", "text": told(PLACES[8])}, ensure_ascii=False), "utf-8")
    (folder / "a.pdf").write_bytes(made.pdf(["Twelve civilians were killed in an airstrike on Idlib on 2 March 2020"]))
    inside = folder / "inside"
    inside.mkdir()
    (inside / "a.html").write_bytes(page(told(PLACES[9])))
    (inside / "b.txt").write_text(told(PLACES[10]), "utf-8")
    files = [
        str(folder / name) for name in ("a.warc.gz", "a.wacz", "result.json", "a.csv", "a.xlsx", "a.jsonl", "a.pdf", "inside")
    ]
    return [f"{base}/page", f"{base}/feed", f"{base}/map.xml", *files]


def test_every_source_comes_in_by_one_command_and_twice_without_doubles(marsad: Marsad, local: Site, tmp_path: Path) -> None:
    named = sources(tmp_path, local)
    code, out, err = marsad("add", *named, *OWN)
    assert (code, err) == (0, "")
    assert out.startswith("12 new · 0 changed · 0 held already")
    before = held(Path("marsad.db"))
    assert before["articles"] == 12
    code, again, err = marsad("add", *named, *OWN)
    assert (code, err) == (0, "")
    assert again.startswith("0 new · 0 changed")
    after = held(Path("marsad.db"))
    assert after.pop("captures") >= before.pop("captures")  # the page, the feed and the site map were seen once more
    assert after == before
    for number, line in enumerate(("captures, 0 amiss", "pages in a.wacz", "all as put in", "no problems")):
        command = (("archive", "check"), ("archive", "export", "a.wacz"), ("verify",), ("problems",))[number]
        code, out, err = marsad(*command)
        assert (code, line in out) == (0, True)


def test_poisoned_documents_are_listed_and_stop_nothing(marsad: Marsad, tmp_path: Path) -> None:
    folder = tmp_path / "poison"
    folder.mkdir()
    (folder / "a-good.txt").write_text(told("إدلب"), "utf-8")
    made.bomb(folder / "b-bomb.xlsx")
    (folder / "c-broken.xml").write_bytes(b"<?xml version='1.0'?><rss><channel><item><link>/a")
    (folder / "d-entities.xml").write_bytes(b"<!DOCTYPE r [<!ENTITY a 'a'>]><rss><channel><title>&a;</title></channel></rss>")
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 2147483648\r\n\r\n"
    good = made.warc(tmp_path / "x.warc", [("https://a.example/1", page(told("بنش")))], gzipped=False).read_bytes()
    (folder / "e-declared.warc").write_bytes(good + head)
    (folder / "f-mixed.csv").write_bytes(f"text\n{told('أريحا')}\n".encode() + f"{told('حارم')}\n".encode("cp1256", "ignore"))
    (folder / "g-noise.html").write_bytes(b"<html>" + bytes(range(32)) * 200)
    (folder / "h-scan.pdf").write_bytes(made.pdf([""]))
    (folder / "i-deep.html").write_text("<html>" + "<div><p>" * 20_000, "utf-8")
    made.telegram(folder / "j.json", [message(1, told("سرمين")), message(2, 7)])
    (folder / "k-empty.csv").write_bytes(b"")
    (folder / "z-good.txt").write_text(told("الدانا"), "utf-8")
    code, out, err = marsad("add", folder, *OWN)
    assert (code, out.split(" · ")[0]) == (1, "6 new")
    code, listed, _ = marsad("problems", "--json")
    places = [json.loads(line)["place"] for line in listed.splitlines()]
    assert code == 1
    for name in (
        "b-bomb.xlsx",
        "c-broken.xml",
        "d-entities.xml",
        "e-declared.warc",
        "h-scan.pdf",
        "i-deep.html",
        "j.json",
        "k-empty.csv",
    ):
        assert any(name in place for place in places), name
        assert name in err
    (folder / "c-broken.xml").unlink()
    (folder / "i-deep.html").write_bytes(page(told("سلقين")))
    assert marsad("add", folder, *OWN)[1].startswith("1 new")
    assert not any("i-deep.html" in line for line in marsad("problems")[1].splitlines())


MANY = 300


def many(folder: Path, kind: str) -> list[str]:
    """What ``add`` is given of one kind: MANY reports, each with a text of its own."""
    texts = [f"{told('إدلب', n + 2)} {n}" for n in range(MANY)]
    if kind == "jsonl":
        rows = (
            json.dumps({"id": str(n), "text": text, "published": "2020-03-02"}, ensure_ascii=False)
            for n, text in enumerate(texts)
        )
        (folder / "a.jsonl").write_text("\n".join(rows), "utf-8")
        return [str(folder / "a.jsonl")]
    if kind in ("warc", "wacz"):
        packed = made.warc(folder / "a.warc.gz", [(f"https://a.example/{n}", page(text)) for n, text in enumerate(texts)])
        return [str(packed if kind == "warc" else made.wacz(folder / "a.wacz", {"a.warc.gz": packed.read_bytes()}))]
    if kind == "telegram":
        return [str(made.telegram(folder / "result.json", [message(n + 1, text) for n, text in enumerate(texts)]))]
    if kind == "xlsx":
        return [
            str(
                made.sheet(
                    folder / "a.xlsx",
                    [("id", "text", "published"), *((str(n), text, "2020-03-02") for n, text in enumerate(texts))],
                )
            )
        ]
    if kind == "csv":
        (folder / "a.csv").write_text(
            "id,text,published\n" + "".join(f'{n},"{text}",2020-03-02\n' for n, text in enumerate(texts)), "utf-8"
        )
        return [str(folder / "a.csv")]
    (folder / "pages").mkdir()
    for n, text in enumerate(texts):
        (folder / "pages" / f"{n}.html").write_bytes(page(text))
    return [str(folder / "pages")]


@pytest.mark.parametrize("kind", ["jsonl", "warc", "wacz", "telegram", "csv", "xlsx", "folder"])
def test_a_run_that_was_killed_is_gone_on_with(tmp_path: Path, kind: str) -> None:
    store = tmp_path / "marsad.db"
    command = [sys.executable, "-m", "marsad", "add", *many(tmp_path, kind), "--store", str(store), "--workers", "1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None and committed(store) == 0:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    first = committed(store)
    assert 0 < first <= MANY
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    assert committed(store) == MANY
    assert int(done.stdout.split(" new")[0].replace(",", "")) == MANY - first
    assert "0 changed" in done.stdout
    checked = subprocess.run(
        [sys.executable, "-m", "marsad", "verify", "--store", str(store)], capture_output=True, text=True, timeout=300
    )
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
def test_a_run_over_a_site_that_was_killed_is_gone_on_with(tmp_path: Path, local: Site, kind: str) -> None:
    base, pages = f"http://127.0.0.1:{local.port}", [f"/{n}" for n in range(7)]
    for n, path in enumerate(pages):
        local.add(path, page(f"{told('إدلب', n + 2)} {n}"))
    local.add("/feed", rss(pages))
    local.add("/sitemap", f"<urlset>{''.join(f'<url><loc>{base}{path}</loc></url>' for path in pages)}</urlset>".encode())
    store = tmp_path / "marsad.db"
    command = [sys.executable, "-m", "marsad", "add", f"{base}/{kind}", "--store", str(store), *OWN]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None and committed(store) == 0:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    first = committed(store)
    assert 0 < first < len(pages)
    subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert committed(store) == len(pages)
    asked = [path for path, _ in local.asked if path in pages]
    assert len(asked) <= len(pages) + 1, "at most the page that was being asked for is asked for again"


def committed(store: Path) -> int:
    try:
        return held(store)["articles"]
    except sqlite3.Error:
        return 0


def test_an_article_leads_to_its_bytes_and_what_was_altered_is_named(marsad: Marsad, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(STRIKE))
    made.warc(tmp_path / "a.warc.gz", [("https://a.example/1", page(told("بنش")))])
    assert marsad("add", tmp_path / "a.html", tmp_path / "a.warc.gz", *OWN)[0] == 0
    with sqlite3.connect("marsad.db") as connection:
        ids = [id for (id,) in connection.execute("SELECT id FROM articles ORDER BY no")]
    first, second = (marsad("archive", "where", id)[1].rstrip("\n").split("\t") for id in ids)
    assert (first[0], first[5]) == ("marsad.archive/marsad-00001.warc.gz", made.sha256(page(STRIKE)))
    assert (second[0], second[4]) == (str(tmp_path / "a.warc.gz"), "https://a.example/1")
    assert "2 captures, all as put in" in marsad("verify")[1]
    kept = Path("marsad.archive/marsad-00001.warc.gz")
    kept.write_bytes(kept.read_bytes()[: int(first[1])])
    code, _, err = marsad("verify")
    assert (code, "marsad-00001.warc.gz at" in err) == (1, True)
    assert marsad("archive", "check")[0] == 1
    assert "there is none of that id" in marsad("archive", "where", "x")[2]


def test_an_edited_message_is_the_next_version_of_its_report(marsad: Marsad, tmp_path: Path) -> None:
    path = made.telegram(tmp_path / "result.json", [message(1, told("بنش")), message(2, told("حارم"))])
    assert marsad("add", path, *OWN)[1].startswith("2 new")
    made.telegram(path, [message(1, told("بنش", 5), edited="2020-03-02T11:00:00"), message(2, told("حارم"))])
    assert marsad("add", path, *OWN)[1].startswith("0 new · 1 changed · 1 held already")


def test_columns_are_named_once(marsad: Marsad, tmp_path: Path) -> None:
    for name, place in (("a.csv", "إدلب"), ("b.csv", "بنش")):
        (tmp_path / name).write_text(f"Body;Day\n{told(place)};2020-03-02\n", "utf-8")
    code, _, err = marsad("add", tmp_path / "a.csv", *OWN)
    assert (code, "--columns text=NAME" in err) == (2, True)
    assert marsad("add", tmp_path / "a.csv", *OWN, "--columns", "text=Body", "--columns", "published=Day")[0] == 0
    assert marsad("add", tmp_path / "b.csv", *OWN)[1].startswith("1 new")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ftp://a.example/"], "does not begin with http"),
        (["http://127.0.0.1/"], "not a public address"),
        (["no-such-file"], "there is no file or folder"),
        (["a.txt", "b.txt", "--url", "https://a.example/"], "give one file with them"),
        (["a.txt", "--columns", "text"], "write it as text=Body"),
        (["a.txt", "--allow", "here"], "no network"),
        (["a.txt", "--log", "/nowhere/a.log"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(marsad: Marsad, arguments: list[str], says: str) -> None:
    code, _, err = marsad("add", *arguments)
    assert (code, says in err, err.count("\n")) == (2, True, 1)


def test_logs_hold_no_text_and_no_address(marsad: Marsad, local: Site, tmp_path: Path) -> None:
    named = sources(tmp_path, local)
    assert marsad("add", *named, *OWN, "--log", "a.log")[0] == 0
    lines = [json.loads(line) for line in Path("a.log").read_text("utf-8").splitlines()]
    assert {line["event"] for line in lines} == {"file", "answered"}
    assert {key for line in lines for key in line} == {"event", "timestamp", "job", "at", "status", "bytes"}


def test_a_watch_ends_when_nothing_is_due(marsad: Marsad, local: Site) -> None:
    local.add("/feed", rss(["/1", "/2"]))
    for n in (1, 2):
        local.add(f"/{n}", page(told(PLACES[n])))
    url = f"http://127.0.0.1:{local.port}/feed"
    Path("sources.toml").write_text(
        f'delay = "1 s"\nallow = ["127.0.0.0/8"]\n[[source]]\nurl = "{url}"\noutlet = "وكالة"\n', "utf-8"
    )
    code, out, err = marsad("watch", "sources.toml", "--once")
    assert (code, err) == (0, "")
    assert out.startswith("2 new")
    assert records(Path("marsad.db")) > 0
    assert marsad("watch", "sources.toml", "--once")[1].startswith("0 new · 0 changed · 0 held already")


def test_strikes_are_read(marsad: Marsad, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRIKE, "utf-8")
    assert marsad("add", tmp_path / "a.txt", *OWN, "--published", "2020-03-02", "--outlet", "وكالة")[0] == 0
    assert held(Path("marsad.db"))["claims"] > 0
