"""Pages of the methodology: what is recommended, and the editions of it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.often import too_often
from ligzda.languages import CODES, LANGUAGES, Language, spoken
from ligzda.methodology import rules
from ligzda.methodology.forms import MOST_BYTES, EditionFileForm, RecommendationForm, initial
from ligzda.methodology.issuing import actions as issuing
from ligzda.methodology.issuing import queries
from ligzda.methodology.models import PublishedEdition
from ligzda.methodology.recommendations import actions
from ligzda.methodology.recommendations import queries as recommendations
from ligzda.methodology.verifying import VerifyError, read_pdf, verify
from ligzda.methodology.verifying.told import Told
from ligzda.network.rules import signed_in
from ligzda.wording import wording

A_MINUTE = 6
"""Files that one network may have checked in a minute."""


@require_safe
def living(request: HttpRequest) -> HttpResponse:
    """Show what is recommended today, and what has changed since the last edition."""
    rows = recommendations.current()
    edition = queries.newest()
    changed = queries.changed_recommendations(edition, rows) if edition else {}
    writes = may(rules.check_write, by=request.user)
    return render(
        request,
        "methodology/living.html",
        {
            "rows": [(row, changed.get(row.row.number, "")) for row in rows],
            "edition": edition,
            "claims": queries.changed_claims(edition) if edition else [],
            "drafts": recommendations.drafts() if writes else [],
            "writes": writes,
        },
    )


@require_safe
def recommendation(request: HttpRequest, number: int) -> HttpResponse:
    """Show one recommendation; to writers its draft, where there is one."""
    writes = may(rules.check_write, by=request.user)
    found = recommendations.recommendation(number, drafts=writes)
    way = obstacle(rules.check_publish, by=request.user, recommendation=found.row)
    return render(
        request,
        "methodology/recommendation.html",
        {"found": found, "row": found.row, "writes": writes, "obstacle": way},
    )


@login_required
def write(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """Write a new recommendation, or the next version of one."""
    rules.check_write(by=request.user)
    row = recommendations.recommendation(number, drafts=True).row if number else None
    unsaved.about(request, f"methodology.recommendation.{number or 'new'}")
    form = RecommendationForm(request.POST or None, initial=initial(row) if row else None)
    made: list[int] = []

    def save() -> None:
        given = form.facts()
        by = signed_in(request.user)
        made.append(actions.write_recommendation(by=by, facts_given=given, number=number).number)

    if form.is_valid() and attempt(
        request, save, form=form, done=_("The draft is written. Another person publishes it.")
    ):
        return redirect("methodology:recommendation", made[0])
    return render(request, "methodology/write.html", {"form": form, "row": row})


@require_POST
@login_required
def publish(request: HttpRequest, number: int) -> HttpResponse:
    """Publish a recommendation that another person wrote."""
    rules.check_write(by=request.user)
    row = recommendations.recommendation(number, drafts=True).row
    by = signed_in(request.user)
    attempt(
        request,
        lambda: actions.publish_recommendation(by=by, recommendation=row),
        done=_("The recommendation is published."),
    )
    return redirect("methodology:recommendation", number)


@require_safe
def editions(request: HttpRequest) -> HttpResponse:
    """List the editions."""
    return render(
        request,
        "methodology/editions.html",
        {
            "rows": queries.editions(request.user),
            "preparing": obstacle(rules.check_write, by=request.user),
        },
    )


@require_safe
def edition(request: HttpRequest, number: int) -> HttpResponse:
    """Show an edition, its files, and what has turned since."""
    row = queries.edition(number, request.user)
    return render(
        request,
        "methodology/edition.html",
        {
            "row": row,
            "html": queries.page(row, spoken(get_language())),
            "claims": queries.changed_claims(row) if row.published_at else [],
            "files": [
                *_files(row),
                ("edition.json", "edition.json"),
                (_("RO-Crate (ZIP)"), _crate(row)),
                (_("EBMonFHIR (JSON)"), _fhir(row)),
            ],
            "obstacle": obstacle(rules.check_publish_edition, by=request.user, edition=row),
        },
    )


@require_POST
@login_required
def prepare(request: HttpRequest) -> HttpResponse:
    """Prepare the next edition."""
    rules.check_write(by=request.user)
    by = signed_in(request.user)
    done = _("The edition is prepared. Another person publishes it.")
    attempt(request, lambda: issuing.prepare_edition(by=by), done=done)
    return redirect("methodology:editions")


@require_POST
@login_required
def publish_edition(request: HttpRequest, number: int) -> HttpResponse:
    """Publish an edition that another person prepared."""
    rules.check_write(by=request.user)
    row, by = queries.edition(number, request.user), signed_in(request.user)
    attempt(
        request,
        lambda: issuing.publish_edition(by=by, edition=row),
        done=_("The edition is published and stands in the log."),
    )
    return redirect("methodology:edition", number)


@require_safe
def edition_file(request: HttpRequest, number: int, name: str) -> HttpResponse:
    """Give a file of an edition: its PDF or DOCX in a language, or edition.json."""
    row = queries.edition(number, request.user)
    if name == "edition.json":
        return _download(row.content.encode(), "application/json", name)
    if name == _crate(row):
        return _download(queries.crate_of(row), "application/zip", name)
    if name == _fhir(row):
        return _download(queries.fhir_of(row), "application/fhir+json", name)
    for language in CODES:
        for kind, media in queries.MEDIA.items():
            if name == _name(row, language, kind):
                return _download(queries.file(row, language, kind), media, name)
    raise NotFoundError(_("This edition has no such file."))


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Give the public log of editions."""
    return HttpResponse(queries.log(), content_type="application/jsonl; charset=utf-8")


@never_cache
@body_limit(MOST_BYTES + 100_000)
def check(request: HttpRequest) -> HttpResponse:
    """Check a PDF against the log; nothing of it is kept."""
    form = EditionFileForm(request.POST or None, request.FILES or None)
    language = spoken(get_language())
    context: dict[str, object] = {"form": form}
    if request.method == "POST" and too_often(request, "edition", A_MINUTE):
        form.add_error(None, _("Too many files came from your network. Wait a minute."))
        return render(request, "methodology/check.html", context, status=429)
    if form.is_valid():
        try:
            # A plan that a stranger wrote is evaluated on the stranger's own computer.
            found = verify(read_pdf(form.cleaned_data["file"]), queries.log(), recompute=False)
        except VerifyError as refused:
            said = wording(language).remark(refused.remark)
            form.add_error("file", said[0].upper() + said[1:])
        else:
            told = Told(found, language)
            context |= {"told": told, "found": found, "sentences": list(told.sentences())}
    return render(request, "methodology/check.html", context)


def _name(row: PublishedEdition, language: Language, kind: str) -> str:
    return f"ligzda-{row.number}-{language}.{kind}"


def _crate(row: PublishedEdition) -> str:
    return f"ligzda-{row.number}-crate.zip"


def _fhir(row: PublishedEdition) -> str:
    return f"ligzda-{row.number}-fhir.json"


def _files(row: PublishedEdition) -> list[tuple[str, str]]:
    """Return the papers of an edition: what each is called, and its name."""
    return [
        (f"{kind.upper()}, {told}", _name(row, language, kind))
        for language, told in LANGUAGES
        for kind in queries.MEDIA
    ]


def _download(content: bytes, media: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
