"""Who asks the API: nobody known, or the account of a key; what they may see and do, and how often they may ask."""

import time
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Header, Request
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException

from marsad.desk.limits import Buckets, Limit
from marsad.desk.room import Room
from marsad.store import tokens
from marsad.store.accounts import Account
from marsad.store.discretion import CLEARED, PUBLIC, Viewer


class Asker(BaseModel):
    """Who asks: the account of the key, None without one, and what they may see and do."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    account: Account | None = None
    scopes: tuple[str, ...] = ("read",)

    @property
    def viewer(self) -> Viewer:
        """What they may see."""
        return CLEARED if self.account and "restricted" in self.scopes and self.account.may("restricted") else PUBLIC


Asking = Callable[..., Asker]
"""What gives who asks, from a request's headers."""


class Fault(BaseModel):
    """Why a request could not be answered, in one sentence."""

    error: str


FAULTS: dict[int | str, dict[str, Any]] = {code: {"model": Fault} for code in (400, 401, 403, 404, 410, 412, 413, 422, 428, 429)}
"""The refusals of the API's description."""


def asking(room: Room, buckets: Buckets) -> Asking:
    """Who asks a desk. Without a key 120 requests a minute, with one 1,200, counted in buckets."""
    limits = (Limit(120, 60, buckets), Limit(1_200, 200, buckets))

    def asker(request: Request, authorization: Annotated[str | None, Header()] = None) -> Asker:
        found = Asker()
        if authorization is not None:
            scheme, _, secret = authorization.partition(" ")
            with room.store.reading() as connection:
                held = tokens.holder(connection, secret.strip(), int(time.time())) if scheme.lower() == "bearer" else None
            if held is None:
                raise HTTPException(401, "this key is not known, or has expired", {"www-authenticate": "Bearer"})
            found = Asker(account=held[0], scopes=held[1].scopes)
        elif not room.settings.public:
            raise HTTPException(401, "this desk answers only with a key: Authorization: Bearer …", {"www-authenticate": "Bearer"})
        who = found.account.name if found.account else request.client.host if request.client else ""
        wait = limits[found.account is not None].wait(who)
        if wait:
            raise HTTPException(429, f"too many requests: ask again in {wait:.0f} seconds", {"retry-after": f"{wait + 1:.0f}"})
        return found

    return asker
