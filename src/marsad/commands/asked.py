"""Commands over the record take the filters of the store as options: one more filter is one more option of each of them."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer

from marsad.commands.stored import Where
from marsad.store.discretion import CLEARED, PUBLIC
from marsad.store.filters import FILTERS
from marsad.store.query import Query, query_of
from marsad.store.store import Store

Public = Annotated[
    bool, typer.Option("--public", help="As the public sees it: nothing restricted, names at risk covered, coordinates coarse.")
]


def filtered(command: Callable[..., int]) -> Callable[..., int]:
    """The command with an option for each filter; it is called with what was given for them as ``filters``."""

    @wraps(command)
    def called(**given: Any) -> int:
        filters = {name: given.pop(_argument(name)) for name in FILTERS}
        return command(filters={name: value for name, value in filters.items() if value}, **given)

    hints = get_type_hints(command, include_extras=True)
    own = [
        parameter.replace(annotation=hints[name])
        for name, parameter in inspect.signature(command).parameters.items()
        if name != "filters"
    ]
    options = [_option(name) for name in FILTERS]
    called.__signature__ = inspect.Signature([*own, *options], return_annotation=int)  # type: ignore[attr-defined]
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in [*own, *options]} | {"return": int}
    return called


def asked(store: Store, filters: dict[str, Any], public: bool, as_of: str | None = None) -> Query:
    """The question that the options of a command put."""
    given = filters | {"as_of": as_of, "order": "oldest"}
    return query_of(given, store.atlas, PUBLIC if public else CLEARED)


def _argument(name: str) -> str:
    return f"filter_{name}"


def _option(name: str) -> inspect.Parameter:
    one = FILTERS[name]
    shape = "|".join(one.closed) if one.closed and len(one.closed) < 8 else name.upper()
    option = typer.Option(f"--{name}", metavar=shape, help=one.help + (f" One of {', '.join(one.closed)}." if one.closed else ""))
    return inspect.Parameter(
        _argument(name), inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[list[str] | None, option]
    )


__all__ = ["Public", "Where", "asked", "filtered"]
