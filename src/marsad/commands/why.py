"""``marsad why``: which rules matched a sentence."""

from typing import Annotated

import typer

from marsad.commands import OK, application
from marsad.commands.given import Data, day, own_places
from marsad.language import LANGUAGES
from marsad.model import MarsadError
from marsad.page.script import language
from marsad.reading import DEFAULT, explain, reader_of

app = application()


@app.command()
def why(
    sentence: Annotated[str, typer.Argument(help="A sentence, in quotation marks.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day from which words such as yesterday count.")
    ] = None,
    data: Data = None,
) -> int:
    """Print which rules matched a sentence, the words each took, and what was refused and why."""
    if not sentence.strip():
        raise MarsadError("the sentence is empty: give one in quotation marks")
    spoken = language(sentence) or ("en" if sentence.isascii() else DEFAULT)
    reader = reader_of(spoken if spoken in LANGUAGES else DEFAULT, own_places(data))
    for line in explain(sentence, reader, day(published, "--published")):
        print(line)
    return OK
