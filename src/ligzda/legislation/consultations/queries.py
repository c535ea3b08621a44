"""The read side of consultations."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from ligzda.kernel.dates import plain_date
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.legislation.consultations import rules
from ligzda.legislation.models import Consultation, Package, PublicComment, Regulation
from ligzda.legislation.models.opinions import Outcome
from ligzda.network.rules import Viewer


def consultation_of(about: Package | Regulation) -> Consultation | None:
    """Return the consultation of a package or a regulation; None where the public is not asked."""
    found = Consultation.objects.select_related("package", "regulation__municipality")
    field = "package" if isinstance(about, Package) else "regulation"
    return found.filter(**{field: about}).first()


def participation(asked: Consultation) -> str:
    """Return the statement of public participation for an annotation, in the active language."""
    said = Counter(asked.comments.filter(held=False).values_list("outcome", flat=True))
    return _(
        "Public consultation from %(opens)s to %(closes)s. Opinions received: %(count)s; of them "
        "taken into account: %(taken)s, partly: %(partly)s, not: %(declined)s, not answered yet: "
        "%(open)s."
    ) % {
        "opens": plain_date(asked.opens),
        "closes": plain_date(asked.closes),
        "count": said.total(),
        **{each.value: said[each.value] for each in Outcome},
    }


def consultation(pk: int) -> Consultation:
    """Return a consultation; all of them are public. Raises NotFoundError."""
    rows = Consultation.objects.select_related("package", "regulation__municipality")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFoundError(_("The public is not asked about this."))
    return row


def comments(viewer: Viewer, asked: Consultation) -> Sequence[PublicComment]:
    """Return what was said, by day; what waits to be looked at only to who asks and who said it."""
    rows = list(asked.comments.order_by("on", "pk"))
    if may(rules.check_keep_consultation, by=viewer, consultation=asked):
        return rows
    mine = getattr(viewer, "pk", None)
    return [row for row in rows if not row.held or (mine and row.author_id == mine)]


def comment(viewer: Viewer, pk: int) -> PublicComment:
    """Return a comment. Raises NotFoundError where it is not there for this person."""
    rows = PublicComment.objects.select_related(
        "consultation__package", "consultation__regulation__municipality"
    )
    row = rows.filter(pk=pk).first()
    if row is None or row not in comments(viewer, row.consultation):
        raise NotFoundError(_("There is no such comment."))
    return row
