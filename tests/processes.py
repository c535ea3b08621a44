"""Processes that do one thing at once, each with a connection of its own, from one that is set up.

A process of its own that imports the house takes seconds of the processor; one that is forked from
it before anything is connected takes none.
"""

import json
import os
import subprocess
import sys
from typing import Any

from django.db import connection

FORKED = """
import json, os, sys
import django
django.setup()

def forked(number):
    told, tell = os.pipe()
    if os.fork():
        os.close(tell)
        return told
    given = [number, *json.loads(sys.argv[2])]
    answer = json.dumps(act(*given)).encode()
    with os.fdopen(tell, "wb") as pipe:
        pipe.write(answer)
    os._exit(0)

exec(sys.stdin.read())
from django.db import connection
assert connection.connection is None, "a connection that all would share"
pipes = [os.fdopen(forked(number)) for number in range(int(sys.argv[1]))]
print(json.dumps([json.loads(pipe.read() or "null") for pipe in pipes]))
"""


def at_once(processes: int, script: str, *given: object) -> list[Any]:
    """Call the script's `act(number, *given)` in so many processes; return what each returned.

    `given` and what is returned go through JSON; a process that met an error says None.
    """
    url = connection.get_connection_params()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "ligzda.server.settings",
        "DATABASE_URL": f"host={url['host']} dbname={url['dbname']} user={url['user']}",
    }
    ran = subprocess.run(
        [sys.executable, "-c", FORKED, str(processes), json.dumps(given)],
        input=script.encode(),
        stdout=subprocess.PIPE,
        env=environment,
        check=True,
    )
    found: list[Any] = json.loads(ran.stdout)
    return found
