"""Clients that are slow, silent or endless keep nobody else from being answered (fault F17)."""

import http.client
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest
from tests.waiting import PATIENCE, until

from ligzda.server.whole_requests import IDLE_SECONDS, LARGEST, SLOWEST, Receiving

SERVER = """
import socket, sys
from gunicorn.app.base import BaseApplication
from ligzda.server import whole_requests

whole_requests.MOST_HELD = 1_000_000

def application(asked, start):
    length = int(asked.get("CONTENT_LENGTH") or 0)
    body = b"" if length > whole_requests.LARGEST else asked["wsgi.input"].read(length)
    start("200 OK", [("Content-Length", str(len(str(len(body)))))])
    return [str(len(body)).encode()]

class Application(BaseApplication):
    def load_config(self):
        for key, value in {"bind": f"fd://{sys.argv[1]}", "threads": 2, "loglevel": "warning",
                           "worker_class": whole_requests.WholeRequestWorker,
                           "control_socket_disable": True, "graceful_timeout": 5}.items():
            self.cfg.set(key, value)
    def load(self):
        return application

Application().run()
"""
HEAD = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A server of one process and two threads that says how long a body is."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        number = listener.fileno()
        with subprocess.Popen(
            [sys.executable, "-c", SERVER, str(number)], pass_fds=[number]
        ) as server:
            yield listener.getsockname()[1]
            server.terminate()
            assert server.wait(PATIENCE) == 0


def heard(client: socket.socket, end: bytes) -> bytes:
    """Read until an answer ends like this."""
    answer = b""
    while not answer.endswith(end) and (more := client.recv(1000)):
        answer += more
    return answer


def asked(port: int, body: bytes = b"") -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("POST", "/", body)
    answer = connection.getresponse().read()
    connection.close()
    return answer


@pytest.mark.parametrize(
    ("sent", "times"),
    [
        (b"", 200),
        (b"GET / HTTP/1.1\r\nHost: a\r\n", 30),
        (HEAD % 5000 + b"a" * 10, 30),
        (HEAD % 12_000_000 + b"a" * 5000, 30),
        (b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\n", 30),  # whole, then half
    ],
    ids=["silent", "half a head", "half a form", "half a file", "half the next"],
)
def test_others_are_answered_meanwhile(port: int, sent: bytes, times: int) -> None:
    with ExitStack() as kept:
        for _ in range(times):
            held = kept.enter_context(socket.create_connection(("127.0.0.1", port), PATIENCE))
            held.sendall(sent)
        assert asked(port, b"abc") == b"3"
        assert asked(port) == b"0"


def test_what_comes_slowly_comes_whole(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
        for piece in (
            b"POST / HTTP/1.1\r\nHo",
            b"st: a\r\nCONTENT-LENGTH:  5\r\n\r",
            b"\na",
            b"bcde",
        ):
            client.sendall(piece)
        assert heard(client, b"\r\n\r\n5").startswith(b"HTTP/1.1 200")
        client.sendall(HEAD % 2 + b"ab" + HEAD % 3 + b"abc")  # and goes on, two at once
        assert heard(client, b"\r\n\r\n3").count(b"200 OK") == 2


def test_a_large_body_is_taken_and_one_too_large_answered_unread(port: int) -> None:
    assert asked(port, b"a" * 700_000) == b"700000"
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
        client.sendall(HEAD % (LARGEST + 1))
        assert heard(client, b"\r\n\r\n0").startswith(b"HTTP/1.1 200")


def test_the_largest_goes_when_too_much_is_held(port: int) -> None:
    with ExitStack() as kept:
        large, small, another = (
            kept.enter_context(socket.create_connection(("127.0.0.1", port), PATIENCE))
            for _ in range(3)
        )
        small.sendall(HEAD % 2000 + b"a" * 1000)
        large.sendall(HEAD % 2_000_000 + b"a" * 900_000)
        until(lambda: asked(port) == b"0", lambda: "it answers nobody")
        another.sendall(HEAD % 2_000_000 + b"a" * 200_000)
        with suppress(ConnectionResetError):
            assert large.recv(10) == b""
        small.sendall(b"a" * 1000)
        assert heard(small, b"\r\n\r\n2000").startswith(b"HTTP/1.1 200")


def test_nobody_is_waited_for_for_ever() -> None:
    silent = Receiving(b"", 100.0)
    assert silent.due == 100 + IDLE_SECONDS
    silent.add(b"POST / HTTP/1.1\r\nX: ", 105.0)
    assert silent.due == 100 + IDLE_SECONDS  # a byte now and then buys no time
    silent.add(b"y\r\nContent-Length: 500000\r\n\r\n", 106.0)
    assert silent.due == 106 + IDLE_SECONDS + 500_000 / SLOWEST
    silent.add(b"a", 150.0)
    assert silent.due == 106 + IDLE_SECONDS + 500_000 / SLOWEST


@pytest.mark.parametrize("split", range(1, len(HEAD % 2) + 2))
def test_a_request_is_whole_wherever_it_was_cut(split: int) -> None:
    whole = HEAD % 2 + b"ab"
    request = Receiving(whole[:split], 0)
    assert not request.is_whole
    request.add(whole[split:], 0)
    assert request.is_whole
