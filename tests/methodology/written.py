"""A recommendation and an edition in the database."""

from typing import Any

from django.utils import timezone
from tests.methodology.editions_made import assembled, edition

from ligzda.findings.models import Claim
from ligzda.kernel.hashing import sha256
from ligzda.kernel.texts import Text, no_text
from ligzda.methodology.editions import edition_json, line_of
from ligzda.methodology.living import actions as living
from ligzda.methodology.models import DocxIntake, PublishedEdition, Recommendation
from ligzda.methodology.recommendations.actions import RecommendationFacts, write_recommendation
from ligzda.network.models import User

NAMES = (
    "recommendation", "rewrite", "publish", "edition", "publish_edition",
)  # fmt: skip


def text(lv: str = "Sāciet", en: str = "Begin") -> Text:
    return Text({"lv": lv, "en": en})


def given(**more: Any) -> RecommendationFacts:
    """What is written of a recommendation."""
    facts: dict[str, Any] = {
        "strength": "conditional",
        **dict.fromkeys(("title", "for_whom", "justification", "how"), text()),
        "criteria": {"problem": ("yes", text("Jā", "Yes"))},
    }
    return RecommendationFacts(**facts | more)


def claim(author: User, approver: User, number: int = 1) -> Claim:
    """A claim that is public and not judged yet."""
    predicate = edition().claims[number - 1].predicate
    return Claim.objects.create(
        number=number,
        predicate=predicate,
        sha256=sha256(predicate),
        lv="Teikums.",
        en="Sentence.",
        drafted_at=timezone.now(),
        drafted_by=author,
        approved_at=timezone.now(),
        approved_by=approver,
    )


def prepared(by: User, **more: Any) -> PublishedEdition:
    """An edition as a draft."""
    content = edition_json(edition()).decode()
    row: dict[str, Any] = {
        "number": 1,
        "date": edition().date,
        "content": content,
        "sha256": sha256(content),
        "files": {name: each.decode() for name, each in assembled().files.items()},
        "previous": edition().previous,
        "prepared_at": timezone.now(),
        "prepared_by": by,
    }
    return PublishedEdition.objects.create(**row | more)


def publication(row: PublishedEdition, by: User) -> dict[str, Any]:
    """The fields that publishing writes."""
    line = line_of(row.number, row.date, row.sha256, row.previous)
    at = timezone.now()
    return {"line": line, "line_sha256": sha256(line), "published_at": at, "published_by": by}


def make_document() -> dict[str, tuple[str, ...]]:
    """Write a block with a comment and a suggestion; return the addresses that are about them."""
    writer = User.objects.get(email="izvertetajs.rtu@ligzda.example")
    block = living.add_block(by=writer, kind="prose", body=text())
    said = living.comment(by=writer, block=block, text="?")
    version = block.versions.get()
    other = living.suggest(
        by=writer, version=version, heading=no_text(), body=text("Cits", "Other")
    )
    back = DocxIntake.objects.create(sha256="0" * 64, taken_at=timezone.now(), taken_by=writer)
    own: dict[str, tuple[str, ...]] = {
        "settle": (str(said.pk),), "decide": (str(other.pk),), "docx_take_back": (str(back.pk),),
        "docx": ("lv",),
    }  # fmt: skip
    return own | dict.fromkeys(("block", "comment", "suggest", "move"), (str(block.pk),))


def make_both() -> tuple[str, ...]:
    """Write and publish one of each; return the addresses that take its number."""
    system = User.objects.get(is_system=True)
    writer = User.objects.get(email="izvertetajs.rtu@ligzda.example")
    row = write_recommendation(by=writer, facts_given=given())
    Recommendation.objects.filter(pk=row.pk).update(
        published_at=timezone.now(), published_by=system
    )
    made = prepared(writer)
    PublishedEdition.objects.filter(pk=made.pk).update(**publication(made, system))
    return NAMES
