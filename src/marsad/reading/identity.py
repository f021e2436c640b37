"""Ids made from content."""

from hashlib import sha256


def digest(*parts: object) -> str:
    """A short id made from content: the first 16 hexadecimal digits of its SHA-256."""
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]
