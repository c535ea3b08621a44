"""A lawyer, a reviewer, the text of an act, and a package that changes it."""

import datetime
from dataclasses import dataclass

import pytest
from tests.cast import Cast, _loaded, cast

from ligzda.kernel.texts import Text
from ligzda.legislation import actions
from ligzda.legislation.models import Act, ActText, OpinionRow, Package
from ligzda.network.models import User

__all__ = ["_loaded", "cast"]

TEXT = """Brīvprātīgā darba likums
1. pants. Likuma mērķis
(1) Likuma mērķis ir veicināt brīvprātīgo darbu.
(2) Likums attiecas uz biedrībām un nodibinājumiem.
"""
INSERT = (
    'Papildināt 1. pantu ar trešo daļu šādā redakcijā:\n"(3) Likums attiecas uz inkubatoriem.".'
)


@dataclass(frozen=True)
class Desk:
    lawyer: User
    reviewer: User
    text: ActText
    package: Package


def facts(**changes: object) -> actions.PackageFacts:
    given: dict[str, object] = {
        "title": Text({"lv": "Brīvprātīgie inkubatoros", "en": "Volunteers in incubators"}),
        "problem": Text({"lv": "Inkubators nav minēts.", "en": "Incubators are not named."}),
        "kind": "law",
    }
    return actions.PackageFacts(**given | changes)  # type: ignore[arg-type]


def objection(desk: Desk, giver: str = "Finanšu ministrija") -> OpinionRow:
    """Let an institution disagree, with an objection."""
    opinion = actions.record_opinion(
        by=desk.reviewer,
        package=desk.package,
        facts_given=actions.OpinionFacts(giver, datetime.date(2026, 11, 2), "not_agreed"),
    )
    said = actions.RowFacts("objection", "Nav skaidrs, kurš maksā.")
    return actions.add_row(by=desk.reviewer, opinion=opinion, facts_given=said)


def annotate(desk: Desk) -> None:
    """Fill in what nothing is signed without."""
    for code in ("1.1", "1.2", "1.3"):
        actions.annotate(by=desk.lawyer, package=desk.package, code=code, text="Teksts.")


@pytest.fixture
def desk(cast: Cast) -> Desk:
    lawyer = User.objects.get(email="jurists.varam@ligzda.example")
    reviewer = User.objects.get(email="recenzente.lm@ligzda.example")
    text = actions.add_text(
        by=lawyer,
        act=Act.objects.get(slug="brivpratiga-darba-likums"),
        on=datetime.date(2026, 1, 1),
        source="likumi.lv",
        text=TEXT,
    )
    package = actions.draft_package(by=lawyer, facts_given=facts())
    actions.add_change(by=lawyer, package=package, text=text, final=INSERT, engine=INSERT)
    return Desk(lawyer, reviewer, text, package)
