"""The living document: several people in one text, what is drawn, and the edition made of it."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of_model
from tests.methodology.written import claim, given, text

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.texts import Text, no_text
from ligzda.methodology.issuing import queries as editions
from ligzda.methodology.issuing.actions import prepare_edition
from ligzda.methodology.living import actions, queries
from ligzda.methodology.models import (
    BlockComment,
    BlockVersion,
    DocumentBlock,
    Presence,
    Source,
    Suggestion,
    Term,
)
from ligzda.methodology.recommendations.actions import (
    publish_recommendation,
    write_recommendation,
)
from ligzda.network.models import AuditEvent, User

PAGE = "/metodika/dokuments/"
CSL = {"type": "book", "title": "GRADE", "DOI": "10.1000/grade"}


def prose(by: User, lv: str = "Sāciet.", en: str = "Begin.", heading: Text | None = None) -> Any:
    return actions.add_block(by=by, kind="prose", heading=heading, body=text(lv, en))


def test_words_are_suggested_accepted_and_kept_in_versions(cast: Cast) -> None:
    block = prose(cast.evaluator)
    first = block.versions.get()
    one, other = (
        actions.suggest(by=cast.system, version=first, heading=no_text(), body=text(lv, "Other"))
        for lv in ("Cits", "Vēl cits")
    )
    actions.decide(by=cast.evaluator, suggestion=one, accepted=True)
    assert [str(each.body) for each in block.versions.all()] == ["Sāciet.", "Cits"]
    with pytest.raises(WrongStateError, match="jau izlemts"):
        actions.decide(by=cast.evaluator, suggestion=one, accepted=False)
    with pytest.raises(WrongStateError, match="ir mainījies"):
        actions.decide(by=cast.evaluator, suggestion=other, accepted=True)
    actions.decide(by=cast.evaluator, suggestion=other, accepted=False)
    said = actions.comment(by=cast.evaluator, block=block, text=" Kāpēc? ")
    assert queries.block(cast.evaluator, block.pk).waiting == 1
    actions.settle(by=cast.system, comment=said)
    assert queries.block(cast.evaluator, block.pk).waiting == 0
    assert actions.be_present(by=cast.evaluator, block=block) == []
    assert actions.be_present(by=cast.system, block=block) == [cast.evaluator]
    assert AuditEvent.objects.filter(action__startswith="block.").count() == 9


def test_nobody_who_saves_meanwhile_is_replaced_by_a_suggestion(cast: Cast) -> None:
    block = prose(cast.evaluator)
    one = actions.suggest(
        by=cast.system,
        version=block.versions.get(),
        heading=no_text(),
        body=text("Cits", "Other"),
    )
    between = [text("Starplaikā", "Meanwhile")]

    def save_first(execute: Any, sql: str, *rest: Any) -> Any:
        """Stand in for somebody whose lock of the block is waited for."""
        if between and "FOR UPDATE" in sql and DocumentBlock._meta.db_table in sql:
            words = between.pop()
            actions.write_block(by=cast.evaluator, block=block, heading=no_text(), body=words)
        return execute(sql, *rest)

    with connection.execute_wrapper(save_first), pytest.raises(WrongStateError, match="mainījies"):
        actions.decide(by=cast.system, suggestion=one, accepted=True)
    one.refresh_from_db()
    assert (between, one.decided_at) == ([], None)


def test_what_leads_nowhere_is_refused_and_strangers_are(cast: Cast) -> None:
    claim(cast.evaluator, cast.system)
    actions.add_source(by=cast.evaluator, key="grade", csl=CSL)
    prose(cast.evaluator, "[@grade] un [#claim-1]", "[@grade] and [#claim-1]")
    for odd in ("[@cits]", "[#claim-9]", "[#recommendation-1]"):
        with pytest.raises(BadDataError, match="nekurp neved"):
            prose(cast.evaluator, odd)
    for mark in ("[@grade]", "[#claim-1]"):
        with pytest.raises(BadDataError, match="Virsrakstā"):
            prose(cast.evaluator, heading=text(f"Par {mark}", "About"))
    with pytest.raises(BadDataError, match="apgalvojuma"):
        actions.add_block(by=cast.evaluator, kind="chart", about=9)
    with pytest.raises(BadDataError, match="latviski"):
        prose(cast.evaluator, "", "Only English")
    drawn = actions.add_block(by=cast.evaluator, kind="claim", about=1)
    with pytest.raises(WrongStateError, match="neraksta"):
        actions.write_block(by=cast.evaluator, block=drawn, heading=no_text(), body=text())
    with pytest.raises(BadDataError, match="type"):
        actions.add_source(by=cast.evaluator, key="odd", csl={"title": "?"})
    for who in (cast.ogre, cast.participant):
        with pytest.raises(NotAllowedError):
            prose(who)
        with pytest.raises(NotAllowedError):
            queries.document(who)


def test_an_edition_is_made_of_the_blocks(cast: Cast) -> None:
    publish_recommendation(
        by=cast.system, recommendation=write_recommendation(by=cast.evaluator, facts_given=given())
    )
    actions.add_source(by=cast.evaluator, key="grade", csl=CSL)
    actions.add_term(by=cast.evaluator, word=text("vārds", "word"), meaning=text("ko", "what"))
    first = prose(cast.evaluator, heading=text("Ievads", "Preface"))
    mark = f"[#block-{first.pk}]"
    second = prose(
        cast.evaluator, f"Otrais [@grade].\n\nVēl {mark}.", f"Second [@grade].\n\nMore {mark}."
    )
    actions.move_block(by=cast.evaluator, block=first, up=False)
    actions.move_block(by=cast.evaluator, block=first, up=True)
    actions.move_block(by=cast.evaluator, block=first, up=True)
    actions.add_block(by=cast.evaluator, kind="recommendation", about=1)
    gone = prose(cast.evaluator, "Prom", "")
    with pytest.raises(WrongStateError, match=f"{gone.pk}"):
        prepare_edition(by=cast.evaluator)
    actions.remove_block(by=cast.evaluator, block=gone)
    made = editions.contents(prepare_edition(by=cast.evaluator))
    said = [(part.heading["en"], [each["en"] for each in part.paragraphs])
            for part in made.sections]  # fmt: skip
    assert said == [
        ("Preface", ["Begin.", "Second [1].", "More “Preface”.", "Recommendation 1: Begin"]),
        ("Glossary", ["word – what"]),
        ("Sources", ["[1] GRADE. doi:10.1000/grade."]),
    ]
    assert made.sections[0].paragraphs[2]["lv"] == "Vēl „Ievads”."
    assert second.pk == DocumentBlock.objects.get(position=20).pk


def test_two_in_one_block_see_both_texts(cast: Cast, client: Client) -> None:
    block = prose(cast.evaluator)
    address = f"{PAGE}{block.pk}/"
    assert client.get(address).status_code == 302
    client.force_login(cast.ogre)
    assert client.get(address).status_code == 403
    client.force_login(cast.evaluator)
    actions.be_present(by=cast.system, block=block)
    page = client.get(address)
    stamp = page.context["form"]["as_seen"].value()
    actions.write_block(by=cast.system, block=block, heading=no_text(), body=text("Viņu", "Theirs"))
    mine = {"body_lv": "Mans", "body_en": "Mine", "as_seen": stamp}
    refused = client.post(address, mine).content.decode()
    assert "Viņu" in refused
    assert "Mans" in refused
    assert block.versions.count() == 2
    assert "Šeit strādā arī" in refused
    assert "Avoti" in client.get(PAGE).content.decode()
    given_csl = {"key": "grade", "csl": json.dumps([CSL])}
    assert client.post(f"{PAGE}avoti/", given_csl).status_code == 302
    again = client.post(f"{PAGE}avoti/", given_csl | {"key": "other"}).content.decode()
    assert "DOI jau ir sarakstā" in again


def test_the_database_refuses_what_cannot_be(cast: Cast) -> None:
    block, by = prose(cast.evaluator), {"written_at": timezone.now(), "written_by": cast.system}
    version = block.versions.get()
    said = actions.comment(by=cast.system, block=block, text="?")
    asked = {"version": version, "body": text(), **by}
    suggestion = Suggestion.objects.create(**asked)
    actions.decide(by=cast.system, suggestion=suggestion, accepted=False)
    source = actions.add_source(by=cast.system, key="grade", csl=CSL)
    added = {"added_at": timezone.now(), "added_by": cast.system}
    here = {"block": block, "user": cast.system, "seen_at": timezone.now()}
    Presence.objects.create(**here)
    refused: dict[str, Provocation] = {
        "block_draws_from_something_or_is_prose": lambda: DocumentBlock.objects.create(
            kind="claim", position=1, **added
        ),
        "block_version_once": lambda: BlockVersion.objects.create(
            block=block, number=1, body=text(), **by
        ),
        "blockversion.block_version_stays": lambda: BlockVersion.objects.filter(
            pk=version.pk
        ).update(number=9),
        "blockcomment.block_comment_stays": lambda: BlockComment.objects.filter(pk=said.pk).update(
            text="!"
        ),
        "suggestion.suggestion_decided_once": lambda: Suggestion.objects.filter(
            pk=suggestion.pk
        ).update(accepted=True),
        "suggestion_decided_by_somebody_at_some_time": lambda: Suggestion.objects.create(
            accepted=True, **asked
        ),
        "word_names_who_commented_while_it_waits": lambda: BlockComment.objects.create(
            block=block, text="?", said_by="Anna", **by
        ),
        "word_names_who_suggested_while_it_waits": lambda: Suggestion.objects.create(
            said_by="Anna", **asked
        ),
        "present_once_in_a_block": lambda: Presence.objects.create(**here),
        "source_of_a_doi_once": lambda: Source.objects.create(
            key="other", csl=CSL, doi=source.doi, **added
        ),
        "source_doi_is_one": lambda: Source.objects.create(key="odd", csl=CSL, doi="doi", **added),
    }
    for name, provoke in refused.items():
        assert_refused(name, provoke)
    models = (DocumentBlock, BlockVersion, BlockComment, Suggestion, Presence, Source, Term)
    assert set().union(*map(constraints_of_model, models)) == refused.keys()
