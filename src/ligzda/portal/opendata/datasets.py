"""The data sets of all rooms, in the order of their floors. Files, catalogue and API follow."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import named, rooms
from ligzda.kernel.tables.dataset import Dataset

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NOTE = _("CC BY 4.0 is our proposal; it is to be confirmed by the partners.")

DATASETS: tuple[Dataset, ...] = tuple(
    dataset for room in rooms() if room.public_tables for dataset in named(room.public_tables)
)
BY_SLUG = {dataset.slug: dataset for dataset in DATASETS}
