"""What every page of the desk has at hand: the store, the settings, the reader's choices, and the templates."""

import hashlib
import json
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from sqlalchemy import Connection
from starlette.exceptions import HTTPException

from marsad.desk.catalogue import LANGUAGES
from marsad.desk.ranges import bar_of
from marsad.desk.settings import Settings
from marsad.desk.voice import Digits, Months, Voice, mark
from marsad.store import audit, overview
from marsad.store.accounts import Account
from marsad.store.atlas import CODE
from marsad.store.discretion import COVER, PUBLIC, Viewer
from marsad.store.overview import Overview
from marsad.store.query import Query, query_of
from marsad.store.store import Store
from marsad.version import VERSION

STATIC = Path(str(files("marsad.desk"))) / "static"
_OVERVIEWS = 64  # remembered at once: some 40 kB each
CHOICES = "marsad_choices"
"""The cookie of a reader's choices: digits, months, theme."""

_PLACES = (
    ("", mark("Events")), ("tallies", mark("Running totals")), ("control", mark("Control")), ("talks", mark("Talks")), ("people", mark("People")), ("sources", mark("Sources")), ("articles", mark("Reports")),
)  # fmt: skip


@dataclass(frozen=True)
class Room:
    """One desk. Its pages are functions of a request and of this."""

    store: Store
    settings: Settings

    @cached_property
    def templates(self) -> Environment:
        """The templates, which escape whatever they are given."""
        made = Environment(loader=PackageLoader("marsad.desk"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
        made.globals |= {"asset": self.asset, "bar_of": bar_of, "version": VERSION, "_": _translated, "many": _counted}
        made.policies["json.dumps_function"] = _json
        return made

    @cached_property
    def _hashes(self) -> dict[str, str]:
        return {}

    def asset(self, name: str) -> str:
        """The address of a file of the front end, new whenever the file is."""
        if name not in self._hashes:
            self._hashes[name] = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
        return f"/static/{name}?v={self._hashes[name]}"

    @cached_property
    def _remembered(self) -> OrderedDict[tuple[str, str, bool], Overview]:
        return OrderedDict()

    def overview(self, connection: Connection, query: Query) -> Overview:
        """What a question's incidents come to, remembered until the next act in the store: a walk over all of a million claims takes 0.6 s."""
        asked = (audit.head(connection), query.address(), query.viewer.cleared)
        found = self._remembered.pop(asked, None) or overview.of(connection, query)
        self._remembered[asked] = found
        while len(self._remembered) > _OVERVIEWS:
            self._remembered.popitem(last=False)
        return found

    def page(self, request: Request, template: str, /, status: int = 200, **values: Any) -> HTMLResponse:
        """A page in the reader's language."""
        voice = voice_of(request)
        atlas = self.store.atlas
        account = account_of(request)
        path = quote(request.url.path).removeprefix(f"/{voice.language}/")
        query = f"?{request.url.query}" if request.url.query else ""
        places = [(to, voice.text(label)) for to, label in _PLACES]
        if account and account.may("review"):
            places.append(("review", voice.text("Review")))
        shared = {
            "voice": voice,
            "account": account,
            "may_review": bool(account and account.may("review")),
            "places_to_go": places,
            "here": path,
            "twin": f"/{voice.other}/{path}{query}",
            "address": request.url.path if path == "report-error" else f"{quote(request.url.path)}{query}",
            "label": lambda id: self.label(id, voice),
            "place_label": lambda place: atlas.place_name(place["id"], voice.language) if place.get("id") else place["name"],
            "definition": voice.definition,
            "tiles": self.settings.tiles,
            "protected": bool(viewer_of(request).protected),
        }
        body = self.templates.get_template(template).render(shared | values)
        return HTMLResponse(body, status, {"cache-control": "private, no-cache" if account else "public, max-age=30"})

    def label(self, id: str, voice: Voice) -> str:
        """What an asserter or an actor is called; a protected one by its code, or by none."""
        if COVER in id:
            return voice.text("a protected source")
        return (
            voice.text("witness %s") % id.removeprefix("witness")
            if CODE.fullmatch(id)
            else self.store.atlas.actor_name(id, voice.language)
        )

    def query(self, request: Request, **fixed: str) -> Query:
        """The question of a request's address, by whoever asks. MarsadError names the parameter that cannot be used."""
        given: dict[str, list[str]] = {}
        for name, value in request.query_params.multi_items():
            if name not in ("after", "by"):
                given.setdefault(name, []).append(value)
        return query_of({**given, **fixed}, self.store.atlas, viewer_of(request))

    def of_one(self, filter: str, named: str, viewer: Viewer) -> Query:
        """The question of what has to do with one thing. Raises HTTPException 404 for a name of none, by which everything would be asked for."""
        asked = query_of({filter: named}, self.store.atlas, viewer)
        if filter not in asked.meant or named == "~":  # the mark of a name without an id, and no name after it
            raise HTTPException(404, f"there is no {filter} {named!r}")
        return asked


def account_of(request: Request) -> Account | None:
    """Who is signed in, None for a reader from outside."""
    account: Account | None = request.scope.get("state", {}).get("account")
    return account


def reviewer_of(request: Request) -> Account:
    """Who reviews. Raises HTTPException 403 for anybody whose role does not allow it."""
    account = account_of(request)
    if account is None or not account.may("review"):
        raise HTTPException(403)
    return account


def viewer_of(request: Request) -> Viewer:
    """What the one who asks may see: restricted records and exact places only for those whose role allows it.

    One for the whole of a request, so that its page knows whether it holds something that the public does not see.
    """
    state = request.scope.setdefault("state", {})
    if "viewer" not in state:
        account = account_of(request)
        state["viewer"] = Viewer(cleared=True, protected=set()) if account and account.may("restricted") else PUBLIC
    viewer: Viewer = state["viewer"]
    return viewer


def voice_of(request: Request) -> Voice:
    """The reader's choices: the language of the address, the rest from a cookie."""
    first = request.url.path.split("/")[1]
    language = next((one for one in LANGUAGES if one == first), LANGUAGES[0])
    kept = dict(pair.partition("=")[::2] for pair in request.cookies.get(CHOICES, "").split("&"))
    digits: Digits = "arab" if kept.get("digits") == "arab" else "latn"
    months: Months = next((one for one in get_args(Months) if one == kept.get("months")), "levantine")
    theme = kept["theme"] if kept.get("theme") in ("light", "dark") else ""
    return Voice(language, digits, months, theme, request.scope["state"]["nonce"])


def with_cursor(request: Request, after: str | None) -> dict[str, str | None]:
    """The addresses of the next page of a list and of its start, None where there is none."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    start = f"{request.url.path}?{urlencode(kept)}"
    return {
        "after": f"{request.url.path}?{urlencode([*kept, ('after', after)])}" if after else None,
        "before": start if "after" in request.query_params else None,
    }


@pass_context
def _translated(context: Context, said: str) -> str:
    voice: Voice = context["voice"]
    return voice.text(said)


@pass_context
def _counted(context: Context, one: str, several: str, number: int) -> str:
    voice: Voice = context["voice"]
    return voice.many(one, several, number)


def _json(value: Any, **settings: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), **{**settings, "sort_keys": False})


def mail(subject: str, lines: list[str]) -> str:
    """An address that opens a letter with a subject and lines, to nobody yet."""
    return "mailto:?" + urlencode({"subject": subject, "body": "\n".join(lines)}).replace("+", "%20")


def plain(markup: Markup | str) -> str:
    """The text of a piece of a page without its marks, for a letter or a title."""
    return Markup(markup).striptags()
