"""Read side of quotes: those that are public, those that wait."""

from ligzda.findings.models import Quote
from ligzda.findings.quotes import rules
from ligzda.kernel.obstacle import may
from ligzda.network.rules import Viewer


def public_quotes(model: str) -> list[Quote]:
    """Return the approved quotes about a model that nobody has taken back, by theme."""
    rows = Quote.objects.filter(
        model__code=model, approved_at__isnull=False, taken_back_at__isnull=True
    )
    return list(rows)


def quotes_of(viewer: Viewer) -> list[Quote]:
    """Return the quotes that somebody wrote down themselves, or all to who may approve them."""
    rows = Quote.objects.filter(taken_back_at__isnull=True).select_related("model", "written_by")
    if not may(rules.check_see_drafts, by=viewer):
        rules.check_write_quotes(by=viewer)
        rows = rows.filter(written_by=getattr(viewer, "pk", None))
    return list(rows.order_by("-written_at"))
