"""Bytes to article: HTML or text; title, date, outlet; furniture masked."""

from marsad.page.entry import article, is_page
from marsad.page.mask import mask
from marsad.page.published import Dateline

__all__ = ["Dateline", "article", "is_page", "mask"]
