"""A page's words, found quickly and roughly, to decide whether it is worth reading."""

from resiliparse.extract.html2text import extract_plain_text

_LEAST = 200  # characters; a body shorter than this is not the whole of a report


def shown(markup: str) -> str:
    """The words of a page: its body as resiliparse finds it, or all that it shows where that is next to nothing."""
    text = extract_plain_text(markup, main_content=True, preserve_formatting=False, links=False, alt_texts=False)
    if len(text) < _LEAST:
        text = extract_plain_text(markup, main_content=False, preserve_formatting=False, links=False, alt_texts=False)
    return str(text)
