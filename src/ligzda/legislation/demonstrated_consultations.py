"""An invented binding regulation, and what the public says of it and of a package."""

import datetime
from typing import Any

from django.utils import timezone

from ligzda.kernel.texts import Text
from ligzda.legislation.consultations import actions as consultations
from ligzda.legislation.models import Consultation, Package
from ligzda.legislation.regulations import actions
from ligzda.legislation.regulations.memorandum import template
from ligzda.network.models import Membership, User
from ligzda.network.roles import Coordinator


def ask_the_public(system: User, lawyer: User, told: dict[str, Any]) -> None:
    """Have a coordinator announce a regulation of the house, and ask the public about a package."""
    for row in told["regulations"]:
        _regulation(system, row)
    for row in told["consultations"]:
        invented = Package.objects.filter(invented=True)
        package = next(each for each in invented if each.title["lv"] == row["package"])
        opens, closes = _days(row)
        asked = consultations.consult(by=lawyer, package=package, opens=opens, closes=closes)
        _comments(lawyer, asked, row["comments"])


def _regulation(system: User, row: dict[str, Any]) -> None:
    held = Membership.objects.filter(
        partner__municipality__slug=row["municipality"],
        role=Coordinator.key,
        user__is_demo=True,
    ).select_related("partner__municipality", "user")
    keeper, found = held.first(), template(row["template"])
    if keeper is None or found is None or keeper.partner.municipality is None:
        return
    text = found.text
    for blank, filled in row["fill"].items():
        text = text.replace(blank, filled)
    given = actions.RegulationFacts(Text(found.title), found.basis, text)
    made = actions.draft_regulation(
        by=system, municipality=keeper.partner.municipality, facts_given=given, invented=True
    )
    for code, said in row["memorandum"].items():
        actions.explain(by=system, regulation=made, code=code, text=said)
    opens, closes = _days(row)
    asked = actions.announce(by=keeper.user, regulation=made, opens=opens, closes=closes)
    _comments(keeper.user, asked, row["comments"])


def _days(row: dict[str, Any]) -> tuple[datetime.date, datetime.date]:
    opens = _before(row["ago"])
    return opens, opens + datetime.timedelta(days=row["days"])


def _before(days: int) -> datetime.date:
    return timezone.localdate() - datetime.timedelta(days=days)


def _comments(by: User, asked: Consultation, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        said = {"who": row["who"], "text": row["text"], "on": _before(row["ago"])}
        made = consultations.record_comment(by=by, consultation=asked, **said)
        if "outcome" in row:
            given = {"outcome": row["outcome"], "reasons": row["answer"]}
            consultations.answer_comment(by=by, comment=made, **given)
