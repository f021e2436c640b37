"""Tables that benchmarks put into the documents, between marks of their own: what stands about them is written by hand."""

import re
from pathlib import Path


def put(page: Path, name: str, table: str) -> None:
    """Put a table into a page in place of the one of that name. Raises ValueError where the page has no such marks."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    text = page.read_text("utf-8")
    if begin not in text or end not in text:
        raise ValueError(f"{page} has no marks {begin} and {end}")
    page.write_text(
        re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: f"{begin}\n{table}\n{end}", text, flags=re.S), "utf-8"
    )


def taken(page: Path, name: str) -> str:
    """The table of that name as it stands in a page, "" where there is none."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    found = re.search(f"{re.escape(begin)}(.*?){re.escape(end)}", page.read_text("utf-8"), re.S)
    return found[1].strip() if found else ""
