"""A moderator on a bad day: decide, undo, ban; authors read reasons and appeal."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from tests.cast import Cast

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import AuditEvent, User
from ligzda.newsroom import actions, queries
from ligzda.newsroom.actions import CommentRefusedError, Decision, Posted
from ligzda.newsroom.models import Appeal, Article, Ban, Comment, Notice, Transition
from ligzda.newsroom.states import State, Step

pytestmark = pytest.mark.django_db

REMOVE = Decision(step=Step.REMOVE, ground="hatred", statement="Aicina uz naidu pret kaimiņiem.")


def decide(by: User, comment: Comment, decision: Decision) -> Transition:
    comment.refresh_from_db()
    return actions.decide(by=by, comment=comment, version=comment.version, decision=decision)


def test_a_stranger_and_a_coordinator_see_no_moderation(
    client: Client, cast: Cast, write: Callable[..., Posted], moderator: User
) -> None:
    comment = write().comment
    paths = ["/moderacija/", "/moderacija/liegumi/", f"/moderacija/{comment.pk}/"]
    for path in paths:
        assert client.get(path).status_code == 302  # to sign in
    client.force_login(cast.ogre)
    for path in paths:
        assert client.get(path).status_code == 403
    with pytest.raises(PermissionDenied):
        decide(cast.ogre, comment, REMOVE)
    client.force_login(moderator)
    for path in paths:
        assert client.get(path).status_code == 200


def test_removed_says_why_in_its_place(
    client: Client, write: Callable[..., Posted], article: Article, moderator: User
) -> None:
    comment = write("Naida runa").comment
    decide(moderator, comment, REMOVE)
    page = client.get(f"/zinas/{article.slug}/").content.decode()
    assert "Naida runa" not in page
    assert "Komentārs izņemts: 2. noteikums: naids" in page
    event = AuditEvent.objects.filter(action="comment remove").get()
    assert event.by == moderator
    assert "Naida runa" not in repr(event.after)


def test_a_restriction_needs_ground_and_reasons(
    write: Callable[..., Posted], moderator: User
) -> None:
    comment = write("Kaut kas").comment
    for bad in (
        Decision(step=Step.REMOVE, ground="", statement="Jo."),
        Decision(step=Step.REMOVE, ground="morals", statement="  "),
        Decision(step=Step.REMOVE, ground="taste", statement="Jo."),
    ):
        with pytest.raises(BadDataError):
            decide(moderator, comment, bad)
    comment.refresh_from_db()
    assert comment.state == State.SHOWN


def test_two_at_once_never_decide_the_same(
    write: Callable[..., Posted], moderator: User, second_moderator: User
) -> None:
    comment = write("stulbenis").comment
    seen = comment.version
    release = Decision(step=Step.RELEASE)
    actions.decide(by=moderator, comment=comment, version=seen, decision=release)
    reject = Decision(step=Step.REJECT, ground="foul", statement="Rupji.")
    with pytest.raises(WrongStateError):
        actions.decide(by=second_moderator, comment=comment, version=seen, decision=reject)


def test_in_hand_means_in_hand(
    write: Callable[..., Posted], moderator: User, second_moderator: User
) -> None:
    first, second = write("stulbenis").comment, write("idiots").comment
    assert actions.claim_next(by=moderator) == first
    assert actions.claim_next(by=second_moderator) == second
    with pytest.raises(WrongStateError):
        decide(second_moderator, first, Decision(step=Step.RELEASE))
    Comment.objects.update(claimed_until=timezone.now() - datetime.timedelta(seconds=1))
    decide(second_moderator, first, Decision(step=Step.RELEASE))


def test_nobody_decides_about_their_own(write: Callable[..., Posted], moderator: User) -> None:
    comment = write("stulbenis", user=moderator).comment
    with pytest.raises(NotAllowedError):
        decide(moderator, comment, Decision(step=Step.RELEASE))


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("stulbenis", Decision(step=Step.RELEASE)),
        ("stulbenis", Decision(step=Step.REJECT, ground="foul", statement="Rupji.")),
        ("Labi", Decision(step=Step.KEEP)),
        ("Labi", REMOVE),
    ],
)
def test_every_decision_can_be_undone_by_whoever_made_it(
    write: Callable[..., Posted],
    moderator: User,
    second_moderator: User,
    text: str,
    decision: Decision,
) -> None:
    comment = write(text).comment
    before = comment.state
    made = decide(moderator, comment, decision)
    with pytest.raises(NotAllowedError):
        actions.undo(by=second_moderator, transition=made)
    actions.undo(by=moderator, transition=made)
    comment.refresh_from_db()
    assert (comment.state, comment.ground) == (before, "")
    with pytest.raises((WrongStateError, NotAllowedError)):
        actions.undo(by=moderator, transition=made)


def test_an_appeal_goes_to_another_moderator(
    write: Callable[..., Posted], moderator: User, second_moderator: User
) -> None:
    comment = write("Karsti vārdi").comment
    decide(moderator, comment, REMOVE)
    with pytest.raises(NotAllowedError):
        actions.appeal(comment=comment, mine=False, by=None, text="Tā nav taisnība.")
    actions.appeal(comment=comment, mine=True, by=None, text="Citēju likumu.")
    with pytest.raises(WrongStateError):
        actions.appeal(comment=comment, mine=True, by=None, text="Vēlreiz!")
    restore = Decision(step=Step.RESTORE, statement="Jums taisnība, tas ir citāts.")
    with pytest.raises(NotAllowedError):
        decide(moderator, comment, restore)
    made = decide(second_moderator, comment, restore)
    comment.refresh_from_db()
    assert (comment.state, comment.ground) == (State.SHOWN, "")
    assert Appeal.objects.get().decided_by == second_moderator
    actions.undo(by=second_moderator, transition=made)
    comment.refresh_from_db()
    assert (comment.state, comment.ground) == (State.APPEALED, "hatred")
    assert Appeal.objects.get().decided_at is None
    confirm = Decision(step=Step.CONFIRM, statement="Citātu nav.")
    decide(second_moderator, comment, confirm)
    comment.refresh_from_db()
    assert (comment.state, comment.ground) == (State.CONFIRMED, "hatred")


def test_a_guest_reads_reasons_and_appeals_with_the_code(
    write: Callable[..., Posted], moderator: User
) -> None:
    posted = write("Ass vārds")
    made = decide(moderator, posted.comment, REMOVE)
    reader = Client()
    wrong = reader.post("/komentari/kods/", {"code": "aaaaa-aaaaa-aaaaa-aaaaa"})
    assert wrong.status_code == 422
    shown = reader.post("/komentari/kods/", {"code": posted.receipt.upper()}, follow=True)
    page = shown.content.decode()
    for part in (f"L-{made.pk}", "Aicina uz naidu", "sūdzīb"):
        assert part in page
    address = f"/komentari/mans/{posted.comment.pk}/"
    reader.post(address, {"appeal": "1", "text": "Lūdzu, izlasiet vēlreiz."})
    posted.comment.refresh_from_db()
    assert posted.comment.state == State.APPEALED


def test_each_code_adds_its_comment_to_the_list(write: Callable[..., Posted], cast: Cast) -> None:
    first, second, other = (write(text) for text in ("Viens viedoklis", "Divi", "Svešs"))
    reader = Client()
    for posted in (first, second):
        reader.post("/komentari/kods/", {"code": posted.receipt})
    page = reader.get("/komentari/kods/").content.decode()
    for posted in (first, second):
        assert f'href="/komentari/mans/{posted.comment.pk}/"' in page
    assert f"/komentari/mans/{other.comment.pk}/" not in page
    assert "/komentari/mans/" not in Client().get("/komentari/kods/").content.decode()
    theirs = write("Dalībnieces viedoklis", user=cast.participant)
    member = Client()
    member.force_login(cast.participant)
    page = member.get("/komentari/kods/").content.decode()
    assert page.count("/komentari/mans/") == 1
    assert f"/komentari/mans/{theirs.comment.pk}/" in page


def test_a_notice_is_confirmed_decided_and_answered(
    client: Client, write: Callable[..., Posted], moderator: User
) -> None:
    comment = write("Neslavas celšana").comment
    address = f"/komentari/pazinot/{comment.pk}/"
    bare = {"explanation": "Nepatiess apgalvojums par mani.", "good_faith": "on"}
    assert client.post(address, bare).status_code == 422  # neither name nor address
    assert client.post(address, {**bare, "abuse_of_children": "on"}).status_code == 200
    whole = {**bare, "name": "Anna", "email": "anna@example.lv"}
    page = client.post(address, whole).content.decode()
    code = page.split('class="receipt">')[1].split("<")[0]
    notice = Notice.objects.order_by("-pk")[0]
    with pytest.raises(BadDataError):
        decide(moderator, comment, Decision(step=Step.KEEP))
    answer = Decision(step=Step.REMOVE, ground="law", statement="Neslavas celšana.")
    made = decide(moderator, comment, answer)
    notice.refresh_from_db()
    assert (notice.outcome, notice.decided_by) == ("removed", moderator)
    told = client.post("/komentari/kods/", {"code": code}).content.decode()
    assert "komentārs izņemts" in told
    statement = queries.statement(made)
    assert statement is not None
    assert "paziņojums par nelikumīgu saturu" in statement.origin
    actions.undo(by=moderator, transition=made)
    notice.refresh_from_db()
    assert notice.outcome == ""


def ban(by: User, comment: Comment, **more: Any) -> Any:
    given: dict[str, Any] = {
        "days": 7,
        "only_article": False,
        "ground": "hatred",
        "statement": "Atkārtoti.",
    }
    return actions.ban(by=by, comment=comment, **{**given, **more})


@pytest.mark.parametrize(
    "dress",
    [
        "janis.berzins@gmail.com",
        "JANIS.BERZINS@GMAIL.COM",
        "j.a.n.i.s.berzins@gmail.com",
        "janisberzins+cits@googlemail.com",
        "ｊanisberzins@gmail.com",
        " janisberzins@gmail.com ",
    ],
)
def test_a_ban_is_not_evaded_by_case_or_dots(
    write: Callable[..., Posted], moderator: User, dress: str
) -> None:
    comment = write("Pirmais", email="janisberzins@gmail.com").comment
    ban(moderator, comment)
    with pytest.raises(CommentRefusedError, match="3\\. noteikums"):
        write("Otrais", email=dress)
    write("Cits cilvēks", email="anna@gmail.com")


def test_a_banned_account_writes_neither_as_member_nor_as_guest(
    write: Callable[..., Posted], moderator: User, cast: Cast
) -> None:
    comment = write("Pirmais", user=cast.participant).comment
    row = ban(moderator, comment)
    for writer in ({"user": cast.participant}, {"email": cast.participant.email.upper()}):
        with pytest.raises(CommentRefusedError):
            write("Otrais", **writer)
    actions.lift_ban(by=moderator, row=row)
    write("Otrais", user=cast.participant)
    with pytest.raises(WrongStateError):
        actions.lift_ban(by=moderator, row=row)


def test_a_ban_has_scope_and_end(
    write: Callable[..., Posted], moderator: User, article: Article, cast: Cast
) -> None:
    other = type(article).objects.get(pk=article.pk)
    other.pk, other.slug, other.latest_revision, other.live_revision = None, "cits", None, None
    other.save()
    comment = write("Pirmais", email="anna@example.lv").comment
    ban(moderator, comment, only_article=True)
    with pytest.raises(CommentRefusedError):
        write("Otrais", email="anna@example.lv")
    write("Citur", email="anna@example.lv", on=other)
    Ban.objects.update(
        begins=timezone.now() - datetime.timedelta(days=9),
        ends=timezone.now() - datetime.timedelta(days=1),
    )
    write("Pēc termiņa", email="anna@example.lv")
    with pytest.raises(BadDataError):
        ban(moderator, comment, days=3650)
    with pytest.raises(PermissionDenied):
        ban(cast.ogre, comment)


def test_a_guest_without_an_address_is_known_by_the_network_for_a_week(
    write: Callable[..., Posted], moderator: User
) -> None:
    comment = write("Pirmais", origin="tīkls").comment
    row = ban(moderator, comment, days=180)
    assert (row.ends - row.begins).days == 7
    with pytest.raises(CommentRefusedError):
        write("Otrais", origin="tīkls", name="Cits vārds")
    Comment.objects.update(origin="")
    comment.refresh_from_db()
    with pytest.raises(WrongStateError):
        ban(moderator, comment)


def test_a_network_is_shown_as_a_network(write: Callable[..., Posted], moderator: User) -> None:
    """Fault A15: comments of Valdis, Maija and others stood under one “author”."""
    comment = write("Pirmais", origin="tīkls", name="Valdis").comment
    write("Otrais", origin="tīkls", name="Maija")
    desk = Client()
    desk.force_login(moderator)
    page = desk.get(f"/moderacija/{comment.pk}/").content.decode()
    assert "No tā paša tīkla" in page
    assert "<bdi>Maija</bdi>" in page
    known = write("Trešais", origin="tīkls", email="anna@example.lv").comment
    assert "No tā paša tīkla" not in desk.get(f"/moderacija/{known.pk}/").content.decode()


def test_somebody_else_is_promised_where_there_is_somebody_else(
    write: Callable[..., Posted], moderator: User, request: pytest.FixtureRequest
) -> None:
    """Fault A14: the same person confirmed their own rejection under “another moderator”."""
    made = decide(moderator, write("Naids").comment, REMOVE)
    alone = queries.statement(made)
    assert alone is not None
    assert "Pašlaik ir viens moderators" in alone.redress
    request.getfixturevalue("second_moderator")
    of_two = queries.statement(made)
    assert of_two is not None
    assert "Lemj cits moderators" in of_two.redress


def test_the_tray_is_what_waits_with_its_reasons(
    client: Client, write: Callable[..., Posted], moderator: User
) -> None:
    held = write("stulbenis").comment
    reported = write("Strīdīgi").comment
    actions.report(comment=reported, by=None, origin="x", ground="hatred")
    fresh = write("Jauns").comment
    tray = queries.tray("waiting")
    assert [row.comment.pk for row in tray.rows] == [held.pk, reported.pk]
    assert "vārdu saraksts" in tray.rows[0].chips
    assert "ziņots: 1" in tray.rows[1].chips
    assert [row.comment.pk for row in queries.tray("unseen").rows] == [fresh.pk]
    client.force_login(moderator)
    first = client.post("/moderacija/nakamais/")
    assert first["Location"] == f"/moderacija/{held.pk}/"
    done = client.post(first["Location"], {"version": held.version, "step": "release"})
    assert done.status_code == 302
    page = client.get(done["Location"]).content.decode()
    step = Transition.objects.get(step="release")
    assert f"/moderacija/atsaukt/{step.pk}/" in page
    late = client.post(first["Location"], {"version": held.version, "step": "release"})
    assert late.status_code == 409


@pytest.mark.parametrize(
    ("text", "ground", "reasons"),
    [
        ("Tu esi stulbenis", "foul", "Komentārā ir rupji vārdi: stulbenis."),
        ("Nu, ko", "foul", "Komentārā ir rupji vārdi."),
        ("skat. plans.zip", "markup", "plans.zip"),
        ("Nu, ko", "morals", "nepieklājīgs"),
        ("Nu, ko", "flood", "reklamē"),
        ("Nu, ko", "hatred", "naidu"),
    ],
)
def test_one_key_removes_with_the_usual_reasons(
    client: Client,
    write: Callable[..., Posted],
    moderator: User,
    text: str,
    ground: str,
    reasons: str,
) -> None:
    comment = write(text).comment
    held = comment.state == State.HELD
    client.force_login(moderator)
    address = f"/moderacija/{comment.pk}/"
    assert f'name="usual" value="{ground}"' in client.get(address).content.decode()
    done = client.post(f"/en/moderation/{comment.pk}/", {"version": 1, "usual": ground})
    assert done.status_code == 302
    comment.refresh_from_db()
    assert (comment.state, comment.ground) == (State.REJECTED if held else State.REMOVED, ground)
    made = comment.transitions.latest("pk")
    assert reasons in made.statement  # in the comment's language, not the moderator's
    actions.undo(by=moderator, transition=made)


def test_what_is_written_stands_before_the_usual_and_the_law_has_none(
    client: Client, write: Callable[..., Posted], moderator: User
) -> None:
    comment = write("Kaut kas").comment
    client.force_login(moderator)
    address = f"/moderacija/{comment.pk}/"
    for bad in ({"usual": "law"}, {"usual": "taste"}, {}, {"step": "eat"}):
        assert client.post(address, {"version": 1, **bad}).status_code == 422
    client.post(address, {"version": 1, "usual": "morals", "statement": "Sauc kaimiņu vārdā."})
    assert comment.transitions.latest("pk").statement == "Sauc kaimiņu vārdā."


def test_nobody_floods_the_tray(write: Callable[..., Posted]) -> None:
    comments = [write(f"Viedoklis {number}").comment for number in range(21)]
    for comment in comments[:20]:
        actions.report(comment=comment, by=None, origin="x", ground="foul")
    with pytest.raises(WrongStateError):
        actions.report(comment=comments[20], by=None, origin="x", ground="foul")
    actions.report(comment=comments[20], by=None, origin="y", ground="foul")
    given: dict[str, Any] = {
        "explanation": "x", "name": "A", "email": "a@b.lv", "abuse_of_children": False,
        "good_faith": True, "language": "lv",
    }  # fmt: skip
    for _ in range(20):
        actions.give_notice(comment=comments[0], origin="x", **given)
    with pytest.raises(WrongStateError):
        actions.give_notice(comment=comments[0], origin="x", **given)


@pytest.mark.parametrize("done", ["x", "²", "-1", "9" * 30])
def test_nonsense_after_a_decision_is_nothing(client: Client, moderator: User, done: str) -> None:
    client.force_login(moderator)
    assert client.get("/moderacija/", {"done": done}).status_code == 200


def test_figures_count_what_happened(
    write: Callable[..., Posted], moderator: User, second_moderator: User, client: Client
) -> None:
    decide(moderator, write("stulbenis").comment, Decision(step=Step.RELEASE))
    comment = write("Naids").comment
    decide(moderator, comment, REMOVE)
    actions.appeal(comment=comment, mine=True, by=None, text="Nē!")
    decide(second_moderator, comment, Decision(step=Step.RESTORE, statement="Jā."))
    undone = decide(moderator, write("Vēl").comment, REMOVE)
    actions.undo(by=moderator, transition=undone)
    found = queries.figures(timezone.localdate().year)
    assert (found.submitted, found.held, found.undone) == (3, 1, 1)
    assert sum(found.restrictions.values()) == 1
    assert (found.appeals, found.appeals_restored, found.decided_by_machine) == (1, 1, 0)
    assert client.get("/komentari/skaitli/").status_code == 200
    assert client.get("/komentari/skaitli/1999/").status_code == 404
