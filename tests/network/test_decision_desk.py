"""The desk of a council's decisions: draft, documents, second look, publishing; and who sees it."""

import datetime
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cast import Cast
from tests.network.containers import PDF, certificate, container, signature

from ligzda.kernel.errors import WrongStateError
from ligzda.network import actions
from ligzda.network.models import (
    AuditEvent,
    Decision,
    DecisionDocument,
    Municipality,
    Partner,
    Permit,
    User,
)
from ligzda.network.roles import Coordinator
from ligzda.network.rules import in_force

GIVEN = {
    "document_title_lv": "Par inkubatora atvēršanu", "document_title_en": "On opening",
    "body_lv": "Ogres novada dome", "body_en": "Ogre Municipal Council",
    "sitting_on": "2026-02-26", "votes_for": "12", "votes_against": "1", "votes_abstained": "2",
    "text_lv": "Atvērt inkubatoru.", "text_en": "To open the incubator.",
    "permitted": ["open_incubator", "order_plan"],
    "permits_lv": "Inkubatoru var atvērt.", "permits_en": "The incubator may open.",
    "valid_until": "2030-12-31",
}  # fmt: skip
SECRET = b"%PDF-1.7 slepens melnraksts\n%%EOF\n"


@pytest.fixture
def colleague(cast: Cast) -> User:
    """Another coordinator of Ogre."""
    user = actions.invite_user(by=cast.system, email="otra@ogre.example", name="Otra")
    partner = Partner.objects.get(slug="ogres-novada-pasvaldiba")
    actions.grant_role(by=cast.system, user=user, role=Coordinator, partner=partner)
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def draft(cast: Cast) -> Decision:
    """Written by Ogre's coordinator on the pages, with a document that is for nobody else."""
    client = signed_in(cast.ogre)
    answer = client.post(reverse("network:decision_new", args=["ogres-novads"]), GIVEN)
    row = Decision.objects.get(document_title_lv="Par inkubatora atvēršanu")
    assert answer["Location"] == reverse("network:decision", args=[row.pk])
    attach(client, row, SECRET)
    return row


def attach(client: Client, row: Decision, content: bytes, **more: str) -> str:
    file = SimpleUploadedFile("lemums.bin", content)
    address = reverse("network:document_add", args=[row.pk])
    answer = client.post(address, {"title": "Lēmums", "file": file, **more}, follow=True)
    return answer.content.decode()


def publish(client: Client, row: Decision) -> str:
    """Ask, then confirm what was shown; return the page after it."""
    address = reverse("network:decision_publish", args=[row.pk])
    asked = client.post(address, follow=True).content.decode()
    stamp = re.search(r'name="as_seen" value="([^"]*)"', asked)
    given = {"confirmed": "1", "as_seen": stamp[1] if stamp else ""}
    return client.post(address, given, follow=True).content.decode()


def test_what_is_written_is_kept_with_its_votes_permits_and_last_day(draft: Decision) -> None:
    draft.refresh_from_db()
    assert (draft.votes_for, draft.votes_against, draft.votes_abstained) == (12, 1, 2)
    assert draft.permitted == ["open_incubator", "order_plan"]
    assert draft.valid_until == datetime.date(2030, 12, 31)
    assert draft.edited_by is not None
    actions_of_it = AuditEvent.objects.filter(municipality=draft.municipality)
    assert {"decision.draft", "decision.attach"} <= {event.action for event in actions_of_it}


def test_another_coordinator_looks_at_it_and_publishes(
    cast: Cast, draft: Decision, colleague: User
) -> None:
    page = publish(signed_in(cast.ogre), draft)
    assert "Cits pašvaldības koordinators" in page
    page = publish(signed_in(colleague), draft)
    draft.refresh_from_db()
    assert draft.published_by == colleague
    assert not draft.published_alone
    assert draft.reference in page
    assert in_force(
        municipality=draft.municipality, permit=Permit.OPEN_INCUBATOR, on=timezone.localdate()
    ).filter(pk=draft.pk)


def test_a_changed_document_needs_a_look_again(
    cast: Cast, draft: Decision, colleague: User
) -> None:
    attach(signed_in(colleague), draft, PDF)
    with pytest.raises(WrongStateError):
        actions.publish_decision(by=colleague, decision=draft)
    assert actions.publish_decision(by=cast.ogre, decision=draft).published_at


def test_the_only_coordinator_publishes_alone_and_that_stands_with_it(
    cast: Cast, draft: Decision, client: Client
) -> None:
    address = reverse("network:decision_publish", args=[draft.pk])
    asked = signed_in(cast.ogre).post(address).content.decode()
    assert "bez otra skatījuma" in asked
    publish(signed_in(cast.ogre), draft)
    draft.refresh_from_db()
    assert draft.published_alone
    shown = client.get(reverse("network:decision", args=[draft.pk])).content.decode()
    assert "Publicēts bez otra skatījuma" in shown


