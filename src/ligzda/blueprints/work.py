"""What waits in the models' workshop."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.blueprints.models import ModelVersion
from ligzda.blueprints.rules import check_design
from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer


def my_work(viewer: Viewer) -> list[Work]:
    """Return each draft of a model, for those who design them."""
    if not may(check_design, by=viewer):
        return []
    drafts = ModelVersion.objects.filter(published_at__isnull=True).select_related("model")
    return [
        Work(
            _("Draft of the model %(code)s") % {"code": row.model.code},
            reverse("blueprints:version", args=[row.model.code]),
            began=True,
        )
        for row in drafts.order_by("model__code")
    ] + [Work(_("Models"), reverse("blueprints:workshop"))]
