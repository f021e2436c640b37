"""In place of reading: documents that do to their process what their title says. Imported by the processes, so it loads little."""

from tests.poison import suffer

from marsad.intake import work
from marsad.intake.document import Document
from marsad.intake.work import Outcome


def poisoned(document: Document, ocr: bool) -> Outcome:
    """In place of reading: a document does to its process what its title says."""
    suffer(document.title)
    return work.outcome(document, ocr)
