"""What bytes are, by the bytes."""

import gzip

import pytest

from marsad.intake.sniff import sniff


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"<!DOCTYPE html><html>", "html"),
        ("\ufeff<html lang='ar'>".encode(), "html"),
        ("<html><p>قتل".encode("utf-16"), "html"),
        (b"Some words <p>and a paragraph</p>", "html"),
        (b"<?xml version='1.0'?><!-- rss --><html xmlns='a'>", "html"),
        (b"<?xml version='1.0'?>\n<rss version='2.0'>", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b"<!-- <html> --><rdf:RDF>", "feed"),
        (b"<?xml version='1.0'?><urlset>", "sitemap"),
        (b"<sitemapindex>", "sitemap"),
        (b"<?xml version='1.0'?><note>", "xml"),
        (b"%PDF-1.7", "pdf"),
        (b"\r\n  %PDF-1.4", "pdf"),
        (b"WARC/1.1\r\n", "warc"),
        (gzip.compress(b"WARC/1.0", mtime=0), "gzip"),
        (b"PK\x03\x04", "zip"),
        (b'{"a": 1}', "json"),
        (b"\xff\xd8\xff\xe0", "image"),
        (bytes(range(32)) * 9, "binary"),
        ("قتل شخصان في حلب".encode("cp1256"), "text"),
        (b" \n", "empty"),
        (b"", "empty"),
    ],
)
def test_sniff(data: bytes, form: str) -> None:
    assert sniff(data) == form
