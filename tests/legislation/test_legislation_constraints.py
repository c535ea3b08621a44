"""What the database refuses of acts, packages and opinions."""

import datetime

import pytest
from django.utils import timezone
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of
from tests.legislation.conftest import Desk, announced, decided, drafted

from ligzda.findings.models import Claim
from ligzda.kernel.hashing import sha256
from ligzda.kernel.texts import Text
from ligzda.legislation.models import (
    Act,
    ActText,
    Advised,
    AnnotationPart,
    BudgetLine,
    Change,
    ConfirmedForm,
    Consultation,
    Ground,
    MemorandumPart,
    Opinion,
    OpinionRow,
    Package,
    PublicComment,
    Regulation,
    UnitLink,
)

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
NEED = Text({"lv": "A", "en": "B"})


def _provocations(desk: Desk) -> dict[str, Provocation]:
    package, by = desk.package, desk.lawyer
    mine = Package.objects.filter(pk=package.pk)
    now = timezone.now()
    text = {"act": desk.text.act, "on": desk.text.on, "added_by": by, "source": "x"}
    change = {"package": package, "text": desk.text, "engine": ""}
    opinion = {"package": package, "on": now.date(), "recorded_by": by, "giver": "FM"}

    def objected(**changes: object) -> None:
        given = Opinion.objects.create(**opinion, result="agreed")
        OpinionRow.objects.create(**{"opinion": given, "kind": "objection", "text": "A"} | changes)

    def filed() -> None:
        mine.update(signed_at=now, signed_by=by, filed_at=now, filed_by=desk.reviewer)

    def after_filing(what: Provocation) -> Provocation:
        def both() -> None:
            filed()
            what()

        return both

    def twice(make: Provocation) -> Provocation:
        return lambda: (make(), make())

    def advised(**changes: object) -> None:
        given = {"number": 1, "version": 1, "title": "A", "sha256": "0" * 64}
        Advised.objects.create(**{"package": package} | given | changes)

    def linked(**changes: object) -> None:
        given = {"address": "pants:1", "factor": "A", "level": "+", "added_by": by}
        UnitLink.objects.create(**{"act": desk.text.act} | given | changes)

    def confirmed(**changes: object) -> None:
        given = {"place": 1, "old": "A", "new": "B", "confirmed_by": by}
        ConfirmedForm.objects.create(**{"change": package.changes.get()} | given | changes)

    def paid(**changes: object) -> None:
        given = {"row": "1.1", "year": 2026, "amount": 1}
        BudgetLine.objects.create(**{"package": package} | given | changes)

    return {
        "package_form_is_known": lambda: mine.update(form="x"),
        "advised_once_a_package": twice(advised),
        "advised_has_a_hash": lambda: advised(sha256="x"),
        "advised.as_filed": after_filing(advised),
        "unit_link_once": twice(linked),
        "unit_link_names_unit_and_level": lambda: linked(level=""),
        "form_confirmed_once": twice(confirmed),
        "confirmed_form_is_given": lambda: confirmed(new=""),
        "confirmedform.as_filed": after_filing(confirmed),
        "budget_amount_once": twice(paid),
        "budget_row_and_year_are_known": lambda: paid(year=1999),
        "budgetline.as_filed": after_filing(paid),
        "act_kind_is_known": lambda: Act.objects.create(slug="x", title="X", kind="x", need=NEED),
        "act_text_added_once": lambda: ActText.objects.create(
            **text, text=desk.text.text, sha256=desk.text.sha256
        ),
        "act_text_has_its_hash": lambda: ActText.objects.create(
            **text, text="A", sha256=sha256("B")
        ),
        "act_text_and_source_are_given": lambda: ActText.objects.create(
            **text, text="", sha256=sha256("")
        ),
        "acttext.text_stays": lambda: ActText.objects.filter(pk=desk.text.pk).update(text="B"),
        "package_kind_and_term_are_known": lambda: mine.update(kind="x"),
        "package_has_a_day_if_it_says_so": lambda: mine.update(in_force="date"),
        "package_signed_by_somebody_at_some_time": lambda: mine.update(signed_at=now),
        "package_filed_by_somebody_once_signed": lambda: mine.update(
            filed_at=now, filed_by=desk.reviewer
        ),
        "package_is_filed_by_a_second_person": lambda: mine.update(
            signed_at=now, signed_by=by, filed_at=now, filed_by=by
        ),
        "package.filed_stays": after_filing(lambda: mine.update(kind="cabinet")),
        "change_has_its_place": lambda: Change.objects.create(**change, place=1, final="A"),
        "change_says_something": lambda: Change.objects.create(**change, place=2, final=""),
        "change.as_filed": after_filing(lambda: package.changes.all().update(final="B")),
        "annotation_section_once": twice(
            lambda: AnnotationPart.objects.create(package=package, code="1.1", text="A")
        ),
        "annotation_section_says_something": lambda: AnnotationPart.objects.create(
            package=package, code="1.1"
        ),
        "annotationpart.as_filed": after_filing(
            lambda: AnnotationPart.objects.create(package=package, code="1.1", text="A")
        ),
        "ground_once_a_package": twice(lambda: _ground(desk)),
        "ground_has_a_hash": lambda: _ground(desk, "x"),
        "ground.as_filed": after_filing(lambda: _ground(desk)),
        "opinion_once_a_round": twice(lambda: Opinion.objects.create(**opinion, result="agreed")),
        "opinion_result_and_round_are_known": lambda: Opinion.objects.create(**opinion, result="x"),
        "opinion.as_filed": after_filing(
            lambda: Opinion.objects.create(**opinion, result="agreed")
        ),
        "opinion_row_kind_and_outcome_are_known": lambda: objected(kind="x"),
        "opinion_row_outcome_has_reasons": lambda: objected(outcome="taken"),
        "opinion_row_says_something": lambda: objected(text=""),
        "opinionrow.as_filed": lambda: _row_after_filing(desk, filed),
    }


