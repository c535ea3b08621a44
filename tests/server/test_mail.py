"""Letters go to the mail server that is named; to files only in a demonstration, for a week."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core.mail import EmailMessage, send_mail
from pytest_django import Settings

from ligzda.server.mail import FILES, NO_SERVER, MailError, clear_files, email_settings


class Box:
    """What an SMTP server hands to its owner."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.taken.append(envelope)
        return "250 taken"


@pytest.fixture
def server(unused: int) -> Iterator[tuple[Box, int]]:
    box = Box()
    controller = Controller(box, hostname="127.0.0.1", port=unused)
    controller.start()
    yield box, unused
    controller.stop()


@pytest.fixture
def unused() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def use(settings: Settings, url: str, *, demo: bool = False) -> None:
    for name, value in email_settings(url, demo=demo, folder=Path("mail")).items():
        setattr(settings, name, value)


def test_a_letter_reaches_the_server_that_is_named(
    server: tuple[Box, int], settings: Settings
) -> None:
    box, port = server
    use(settings, f"smtp://127.0.0.1:{port}")
    EmailMessage(
        "Jūsu komentārs", "Ir lēmums.", "no@example.lv", ["anna@example.lv"],
        headers={"Message-ID": "<letter-1@example.lv>"},
    ).send()  # fmt: skip
    [letter] = box.taken
    assert letter.rcpt_tos == ["anna@example.lv"]
    assert isinstance(letter.content, bytes)
    assert b"Message-ID: <letter-1@example.lv>" in letter.content


def test_a_server_that_does_not_answer_is_an_error_and_no_letter(
    unused: int, settings: Settings
) -> None:
    use(settings, f"smtp://127.0.0.1:{unused}")
    with pytest.raises(OSError, match="refused"):
        send_mail("a", "b", "no@example.lv", ["anna@example.lv"])


def test_outside_a_demonstration_no_file_has_a_letter(settings: Settings) -> None:
    use(settings, "")
    with pytest.raises(MailError, match="LIGZDA_SMTP_URL"):
        send_mail("a", "b", "no@example.lv", ["anna@example.lv"])


def test_without_a_server_it_depends_on_the_demonstration(tmp_path: Path) -> None:
    backends = [
        email_settings("", demo=demo, folder=tmp_path)["EMAIL_BACKEND"] for demo in (True, False)
    ]
    assert backends == [FILES, NO_SERVER]


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp://mail.example.lv", 25, False, False),
        ("smtp+tls://ligzda:p%40ss@mail.example.lv", 587, True, False),
        ("smtps://ligzda:p%40ss@mail.example.lv:4650", 4650, False, True),
    ],
)
def test_addresses_of_servers_are_read(url: str, port: int, tls: bool, ssl: bool) -> None:
    found = email_settings(url, demo=True, folder=Path("mail"))
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example.lv", port)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)
    assert found["EMAIL_HOST_PASSWORD"] == ("p@ss" if "@mail" in url else "")


@pytest.mark.parametrize(
    "url", ["mail.example.lv", "http://mail.example.lv", "smtp://", "smtp://a:x"]
)
def test_what_is_no_address_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(MailError, match="cannot be read"):
        email_settings(url, demo=True, folder=Path("mail"))


def test_files_go_after_a_week(tmp_path: Path) -> None:
    for name, days in (("old", 8), ("new", 6)):
        file = tmp_path / f"{name}.log"
        file.write_text("x")
        then = file.stat().st_mtime - days * 24 * 3600
        os.utime(file, (then, then))
    clear_files(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["new.log"]
