"""Nothing typed is lost: an ended session, a second writer, an address for forms, a refusal."""

import datetime
import re
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation
from tests.trial.conftest import TrialCast, _loaded, cast, content, draft, sent
from tests.trial.test_pages import address, as_user

from ligzda.kernel.confirm import check_answers
from ligzda.server import unsent
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion

__all__ = ["_loaded", "cast", "draft"]
pytestmark = pytest.mark.django_db
LONG = "Trīs rindkopas, ko neviens negribētu rakstīt otrreiz."


def ended() -> Client:
    """Return a browser whose session was and is no more."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    return client


def answered(**changed: str) -> dict[str, str]:
    return sent({**content(), "plan_toml": "", **changed})


def test_a_form_without_its_session_waits_for_its_writer(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    """Fault A7: 37 fields, and the session ended over night."""
    client, here = ended(), address("trial:edit", str(draft))
    answer = client.post(here, answered(abstract=LONG))
    assert answer.status_code in (302, 404, 403)
    client.force_login(cast.evaluator)
    page = client.get(reverse("unsent"))
    if answer.status_code == 404:
        pytest.fail("who may not know of a draft loses what was typed")
    text = unescape(page.content.decode())
    assert f'action="{here}"' in text
    assert LONG in text
    given = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode()))
    given.pop("csrfmiddlewaretoken", None)
    assert client.post(here, {k: unescape(v) for k, v in given.items()}).status_code == 302
    draft.refresh_from_db()
    assert draft.content["abstract"] == {"lv": LONG}
    assert client.get(reverse("unsent")).status_code == 302, "it goes when it was sent"


def test_every_form_of_the_house_is_kept_when_its_session_has_ended(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    """Whatever address answers a form without a session by 403 or the sign-in keeps the text."""
    tried = 0
    for path in forms_of_the_house(draft):
        client = ended()
        answer = client.post(path, {"text": LONG, "password": "noslepums", "x": "1"})
        assert answer.status_code != 500, path
        leads = answer.status_code == 302 and reverse(settings.LOGIN_URL) in answer["Location"]
        if not leads and answer.status_code != 403:
            continue
        tried += 1
        session = client.session.get(unsent.KEY)
        assert session, path
        assert session["to"] == path
        assert ["text", LONG] in [list(pair) for pair in session["given"]]
        assert "noslepums" not in str(session)
        page = unescape(answer.content.decode()).replace("%2F", "/")
        kept = quote(reverse("unsent"), safe="")
        assert answer["Location"].endswith(kept) if leads else reverse("unsent") in page, path
    assert tried > 15


def forms_of_the_house(draft: ProtocolVersion) -> list[str]:
    """Return every address of ours in Latvian, with something in the place of its arguments."""
    given = {
        "number": str(draft), "code": "M1", "slug": "ogre", "pk": "1", "quarter": "2017-01-01",
        "sha256": "0" * 64, "kind": "csv", "form": "ttl", "year": "2026",
    }  # fmt: skip
    found: list[str] = []

    def walk(patterns: list[Any], names: tuple[str, ...]) -> None:
        for each in patterns:
            if isinstance(each, URLResolver):
                space = (each.namespace,) if each.namespace else ()
                walk(each.url_patterns, (*names, *space))
            elif isinstance(each, URLPattern) and each.name:
                wanted = each.pattern.converters
                if set(wanted) <= set(given) and names[:1] in (
                    ("trial",), ("newsroom",), ("blueprints",), ("network",), ("portal",),
                ):  # fmt: skip
                    arguments = {name: given[name] for name in wanted}
                    found.append(reverse(":".join((*names, each.name)), kwargs=arguments))

    with translation.override("lv"):
        walk(get_resolver().url_patterns, ())
    return found


def test_a_browser_that_had_no_session_fills_no_table(cast: TrialCast) -> None:
    client = Client()
    client.post(reverse("newsroom:next"), {"text": LONG})
    assert unsent.KEY not in client.session


def test_nothing_of_the_pages_of_accounts_is_kept(cast: TrialCast) -> None:
    client = ended()
    client.post(reverse("account_change_password"), {"oldpassword": "a", "text": LONG})
    assert unsent.KEY not in client.session


def test_an_address_that_only_takes_a_form_says_so(cast: TrialCast) -> None:
    """Fault A7: after signing in, an empty 405 with the browser's own page."""
    page = as_user(cast.evaluator).get(address("trial:register", "1.0"))
    assert page.status_code == 405
    assert page["Allow"] == "POST"
    assert "Šī adrese tikai pieņem veidlapu" in page.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_registered_version_is_a_page_and_not_an_error(
    cast: TrialCast, draft: ProtocolVersion, method: str
) -> None:
    """Fault A5: a colleague registered it meanwhile; the text is given back."""
    registry.register(by=cast.second, version=draft)
    client = as_user(cast.evaluator)
    for name in ("trial:edit", "trial:document_add"):
        answer = getattr(client, method)(address(name, str(draft)), answered(abstract=LONG))
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "paliek, kā ir" in page or "reģistrēta" in page
        assert (LONG in page) == (method == "post")


