"""Which addresses may be asked."""

import pytest

from marsad.intake.address import Guard, is_public, network, parse
from marsad.model import MarsadError


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://example.org", "http://example.org/"),
        ("https://Example.ORG:443/a?b=1#c", "https://example.org/a?b=1"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("http://example.org./a", "http://example.org/a"),
        ("https://مثال.إختبار/خبر", "https://xn--mgbh0fb.xn--kgbechtv/%D8%AE%D8%A8%D8%B1"),
        ("https://example.org/%D8%AE?q=قصف", "https://example.org/%D8%AE?q=%D9%82%D8%B5%D9%81"),
        ("http://93.184.215.14/a", "http://93.184.215.14/a"),
        ("http://[2606:2800:21f:cb07::1]/a", "http://[2606:2800:21f:cb07::1]/a"),
    ],
)
def test_plain_addresses_are_parsed(url: str, same: str) -> None:
    assert parse(url).url == same


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a", "file:///etc/passwd", "gopher://example.org/", "javascript:alert(1)", "data:text/html,a", "//example.org/a",
        "example.org", "", "http://", "http:///a", "http://user@example.org/", "http://user:s3cret@example.org/", 
        "http://example.org:99999/", "http://example.org:x/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/",
        "http://127.1/", "http://127.0.0.1.5/", "http://１２７.0.0.1/", "http://127。0。0。1/", "http://①②⑦.0.0.1/", "http://0/", "http://example.org\\@127.0.0.1/",
        "http://exa mple.org/", "http://example.org/\r\nX: y", "http://[::1%25lo]/", "http://[::1/", "http://exa_%6dple/", "http://a..b/", "http://-a.org/",
        "http://example.org/" + "a" * 3000,
    ],
)  # fmt: skip
def test_odd_addresses_are_refused(url: str) -> None:
    with pytest.raises(MarsadError) as refused:
        parse(url)
    assert "\n" not in str(refused.value)
    assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "127.255.1.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "169.254.1.1", "100.64.0.1", "100.100.100.200", "168.63.129.16",
        "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "0.0.0.0", "0.1.2.3",
        "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:93.184.215.14", "::7f00:1", "::ffff:0:7f00:1",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::1", "2001:0:7f00:1::1", "2001:db8::1", "fe80::1%eth0", "not an address", "",
    ],
)  # fmt: skip
def test_addresses_that_are_not_the_publics(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.215.14", "1.1.1.1", "172.32.0.1", "2606:2800:21f:cb07::1"])
def test_addresses_that_are(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize("answer", [["93.184.215.14", "10.0.0.1"], ["::ffff:10.0.0.1"], ["169.254.169.254"], []])
def test_a_name_with_one_such_address_is_not_asked(answer: list[str]) -> None:
    with pytest.raises(MarsadError, match=r"news\.example"):
        Guard(lambda host, port: answer).addresses("news.example", 443)


def test_a_port_of_other_services_is_not_asked() -> None:
    with pytest.raises(MarsadError, match="port 22"):
        Guard(lambda host, port: ["93.184.215.14"]).addresses("news.example", 22)


def test_a_network_of_ones_own_is_reached_when_it_is_named() -> None:
    mine = Guard(lambda host, port: ["10.1.2.3"], (network("10.1.2.0/24"),))
    assert mine.addresses("archive.example", 8123) == ["10.1.2.3"]
    with pytest.raises(MarsadError, match="not a public address"):
        mine.addresses("10.1.3.3", 80)
    with pytest.raises(MarsadError, match="no network"):
        network("10.1.2.0/99")
