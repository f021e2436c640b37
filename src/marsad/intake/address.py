"""Which addresses may be asked: http and https, hosts written plainly, and only networks that are the public's."""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

import idna

from marsad.model import MarsadError

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolver = Callable[[str, int], Sequence[str]]
"""The IP addresses of a host name, as text; raises OSError when there are none."""

PORTS = frozenset((80, 443, 8080, 8443))
"""Where web pages are served; any other port may be another service's."""

LONGEST = 2000  # characters; longer addresses are not sent by browsers and hold no report

_CARRIERS = tuple(
    ipaddress.ip_network(net)
    for net in (
        "::/96",  # IPv4-compatible (RFC 4291)
        "::ffff:0:0/96",  # IPv4-mapped (RFC 4291)
        "::ffff:0:0:0/96",  # IPv4-translated (RFC 2765)
        "64:ff9b::/96",  # NAT64 (RFC 6052)
        "64:ff9b:1::/48",  # NAT64 of a site (RFC 8215)
        "2001::/32",  # Teredo (RFC 4380)
        "2002::/16",  # 6to4 (RFC 3056)
    )
)
"""IPv6 networks whose addresses carry an IPv4 address: no public site is reached through one, so none is needed."""

_SERVICES = tuple(ipaddress.ip_network(net) for net in ("168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24"))
"""Addresses of services that look public: Azure's metadata, the IETF's protocol assignments (RFC 6890; older Pythons call it
global, and Oracle's metadata stands in it), relays to IPv6. The other clouds' are link-local, private or shared."""

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_PLAIN = "/%:@!$&'()*+,;=~[]|"  # what a browser leaves as it is in a path; Arabic letters become their UTF-8
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be asked as it is written; whether its host may be reached is known when the host is resolved."""

    url: str
    scheme: str
    host: str
    port: int


def parse(url: str) -> Address:
    """The parts of an address, its host in ASCII and lower case, other letters percent-encoded, its fragment dropped.

    Raises MarsadError for what is not plainly http or https: another scheme, a user or password, a host that is a number in disguise (decimal, octal, hexadecimal, shortened: what the WHATWG URL standard calls a host that
    ends in a number), control characters or backslashes.
    """
    if len(url) > LONGEST:
        raise MarsadError(f"{url[:60]}… is over {LONGEST} characters: give the page's own address")
    if any(ord(char) <= 32 or ord(char) == 127 or char == "\\" for char in url):
        raise _refused(url, "has a space, a control character or a backslash in it")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _refused(url, "cannot be taken apart") from None
    if parts.scheme not in ("http", "https"):
        raise _refused(url, "does not begin with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise MarsadError("an address with a user or a password in it is refused: give it without")
    host = _host(parts.hostname or "", url)
    port = port or (443 if parts.scheme == "https" else 80)
    standard = port == (443 if parts.scheme == "https" else 80)
    written = f"[{host}]" if ":" in host else host
    netloc = written if standard else f"{written}:{port}"
    path, query = quote(parts.path or "/", safe=_PLAIN), quote(parts.query, safe=_PLAIN + "?")
    return Address(urlunsplit((parts.scheme, netloc, path, query, "")), parts.scheme, host, port)


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody may reach: global, one host's, and not a carrier of an IPv4 address."""
    if "%" in address:
        return False
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_private or ip.is_link_local or ip.is_loopback:
        return False
    return not any(ip in net for net in (*_CARRIERS, *_SERVICES) if net.version == ip.version)


def system(host: str, port: int) -> list[str]:
    """The addresses the machine's own resolver gives."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may be reached. ``allowed`` are networks of one's own that are reached although they are not public, at any port."""

    resolve: Resolver = system
    allowed: tuple[Network, ...] = ()
    ports: frozenset[int] = PORTS

    def addresses(self, host: str, port: int) -> list[str]:
        """The IP addresses of a host, to connect to as they are and not by name again.

        Raises MarsadError when the host has none, when any of its addresses is one that may not be reached (a name that answers
        with a public and a private address is an attempt to be let in by the one and to reach the other), or when the port is one
        where no web page is expected.
        """
        if _is_ip(host):
            found: Sequence[str] = [host]
        else:
            try:
                found = self.resolve(host, port)
            except OSError:
                found = []
        if not found:
            raise MarsadError(f"{host} has no address: check its name and the network")
        others = [address for address in found if not self._is_own(address)]
        if refused := [address for address in others if not is_public(address)]:
            raise MarsadError(f"{host} leads to {refused[0]}, which is not a public address: it is not asked")
        if others and port not in self.ports:
            raise MarsadError(f"{host} is to be asked at port {port}, where no web page is expected: it is not asked")
        return list(found)

    def _is_own(self, address: str) -> bool:
        if not _is_ip(address):
            return False
        ip = ipaddress.ip_address(address)
        return any(ip in net for net in self.allowed if net.version == ip.version)


def network(written: str) -> Network:
    """A network as written in CIDR form. Raises MarsadError when it is none."""
    try:
        return ipaddress.ip_network(written)
    except ValueError:
        raise MarsadError(f"{written} is no network: write it as 10.1.2.0/24") from None


def _host(host: str, url: str) -> str:
    if _is_ip(host):
        return str(ipaddress.ip_address(host))
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError:
            raise _refused(url, "has no host that can be resolved") from None
        if _is_ip(host):
            raise _refused(url, "writes an IP address in an unusual way")
    labels = host.removesuffix(".").lower().split(".")
    if _NUMBER.fullmatch(labels[-1]):
        raise _refused(url, "writes an IP address in an unusual way")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _refused(url, "has no host that can be resolved")
    return ".".join(labels)


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return "%" not in host


def _refused(url: str, why: str) -> MarsadError:
    return MarsadError(f"{url[:200]!r} {why}: give the address of a web page")
