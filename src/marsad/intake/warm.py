"""All that reading needs, loaded by the import of this module: for the process from which readers are forked, and for no other."""

from marsad.intake import gate, work
from marsad.language import LANGUAGES
from marsad.page.parts import part
from marsad.reading import reader_of

READY = (work.outcome, gate.look("").passes, [part(name) for name in ("html", "quick")], [reader_of(code) for code in LANGUAGES])
"""Languages compiled, places and names indexed, extractors loaded."""
