"""Who adds texts, drafts, gives opinions, signs and files; in which state of a package."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ligzda.kernel.dates import plain_date
from ligzda.kernel.errors import NotFoundError, WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.legislation.annotation import form
from ligzda.legislation.models import ActText, Consultation, OpinionRow, Package
from ligzda.legislation.models.opinions import Outcome, RowKind
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission, check_permission_somewhere


def check_see_drafts(*, by: Viewer) -> None:
    """Packages that are not filed are for those who work on amendments."""
    check_permission_somewhere(
        by,
        Permission.SEE_AMENDMENTS,
        _("Drafts of amendments are read by ministries, municipalities and the network's lead."),
    )


def check_see(*, by: Viewer, package: Package) -> None:
    """A package is public once it is filed or the public is asked about it; of another draft nobody
    else is told that it exists.
    """
    asked = package.filed_at or Consultation.objects.filter(package=package).exists()
    if not asked and not may(check_see_drafts, by=by):
        raise NotFoundError(_("There is no such package of amendments."))


def check_draft(*, by: Viewer) -> None:
    """Texts are added and packages drafted by a ministry's lawyer."""
    check_permission(
        by, Permission.DRAFT_AMENDMENTS, _("Amendments are drafted by lawyers of ministries.")
    )


def check_change(*, by: Viewer, package: Package) -> None:
    """What is filed stays as it was filed."""
    check_draft(by=by)
    check_not_filed(package)


def check_add_change(*, by: Viewer, package: Package, text: ActText) -> None:
    """A package holds acts of one kind, which are passed together."""
    check_change(by=by, package=package)
    if text.act.kind != package.kind:
        raise WrongStateError(
            _(
                "This package amends acts of another kind (%(kind)s). Acts of one kind are "
                "submitted together; draft a package of its own for this act."
            )
            % {"kind": package.get_kind_display()}
        )


def check_record_opinions(*, by: Viewer) -> None:
    """Institutions' opinions are recorded by those who act for one."""
    check_permission_somewhere(
        by,
        Permission.GIVE_OPINIONS,
        _("Opinions are recorded by reviewers of ministries and coordinators of municipalities."),
    )


def check_give_opinion(*, by: Viewer, package: Package) -> None:
    """Opinions are given on a draft that says something."""
    check_record_opinions(by=by)
    check_not_filed(package)
    _check_has_changes(package)


def check_answer(*, by: Viewer, row: OpinionRow) -> None:
    """Who drafts the package answers."""
    check_change(by=by, package=row.opinion.package)


def check_sign(
    *, by: Viewer, package: Package, faults: Collection[str] = (), unconfirmed: int = 0
) -> None:
    """A package is signed once it is whole. `faults`: what its changes cannot do yet;
    `unconfirmed`: word forms that nobody has confirmed.
    """
    check_change(by=by, package=package)
    if package.signed_at:
        raise WrongStateError(_("The package is signed already; a second person files it."))
    _check_has_changes(package)
    if faults:
        raise WrongStateError(
            ngettext(
                "%(count)s change is not understood or cannot be applied. Correct it first.",
                "%(count)s changes are not understood or cannot be applied. Correct them first.",
                len(faults),
            )
            % {"count": len(faults)}
        )
    if unconfirmed:
        raise WrongStateError(
            ngettext(
                "%(count)s word form is not confirmed. Look at it first.",
                "%(count)s word forms are not confirmed. Look at them first.",
                unconfirmed,
            )
            % {"count": unconfirmed}
        )
    _check_annotated(package)
    _check_settled(package)
    _check_heard_out(package)


def check_file_any(*, by: Viewer) -> None:
    """Packages are filed by a ministry's reviewer."""
    check_permission(
        by, Permission.FILE_AMENDMENTS, _("Packages are filed by reviewers of ministries.")
    )


def check_file(*, by: Viewer, package: Package) -> None:
    """A second person files what was signed."""
    check_file_any(by=by)
    check_not_filed(package)
    if not package.signed_at:
        raise WrongStateError(_("The package is not signed yet: its lawyer signs it first."))
    if package.signed_by == by:
        raise WrongStateError(
            _("Whoever signed a package does not file it: a second person looks at it.")
        )
    _check_settled(package)
    _check_heard_out(package)


def check_not_filed(package: Package) -> None:
    """Refuse what would change a filed package."""
    if package.filed_at:
        raise WrongStateError(_("A filed package is not changed any more. Draft a new one."))


def _check_has_changes(package: Package) -> None:
    if not package.changes.exists():
        raise WrongStateError(_("The package changes nothing yet: add a change first."))


def _check_annotated(package: Package) -> None:
    there = set(package.annotation.values_list("code", flat=True))
    if missing := [code for code in form(package.form).required if code not in there]:
        raise WrongStateError(
            _("The annotation is empty in these sections: %(sections)s. Fill them in first.")
            % {"sections": ", ".join(missing)}
        )


def _check_settled(package: Package) -> None:
    rows = OpinionRow.objects.filter(opinion__package=package, kind=RowKind.OBJECTION)
    if open_ := sum(not row.settled for row in rows):
        raise WrongStateError(
            ngettext(
                "%(count)s objection is not settled. Answer it and agree with who raised it.",
                "%(count)s objections are not settled. Answer them and agree with who raised them.",
                open_,
            )
            % {"count": open_}
        )


def _check_heard_out(package: Package) -> None:
    """Where the public is asked, it has its days and an answer to everything."""
    asked = Consultation.objects.filter(package=package).first()
    if asked is None:
        return
    if not asked.over:
        raise WrongStateError(
            _("The public is asked until %(day)s; the package is signed after that.")
            % {"day": plain_date(asked.closes)}
        )
    check_answered(asked)


def check_answered(asked: Consultation) -> None:
    """Everything that the public said is answered."""
    if open_ := asked.comments.filter(outcome=Outcome.OPEN).count():
        raise WrongStateError(
            ngettext(
                "%(count)s opinion of the public is not answered yet. Answer it first.",
                "%(count)s opinions of the public are not answered yet. Answer them first.",
                open_,
            )
            % {"count": open_}
        )
