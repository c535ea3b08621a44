"""Verbs of the public draw: publish the hash of a seed, reveal it and assign."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.trial.assignment import draw as public_draw
from ligzda.trial.assignment import rules
from ligzda.trial.assignment.models import Course, Draw
from ligzda.trial.assignment.problems import from_json, stretches, to_json
from ligzda.trial.assignment.solve import assign
from ligzda.trial.assignment.types import Problem
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.rules import check_enter_invented


@dataclass(frozen=True)
class Secret:
    """What only the person who commits the draw keeps. It is stored nowhere."""

    seed: int
    salt: str
    draw: Draw


@transaction.atomic
def commit_draw(*, by: User, protocol: ProtocolVersion, problem: Problem) -> Secret:
    """Publish the hash of a fresh seed for this problem; raise where it has no solution.

    Raises UnsatisfiableError. The seed comes back to the caller and is stored nowhere.
    """
    protocol = ProtocolVersion.objects.select_for_update().get(pk=protocol.pk)
    rules.check_commit_draw(by=by, protocol=protocol)
    rules.check_periods(protocol=protocol, problem=problem)
    assign(problem, 0)
    seed, salt = public_draw.fresh_seed()
    hashed = public_draw.problem_hash(problem)
    draw = Draw.objects.create(
        protocol=protocol,
        problem=to_json(problem),
        problem_hash=hashed,
        commitment=public_draw.commitment(seed, salt, hashed),
        committed_by=by,
    )
    record(by=by, action="draw.commit", about=draw, after=facts(draw))
    return Secret(seed, salt, draw)


@transaction.atomic
def reveal_draw(
    *, by: User, draw: Draw, seed: int, salt: str, public_value: str, public_source: str
) -> Draw:
    """Hold the draw: check the seed against its hash, add the public number, assign.

    Raises SeedMismatchError; then nothing is written.
    """
    draw = Draw.objects.select_for_update().get(pk=draw.pk)
    rules.check_reveal_draw(by=by, draw=draw)
    if not public_value.strip() or not public_source.strip():
        raise BadDataError(_("Write the public number, where it comes from, and who saw it."))
    public_draw.check(draw.commitment, seed, salt.strip(), draw.problem_hash)
    before = facts(draw)
    draw.seed, draw.salt = seed, salt.strip()
    draw.public_value, draw.public_source = public_value.strip(), public_source.strip()
    draw.revealed_at, draw.revealed_by = timezone.now(), by
    draw.save()
    after = facts(draw) | {"courses": _assigned(draw)}
    record(by=by, action="draw.reveal", about=draw, before=before, after=after)
    return draw


@dataclass(frozen=True)
class InventedSecret:
    """What an invented draw is held with, and when."""

    seed: int
    salt: str
    public_value: str
    public_source: str
    at: datetime.datetime


@transaction.atomic
def hold_invented_draw(
    *, by: User, protocol: ProtocolVersion, problem: Problem, secret: InventedSecret
) -> Draw:
    """Hold the draw of the demonstration, in the past and always the same.

    The installation alone may: whoever knows a seed beforehand has arranged what comes out.
    """
    check_enter_invented(by=by)
    rules.check_commit_draw(by=by, protocol=protocol)
    rules.check_periods(protocol=protocol, problem=problem)
    hashed = public_draw.problem_hash(problem)
    draw = Draw.objects.create(
        protocol=protocol,
        problem=to_json(problem),
        problem_hash=hashed,
        commitment=public_draw.commitment(secret.seed, secret.salt, hashed),
        committed_at=secret.at,
        committed_by=by,
        seed=secret.seed,
        salt=secret.salt,
        public_value=secret.public_value,
        public_source=secret.public_source,
        revealed_at=secret.at,
        revealed_by=by,
    )
    after = facts(draw) | {"courses": _assigned(draw)}
    record(by=by, action="draw.enter_invented", about=draw, after=after)
    return draw


def _assigned(draw: Draw) -> dict[str, list[str]]:
    """Let incubators run what was drawn; return it by incubator."""
    problem = from_json(draw.problem)
    assert draw.seed is not None
    drawn = assign(problem, public_draw.seed_of(draw.seed, draw.salt, draw.public_value))
    incubators = {row.slug: row for row in Incubator.objects.all()}
    arms = {
        arm.version.model.code: arm for arm in draw.protocol.arms.select_related("version__model")
    }
    Course.objects.bulk_create(
        Course(draw=draw, incubator=incubators[site], arm=arms[code], during=DateRange(begin, end))
        for site, course in drawn.courses.items()
        for code, begin, end in stretches(problem.periods, course)
    )
    return {site: list(course) for site, course in drawn.courses.items()}
