"""Kill parts of a house at random while 20 devices send questionnaires, and count them.

    python -m tests.people.kills_openrosa      # 30 kills; rewrites the figures in docs/people.md

Each device sends its own questionnaires one after the other, the same text again until it is
acknowledged (201 or 202), as ODK Collect does. Killed with -9, each in turn: a process of the web
server, the web server, a worker, a backend of the database, the database, the parent.
"""

import base64
import http.client
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from tests.server.kills import VICTIMS, WatchedHouse, _kill
from tests.waiting import until

from ligzda.server.cluster import Cluster

DOCUMENT = Path(__file__).resolve().parents[2] / "docs/people.md"
BEGIN, END = "<!-- kills -->\n", "<!-- /kills -->\n"
DEVICES, TIMES, STAYS_A_DEVICE = 20, 30, 60
OWNER = "koordinators.ogre@ligzda.example"
ASKED = ("w4", "m6", "m12", "m24")
ACKNOWLEDGED, GIVEN_BACK = (201, 202), (0, 500, 502, 503)

PREPARE = """
import datetime, json, sys
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.network.models import Municipality, User
from ligzda.people.actions import PersonFacts, register_people
from ligzda.people.followups.codes import code_of
from ligzda.people.models import Stay
from ligzda.people.openrosa.actions import make_device
with rows_of(EVERYWHERE, HOUSE):
    by = User.objects.get(email="{owner}")
    here = Municipality.objects.get(slug="ogres-novads")
    facts = PersonFacts(given_name="Anna", family_name="Kalniņa")
    people = register_people(by=by, municipality=here, given=[facts] * {stays}, invented=True)
    last = timezone.localdate() - datetime.timedelta(days=800)
    first = last - datetime.timedelta(days=200)
    version = ModelVersion.objects.filter(published_at__isnull=False).earliest("pk")
    stays = Stay.objects.bulk_create(
        Stay(person=each, municipality=here, incubator=Incubator.objects.get(slug="ogre"),
             version=version, period=DateRange(first, last), contract_on=first,
             exit_state="open_job", exit_reason="job")
        for each in people
    )
    devices = [make_device(by=by, name=f"Device {{n}}") for n in range({devices})]
    print(json.dumps({{
        "codes": [code_of(each.pk) for each in stays],
        "devices": [[device.login, password] for device, password in devices],
    }}))
"""


@dataclass
class Outcome:
    """What became of the questionnaires."""

    kills: int
    acknowledged: int
    sent_again: int
    """Posts that were not answered, and came once more."""
    lost: int
    twice: int


@dataclass
class Device:
    """A telephone with questionnaires to send: number → text."""

    house: WatchedHouse
    login: str
    password: str
    waiting: dict[str, str]
    acknowledged: list[str] = field(default_factory=list)
    again: int = 0

    def send_all(self, ending: threading.Event) -> None:
        """Send one after the other, each until it is acknowledged, or the day ends."""
        for number, text in self.waiting.items():
            while (status := self._post(text)) not in ACKNOWLEDGED:
                if status not in GIVEN_BACK:
                    raise AssertionError(f"{number} was answered with {status}")
                self.again += 1
                time.sleep(0.2)
                if ending.is_set():
                    return
            self.acknowledged.append(number)
            if ending.is_set():
                return

    def _post(self, text: str) -> int:
        """Return the status of a post; 0 where nobody answered."""
        edge = uuid.uuid4().hex
        body = (
            f'--{edge}\r\nContent-Disposition: form-data; name="xml_submission_file"; '
            f'filename="s.xml"\r\nContent-Type: text/xml\r\n\r\n{text}\r\n--{edge}--\r\n'
        ).encode()
        pair = base64.b64encode(f"{self.login}:{self.password}".encode()).decode()
        headers = {
            "Authorization": f"Basic {pair}",
            "Content-Type": f"multipart/form-data; boundary={edge}",
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=30)
        with suppress(OSError, http.client.HTTPException):
            # Of every second post the length is not said: chunks must be taken, too.
            chunked = self.again % 2 == 1
            sent: bytes | Iterator[bytes] = iter([body[:200], body[200:]]) if chunked else body
            connection.request(
                "POST", "/openrosa/submission", sent, headers, encode_chunked=chunked
            )
            answer = connection.getresponse()
            answer.read()
            return answer.status
        connection.close()
        return 0


