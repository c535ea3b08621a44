"""Kill parts of a running house at random while readers write, and count what is lost.

    python -m tests.server.kills            # 40 kills; rewrites the table in docs/running.md

Readers post comments (again with the same form until it is acknowledged, as a person does who sees
an error page) and give notices of illegal content, each of which owes a letter. Whoever watches the
house starts the parent again when it ends, as systemd does by docs/running.md; nobody else helps.
"""

import base64
import html
import http.client
import itertools
import json
import os
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_string
from pathlib import Path
from urllib.parse import urlencode

import psutil
import psycopg
from altcha import v1 as altcha
from tests.waiting import until

from ligzda.server.cluster import Cluster

DOCUMENT = Path(__file__).resolve().parents[2] / "docs/running.md"
BEGIN, END = "<!-- kills -->\n", "<!-- /kills -->\n"
READERS = 3
RESTART_SECONDS = 2.0
PYTHONS = 3
ARTICLE = re.compile(r'href="(/zinas/[a-z0-9-]+/)')


def alive(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


class WatchedHouse:
    """`ligzda run`, started again whenever it ends: Restart=always, RestartSec=2."""

    def __init__(self, data: Path) -> None:
        self.data, self.log = data, data.parent / "log"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._ending = threading.Event()
        self.process = self._start()
        self._watch = threading.Thread(target=self._restart)
        self._watch.start()

    def _start(self) -> "subprocess.Popen[bytes]":
        left_out = ("DATABASE_URL", "LIGZDA_TEST_RUN")
        environment = {name: value for name, value in os.environ.items() if name not in left_out}
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "ligzda.cli", "run", "--port", str(self.port)],
                env={**environment, "LIGZDA_DATA": str(self.data), "PYTHONUNBUFFERED": "1"},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _restart(self) -> None:
        while not self._ending.is_set():
            if self.process.poll() is not None:
                time.sleep(RESTART_SECONDS)
                self.process = self._start()
            time.sleep(0.1)

    def stop(self) -> None:
        """Stop as in order, and leave nothing behind whatever went wrong."""
        self._ending.set()
        self._watch.join()
        family: list[psutil.Process] = []
        with suppress(psutil.NoSuchProcess):
            family = [self.parent(), *self.parent().children(recursive=True)]
            self.process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(60)
        for each in filter(alive, family):
            each.kill()
        self.process.wait()
        Cluster(self.data / "pg").stop()

    def said(self) -> str:
        """Return the end of what it wrote."""
        return self.log.read_text("utf-8", "replace")[-4000:]

    def ask(
        self, path: str, *, sent: dict[str, str] | None = None, cookie: str = "", origin: str = ""
    ) -> tuple[int, str, str]:
        """Return status, cookie and body; OSError or HTTPException where nothing answers."""
        source = (origin or "127.0.0.1", 0)
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=30, source_address=source
        )
        try:
            headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
            body = None if sent is None else urlencode(sent)
            connection.request("GET" if sent is None else "POST", path, body, headers)
            answer = connection.getresponse()
            found = re.match(r"csrftoken=[^;]+", answer.headers.get("Set-Cookie", ""))
            return answer.status, found[0] if found else "", answer.read().decode()
        finally:
            connection.close()

    def is_ready(self) -> bool:
        """Whether it is fit to serve, and a page comes."""
        with suppress(OSError, http.client.HTTPException):
            return self.ask("/ready")[0] == 200 and self.ask("/")[0] == 200
        return False

    # --- whom to kill --------------------------------------------------------------------------

    def parent(self) -> psutil.Process:
        return psutil.Process(self.process.pid)

    def postmaster(self) -> psutil.Process:
        lines = (self.data / "pg/postmaster.pid").read_text().split()
        return psutil.Process(int(lines[0]))

    def backend(self) -> psutil.Process:
        found = self.postmaster().children()
        return random.choice([each for each in found if " ligzda " in " ".join(each.cmdline())])

    def web_server(self) -> psutil.Process:
        return next(each for each in self.pythons() if each.children())

    def web_process(self) -> psutil.Process:
        return random.choice(self.web_server().children())

    def worker(self) -> psutil.Process:
        web = self.web_server()
        return random.choice([each for each in self.pythons() if each != web])

    def pythons(self) -> list[psutil.Process]:
        """Return the web server and the two workers."""
        found = (each for each in self.parent().children() if alive(each))
        return [each for each in found if each.name() != "postgres"]


