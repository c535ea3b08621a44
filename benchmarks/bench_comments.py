"""Posting a comment: ours beside Isso, real servers on loopback, in turns in one run.

    make bench, or: PYTHONPATH=src python benchmarks/bench_comments.py .venv-bench/bin/python

The argument is a Python that has Isso. Both are warmed up, then take POSTS comments each,
alternating, over a kept-alive connection, one at a time. Isso checks the length; ours also links,
HTML, words, bans, rate and duplicates. Bound: our median at most 1.5 times Isso's.
"""

import http.client
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import uuid
from pathlib import Path

from pages import machine, table, write

POSTS, WARM, BOUND = 100, 10, 1.5
OURS, ISSO = 8791, 8792
SLUG = "/zinas/ogre-piedalas-socialas-uznemejdarbibas-inkubatoru-tikla/"
ISSO_CONFIG = f"""[general]
dbpath = {{folder}}/isso.db
host = http://127.0.0.1:{ISSO}/
[server]
listen = http://127.0.0.1:{ISSO}/
[guard]
enabled = false
"""


def wait_for(port: int, path: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise SystemExit(f"the server for port {port} ended with {server.returncode}")
        try:
            talk = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            talk.request("GET", path)
            talk.getresponse().read()
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit(f"nothing answers on port {port}")


class Ours:
    def __init__(self) -> None:
        self.talk = http.client.HTTPConnection("127.0.0.1", OURS, timeout=20)
        self.talk.request("GET", SLUG)
        answer = self.talk.getresponse()
        page = answer.read().decode()
        cookies = answer.getheader("Set-Cookie") or ""
        self.cookie = re.search(r"csrftoken=[^;]+", cookies).group()  # type: ignore[union-attr]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        self.token = token.group(1)  # type: ignore[union-attr]

    def post(self, number: int) -> None:
        body = urllib.parse.urlencode(
            {
                "csrfmiddlewaretoken": self.token,
                "name": "Anna",
                "text": f"Viedoklis Nr.{number}: darbnīca pie upes ir laba doma.",
                "number": str(uuid.uuid4()),
            }
        )
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": self.cookie,
        }
        self.talk.request("POST", SLUG, body, headers)
        answer = self.talk.getresponse()
        page = answer.read().decode()
        assert answer.status == 302, re.findall(r'role="alert".*?</div>', page, re.S)


class Isso:
    def __init__(self) -> None:
        self.talk = http.client.HTTPConnection("127.0.0.1", ISSO, timeout=20)

    def post(self, number: int) -> None:
        text = f"Viedoklis Nr.{number}: darbnīca pie upes ir laba doma."
        body = json.dumps({"author": "Anna", "text": text, "title": "Ogre"})
        self.talk.request(
            "POST", "/new?uri=%2Fogre%2F", body.encode(), {"Content-Type": "application/json"}
        )
        answer = self.talk.getresponse()
        answer.read()
        assert answer.status in (201, 202), answer.status


def measure() -> tuple[list[float], list[float]]:
    ours, isso = Ours(), Isso()
    took: tuple[list[float], list[float]] = ([], [])
    for number in range(WARM + POSTS):
        for server, times in ((ours, took[0]), (isso, took[1])):
            start = time.perf_counter()
            server.post(number)
            if number >= WARM:
                times.append((time.perf_counter() - start) * 1000)
    return took


def stop(server: "subprocess.Popen[bytes]") -> None:
    server.send_signal(signal.SIGTERM)
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def main(peer: str) -> int:
    with tempfile.TemporaryDirectory(prefix="ligzda-bench-") as folder:
        config = Path(folder) / "isso.cfg"
        config.write_text(ISSO_CONFIG.format(folder=folder))
        environment = {
            **{key: value for key, value in os.environ.items() if key != "DATABASE_URL"},
            "LIGZDA_DATA": folder + "/data",
            "LIGZDA_COMMENTS_PER_MINUTE": "1000000",
        }
        run = [sys.executable, "-m", "ligzda.cli", "run", "--port", str(OURS)]
        ours = subprocess.Popen(run, env=environment, stdout=subprocess.DEVNULL)
        isso = subprocess.Popen(
            [peer, "-c", "from isso import main; main()", "-c", str(config), "run"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(OURS, SLUG, ours)
            wait_for(ISSO, "/", isso)
            mine, theirs = measure()
        finally:
            stop(isso)
            stop(ours)
    ratio = statistics.median(mine) / statistics.median(theirs)
    rows = [
        [name, *(f"{value:.1f} ms" for value in (statistics.median(took), quantile(took, 9)))]
        for name, took in (("Ligzda", mine), ("Isso", theirs))
    ]
    write(
        "comments",
        f"{machine()}\n\n"
        + table(["server", f"median of {POSTS}", "90 % within"], rows)
        + f"\n\nOurs takes {ratio:.2f} times as long (bound {BOUND}).",
    )
    return 0 if ratio <= BOUND else 1


def quantile(took: list[float], tenth: int) -> float:
    return statistics.quantiles(took, n=10)[tenth - 1]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
