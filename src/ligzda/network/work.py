"""What waits in the network's own rooms, and what somebody typed and left."""

from django.apps import apps
from django.conf import settings
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_from_path, override
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network import statements
from ligzda.network.models import Decision, Partner, UnsavedText, User
from ligzda.network.queries import kept_by
from ligzda.network.rules import (
    Viewer,
    check_edit_partner,
    check_keep_decisions,
    check_keep_network,
    check_keep_statements,
    check_record_population,
    check_see_audit,
)


def my_work(viewer: Viewer) -> list[Work]:
    """Return the person's desks, drafts that need their look or are their own, unsaved texts."""
    if not isinstance(viewer, User):
        return []
    found = _unsaved(viewer)
    if may(check_keep_network, by=viewer):
        found.append(Work(_("Administrator's desk"), reverse("desk:overview")))
    if may(check_keep_decisions, by=viewer):
        found += _decisions(viewer)
    if may(check_keep_statements, by=viewer):
        where = reverse("network:statements")
        waiting = statements.waiting()
        found.append(Work(_("Statements to be checked"), where, waiting, kind="statements"))
    if may(check_edit_partner, by=viewer) and may(check_see_audit, by=viewer):
        # Who leads the network. Without its agreement a partner may begin nothing
        # (rules.check_decided).
        bare = Partner.objects.filter(agreement_on=None).count()
        label, where = _("Partners whose agreement is not recorded"), reverse("network:partners")
        found += [Work(label, where, bare, kind="partners")] if bare else []
    for check, label, address in (
        (check_edit_partner, _("What partners do"), "network:partners"),
        (check_record_population, _("Population figures"), "network:population"),
        (check_see_audit, _("Audit trail"), "network:audit"),
    ):
        if may(check, by=viewer):
            found.append(Work(label, reverse(address)))
    return found


def _decisions(viewer: User) -> list[Work]:
    """Return the council's desk with the drafts of others, and each draft of one's own."""
    drafts: list[Decision] = [
        row for _partner, rows in kept_by(viewer) for row in rows if row.published_at is None
    ]
    others = sum(row.edited_by_id != viewer.pk for row in drafts)
    desk = reverse("network:decisions")
    return [
        Work(_("Decisions of the council"), desk, others, kind="decisions"),
        *(
            Work(
                _("Draft of a decision: %(title)s") % {"title": row},
                reverse("network:decision_edit", args=[row.pk]),
                began=True,
            )
            for row in drafts
            if row.edited_by_id == viewer.pk
        ),
    ]


def _unsaved(viewer: User) -> list[Work]:
    """Return the forms that were left unsaved, each with its page in the active language."""
    since = timezone.now() - UnsavedText.KEPT
    rows = UnsavedText.objects.filter(user=viewer, kept_at__gte=since).exclude(address="")
    return [
        Work(
            _("Not saved: %(what)s, %(moment)s")
            % {
                "what": _what(row.about),
                "moment": date_format(timezone.localtime(row.kept_at), "SHORT_DATETIME_FORMAT"),
            },
            _here(row.address),
            began=True,
        )
        for row in rows.order_by("-kept_at")
    ]


def _what(about: str) -> str:
    """Return what a form is about, in words: kernel.unsaved names it by its model, mostly."""
    room, _dot, rest = about.partition(".")
    try:
        return capfirst(str(apps.get_model(room, rest.partition(".")[0])._meta.verbose_name))
    except LookupError:
        return _("a form")


def _here(address: str) -> str:
    """Return a page's address in the active language, whichever it was typed in."""
    now = get_language() or settings.LANGUAGE_CODE
    with override(get_language_from_path(address) or settings.LANGUAGE_CODE):
        return translate_url(address, now)
