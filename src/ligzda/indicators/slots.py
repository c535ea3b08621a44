"""What the room shows on pages of rooms below: the participants in the flow of the trial."""

import datetime
from functools import cache

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ligzda.indicators import counting, participant_flow, rules
from ligzda.indicators.boards.queries import everywhere
from ligzda.indicators.queries import Record, met, run
from ligzda.kernel.obstacle import may
from ligzda.people.applications.models import Application
from ligzda.people.followups.models import LostReason
from ligzda.people.models import ExitReason
from ligzda.trial.running.flow import ArmFlow, Flow, svg, table
from ligzda.trial.running.labels import flow_words


def flow_of_participants(request: HttpRequest) -> SafeString:
    """Draw the participants' flow for those who see the network's counts; nothing before a stay."""
    if not may(rules.check_see_network, viewer=request.user):
        return SafeString()
    found = flow(timezone.localdate())
    if not found.arms:
        return SafeString()
    words = flow_words() | {
        "excluded": _("Applied, and did not begin"),
        "received": _("Began a stay"),
    }
    context = {
        "picture": mark_safe(svg(found, words, title=_("Flow of the participants"))),
        "rows": table(found, words),
    }
    return render_to_string("indicators/_flow.html", context, request)


def flow(today: datetime.date) -> Flow:
    """Return the participants' flow as of today."""
    given = everywhere(today, today)
    with met(given):
        out, arms, [stayed] = (run(query, given) for query in _queries())
    states = dict(Application.State.choices)
    excluded = tuple((str(states[row["state"]]), row["people"]) for row in out)
    columns = [
        _arm(model, [row for row in arms if row["model"] == model])
        for model in sorted({row["model"] for row in arms})
    ]
    allocated = sum(arm.allocated for arm in columns)
    return Flow(
        assessed=stayed["people"] + sum(count for _reason, count in excluded),
        excluded=excluded,
        arms=tuple(columns),
        changes=allocated - stayed["people"],
    )


@cache
def _queries() -> tuple[str, str, str]:
    return (
        counting.postgres(participant_flow.excluded()),
        counting.postgres(participant_flow.arms()),
        counting.postgres(participant_flow.stayed()),
    )


def _arm(model: str, rows: list[Record]) -> ArmFlow:
    def number(standing: str) -> int:
        return sum(row["people"] for row in rows if row["standing"] == standing)

    def reasons(standing: str, names: dict[str, object]) -> tuple[tuple[str, int], ...]:
        return tuple(
            (str(names[row["reason"]]), row["people"])
            for row in sorted(rows, key=lambda row: str(row["reason"]))
            if row["standing"] == standing
        )

    allocated = sum(row["people"] for row in rows)
    return ArmFlow(
        model,
        allocated,
        lost=reasons("lost", dict(LostReason.choices)),
        discontinued=reasons("discontinued", dict(ExitReason.choices)),
        running=number("running"),
        ended=number("ended"),
        to_analyse=allocated,
    )