def _of_regulations(cast: Cast) -> dict[str, Provocation]:
    row, today = announced(cast), timezone.localdate()
    mine = Regulation.objects.filter(pk=row.pk)
    asked = row.consultation
    decision = decided(cast.system)
    adopted = {"decision": decision, "number": "1", "adopted_by": cast.ogre}
    sent = adopted | {"sent_on": today}
    published = sent | {
        "published_on": today,
        "published_in": "LV",
        "published_by": cast.system,
        "in_force_on": today + DAY,
    }

    def said(**changes: object) -> PublicComment:
        given = {"on": asked.closes, "text": "A", "recorded_by": cast.ogre}
        return PublicComment.objects.create(**{"consultation": asked} | given | changes)

    def then(first: dict[str, object], **changes: object) -> Provocation:
        return lambda: (mine.update(**first), mine.update(**changes))

    def after_adoption() -> None:
        mine.update(**adopted)
        row.memorandum.all().update(text="B")

    return {
        "regulation_says_something": lambda: mine.update(text=""),
        "regulation_announced_by_somebody_with_its_text": lambda: mine.update(announced_text=""),
        "regulation_is_announced_by_a_second_person": lambda: mine.update(
            announced_by=row.drafted_by
        ),
        "regulation_is_adopted_with_its_number": lambda: mine.update(**adopted | {"number": ""}),
        "regulation_is_sent_once_adopted": lambda: mine.update(sent_on=today),
        "regulation_is_answered_once_sent": lambda: mine.update(**sent, ministry="agreed"),
        "regulation_is_published_once_sent": lambda: mine.update(
            **published | {"in_force_on": today}
        ),
        "regulation_is_published_by_a_second_person": lambda: mine.update(
            **published | {"published_by": cast.ogre}
        ),
        "regulation.published_stays": then(published, published_in="Citur"),
        "regulation.adopted_by_its_council": lambda: mine.update(
            **adopted
            | {"decision": decided(cast.system, published_at=None, published_by=None,
                                   document_title_lv="Melnraksts")}
        ),
        "regulation.adopted_text_stays": then(adopted, text="B"),
        "memorandumpart.as_adopted": after_adoption,
        "memorandum_section_once": lambda: MemorandumPart.objects.create(
            regulation=row, code="1", text="B"
        ),
        "memorandum_section_says_something": lambda: row.memorandum.all().update(text=""),
        "consultation_is_about_one_draft": lambda: Consultation.objects.create(
            opens=today, closes=today + 14 * DAY, opened_by=cast.ogre
        ),
        "consultation_lasts_two_weeks": lambda: Consultation.objects.create(
            regulation=drafted(cast.system), opens=today, closes=today + 13 * DAY,
            opened_by=cast.ogre,
        ),
        "consultation.days_stay": lambda: Consultation.objects.filter(pk=asked.pk).update(
            closes=today + 99 * DAY
        ),
        "publiccomment.within_its_days": lambda: said(on=asked.closes + DAY),
        "publiccomment.said_stays": lambda: (said(), asked.comments.all().update(text="B")),
        "public_comment_says_something": lambda: said(text=""),
        "public_comment_is_of_an_account_or_recorded": lambda: said(author=cast.participant),
        "public_comment_outcome_has_reasons": lambda: said(outcome="taken"),
    }  # fmt: skip


def _ground(desk: Desk, digest: str = "0" * 64) -> None:
    claim, _made = Claim.objects.get_or_create(
        number=999,
        defaults={
            "predicate": "x",
            "sha256": sha256("x"),
            "drafted_at": timezone.now(),
            "drafted_by": desk.lawyer,
        },
    )
    Ground.objects.create(package=desk.package, claim=claim, sha256=digest)


def _row_after_filing(desk: Desk, filed: Provocation) -> None:
    given = Opinion.objects.create(
        package=desk.package, on=datetime.date(2026, 1, 1), recorded_by=desk.reviewer,
        giver="FM", result="agreed",
    )  # fmt: skip
    filed()
    OpinionRow.objects.create(opinion=given, kind="objection", text="A")


def test_the_database_refuses_each(cast: Cast, desk: Desk) -> None:
    provocations = _provocations(desk) | _of_regulations(cast)
    assert set(provocations) == {
        name for name in constraints_of("legislation") if not name.startswith("legislation_")
    }
    for name, provoke in provocations.items():
        assert_refused(name, provoke)
