"""A file comes back from Word: shown, taken in once, taken back, and nobody else's to give."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of_model
from tests.methodology.docx_hand import W, changed, parts
from tests.methodology.test_roundtrip_files import BY, INSERTED, RUN, after, instead
from tests.methodology.written import text

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.kernel.texts import no_text
from ligzda.methodology.living import actions as living
from ligzda.methodology.models import BlockComment, DocumentBlock, DocxIntake, Suggestion
from ligzda.methodology.roundtrip import actions, queries
from ligzda.methodology.roundtrip.reading import read_docx
from ligzda.methodology.roundtrip.returned import Returned
from ligzda.network.models import AuditEvent, User

PAGE = "/metodika/dokuments/docx/"
SAID = (
    f"<w:comment {BY}><w:p>{RUN.format('Kāpēc?')}</w:p></w:comment>"
    f"<w:comment {BY.replace('7', '8', 1)}><w:p>{RUN.format('Kur?')}</w:p></w:comment>"
)


def prose(by: User, lv: str = "Sāciet ar maz.") -> DocumentBlock:
    return living.add_block(by=by, kind="prose", heading=text("Ievads"), body=text(lv, "Begin."))


def annotated(content: bytes) -> bytes:
    """The file as two people gave it back: a change and two comments."""
    marks = "".join(f'<w:commentRangeStart w:id="{at}"/>' for at in (7, 8))
    ends = "".join(f'<w:commentRangeEnd w:id="{at}"/>' for at in (7, 8))
    words = marks + RUN.format("Ievads") + ends
    written = changed(content, after("Sāciet ar maz.", INSERTED))
    return parts(
        written,
        {"word/document.xml": instead("Ievads", words)},
        comments=f"<w:comments {W}>{SAID}</w:comments>",
    )


def upload(content: bytes, name: str = "metodika.docx") -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, content)}


def test_a_file_is_shown_taken_in_once_and_decided_by_another(cast: Cast, client: Client) -> None:
    block = prose(cast.evaluator)
    client.force_login(cast.evaluator)
    out = client.get(f"{PAGE}lv.docx")
    assert out["Content-Disposition"] == 'attachment; filename="ligzda-metodika-lv.docx"'
    assert client.get(f"{PAGE}lt.docx").status_code == 404
    file = annotated(out.content)
    shown = client.post(PAGE, upload(file))
    assert "<ins>un vēl</ins>" in shown.content.decode()
    assert "Pie „Ievads”" in shown.content.decode()
    assert (Suggestion.objects.count(), BlockComment.objects.count()) == (0, 0)
    sealed = {"sealed": shown.context["sealed"]}
    assert client.post(f"{PAGE}parnemt/", sealed)["Location"] == "/metodika/dokuments/"
    client.post(f"{PAGE}parnemt/", sealed)
    one = Suggestion.objects.get()
    assert (str(one.body), one.said_by, one.untracked) == (
        "Sāciet ar maz. un vēl", "Anna Word", False,
    )  # fmt: skip
    said = BlockComment.objects.order_by("pk")
    assert [(row.text, row.said_by, row.at_words) for row in said] == [
        ("Kāpēc?", "Anna Word", "Ievads"), ("Kur?", "Anna Word", "Ievads"),
    ]  # fmt: skip
    again = client.post(PAGE, upload(file))
    assert again.status_code == 422
    assert "jau ir pārņ" in again.content.decode()
    # Saved again, it is another file that says the same.
    resaved = parts(file, {"word/settings.xml": lambda words: words + " "})
    assert client.post(PAGE, upload(resaved)).context["plan"].adds == 0
    page = client.get(f"/metodika/dokuments/{block.pk}/").content.decode()
    assert "No Word: Anna Word" in page
    living.decide(by=cast.system, suggestion=one, accepted=True)
    living.settle(by=cast.system, comment=said[0])
    one.refresh_from_db()
    assert [one.said_by, *(row.said_by for row in said.all())] == ["", "", "Anna Word"]
    intake = DocxIntake.objects.get()
    with pytest.raises(WrongStateError, match="pieņemts"):
        actions.take_back(by=cast.evaluator, intake=intake)
    assert "Atsaukt datnes" not in client.get(PAGE).content.decode()
    (event,) = AuditEvent.objects.filter(action="docx.take_in")
    assert event.after is not None
    assert (event.after["comments"], event.after["suggestions"]) == (2, 1)
    assert "Anna" not in str([row.after for row in AuditEvent.objects.all()])


def returned(by: User) -> tuple[Returned, str]:
    """An annotated file, and the digest of what its page showed."""
    given = read_docx("metodika.docx", annotated(queries.written(by, "lv")))
    return given, queries.planned(by, given).digest


def test_what_waits_of_a_file_is_taken_back_and_may_come_again(cast: Cast, client: Client) -> None:
    prose(cast.evaluator)
    given, shown = returned(cast.evaluator)
    first = actions.take_in(by=cast.evaluator, given=given, shown=shown)
    living.settle(by=cast.evaluator, comment=BlockComment.objects.earliest("pk"))
    client.force_login(cast.evaluator)
    assert client.post(f"{PAGE}{first.pk}/atsaukt/").status_code == 302
    assert (Suggestion.objects.count(), BlockComment.objects.count()) == (0, 1)
    with pytest.raises(WrongStateError, match="jau ir atsaukta"):
        actions.take_back(by=cast.system, intake=first)
    # What was settled is here already, so the plan is another by now.
    with pytest.raises(WrongStateError, match="ir mainīti"):
        actions.take_in(by=cast.evaluator, given=given, shown=shown)
    fresh = queries.planned(cast.evaluator, given).digest
    actions.take_in(by=cast.system, given=given, shown=fresh)
    assert (Suggestion.objects.count(), BlockComment.objects.count()) == (1, 2)


def test_somebody_who_saves_between_the_page_and_the_click_is_not_overlooked(cast: Cast) -> None:
    block = prose(cast.evaluator)
    given, shown = returned(cast.evaluator)
    living.write_block(by=cast.system, block=block, heading=no_text(), body=text("Cits", "Other"))
    with pytest.raises(WrongStateError, match="ir mainīti"):
        actions.take_in(by=cast.evaluator, given=given, shown=shown)
    plan = queries.planned(cast.evaluator, given)
    assert [row.conflict for row in plan.suggestions] == [2]
    actions.take_in(by=cast.evaluator, given=given, shown=plan.digest)
    with pytest.raises(WrongStateError, match="ir mainījies"):
        living.decide(by=cast.system, suggestion=Suggestion.objects.get(), accepted=True)
    assert not AuditEvent.objects.filter(action="block.decide").exists()


def test_strangers_and_other_roles_are_refused(cast: Cast, client: Client) -> None:
    prose(cast.evaluator)
    given, shown = returned(cast.evaluator)
    row = actions.take_in(by=cast.evaluator, given=given, shown=shown)
    for address in (PAGE, f"{PAGE}lv.docx"):
        assert client.get(address).status_code == 302
    for who in (cast.ogre, cast.participant):
        client.force_login(who)
        for address in (PAGE, f"{PAGE}lv.docx"):
            assert client.get(address).status_code == 403
        for address in (PAGE, f"{PAGE}parnemt/", f"{PAGE}{row.pk}/atsaukt/"):
            assert client.post(address).status_code == 403
        with pytest.raises(NotAllowedError):
            actions.take_in(by=who, given=given, shown=shown)
        with pytest.raises(NotAllowedError):
            actions.take_back(by=who, intake=row)
    assert DocxIntake.objects.get().undone_at is None


def test_an_empty_document_and_an_old_or_false_preview_are_refused(
    cast: Cast, client: Client
) -> None:
    with pytest.raises(WrongStateError, match="nekas nav uzrakstīts"):
        queries.written(cast.evaluator, "lv")
    prose(cast.evaluator)
    client.force_login(cast.evaluator)
    client.post(f"{PAGE}parnemt/", {"sealed": "false"})
    assert "vecāks par diennakti" in client.get(PAGE).content.decode()
    given = read_docx("metodika.docx", queries.written(cast.evaluator, "lv"))
    plan = queries.planned(cast.evaluator, given)
    assert (plan.adds, plan.refused) == (0, ())
    with pytest.raises(WrongStateError, match="Nav, ko pārņemt"):
        actions.take_in(by=cast.evaluator, given=given, shown=plan.digest)


def test_the_database_refuses_what_cannot_be(cast: Cast) -> None:
    row = {"sha256": "0" * 64, "taken_at": timezone.now(), "taken_by": cast.system}
    DocxIntake.objects.create(**row)
    refused: dict[str, Provocation] = {
        "docx_taken_in_once": lambda: DocxIntake.objects.create(**row),
        "docx_taken_back_by_somebody_at_some_time": lambda: DocxIntake.objects.create(
            undone_at=timezone.now(), **row
        ),
    }
    for name, provoke in refused.items():
        assert_refused(name, provoke)
    assert constraints_of_model(DocxIntake) == refused.keys()
