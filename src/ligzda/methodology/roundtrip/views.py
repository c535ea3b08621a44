"""Pages of the round trip: the document out, a file back with what it would add, taking it in."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.errors import NotFoundError, RefusedError
from ligzda.kernel.obstacle import obstacle
from ligzda.kernel.tables.preview import MOST_SEALED
from ligzda.languages import CODES, LANGUAGES
from ligzda.methodology.living.shown import compared
from ligzda.methodology.models import DocxIntake
from ligzda.methodology.roundtrip import actions, queries, rules
from ligzda.methodology.roundtrip.forms import DocxForm
from ligzda.methodology.roundtrip.package import MOST_BYTES
from ligzda.methodology.roundtrip.planning import PlannedSuggestion
from ligzda.methodology.roundtrip.reading import moment, read_docx
from ligzda.methodology.roundtrip.sealing import sealed, unsealed
from ligzda.network.rules import signed_in

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@login_required
@never_cache
@body_limit(MOST_BYTES + 100_000)
def roundtrip(request: HttpRequest) -> HttpResponse:
    """Offer the document for Word; show what a file that came back would add."""
    rules.check_write(by=request.user)
    form = DocxForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            given = read_docx(file.name, file.read())
            rules.check_not_taken(sha256=given.sha256)
            plan = queries.planned(request.user, given)
            context = {
                "given": given,
                "plan": plan,
                "suggestions": [_Shown.of(row) for row in plan.suggestions],
                "comments": [(row, moment(row.said.at)) for row in plan.comments],
                "sealed": sealed(given, plan),
            }
            return render(request, "methodology/returned.html", context)
        except RefusedError as refused:
            form.add_error("file", str(refused))
    rows = [(row, obstacle(rules.check_take_back, intake=row))
            for row in queries.intakes(request.user)]  # fmt: skip
    context = {"form": form, "rows": rows, "written_in": LANGUAGES}
    return render(
        request, "methodology/roundtrip.html", context, status=422 if form.errors else 200
    )


@login_required
@never_cache
@require_safe
def docx(request: HttpRequest, language: str) -> HttpResponse:
    """Give the document in a language, each block under its mark."""
    rules.check_write(by=request.user)
    code = next((each for each in CODES if each == language), None)
    if code is None:
        raise NotFoundError(_("The document is not written in this language."))
    response = HttpResponse(queries.written(request.user, code), content_type=MEDIA)
    response["Content-Disposition"] = f'attachment; filename="ligzda-metodika-{code}.docx"'
    return response


@require_POST
@login_required
@body_limit(MOST_SEALED + 100_000)
def take_in(request: HttpRequest) -> HttpResponse:
    """Take in what was shown."""
    by = signed_in(request.user)
    rules.check_write(by=by)

    def take() -> None:
        given, shown = unsealed(request.POST.get("sealed", ""))
        actions.take_in(by=by, given=given, shown=shown)

    done = _("Comments and suggestions of the file stand beside their blocks.")
    if attempt(request, take, done=done):
        return redirect("methodology:document")
    return redirect("methodology:roundtrip")


@require_POST
@login_required
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file back."""
    rules.check_write(by=request.user)
    row, by = get_object_or_404(DocxIntake, pk=pk), signed_in(request.user)
    done = _("The file is taken back: what of it waited is gone.")
    attempt(request, lambda: actions.take_back(by=by, intake=row), done=done)
    return redirect("methodology:roundtrip")


@dataclass(frozen=True)
class _Shown:
    """A suggestion with its words against the version's, and who changed what when."""

    row: PlannedSuggestion
    words: list[tuple[str, str]]
    tracked: list[tuple[str, datetime | None]]

    @classmethod
    def of(cls, row: PlannedSuggestion) -> "_Shown":
        hands = dict.fromkeys((each.author, each.at[:16]) for each in row.tracked)
        tracked = [(author, moment(at)) for author, at in hands]
        return cls(row, list(compared(row.before, row.after)), tracked)