def _prepare(house: WatchedHouse) -> list[Device]:
    """Register people whose stays ended long ago, and make the devices."""
    until(lambda: _owner_is_there(house), house.said)
    code = PREPARE.format(owner=OWNER, stays=DEVICES * STAYS_A_DEVICE, devices=DEVICES)
    done = subprocess.run(
        [sys.executable, "-m", "ligzda.cli", "manage", "shell", "--no-imports", "-c", code],
        env={**os.environ, "LIGZDA_DATA": str(house.data)},
        capture_output=True,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode())
    keys, owner = house.data / "master-keys", (house.data / "pg").stat()
    os.chown(keys, owner.st_uid, owner.st_gid)  # made by us, read by the house
    given = json.loads(done.stdout.splitlines()[-1])
    found = []
    for place, (login, password) in enumerate(given["devices"]):
        texts = {}
        for code_, moment in itertools.product(given["codes"][place::DEVICES], ASKED):
            number = str(uuid.uuid4())
            texts[number] = (
                f'<data id="follow_up" version="1"><stay>{code_}</stay><moment>{moment}</moment>'
                f"<rater>participant</rater><observed_on>{_today()}</observed_on>"
                f"<state>inactive</state><words>Paldies</words>"
                f"<meta><instanceID>uuid:{number}</instanceID></meta></data>"
            )
        found.append(Device(house, login, password, texts))
    return found


def _owner_is_there(house: WatchedHouse) -> bool:
    """Whether the demonstration, which the worker loads last, has its accounts."""
    url = Cluster(house.data / "pg").url("ligzda")
    with suppress(psycopg.Error), psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM network_user WHERE email = %s", [OWNER])
        return found.fetchone() is not None
    return False


def _today() -> str:
    from datetime import UTC, datetime, timedelta

    return str((datetime.now(UTC) - timedelta(days=1)).date())


def kill_while_sending(
    data: Path, times: int, say: Callable[[str], None] = lambda _: None
) -> Outcome:
    """Kill so many times while the devices send; count afterwards."""
    house = WatchedHouse(data)
    try:
        until(house.is_ready, house.said)
        devices, ending = _prepare(house), threading.Event()
        threads = [threading.Thread(target=one.send_all, args=[ending]) for one in devices]
        for thread in threads:
            thread.start()
        kills = 0
        try:
            for name, find in itertools.islice(itertools.cycle(VICTIMS), times):
                time.sleep(random.uniform(0.5, 2))
                if not any(thread.is_alive() for thread in threads):
                    break
                took = _kill(house, find)
                kills += 1
                sent = sum(len(one.acknowledged) for one in devices)
                say(f"{name}: back after {took:.1f} s, {sent} acknowledged")
        finally:
            ending.set()
            for thread in threads:
                thread.join()
        until(house.is_ready, house.said)
        return _counted(house, devices, kills)
    finally:
        house.stop()


def _counted(house: WatchedHouse, devices: list[Device], kills: int) -> Outcome:
    with psycopg.connect(Cluster(house.data / "pg").url("ligzda"), autocommit=True) as connection:
        there = Counter(
            str(number)
            for (number,) in connection.execute("SELECT instance FROM people_submission")
        )
        [(observed,)] = connection.execute("SELECT count(*) FROM people_observation")
    acknowledged = [number for one in devices for number in one.acknowledged]
    return Outcome(
        kills=kills,
        acknowledged=len(acknowledged),
        sent_again=sum(one.again for one in devices),
        lost=sum(number not in there for number in acknowledged),
        twice=sum(there.values()) - len(there) + abs(observed - len(there)),
    )


def sentence(outcome: Outcome) -> str:
    """Return what docs/people.md says of it."""
    return (
        f"While {DEVICES} devices sent at once, parts of the house were killed {outcome.kills} "
        f"times: {outcome.acknowledged:,} questionnaires were acknowledged, "
        f"{outcome.sent_again:,} posts came again; {outcome.lost} were lost, {outcome.twice} are "
        "there twice.\n"
    )


def main() -> int:
    """Kill 30 times in a house of its own, write the figures down."""
    with tempfile.TemporaryDirectory(prefix="ligzda-kills-") as folder:
        Path(folder).chmod(0o755)  # as root the server runs as a user of its own
        outcome = kill_while_sending(
            Path(folder) / "data", TIMES, lambda line: print(line, flush=True)
        )
    text = DOCUMENT.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}{sentence(outcome)}{END}{after}", "utf-8")
    print(sentence(outcome))
    return 1 if outcome.lost or outcome.twice else 0


if __name__ == "__main__":
    sys.exit(main())
