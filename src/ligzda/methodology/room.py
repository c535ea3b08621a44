"""What the house knows of the methodology."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Link, Room

ROOM = Room(
    name="methodology",
    floor=9,
    question=_("what do we recommend?"),
    addresses=(Addresses("ligzda.methodology.urls", _("methodology/")),),
    jobs=("ligzda.methodology.advice.tasks",),
    footer=(Link("methodology:advice", _("Advice for a municipality"), 15),),
)
