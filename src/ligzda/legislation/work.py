"""What waits in amendments and binding regulations, for lawyers, reviewers and coordinators."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.legislation import rules
from ligzda.legislation.models import Consultation, Package, Regulation
from ligzda.legislation.models.opinions import Outcome, RowKind
from ligzda.legislation.queries import CARRYING
from ligzda.legislation.regulations.queries import kept_by
from ligzda.legislation.regulations.rules import answer_due
from ligzda.network.models import User
from ligzda.network.rules import Viewer

_UNANSWERED = Count("comments", filter=Q(comments__outcome=Outcome.OPEN))


def my_work(viewer: Viewer) -> list[Work]:
    """Return what a person of amendments or of a municipality's regulations has to do."""
    if not isinstance(viewer, User):
        return []
    found: list[Work] = []
    if may(rules.check_draft, by=viewer):
        found += [Work(_("Packages of amendments"), reverse("legislation:packages"))]
        found += [*_turned(), *_objected(), *_asked(Q(package__filed_at=None, regulation=None))]
    if may(rules.check_record_opinions, by=viewer):
        found += _opinions_due(viewer)
    if mine := kept_by(viewer):
        found += [Work(_("Binding regulations"), reverse("legislation:regulations"))]
        found += _asked(Q(regulation__municipality__in=mine, regulation__decision=None))
        for row in Regulation.objects.filter(municipality__in=mine, published_on=None):
            found += _step(row, viewer)
    return found


def _turned() -> Iterator[Work]:
    """Yield drafts that rest on a claim which carries no more."""
    rows = Package.objects.filter(filed_at=None, grounds__isnull=False)
    lost = Q(grounds__claim__approved_at__isnull=False) & ~Q(grounds__claim__state__in=CARRYING)
    for row in rows.filter(lost).distinct():
        words = _("Rests on a claim that has turned: %(title)s") % {"title": row.title}
        yield Work(words, _page(row), 1, kind="amendments")


def _objected() -> Iterator[Work]:
    """Yield drafts with objections that nobody has answered."""
    open_ = Q(opinions__rows__kind=RowKind.OBJECTION, opinions__rows__outcome=Outcome.OPEN)
    rows = Package.objects.filter(filed_at=None).annotate(count=Count("opinions__rows", open_))
    for row in rows.filter(count__gt=0):
        words = _("Objections to be answered: %(title)s") % {"title": row.title}
        yield Work(words, _page(row), row.count, kind="amendments")


def _asked(whose: Q) -> Iterator[Work]:
    """Yield when consultations end, and where the public waits for an answer."""
    rows = Consultation.objects.filter(whose).select_related("package", "regulation")
    for row in rows.annotate(count=_UNANSWERED):
        about = {"title": row.about.title}
        kind = "amendments" if row.package else "regulations"
        address = _page(row.about) + "#consultation"
        if not row.over:
            words = _("Opinions of the public are received until then: %(title)s") % about
            yield Work(words, address, due=row.closes, kind=kind)
        if row.count:
            words = _("Opinions of the public to be answered: %(title)s") % about
            yield Work(words, address, row.count, kind=kind)


def _opinions_due(viewer: User) -> Iterator[Work]:
    """Yield drafts on which this person has recorded no opinion yet."""
    rows = Package.objects.filter(filed_at=None, signed_at=None, changes__isnull=False)
    for row in rows.exclude(opinions__recorded_by=viewer).distinct():
        words = _("Opinion to be given: %(title)s") % {"title": row.title}
        yield Work(words, _page(row), 1, kind="amendments")


def _step(row: Regulation, viewer: User) -> Iterator[Work]:
    """Yield what a regulation waits for next."""
    about = {"title": row.title}
    if row.announced_at is None:
        words = _("Draft of a regulation: %(title)s") % about
        mine = row.drafted_by_id == viewer.pk
        yield Work(words, _page(row), 0 if mine else 1, kind="regulations", began=mine)
    elif row.decision_id is None and row.consultation.over:
        words = _("Waits for the council's decision: %(title)s") % about
        yield Work(words, _page(row), 1, kind="regulations")
    elif row.decision_id and row.sent_on is None:
        words = _("To be sent to the ministry: %(title)s") % about
        yield Work(words, _page(row), due=timezone.localdate(), kind="regulations")
    elif row.sent_on:
        words = _("The ministry answers by then: %(title)s") % about
        yield Work(words, _page(row), due=answer_due(row), kind="regulations")


def _page(row: Package | Regulation) -> str:
    name = "package" if isinstance(row, Package) else "regulation"
    return reverse(f"legislation:{name}", args=[row.pk])
