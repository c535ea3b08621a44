"""A person who worked a day is erased: their name and address are in no table and no file."""

import datetime
import logging
import uuid
from io import BytesIO
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.files.images import ImageFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone
from PIL import Image
from tests.cast import Cast, _loaded, cast
from tests.signing_in import record as take_step
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from ligzda.network import actions
from ligzda.network.models import Partner, User
from ligzda.network.roles import Editor
from ligzda.newsroom.actions import Writer, edit, post, report
from ligzda.newsroom.actions.erasing import KEPT_DAYS, forget
from ligzda.newsroom.models import Article, Comment
from ligzda.server.discreet_log import DiscreetFormatter

__all__ = ["_loaded", "cast"]

pytestmark = pytest.mark.django_db
NAME, ADDRESS = "Kanārija Putniņa", "kanarija.putnina@example.org"
TRACES = (NAME, ADDRESS, "Kanārija", "kanarija.putnina", "kanārijas piezīme")


def where_in_tables() -> list[str]:
    return where_in(*TRACES)


def where_in(*traces: str) -> list[str]:
    """Return every table in a row of which a trace stands, whatever the column."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"SELECT row.*::text FROM {quoted} AS row")
            rows = "\n".join(text for (text,) in cursor.fetchall())
            found += [f"{table}: {trace}" for trace in traces if trace in rows]
        # A session is packed; what is in it a dump still tells.
        found += [
            f"django_session: {session.pk}"
            for session in Session.objects.all()
            if any(trace in str(session.get_decoded()) for trace in traces)
        ]
    return found


def files() -> set[Path]:
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


@pytest.fixture
def person(cast: Cast) -> User:
    """Somebody with an account, a role, a portrait, a comment, a report, a log entry."""
    user = actions.invite_user(by=cast.system, email=ADDRESS, name=NAME)
    actions.grant_role(
        by=cast.system, user=user, role=Editor, partner=Partner.objects.get(slug="raca")
    )
    EmailAddress.objects.create(user=user, email=ADDRESS, verified=True, primary=True)
    browser = Client()
    browser.force_login(user)
    take_step(browser, user, "password", email=ADDRESS)
    portrait = BytesIO()
    Image.new("RGB", (9, 9)).save(portrait, "PNG")
    UserProfile.objects.create(user=user, avatar=ImageFile(portrait, "kanarija.putnina.png"))
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk), label=NAME,
        action="wagtail.edit", user=user, content_changed=True, deleted=False, data={"title": NAME},
        timestamp=user.date_joined,
    )  # fmt: skip
    said = write(Writer(user=user, origin="0" * 64), "Es, Kanārija, piekrītu.")
    edit(comment=said, mine=True, by=user, text="Piekrītu.")
    other = write(Writer(name="Anna", origin="1" * 64), "Nepiekrītu.")
    report(comment=other, by=user, origin="0" * 64, ground="foul", note="kanārijas piezīme")
    connection.check_constraints()  # as a commit does: the words before are in a step by now
    return user


def write(writer: Writer, text: str) -> Comment:
    return post(
        article=Article.objects.get(), parent=None, writer=writer, text=text, language="lv",
        token=uuid.uuid4(), worked=True,
    ).comment  # fmt: skip


def test_nothing_of_an_erased_person_stays(cast: Cast, person: User) -> None:
    portraits = {path for path in files() if "kanarija" in path.name}
    assert portraits
    before = {line.partition(":")[0] for line in where_in_tables()}
    assert before >= {
        "network_user", "account_emailaddress", "django_session", "wagtailusers_userprofile",
        "wagtailcore_modellogentry", "newsroom_comment", "newsroom_transition", "newsroom_report",
    }  # fmt: skip
    actions.erase_user(by=cast.administrator, user=person)
    forget()
    assert where_in_tables() == []
    assert not portraits & files()


def test_the_session_of_somebody_else_goes_on(cast: Cast, person: User) -> None:
    other = Client()
    other.force_login(cast.ogre)
    actions.erase_user(by=cast.administrator, user=person)
    assert other.get("/mana-lapa/").status_code == 200


def test_a_guest_s_address_ends_with_the_time_in_which_letters_are_owed(cast: Cast) -> None:
    said = write(Writer(name="Anna", email=ADDRESS, origin="1" * 64), "Laba ziņa.")
    other = write(Writer(name="Anna", email=ADDRESS, origin="2" * 64), "Ļoti laba ziņa.")
    back = timezone.now() - datetime.timedelta(days=KEPT_DAYS + 1)
    Comment.objects.filter(pk=said.pk).update(posted_at=back)
    forget()
    said.refresh_from_db()
    other.refresh_from_db()
    assert (said.email, said.text, other.email) == ("", "Laba ziņa.", ADDRESS)


def test_the_log_does_not_quote_the_row_that_was_refused(cast: Cast) -> None:
    User.objects.create(email=ADDRESS, name="A\n\nB")
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        User.objects.create(email=ADDRESS.upper(), name=NAME)
    assert ADDRESS in str(caught.value)
    facts = (caught.type, caught.value, caught.tb)
    record = logging.LogRecord("x", logging.ERROR, "x", 1, "Failed", (), facts)
    said = DiscreetFormatter("{message}", style="{").format(record)
    assert ADDRESS not in said
    assert "user_email_unique_whatever_case" in said
    assert "Traceback" in said
