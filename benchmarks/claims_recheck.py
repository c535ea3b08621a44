"""How long it takes to compute 200 claims anew after new data have arrived.

    PYTHONPATH=src:. python benchmarks/claims_recheck.py

Prints the seconds of `check_claims` alone: reading, judging, sentences in both languages, turns and
audit events in the database, for 200 approved claims whose cells have changed; and for the same
claims when nothing has. The run itself is the engine's (docs/performance.md).
"""

import os
import sys
import tempfile
import time

CLAIMS = 200


def main() -> int:
    """Load the network, write the claims, check them three times."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIGZDA_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "ligzda.server.settings"
        from ligzda.server.database import database

        with database() as url:
            import django

            django.setup()
            from django.core.management import call_command

            from ligzda.server.load import load_network
            from ligzda.server.prepared import load_prepared

            load_prepared(url)
            call_command("migrate", verbosity=0, interactive=False)
            load_network()
            measure()
    return 0


def measure() -> None:
    """Check after the first cells, after others, and once more."""
    from django.utils import timezone
    from tests.findings.frozen import cells, frozen_set, predicate, protocol_of

    from ligzda.findings.claims_register import actions
    from ligzda.findings.claims_register.registry import registry
    from ligzda.findings.runs.actions import ask, carry_out
    from ligzda.network.load import system_member
    from ligzda.network.models import User

    class By:
        evaluator = User.objects.get(email="izvertetajs.rtu@ligzda.example")

    protocol, system = protocol_of(By), system_member()  # type: ignore[arg-type]
    known, day = registry(), timezone.localdate()
    for number in range(CLAIMS):
        text = predicate(day, by=f"{number / 20:g} pp", sure="0.6")
        claim = actions.draft(by=By.evaluator, predicate=text, known=known)
        actions.approve(by=system, claim=claim)
    for what, seed in (("first cells", 1), ("new cells", 2), ("nothing new", 0)):
        if seed:
            row = frozen_set(By, protocol, "m12", content=cells("m12", seed))  # type: ignore[arg-type]
            run, _waits = ask(by=By.evaluator, data_sha256=row.sha256)
            carry_out(by=system, run=run)
        begin = time.perf_counter()
        turned = len(actions.check_claims(by=system))
        spent = time.perf_counter() - begin
        print(f"{what}: {CLAIMS} claims in {spent:.2f} s, {turned} turned")


if __name__ == "__main__":
    sys.exit(main())
