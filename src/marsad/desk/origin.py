"""Which requests may change something: those that the browser itself says were made from the desk's own pages.

``Sec-Fetch-Site`` is set by the browser and cannot be set by a page; where it is missing (old browsers), ``Origin`` must be the desk's
own. A request with neither comes from no browser page; it is let through only without a cookie, since then it acts for nobody.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


def allowed(method: str, headers: Mapping[str, str], host: str, scheme: str) -> bool:
    """Whether a request may go on. ``headers`` have lower-case names; ``host`` is the desk's own, with its port where it has one."""
    if method in SAFE:
        return True
    site = headers.get("sec-fetch-site")
    origin = headers.get("origin")
    if site is not None:
        return site in ("same-origin", "none") and (origin is None or _same(origin, host, scheme))
    if origin is not None:
        return _same(origin, host, scheme)
    return "cookie" not in headers


def _same(origin: str, host: str, scheme: str) -> bool:
    """Whether an origin is the desk's: scheme, host and port alike. "null" and what cannot be read are nobody's."""
    try:
        parts = urlsplit(origin)
        theirs = (parts.scheme.lower(), (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme.lower()))
        ours = urlsplit(f"{scheme}://{host}")
        own = (scheme.lower(), (ours.hostname or "").lower(), ours.port or _PORTS.get(scheme.lower()))
    except ValueError:
        return False
    bare = not (parts.path or parts.query or parts.fragment or parts.username is not None)
    return bare and bool(theirs[1]) and theirs == own


_PORTS = {"http": 80, "https": 443}