@dataclass
class Kept:
    """What the house has acknowledged."""

    comments: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


class Readers:
    """People who write all the time, each from a network of their own."""

    def __init__(self, house: WatchedHouse) -> None:
        self.house, self.kept = house, Kept()
        self.article = until(self._article, house.said)
        self.comment = self._shown_comment()
        self._numbers, self._ending = itertools.count(), threading.Event()
        self._threads = [threading.Thread(target=self._write) for _ in range(READERS)]
        for thread in self._threads:
            thread.start()

    def stop(self) -> Kept:
        """Let them finish their sentence."""
        self._ending.set()
        for thread in self._threads:
            thread.join()
        return self.kept

    def _article(self) -> str:
        found = ARTICLE.search(self.house.ask("/zinas/")[2])
        return found[1] if found else ""

    def _write(self) -> None:
        while not self._ending.is_set():
            number = next(self._numbers)
            if number % 3:
                text = f"Laba ziņa {number}"
                self._post(number, text, str(uuid.uuid4()))
                self.kept.comments.append(text)
            elif self._notice(number):
                self.kept.notices.append(f"reader{number}@kills.example")
            time.sleep(0.05)

    def _post(self, number: int, text: str, form: str) -> None:
        """Post a comment until it is acknowledged."""
        status, sent = 0, {"name": "Anna", "text": text, "number": form}
        while status != 302:
            status = self._send(number, self.article, sent)
            if status not in {0, 302, 500}:
                raise AssertionError(f"{text} was answered with {status}")

    def _notice(self, number: int) -> bool:
        """Give notice once: sent again it would be a second one."""
        sent = {
            "explanation": f"Neslava {number}",
            "name": "Anna",
            "email": f"reader{number}@kills.example",
            "good_faith": "on",
        }
        return self._send(number, f"/komentari/pazinot/{self.comment}/", sent) == 200

    def _send(self, number: int, path: str, sent: dict[str, str]) -> int:
        """Fetch the form and send it; 0 where nobody answered."""
        origin = f"127.{1 + number // 250}.{number % 250}.9"
        with suppress(OSError, http.client.HTTPException):
            _status, cookie, page = self.house.ask(path, origin=origin)
            token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
            if token and cookie:
                fields = {**sent, "csrfmiddlewaretoken": token[1]}
                return self.house.ask(path, sent=fields, cookie=cookie, origin=origin)[0]
        time.sleep(0.2)
        return 0

    def _shown_comment(self) -> int:
        """Post one comment with its puzzle solved, so that it is shown; return its number."""
        page = self.house.ask(self.article)[2]
        found = re.search(r'data-challenge="([^"]+)"', page)
        assert found is not None
        task = json.loads(html.unescape(found[1]))
        answer = altcha.solve_challenge(
            task["challenge"], task["salt"], task["algorithm"], task["maxnumber"], 0
        )
        assert answer is not None
        payload = {key: task[key] for key in ("algorithm", "challenge", "salt", "signature")}
        solution = base64.b64encode(json.dumps({**payload, "number": answer.number}).encode())
        sent = {
            "name": "Anna",
            "text": "Pirmais vārds",
            "number": "",
            "solution": solution.decode(),
        }
        assert self._send(60_000, self.article, sent) == 302
        shown = re.search(r'id="comment-(\d+)"', self.house.ask(self.article)[2])
        assert shown is not None
        return int(shown[1])


@dataclass
class Outcome:
    """What became of it."""

    seconds: dict[str, list[float]]
    comments: int
    notices: int
    lost: list[str]
    twice: list[str]
    letters_lost: list[str]
    letters_twice: list[str]
    """Addresses that got two letters of different Message-IDs."""
    sent_again: int
    """Letters that lie there twice under one Message-ID."""


VICTIMS: tuple[tuple[str, Callable[[WatchedHouse], psutil.Process]], ...] = (
    ("a process of the web server", WatchedHouse.web_process),
    ("the web server", WatchedHouse.web_server),
    ("a worker", WatchedHouse.worker),
    ("a backend of the database", WatchedHouse.backend),
    ("the database", WatchedHouse.postmaster),
    ("the parent", WatchedHouse.parent),
)


