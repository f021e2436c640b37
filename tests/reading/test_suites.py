"""Public suites, where they lie beside the repository: health ministries' bulletins, and numbers as others' test cases have them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

SUITES = Path(__file__).resolve().parents[3] / "shared" / "suites"


@pytest.mark.skipif(not SUITES.is_dir(), reason="the public suites are not beside the repository")
@pytest.mark.parametrize(
    ("command", "floors"),
    [
        ("bulletins.py", {"bulletins (ar)": 0.95}),
        ("bulletins.py --language en", {"bulletins (en)": 0.95}),
        ("numbers.py", {"numbers": 0.93, "ranges": 0.75}),
    ],
)
def test_a_suite_is_answered_as_well_as_is_asked(command: str, floors: dict[str, float]) -> None:
    file, *options = command.split()
    said = subprocess.run([sys.executable, SUITES / file, *options], check=True, capture_output=True, text=True).stdout
    found = {name: float(share) for name, share in re.findall(r"^(.+?) \d+/\d+ = ([\d.]+)$", said, re.M)}
    assert {name: found[name] >= floor for name, floor in floors.items()} == dict.fromkeys(floors, True), said
