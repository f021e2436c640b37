"""kill -9 at random moments of an add: nothing committed is lost, nothing is half kept. MARSAD_KILLS is how many times, by default 4."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

from rehearsal.killed import rounds
from rehearsal.state import faults, held

SENTENCE = "قالت وزارة الصحة إن {} شخصا قتلوا في قصف على مدينة إدلب يوم {} تموز."


def test_kills_lose_no_committed_article_and_the_next_run_ends_the_work(tmp_path: Path, where: str) -> None:
    lines = (
        {"id": str(n), "text": SENTENCE.format(n + 2, n % 28 + 1) * 3, "published": "2020-08-01", "outlet": "نشرة"}
        for n in range(600)
    )
    path = tmp_path / "archive.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    command = [sys.executable, "-m", "marsad", "add", "--store", where, str(path)]
    before = 0
    for one in rounds(command, where, int(os.environ.get("MARSAD_KILLS", "4")), 4.0, Random(3)):
        assert one.faults == ()
        assert one.held >= one.seen >= 0
        assert one.held >= before
        before = one.held
    assert subprocess.run(command, stdout=subprocess.DEVNULL).returncode == 0
    assert faults(where) == []
    assert held(where) == 600
