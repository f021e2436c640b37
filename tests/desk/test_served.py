"""Where a desk listens: a port that is taken is said in one line, and it is not said to be there before it answers."""

import socket
import threading
from collections.abc import Iterator

import pytest

from marsad.desk import served
from marsad.model import MarsadError


@pytest.fixture
def taken() -> Iterator[tuple[str, int]]:
    """An address at which somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[:2]


def test_a_port_that_is_taken_is_said_in_one_line_with_what_to_do(taken: tuple[str, int]) -> None:
    with pytest.raises(MarsadError, match=rf"127\.0\.0\.1:{taken[1]} \(.+\): give another --port or --host$"):
        served._must_be_free(*taken)


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
def test_so_is_an_address_that_is_none_of_this_machine(host: str) -> None:
    with pytest.raises(MarsadError, match="cannot be served at"):
        served._must_be_free(host, 8000)


def test_a_free_port_is_left_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    served._must_be_free("127.0.0.1", port)
    with socket.create_server(("127.0.0.1", port)):
        pass


def test_where_it_is_is_told_once_it_answers(taken: tuple[str, int]) -> None:
    with socket.socket() as later:
        later.bind(("127.0.0.1", 0))
        told = threading.Event()
        threading.Thread(target=served._once_open, args=(*later.getsockname(), told.set), daemon=True).start()
        assert not told.wait(0.3)
        later.listen()
        assert told.wait(10)
