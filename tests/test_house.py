"""The drawing of the house is that of its imports."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_SPEC = spec_from_file_location("house", ROOT / "tools" / "house.py")
assert _SPEC is not None
assert _SPEC.loader is not None
house = module_from_spec(_SPEC)
_SPEC.loader.exec_module(house)


def test_the_drawing_is_up_to_date() -> None:
    assert house.picture() in house.PAGE.read_text(encoding="utf-8"), "python tools/house.py draws it anew"


def test_every_room_stands_in_the_table() -> None:
    page = house.PAGE.read_text(encoding="utf-8")
    assert all(f"| `{room}` |" in page for room in house.arrows())
