"""What a person's page shows of stays, plan and support."""

import datetime

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ligzda.kernel.obstacle import may, obstacle
from ligzda.people import queries as people
from ligzda.people.keys import unlock
from ligzda.people.models import EntrySnapshot, Person, Stay, Transfer
from ligzda.people.plans import queries as plans
from ligzda.people.plans.rules import check_write
from ligzda.people.rules import check_keep_people
from ligzda.people.stays import rules
from ligzda.people.support import queries as support
from ligzda.people.support.rules import check_correct, check_give
from ligzda.people.support.services import name_of

DAY = datetime.timedelta(days=1)


def stays_card(request: HttpRequest, person: Person) -> SafeString:
    """Show the stays, first entry and last exit, what was true at entry, what can be done."""
    rows = people.stays_of(person)
    lasting = _lasting(rows)
    entry = EntrySnapshot.objects.filter(stay__in=rows[:1]).first()
    if entry is not None:
        unlock([entry])
    ended = [row.period.upper - DAY for row in rows if row.period.upper]
    keeps = may(check_keep_people, by=request.user, municipality=person.municipality)
    context = {
        "person": person,
        "stays": [
            {"stay": row, "last": row.period.upper - DAY if row.period.upper else None}
            for row in rows
        ],
        "first": min(rows, key=lambda row: row.period.lower, default=None),
        "left": max(ended, default=None) if lasting is None else None,
        "entry": entry,
        "lasting": lasting,
        "transfers": Transfer.objects.filter(stay__in=rows).select_related("to_incubator")
        if keeps
        else (),
        "keeps": keeps,
        "beginning": obstacle(rules.check_begin, by=request.user, person=person),
    }
    return render_to_string("people/stays_card.html", context, request)


def plan_card(request: HttpRequest, person: Person) -> SafeString:
    """Show the plan in force, its next step and all versions; nothing before the first stay."""
    rows = people.stays_of(person)
    if not rows:
        return SafeString()
    lasting = _lasting(rows)
    versions = plans.versions_of([row.pk for row in rows])
    context = {
        "person": person,
        "versions": versions,
        "now": next((each for each in versions if each.plan.approved_at), None),
        "draft": any(each.plan.approved_at is None for each in versions),
        "lasting": lasting,
        "writing": obstacle(check_write, by=request.user, stay=lasting) if lasting else None,
    }
    return render_to_string("people/plan_card.html", context, request)


def support_card(request: HttpRequest, person: Person) -> SafeString:
    """Show what was given, summed and the newest rows; nothing before the first stay."""
    if not Stay.objects.filter(person__in=people.identities(person)).exists():
        return SafeString()
    rows = support.deliveries_of(person)
    context = {
        "person": person,
        "sums": support.sums_of(person),
        "rows": [
            (row, name_of(row.service), obstacle(check_correct, by=request.user, delivery=row))
            for row in rows
        ],
        "more": len(rows) == support.SHOWN,
        "giving": obstacle(check_give, by=request.user, person=person),
    }
    return render_to_string("people/support_card.html", context, request)


def _lasting(rows: list[Stay]) -> Stay | None:
    return next((row for row in rows if row.period.upper is None), None)
