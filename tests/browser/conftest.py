"""A real Chromium on a real server with the loaded network."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connections
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright
from tests.loaded import load_committed

LONGEST = 120_000
"""Milliseconds until Playwright gives up; its own 5 s a loaded machine does not keep."""
expect.set_options(timeout=LONGEST)

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
TAKE_PICTURES = os.environ.get("LIGZDA_PICTURES") == "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs Chromium; without one each test says how to get it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                reason = "no Chromium on this machine: `apt-get install chromium`, then run again"
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="module")
def _django_beside_playwright() -> Iterator[None]:
    """Playwright keeps an event loop in this thread; Django would take it for async code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="module")
def chromium(_django_beside_playwright: None) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
        # While Playwright's event loop runs, Django keeps connections apart from the thread's own;
        # nobody could reach them once it has stopped.
        connections.close_all()


class _JoinedServer(ThreadedWSGIServer):
    """Closing waits for every request's thread, so that none leaves its connection open.

    A test that failed has left its page open, and the browser keeps the line: it is cut, or closing
    would wait for ever.
    """

    daemon_threads = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lines: set[socket.socket] = set()

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        self._lines.add(request)
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._lines.discard(request)

    def server_close(self) -> None:
        for line in tuple(self._lines):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        super().server_close()


class _Server(LiveServerThread):
    server_class = _JoinedServer


@pytest.fixture(scope="module")
def served(
    _django_beside_playwright: None,
    django_db_setup: None,
    django_db_blocker: Any,
    evaluations: Path,
) -> Iterator[str]:
    """Serve the loaded network, as WhiteNoise and the middlewares would; return its address.

    The rows are committed, because the server has connections of its own, and flushed after the
    module's last test.
    """
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "EVALUATIONS_ROOT", evaluations)
        load_committed()
        thread = _Server("127.0.0.1", static_handler=lambda application: application)  # type: ignore[arg-type] # a class, says the stub
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
        yield f"http://{thread.host}:{thread.port}"
        thread.terminate()
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)


@pytest.fixture(scope="module")
def session(served: str, django_db_blocker: Any) -> str:
    """Return the key of a session in which somebody of the demonstration is signed in."""
    from ligzda.network.models import User

    with django_db_blocker.unblock():
        user = User.objects.filter(is_demo=True).order_by("pk")[0]
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client.cookies["sessionid"].value


def words_cut(page: Page) -> list[str]:
    """Return the words of pictures whose boxes leave what is shown of their picture."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("svg text")].filter((text) => {
          const place = text.getBoundingClientRect(), svg = text.ownerSVGElement;
          const frame = svg.getBoundingClientRect(), clips = getComputedStyle(svg).overflow;
          const [left, right] = clips === "visible" ? [0, innerWidth] : [frame.left, frame.right];
          return place.width && (place.left < left - 1 || place.right > right + 1);
        }).map((text) => text.textContent)"""
    )
    return found


class Visit:
    """A page, and what went wrong on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._request)

    def _console(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith(self.address):
            self.complaints.append(f"asked a third party: {request.url}")

    def open(self, path: str) -> Page:
        """Go to a path of the house."""
        self.page.goto(self.address + path)
        return self.page


@contextmanager
def visitors(chromium: Browser, served: str) -> Iterator[Callable[..., Visit]]:
    """Give a maker of fresh visitors, with a width, a colour scheme, a session."""
    contexts = []

    def make(
        width: int = 1280, height: int = 900, scheme: str = "light", session: str = ""
    ) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            locale="lv-LV",
            reduced_motion="reduce",
        )
        context.set_default_timeout(LONGEST)
        contexts.append(context)
        if session:
            context.add_cookies([{"name": "sessionid", "value": session, "url": served}])
        return Visit(context.new_page(), served)

    try:
        yield make
    finally:
        for context in contexts:
            context.close()


@pytest.fixture(scope="module")
def _readers(chromium: Browser, served: str) -> Iterator[Callable[[str], Visit]]:
    """Give the one visitor of a session: a window of its own costs more than most pages."""
    with visitors(chromium, served) as make:
        yield cache(lambda session: make(session=session))


@pytest.fixture
def reader(_readers: Callable[[str], Visit]) -> Callable[..., Visit]:
    """Give a visitor who only reads, as new: what they have read before leaves nothing behind."""

    def lend(width: int = 1280, height: int = 900, session: str = "") -> Visit:
        visit = _readers(session)
        visit.page.set_viewport_size({"width": width, "height": height})
        visit.page.emulate_media(color_scheme="light")
        visit.complaints.clear()
        return visit

    return lend


@pytest.fixture
def visit(chromium: Browser, served: str) -> Iterator[Callable[..., Visit]]:
    with visitors(chromium, served) as make:
        yield make
