"""No test reaches the network: neither in its own process nor in one that it starts."""

import socket
import subprocess
import sys

import pytest
from pytest_socket import SocketConnectBlockedError
from tests.closed.sitecustomize import REFUSED

ELSEWHERE = "192.0.2.1"
"""An address of nobody (RFC 5737)."""
OWN = "(own := socket.create_server(('127.0.0.1', 0)))"


@pytest.mark.filterwarnings("ignore:A test tried to use")
def test_this_process_reaches_this_machine_only() -> None:
    with socket.socket() as own, socket.socket() as asking:
        own.bind(("127.0.0.1", 0))
        own.listen()
        asking.connect(own.getsockname())
    with socket.socket() as asking, pytest.raises(SocketConnectBlockedError, match=ELSEWHERE):
        asking.connect((ELSEWHERE, 80))
    with pytest.raises(OSError, match=REFUSED):
        socket.getaddrinfo("example.org", 80)


@pytest.mark.parametrize(
    ("code", "reached"),
    [
        (f"socket.create_connection(({ELSEWHERE!r}, 80))", False),
        (f"socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ({ELSEWHERE!r}, 53))", False),
        ("socket.getaddrinfo('example.org', 80)", False),
        ("socket.gethostbyname('example.org')", False),
        (f"socket.create_connection({OWN}.getsockname())", True),
        ("socket.getaddrinfo('localhost', 80)", True),
    ],
)  # fmt: skip
def test_a_child_reaches_this_machine_only(code: str, reached: bool) -> None:
    child = subprocess.run(
        [sys.executable, "-c", f"import socket; {code}"], capture_output=True, text=True
    )
    assert (child.returncode == 0) is reached, child.stderr
    assert (REFUSED in child.stderr) is not reached


TRACED = """
import sys, threading
import tests.closed.sitecustomize
from tests.tracing import one_at_a_time
one_at_a_time()
threading.settrace(lambda frame, event, arg: sys.settrace(lambda *given: None))
sys.setswitchinterval(1e-6)
refused = []
sys.unraisablehook = lambda found: refused.append(found.exc_value)
threading.excepthook = lambda found: refused.append(found.exc_value)
for _ in range(60):
    threads = [threading.Thread(target=int) for _ in range(30)]
    for thread in threads:
        thread._started.wait = lambda *given: True  # without waiting for one before the next
        thread.start()
    while len(threading.enumerate()) > 1:
        pass
sys.exit(str(refused) if refused else 0)
"""


def test_threads_that_begin_at_once_are_all_traced() -> None:
    """A test's own hook made some of them fail under coverage."""
    child = subprocess.run([sys.executable, "-c", TRACED], capture_output=True, text=True)
    assert (child.returncode, child.stderr) == (0, "")
