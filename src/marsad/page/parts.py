"""The two parts of the room that are slow to load, loaded when first met."""

import importlib
from types import ModuleType


def part(name: str) -> ModuleType:
    """The module of this room by that name.

    Not imported at the top: loading trafilatura takes 0.45 s and resiliparse 0.04 s (measured on Python 3.11, one core), and
    the command must start within a second for text that needs neither.
    """
    return importlib.import_module(f"marsad.page.{name}")
