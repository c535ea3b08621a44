"""What was thrown away a moment ago comes back by one click, for whoever threw it away."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.blueprints.test_library import practice as mistyped
from tests.trial.conftest import TrialCast, _loaded, cast, draft
from tests.trial.test_pages import address, as_user

from ligzda.blueprints import actions as blueprints
from ligzda.blueprints.forms import facts_of
from ligzda.blueprints.models import ModelVersion, Practice
from ligzda.kernel.room import named, rooms
from ligzda.network.actions import erase_user, grant_role, invite_user
from ligzda.network.load import system_member
from ligzda.network.models import AuditEvent, Membership, Partner, Undoable, User
from ligzda.network.roles import Administrator
from ligzda.network.undoing import forget_what_cannot_be_undone, keep_for_undo
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion

__all__ = ["_loaded", "cast", "draft"]
pytestmark = pytest.mark.django_db
DOCUMENT = Path(__file__).resolve().parents[2] / "docs/undo.md"


def state(*rows: models.Model | Iterable[models.Model]) -> str:
    """Return everything that rows say."""
    flat = [
        row for each in rows for row in (each if not isinstance(each, models.Model) else [each])
    ]
    return repr([sorted((k, v) for k, v in vars(row).items() if k[0] != "_") for row in flat])


def done(client: Client, where: str, **sent: str) -> str:
    """Do something on a page; return where the button of its notice leads."""
    page = client.post(where, sent, follow=True).content.decode()
    found = re.search(r'class="messages".*?action="([^"]+)"', page, re.S)
    assert found, "the notice has no button"
    return found[1]


def draft_state(version: ProtocolVersion) -> str:
    return state(
        ProtocolVersion.objects.get(pk=version.pk),
        version.arms.order_by("pk"),
        version.documents.order_by("pk"),
    )


def test_a_draft_of_the_protocol_comes_back_whole(cast: TrialCast, draft: ProtocolVersion) -> None:
    registry.attach_document(
        by=cast.evaluator, version=draft, title="Ētika", content=b"%PDF-1.7\n\xff\x00", public=True
    )
    before, client = draft_state(draft), as_user(cast.evaluator)
    undo = done(client, address("trial:finish", str(draft)), drop="1", confirmed="1")
    assert not ProtocolVersion.objects.exists()
    answer = client.post(undo)
    assert answer["Location"] == address("trial:version", str(draft))
    assert draft_state(draft) == before
    newest = AuditEvent.objects.order_by("-pk").values_list("action", flat=True)
    assert list(newest[:2]) == ["protocol.drop.undo", "protocol.drop"]
    client.post(undo)
    assert ProtocolVersion.objects.count() == 1, "once"


def test_a_draft_of_a_model_and_a_practice_come_back_whole(cast: TrialCast) -> None:
    newest = ModelVersion.objects.get(model__code="M1", published_at__isnull=False)
    version = blueprints.draft_version(
        by=cast.evaluator,
        code="M1",
        name=blueprints.Text(lv="x", en="x"),
        facts_given=facts_of(newest),
    )
    client = as_user(cast.evaluator)

    def of_version() -> str:
        parts = (version.levels, version.traces, version.rules, version.texts)
        row = ModelVersion.objects.get(pk=version.pk)
        return state(row, *(part.order_by("pk") for part in parts))

    before = of_version()
    where = reverse("blueprints:version_finish", args=["M1"])
    client.post(done(client, where, drop="1", confirmed="1"))
    assert of_version() == before
    practice = blueprints.add_practice(by=cast.evaluator, facts_given=mistyped("mistyped"))

    def of_practice() -> str:
        return state(Practice.objects.get(pk=practice.pk), practice.levels.order_by("pk"))

    before = of_practice()
    where = reverse("blueprints:practice_remove", args=[practice.slug])
    undo = done(client, where, confirmed="1")
    assert not Practice.objects.filter(pk=practice.pk).exists()
    client.post(undo)
    assert of_practice() == before


def test_a_role_that_was_ended_is_held_again(cast: TrialCast) -> None:
    by = system_member()
    keeper = invite_user(by=by, email="k@ligzda.example", name="K")
    partner = Partner.objects.filter(kind="university")[0]
    grant_role(by=by, user=keeper, role=Administrator, partner=partner)
    User.objects.filter(pk=keeper.pk).update(is_demo=True)
    held = Membership.objects.get(user=cast.second)
    before, client = state(held), as_user(keeper)
    undo = done(client, reverse("desk:end_role", args=[held.pk]))
    held.refresh_from_db()
    assert held.period.upper is not None
    client.post(undo)
    held.refresh_from_db()
    assert state(held) == before


def test_nobody_else_undoes_it_and_nobody_after_ten_minutes(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    client = as_user(cast.evaluator)
    undo = done(client, address("trial:finish", str(draft)), drop="1", confirmed="1")
    for other in (cast.second, cast.stranger):
        page = as_user(other).post(undo, follow=True).content.decode()
        assert "vairs nevar atsaukt" in page
    assert Client().post(undo).status_code == 302
    Undoable.objects.update(at=timezone.now() - Undoable.LASTS)
    client.post(undo)
    assert not ProtocolVersion.objects.exists()
    forget_what_cannot_be_undone()
    assert not Undoable.objects.exists()


def test_what_stands_in_its_place_by_now_is_not_pushed_away(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    client = as_user(cast.evaluator)
    undo = done(client, address("trial:finish", str(draft)), drop="1", confirmed="1")
    client.post(address("trial:protocol"))
    page = client.post(undo, follow=True).content.decode()
    assert "Melnraksts jau ir" in page
    (other,) = ProtocolVersion.objects.all()
    assert other.pk != draft.pk
    assert Undoable.objects.count() == 1, "it may still come back, when the place is free"


def test_who_may_do_it_no_more_cannot_undo_it(cast: TrialCast, draft: ProtocolVersion) -> None:
    registry.drop_draft(by=cast.evaluator, version=draft)
    number = Undoable.objects.get().pk
    Membership.objects.filter(user=cast.evaluator).delete()
    answer = as_user(cast.evaluator).post(reverse("undo", args=[number]))
    assert answer.status_code == 403
    assert not ProtocolVersion.objects.exists()


def test_erasing_a_person_deletes_what_they_could_undo(cast: TrialCast) -> None:
    user = User.objects.get(pk=cast.stranger.pk)
    keep_for_undo(by=user, act="role.end", rows=[Membership.objects.all()[0]])
    erase_user(by=system_member(), user=user)
    assert not Undoable.objects.exists()


def test_the_document_lists_what_comes_back() -> None:
    acts = {act: path for room in rooms() for act, path in room.undo.items()}
    assert all(callable(named(path)) for path in acts.values())
    listed = re.findall(r"^\| `([\w.]+)` \|", DOCUMENT.read_text("utf-8"), re.M)
    assert sorted(listed) == sorted(acts)