def test_a_colleague_whose_role_has_ended_counts_no_more(
    cast: Cast, draft: Decision, colleague: User
) -> None:
    for membership in colleague.memberships.all():
        actions.end_role(by=cast.administrator, membership=membership)
    assert actions.publish_decision(by=cast.ogre, decision=draft).published_alone


def test_what_was_changed_since_it_was_shown_is_not_published(
    cast: Cast, draft: Decision, colleague: User
) -> None:
    client = signed_in(colleague)
    address = reverse("network:decision_publish", args=[draft.pk])
    asked = client.post(address).content.decode()
    stamp = re.search(r'name="as_seen" value="([^"]*)"', asked)
    assert stamp
    attach(signed_in(cast.ogre), draft, PDF)
    page = client.post(address, {"confirmed": "1", "as_seen": stamp[1]}, follow=True)
    assert "look again" in page.content.decode() or "vēlreiz" in page.content.decode()
    draft.refresh_from_db()
    assert draft.published_at is None


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"permitted": []}, "atļautās darbības"),
        ({"text_en": " "}, "angliski"),
        ({"sitting_on": timezone.localdate() + datetime.timedelta(days=1)}, "sēde"),
    ],
    ids=["permits nothing", "one language", "not sat yet"],
)
def test_an_unfinished_draft_says_what_is_missing(
    cast: Cast, draft: Decision, change: dict[str, object], named: str
) -> None:
    Decision.objects.filter(pk=draft.pk).update(**change)
    with pytest.raises(WrongStateError, match=named):
        actions.publish_decision(by=cast.ogre, decision=draft)
    html = signed_in(cast.ogre).get(reverse("network:decision", args=[draft.pk])).content.decode()
    assert re.search(r'(?s)<button[^>]*aria-disabled="true"[^>]*>\s*Publicēt', html)


def test_without_a_document_or_an_address_it_is_not_published(cast: Cast, draft: Decision) -> None:
    actions.remove_document(by=cast.ogre, document=draft.documents.get())
    with pytest.raises(WrongStateError, match="dokuments"):
        actions.publish_decision(by=cast.ogre, decision=draft)


ADDRESSES = ("decision", "decision_edit", "document_add")
WRITES = ("decision_edit", "decision_publish", "decision_drop", "document_add")


@pytest.mark.parametrize("who", ["cesis", "evaluator", "administrator", "participant", "stranger"])
def test_a_draft_and_its_paper_are_nobody_else_s(cast: Cast, draft: Decision, who: str) -> None:
    user = getattr(cast, who)
    client = Client() if who == "stranger" else signed_in(user)
    document = draft.documents.get()
    paper = reverse("network:document", args=[draft.pk, document.sha256])
    remove = reverse("network:document_remove", args=[draft.pk, document.sha256])
    answers = [client.get(reverse(f"network:{name}", args=[draft.pk])) for name in ADDRESSES]
    answers += [client.post(reverse(f"network:{name}", args=[draft.pk])) for name in WRITES]
    answers += [client.get(paper), client.post(remove, {"confirmed": "1"})]
    for answer in answers:
        assert answer.status_code in (302, 404), answer.request["PATH_INFO"]
        assert "Par inkubatora" not in answer.content.decode()
        assert b"slepens" not in answer.content
    every = [reverse("portal:municipality", args=["ogres-novads"]), "/data/decisions.csv",
             f"/api/v1/decisions/{draft.pk}"]  # fmt: skip
    for address in every:
        assert "Par inkubatora" not in client.get(address).content.decode(), address
    assert Decision.objects.get(pk=draft.pk).published_at is None
    assert DecisionDocument.objects.filter(pk=document.pk).exists()


def test_the_paper_of_another_decision_is_not_found_below_a_public_one(
    cast: Cast, draft: Decision, client: Client
) -> None:
    public = Decision.objects.filter(published_at__isnull=False).earliest("pk")
    address = reverse("network:document", args=[public.pk, draft.documents.get().sha256])
    assert client.get(address).status_code == 404
    assert signed_in(cast.ogre).get(address).status_code == 404


def test_published_papers_are_read_as_was_said_and_stay(cast: Cast, draft: Decision) -> None:
    attach(signed_in(cast.ogre), draft, PDF, public="on")
    publish(signed_in(cast.ogre), draft)
    public, kept = draft.documents.order_by("-public")
    stranger = Client()
    for document, status in ((public, 200), (kept, 404)):
        address = reverse("network:document", args=[draft.pk, document.sha256])
        assert stranger.get(address).status_code == status
    answer = stranger.get(reverse("network:document", args=[draft.pk, public.sha256]))
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    with pytest.raises(WrongStateError):
        actions.remove_document(by=cast.ogre, document=public)