def kill(data: Path, times: int, say: Callable[[str], None] = lambda _: None) -> Outcome:
    """Kill so many times, each kind in turn, at random moments; count afterwards."""
    house = WatchedHouse(data)
    try:
        until(house.is_ready, house.said)
        readers = Readers(house)
        seconds: dict[str, list[float]] = defaultdict(list)
        try:
            for name, find in itertools.islice(itertools.cycle(VICTIMS), times):
                time.sleep(random.uniform(1, 4))
                took = _kill(house, find)
                seconds[name].append(took)
                say(f"{name}: back after {took:.1f} s")
        finally:
            kept = readers.stop()
        until(house.is_ready, house.said)
        return _count(house, kept, dict(seconds))
    finally:
        house.stop()


def _kill(house: WatchedHouse, find: Callable[[WatchedHouse], psutil.Process]) -> float:
    """Kill, and wait until the house serves again with another in the dead one's place."""
    victim = find(house)
    began = time.monotonic()
    victim.kill()
    until(lambda: not alive(victim), house.said)

    def back() -> bool:
        with suppress(psutil.Error, OSError, LookupError, StopIteration):
            return len(house.pythons()) == PYTHONS and alive(find(house)) and house.is_ready()
        return False

    until(back, house.said)
    return time.monotonic() - began


def _count(house: WatchedHouse, kept: Kept, seconds: dict[str, list[float]]) -> Outcome:
    with psycopg.connect(Cluster(house.data / "pg").url("ligzda"), autocommit=True) as connection:

        def rows(query: str) -> "Counter[str]":
            return Counter(each for (each,) in connection.execute(query.encode()))

        until(lambda: not rows("SELECT 1 FROM newsroom_letter WHERE sent_at IS NULL"), house.said)
        comments = rows("SELECT text FROM newsroom_comment")
        notices = rows("SELECT email FROM newsroom_notice")
    written = Counter((to, name) for to, name in letters(house.data / "mail") if to in notices)
    addresses = Counter(to for to, _name in written)
    return Outcome(
        seconds=seconds,
        comments=len(kept.comments),
        notices=len(kept.notices),
        lost=[each for each in kept.comments if not comments[each]]
        + [each for each in kept.notices if not notices[each]],
        twice=[each for each, count in (comments + notices).items() if count > 1],
        letters_lost=[each for each in notices if not addresses[each]],
        letters_twice=[each for each, count in addresses.items() if count > notices[each]],
        sent_again=sum(count - 1 for count in written.values()),
    )


def letters(folder: Path) -> Iterator[tuple[str, str]]:
    """Return receiver and Message-ID of every letter in files."""
    for file in folder.glob("*.log"):
        for text in re.split(r"^-{79}$\n?", file.read_text("utf-8", "replace"), flags=re.MULTILINE):
            message = message_from_string(text.lstrip("\n"))
            if message["To"]:
                yield str(message["To"]), str(message["Message-ID"])


def table(outcome: Outcome) -> str:
    """Return what docs/running.md says of it."""
    lines = [
        "| killed with -9 | times | back by itself, seconds: median (longest) |",
        "|---|---|---|",
    ]
    for name, took in outcome.seconds.items():
        lines.append(f"| {name} | {len(took)} | {statistics.median(took):.1f} ({max(took):.1f}) |")
    return (
        "\n".join(lines)
        + f"\n\nMeanwhile {outcome.comments:,} comments and {outcome.notices:,} notices were "
        f"acknowledged: {len(outcome.lost)} lost, {len(outcome.twice)} there twice. Of the letters "
        f"that notices owe {len(outcome.letters_lost)} were lost and {len(outcome.letters_twice)} "
        f"sent twice; {outcome.sent_again} went out again under their Message-ID.\n"
    )


def main() -> int:
    """Kill 40 times in a house of its own, write the figures down."""
    with tempfile.TemporaryDirectory(prefix="ligzda-kills-") as folder:
        Path(folder).chmod(0o755)  # as root the server runs as a user of its own
        outcome = kill(Path(folder) / "data", 40, lambda line: print(line, flush=True))
    text = DOCUMENT.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}{table(outcome)}{END}{after}", "utf-8")
    print(table(outcome))
    return 1 if outcome.lost or outcome.twice or outcome.letters_lost else 0


if __name__ == "__main__":
    sys.exit(main())
