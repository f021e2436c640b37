"""Exports of Telegram Desktop."""

import json
from pathlib import Path

from tests.intake import made
from tests.intake.made import message

from marsad.intake.document import Document, Problem
from marsad.intake.telegram import messages


def test_messages_come_with_what_they_were_forwarded_from_and_their_edits(tmp_path: Path) -> None:
    path = made.telegram(
        tmp_path / "result.json",
        [
            {"id": 1, "type": "service", "date": "2020-03-01T00:00:00", "action": "create_channel", "text": ""},
            message(2, "قصف على إدلب", edited="2020-03-02T11:00:00"),
            message(3, ["مقتل ", {"type": "bold", "text": "أربعة"}, " أشخاص"], forwarded_from="الدفاع المدني"),
            message(4, "", photo="photos/1.jpg"),
        ],
    )
    first, second = messages(path)
    assert isinstance(first, Document)
    assert (first.data, first.id, first.outlet, first.published, first.edited, first.via) == (
        "قصف على إدلب", "telegram-1234-2", "قناة الميدان", "2020-03-02", "2020-03-02T11:00:00", None,
    )  # fmt: skip
    assert isinstance(second, Document)
    assert (second.data, second.via) == ("مقتل أربعة أشخاص", "الدفاع المدني")


def test_all_chats_of_an_account(tmp_path: Path) -> None:
    chats = [{"name": f"قناة {n}", "id": n, "messages": [message(1, f"خبر {n}")]} for n in (7, 8)]
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"about": "…", "chats": {"about": "…", "list": chats}}), "utf-8")
    assert [one.id for one in messages(path) if isinstance(one, Document)] == ["telegram-7-1", "telegram-8-1"]


def test_an_export_longer_than_what_is_held(tmp_path: Path) -> None:
    path = made.telegram(tmp_path / "result.json", [message(n, f"خبر {n} " + "كلمة " * 400) for n in range(2000)])
    assert path.stat().st_size > 5_000_000
    assert [one.id for one in messages(path) if isinstance(one, Document)] == [f"telegram-1234-{n}" for n in range(2000)]


def test_broken_messages_are_said_and_the_next_are_read(tmp_path: Path) -> None:
    path = made.telegram(tmp_path / "result.json", [message(1, "أول"), message(2, "ثان"), message(3, 12), message(4, "رابع")])
    path.write_text(path.read_text("utf-8").replace('"ثان"', '"ثان" ::'), "utf-8")
    found = list(messages(path))
    assert [one.id for one in found if isinstance(one, Document)] == ["telegram-1234-1", "telegram-1234-4"]
    assert len([one for one in found if isinstance(one, Problem)]) == 2


def test_an_export_that_is_cut_off_is_said(tmp_path: Path) -> None:
    path = made.telegram(tmp_path / "result.json", [message(1, "أول"), message(2, "ثان" * 50)])
    path.write_bytes(path.read_bytes()[:-120])
    first, cut = messages(path)
    assert isinstance(first, Document)
    assert isinstance(cut, Problem)


def test_a_chat_whose_name_is_damaged_has_none(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(
        '{"name": "\tx", "id": 1, "messages": [{"id": 1, "type": "message", "date": "2020-03-02T10:00:00", "text": "قتل 3"}]}',
        "utf-8",
    )
    (document,) = messages(path)
    assert (document.id, document.outlet) == ("telegram-1-1", None)