def test_a_signed_container_shows_its_signers_and_that_nobody_checked(
    cast: Cast, draft: Decision
) -> None:
    chair = certificate(given="Anna", family="Ozola", code="PNOLV-010180-12345")
    client = signed_in(cast.ogre)
    assert "personas kodi" in attach(client, draft, container(signature(chair)), public="on")
    page = attach(client, draft, container(signature(chair)))
    assert "Anna Ozola" in page
    assert "parakstu šeit nepārbauda" in page
    assert "010180" not in page
    publish(client, draft)
    shown = Client().get(reverse("network:decision", args=[draft.pk])).content.decode()
    assert "Anna Ozola" in shown
    told = [str(event.after) for event in AuditEvent.objects.filter(action="decision.attach")]
    assert "Ozola" not in "".join(told)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"MZ program", "nav ne PDF"), (b"%PDF-1.7 cut", "beigu"), (SECRET, "jau ir pievienot")],
    ids=["a program", "cut off", "twice"],
)
def test_other_files_are_refused_beside_the_form(
    cast: Cast, draft: Decision, content: bytes, sentence: str
) -> None:
    assert sentence in attach(signed_in(cast.ogre), draft, content)
    assert draft.documents.count() == 1


def test_two_writers_are_told_of_each_other(cast: Cast, draft: Decision, colleague: User) -> None:
    address = reverse("network:decision_edit", args=[draft.pk])
    first, second = signed_in(cast.ogre), signed_in(colleague)
    stamp = second.get(address).context["form"].stamp()
    first.post(address, {**GIVEN, "text_lv": "Atvērt to marta sākumā."})
    late = second.post(address, {**GIVEN, "text_lv": "Atvērt to maijā.", "as_seen": stamp})
    html = late.content.decode()
    assert "Atvērt to marta sākumā." in html
    assert "Atvērt to maijā." in html
    draft.refresh_from_db()
    assert draft.text_lv == "Atvērt to marta sākumā."
    publish(second, draft)
    late = first.post(address, {**GIVEN, "text_lv": "Atvērt to rudenī."})
    assert late.status_code == 409
    assert "Atvērt to rudenī." in late.content.decode()
    assert first.get(address).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"votes_for": ""}, "visus trīs"),
        ({"votes_for": "1", "votes_against": "1"}, "vairāk balsu"),
        ({"valid_until": "2026-01-01"}, "pirms sēdes"),
        ({"permitted": ["fly"]}, "fly"),
    ],
)
def test_a_wrong_form_is_marked_and_kept(
    cast: Cast, wrong: dict[str, object], sentence: str
) -> None:
    address = reverse("network:decision_new", args=["ogres-novads"])
    html = signed_in(cast.ogre).post(address, {**GIVEN, **wrong}).content.decode()
    assert sentence in html
    assert "Atvērt inkubatoru." in html
    assert not Decision.objects.filter(document_title_lv="Par inkubatora atvēršanu").exists()


def test_a_draft_is_thrown_away_after_a_question(cast: Cast, draft: Decision) -> None:
    client = signed_in(cast.ogre)
    address = reverse("network:decision_drop", args=[draft.pk])
    client.post(address)
    assert Decision.objects.filter(pk=draft.pk).exists()
    attach(client, draft, PDF)
    kept = list(Decision.objects.filter(pk=draft.pk).values())
    papers = list(draft.documents.values())
    page = client.post(address, {"confirmed": "1"}, follow=True).content.decode()
    assert not Decision.objects.filter(pk=draft.pk).exists()
    undo = re.search(r'class="messages".*?action="([^"]+)"', page, re.S)
    assert undo
    assert signed_in(cast.cesis).post(undo[1], follow=True).status_code == 200
    assert not Decision.objects.filter(pk=draft.pk).exists(), "another's undo"
    answer = client.post(undo[1])
    assert answer["Location"] == reverse("network:decision", args=[draft.pk])
    assert list(Decision.objects.filter(pk=draft.pk).values()) == kept
    assert list(draft.documents.values()) == papers


def test_the_desk_lists_the_own_municipality_s_alone(cast: Cast, draft: Decision) -> None:
    assert Municipality.objects.count() > 1
    html = signed_in(cast.cesis).get(reverse("network:decisions")).content.decode()
    assert "Par inkubatora" not in html
    assert "Cēsu novada" in html
    assert "Ogres novada" not in html
