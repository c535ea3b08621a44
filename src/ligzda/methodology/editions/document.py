"""An edition as a document: made of `edition.json` alone, so that anyone can make it again."""

from collections.abc import Iterator, Mapping, Sequence

from ligzda.findings.claims import State, Verdict
from ligzda.kernel.hashing import sha256
from ligzda.languages import Language
from ligzda.methodology.editions import evaluations
from ligzda.methodology.editions.contents import (
    FILE,
    NOT_PUBLIC,
    Chapter,
    Edition,
    PublishedClaim,
    PublishedRecommendation,
    edition_json,
)
from ligzda.methodology.editions.phrases import Phrases
from ligzda.methodology.editions.pieces import block
from ligzda.publishing import (
    Attachment,
    Block,
    Bullets,
    Code,
    Column,
    DataTable,
    Document,
    Facts,
    Heading,
    Listing,
    Note,
    Numbers,
    Paragraph,
    Prose,
    Strong,
)


def document(edition: Edition, language: Language, files: Mapping[str, bytes]) -> Document:
    """Return an edition as a document with its attachments; `files`: cells and plans by name."""
    say = Phrases(language)
    content = edition_json(edition)
    day = Numbers(language).date(edition.date)
    return Document(
        title=edition.title[language],
        subtitle=say("edition", number=str(edition.number), day=day),
        language=language,
        authors=(say("author"),),
        date=edition.date,
        blocks=tuple(_blocks(edition, files, say, sha256(content))),
        attachments=(
            Attachment(FILE, "application/json", content, say("a_edition"), "data"),
            *(
                Attachment(
                    each.name,
                    "text/csv" if each.name.endswith(".csv") else "application/toml",
                    files[each.name],
                    say("a_file"),
                    "source",
                )
                for each in edition.files
            ),
        ),
    )


def _blocks(
    edition: Edition, files: Mapping[str, bytes], say: Phrases, hashed: str
) -> Iterator[Block]:
    if edition.invented:
        yield Note(say("invented_title"), (say("invented"),), "invented")
    yield from _title_page(edition, say, hashed)
    for section in edition.sections:
        yield Heading(section.heading[say.language])
        for said in section.paragraphs:
            yield Paragraph.of(said[say.language])
    yield from _chapters(edition.chapters, say.language)
    if edition.recommendations:
        yield Heading(say("recommendations"))
    for one in edition.recommendations:
        yield from _recommendation(edition, one, say)
    if edition.claims:
        yield Heading(say("claims"))
    for claim in edition.claims:
        yield from _claim(claim, say)
    if edition.runs:
        yield Heading(say("runs"))
    for run in edition.runs:
        yield from evaluations.blocks(edition, run, evaluations.names(run, files, say), say)
    yield from _chapters(edition.annexes, say.language)


def _chapters(chapters: Sequence[Chapter], language: Language) -> Iterator[Block]:
    for chapter in chapters:
        yield Heading(chapter.heading[language])
        for piece in chapter.pieces[language]:
            yield block(piece, language)


def _title_page(edition: Edition, say: Phrases, hashed: str) -> Iterator[Block]:
    engines = sorted({run.engine_version for run in edition.runs})
    facts: list[tuple[str, Prose]] = [
        (say("number"), (str(edition.number),)),
        (say("day"), (Numbers(say.language).date(edition.date),)),
        (say("hash"), (Code(hashed),)),
        (say("previous"), (Code(edition.previous),)),
    ]
    facts += [(say("engine"), (", ".join(engines),))] if engines else []
    yield Facts((*facts, (say("format"), (say("format_said"),))))
    yield Heading(say("verify_heading"))
    yield Paragraph.of(say("verify"))
    yield Listing(f"ligzda verify ligzda-{edition.number}-{say.language}.pdf --log izdevumi.jsonl")
    yield Paragraph.of(say("verify_means"))
    yield Heading(say("not_read_heading"))
    yield Paragraph.of(say("not_read"))


def unsupported(edition: Edition, one: PublishedRecommendation) -> list[int]:
    """Return the claims of a recommendation that are not supported in an edition."""
    found = (edition.claim(number) for number in one.claims)
    return [claim.number for claim in found if claim and claim.state != State.SUPPORTED]


def _recommendation(
    edition: Edition, one: PublishedRecommendation, say: Phrases
) -> Iterator[Block]:
    language = say.language
    yield Heading(say("numbered", number=str(one.number), title=one.title[language]), 2)
    if lost := unsupported(edition, one):
        numbers = ", ".join(map(str, lost))
        yield Note(say("unsupported_title"), (say("unsupported", numbers=numbers),), "caution")
    facts: list[tuple[str, Prose]] = [(say("strength"), (Strong(say(one.strength)),))]
    facts += [
        (say(name), (text,))
        for name in ("for_whom", "justification", "how", "gaps", "change")
        if (text := getattr(one, name)[language])
    ]
    if one.monitoring:
        facts.append((say("monitoring"), (Code(one.monitoring),)))
    yield Facts(tuple(facts))
    claims = [claim for number in one.claims if (claim := edition.claim(number))]
    if claims:
        yield Paragraph.of(Strong(say("rests_on")))
        yield Bullets(tuple((_short(claim, say),) for claim in claims))
    else:
        yield Paragraph.of(say("rests_on_nothing"))
    if one.criteria:
        yield DataTable(
            say("criteria", number=str(one.number)),
            tuple(Column(say(name), "left") for name in ("criterion", "judgement", "reason")),
            tuple(
                (row.name[language], row.judgement[language], row.text[language])
                for row in one.criteria
            ),
        )


def _short(claim: PublishedClaim, say: Phrases) -> str:
    return say(
        "claim_ref",
        number=str(claim.number),
        state=say.named("state", claim.state),
        text=claim.sentences[say.language].claim,
    )


def _claim(claim: PublishedClaim, say: Phrases) -> Iterator[Block]:
    yield Heading(say("claim", number=str(claim.number)), 2)
    yield Paragraph.of(str(claim.sentences[say.language]))
    if claim.needs == NOT_PUBLIC:
        basis = say("basis_not_public")
    elif claim.verdict == Verdict.BLOCKED:
        basis = say("basis_fidelity")
    else:
        basis = say("basis_embedded", run=str(claim.run))
    yield Facts(
        (
            (say("state"), (say.named("state", claim.state),)),
            (say("verdict"), (say.named("verdict", claim.verdict),)),
            (say("basis"), (basis,)),
            (say("predicate"), (Code(claim.predicate),)),
            (say("predicate_hash"), (Code(claim.sha256),)),
        )
    )
