"""A lawyer, a reviewer, the text of an act, and a package that changes it."""

import datetime
from dataclasses import dataclass

import pytest
from django.utils import timezone
from tests.cast import Cast, _loaded, cast

from ligzda.kernel.texts import Text
from ligzda.languages import CODES
from ligzda.legislation import actions
from ligzda.legislation.models import Act, ActText, OpinionRow, Package, Regulation
from ligzda.legislation.regulations import actions as regulations
from ligzda.legislation.regulations.memorandum import CONSULTED, sections, template
from ligzda.network.models import Decision, Municipality, Partner, User

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


def drafted(by: User) -> Regulation:
    """Draft a regulation of Ogre with a whole memorandum."""
    found = template("premises")
    assert found is not None
    text = found.text.replace("[pašvaldības nosaukums]", "Ogres novada pašvaldība")
    given = regulations.RegulationFacts(found.title, found.basis, text.replace("[skaits]", "trim"))
    ogre = Municipality.objects.get(slug="ogres-novads")
    row = regulations.draft_regulation(by=by, municipality=ogre, facts_given=given)
    for each in sections():
        if each.code != CONSULTED:
            regulations.explain(by=by, regulation=row, code=each.code, text="Teksts.")
    return row


def announced(cast: Cast) -> Regulation:
    """Announce one so long ago that the two weeks were over yesterday."""
    row = drafted(cast.system)
    opens = timezone.localdate() - datetime.timedelta(days=15)
    closes = opens + datetime.timedelta(days=14)
    regulations.announce(by=cast.ogre, regulation=row, opens=opens, closes=closes)
    return Regulation.objects.get(pk=row.pk)


def decided(by: User, **changes: object) -> Decision:
    """Return a decision of today by which Ogre's council issues a regulation."""
    ogre = Partner.objects.filter(municipality__slug="ogres-novads")
    ogre.update(agreement_on=timezone.localdate())
    source = Decision.objects.filter(municipality__slug="ogres-novads").earliest("pk")
    given = {
        "sitting_on": timezone.localdate(),
        "permitted": ["binding_regulation"],
        "published_at": timezone.now(),
        "published_by": by,
        "valid_until": None,
        "edited_by": None,
    }
    kept = ("body", "text", "document_title", "permits", "source")
    said = {f"{name}_{code}": getattr(source, f"{name}_{code}") for name in kept for code in CODES}
    return Decision.objects.create(**{"municipality": source.municipality} | said | given | changes)