def test_the_second_of_two_writers_is_told_and_sees_both_texts(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    """Fault A6, with two browsers."""
    here = address("trial:edit", str(draft))
    first, second = as_user(cast.evaluator), as_user(cast.second)
    stamps = [each.get(here).context["form"]["as_seen"].value() for each in (first, second)]
    assert stamps[0] == stamps[1]
    said = answered(abstract="Pirmās teksts", as_seen=stamps[0])
    assert first.post(here, said).status_code == 302
    mine = answered(ethics="Otrā teksts", as_seen=stamps[1])
    page = second.post(here, mine)
    text = page.content.decode()
    assert "Pirmās teksts" in text
    assert "Otrā teksts" in text
    draft.refresh_from_db()
    assert draft.content["abstract"] == {"lv": "Pirmās teksts"}
    assert draft.content["ethics"] != {"lv": "Otrā teksts"}
    anew = page.context["form"]["as_seen"].value()
    assert anew not in stamps
    both = answered(ethics="Otrā teksts", abstract="Pirmās teksts", as_seen=anew)
    assert second.post(here, both).status_code == 302
    draft.refresh_from_db()
    assert draft.content["abstract"] == {"lv": "Pirmās teksts"}
    assert draft.content["ethics"] == {"lv": "Otrā teksts"}


def test_registering_asks_and_only_then_registers(cast: TrialCast, draft: ProtocolVersion) -> None:
    """Fault A8."""
    client, here = as_user(cast.evaluator), address("trial:register", str(draft))
    page = client.post(here)
    assert page.status_code == 200
    assert "Reģistrēt neatgriezeniski" in page.content.decode()
    draft.refresh_from_db()
    assert draft.registered_at is None
    assert client.post(here, {"confirmed": "1"}).status_code == 302
    draft.refresh_from_db()
    assert draft.registered_at is not None


def test_a_deviation_is_shown_before_it_is_public_and_can_be_changed_until_then(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    registry.register(by=cast.evaluator, version=draft)
    client, here = as_user(cast.evaluator), address("trial:deviations")
    said = {
        "item": "size", "planned": "30", "actual": "24", "reason": LONG, "seen": "no",
        "happened_on": datetime.date(2017, 9, 1).isoformat(), "bias": "unknown",
    }  # fmt: skip
    page = client.post(here, said).content.decode()
    assert f'name="reason" value="{LONG}"' in page
    assert draft.deviations.count() == 0
    back = client.post(here, said | {"change": "1"}).content.decode()
    assert LONG in back
    assert draft.deviations.count() == 0
    assert client.post(here, said | {"confirmed": "1"}).status_code == 302
    assert draft.deviations.count() == 1


def test_what_is_carried_along_is_escaped(rf: Any) -> None:
    request = rf.post("/", {"text": '"><script>x</script>', "csrfmiddlewaretoken": "t"})
    request.user = None
    page = check_answers(request, "Vai?", button="Jā")
    assert page is not None
    assert b"<script>x" not in page.content
    assert b'name="csrfmiddlewaretoken" value="t"' not in page.content
