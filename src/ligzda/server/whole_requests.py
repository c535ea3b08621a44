"""A worker of gunicorn's that gives a request to a thread when all of it has come.

Gunicorn's own gives a connection to one of a few threads as soon as it is there, and the thread
waits for what its client sends: eight half-sent requests, or two hundred connections that say
nothing, kept everybody else from being answered. Here the loop that waits for all connections at
once also reads them; a thread sees whole requests only. A proxy that buffers does the same.
"""

import re
import socket
import struct
import time
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

IDLE_SECONDS = 10.0
"""Until the head of a request has come; a body is given longer by its length."""
SLOWEST = 10_000
"""Bytes a second of a body; whoever is slower is not waited for."""
STALLED_SECONDS = 20
"""Until a client takes some more of its answer."""
MOST_HEAD = 64 * 1024
LARGEST = 16_000_000
"""A body above it, which no page takes, is refused by its length and never read."""
MOST_HELD = 64_000_000
"""Bytes of unfinished requests in one worker; above it the largest of them goes."""
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*(?=\r\n)", re.IGNORECASE)


class Receiving:
    """A request that is not whole yet."""

    def __init__(self, begun: bytes, now: float) -> None:
        self.received = bytearray()
        self.due = now + IDLE_SECONDS
        """When it is given up."""
        self._needed: int | None = None
        """Bytes of head and body; None until the head has come."""
        self.add(begun, now)

    def add(self, data: bytes, now: float) -> None:
        """Take what has come."""
        before = max(0, len(self.received) - 3)
        self.received += data
        if self._needed is None and (end := self.received.find(b"\r\n\r\n", before)) >= 0:
            found = _LENGTH.search(self.received, 0, end + 2)
            length = int(found[1]) if found else 0
            self._needed = end + 4 + (length if length <= LARGEST else 0)
            self.due = now + IDLE_SECONDS + length / SLOWEST

    @property
    def is_whole(self) -> bool:
        """Whether a thread can answer it: gunicorn refuses a head that is too long by itself."""
        if self._needed is None:
            return len(self.received) > MOST_HEAD
        return len(self.received) >= self._needed


class WholeRequestWorker(ThreadWorker):  # type: ignore[misc]
    """Gunicorn's worker of threads, behind a loop that reads."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.receiving: dict[TConn, Receiving] = {}

    def enqueue_req(self, conn: TConn) -> None:
        """Read a request from this connection, then have it answered.

        It is new, or has been answered before and may hold the beginning of the next.
        """
        begun = conn.parser.unreader.take_buffered() if conn.initialized else b""
        stalled = struct.pack("ll", STALLED_SECONDS, 0)
        with suppress(OSError):
            conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, stalled)
            conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, stalled)
        conn.sock.setblocking(False)
        self.receiving[conn] = request = Receiving(begun, time.monotonic())
        self.poller.register(conn.sock, EVENT_READ, partial(self._receive, conn))
        if request.is_whole:
            self._answer(conn)

    def _receive(self, conn: TConn, sock: socket.socket) -> None:
        try:
            data = sock.recv(64 * 1024)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:
            self._give_up(conn)
            return
        self.receiving[conn].add(data, time.monotonic())
        if self.receiving[conn].is_whole:
            self._answer(conn)
        elif sum(len(each.received) for each in self.receiving.values()) > MOST_HELD:
            self._give_up(max(self.receiving, key=lambda each: len(self.receiving[each].received)))

    def _answer(self, conn: TConn) -> None:
        self.poller.unregister(conn.sock)
        conn.received = bytes(self.receiving.pop(conn).received)
        super().enqueue_req(conn)

    def _give_up(self, conn: TConn) -> None:
        self.poller.unregister(conn.sock)
        del self.receiving[conn]
        self.nr_conns -= 1
        conn.close()

    def murder_pending(self) -> None:
        """Close what has had its time; gunicorn calls it every second, and while it stops."""
        super().murder_pending()
        now = time.monotonic()
        for conn, request in list(self.receiving.items()):
            if request.due < now or not (self.alive or request.received):
                self._give_up(conn)

    def handle(self, conn: TConn) -> Any:
        """Answer a request that has been read, in a thread."""
        conn.sock.setblocking(True)
        conn.init()
        conn.parser.unreader.unread(conn.received)
        return super().handle(conn)
