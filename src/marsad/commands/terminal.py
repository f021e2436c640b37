"""How lines are set for what they are printed to."""

import os
from shutil import get_terminal_size
from typing import TextIO

from marsad.show import Style


def style_of(stream: TextIO) -> Style:
    """Colour for a terminal only, and not where NO_COLOR is set (no-color.org)."""
    return Style(stream.isatty() and not os.environ.get("NO_COLOR"), min(get_terminal_size().columns, 100))
