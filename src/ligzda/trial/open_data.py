"""What everybody may take away: registered protocols, as a stranger sees them."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.tables.dataset import Dataset, Rows
from ligzda.kernel.tables.declaration import Column
from ligzda.kernel.tables.types import DAY
from ligzda.trial.registry import queries


def _protocols() -> Rows:
    """Give the registered versions of the protocol that do not wait for their day."""
    for row in queries.protocols():
        if row.registered_at is not None:
            yield {
                "id": str(row),
                "title": str(row.content.get("title", "")),
                "registered_on": timezone.localtime(row.registered_at).date(),
                "sha256": row.sha256,
                "changed": row.changed,
            }


DATASETS = (
    Dataset(
        "protocols",
        _("Registered protocols"),
        _("Registered versions of the trial's protocol with the hash of their text."),
        (
            Column("id", _("Version")),
            Column("title", _("Title")),
            Column("registered_on", _("Registered on"), DAY),
            Column("sha256", _("SHA-256 of the registered text")),
            Column("changed", _("What changed since the version before"), optional=True),
        ),
        source=_protocols,
        keywords=(_("trial"), _("registration")),
    ),
)
