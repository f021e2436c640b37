"""What whoever runs a desk decides of it."""

from dataclasses import dataclass, field
from pathlib import Path

from marsad.delivery.send import Ways


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one desk.

    ``public``: readers need not sign in. ``tiles``: the address of an online base map ("https://host/{z}/{x}/{y}.png"), "" for none.
    ``secure``: the desk is served over https and its cookies are sent over nothing else. ``address``: how readers reach it, for links in feeds
    and letters, "" to take what the request says. ``archive``: the folder of documents that people bring, None where none are kept. ``ways``: by whom alerts' letters and hooks are sent.
    """

    public: bool = True
    tiles: str = ""
    secure: bool = False
    address: str = ""
    archive: Path | None = None
    ways: Ways = field(default_factory=Ways)
