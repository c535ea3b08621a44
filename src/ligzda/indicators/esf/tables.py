"""The report as a table. The columns of the agency's own form are not known: to be checked."""

from django.utils.translation import gettext_lazy as _

from ligzda.indicators.esf.dictionary import common
from ligzda.kernel.tables.declaration import Column, Table
from ligzda.kernel.tables.types import YES_NO, Choice, Whole

REPORT = Table(
    "esf-participants",
    _("Participants by the common indicators of the ESF+"),
    _("Of a period and so far, by gender. The columns of the agency's form are to be checked."),
    (
        Column("code", _("Code"), Choice(tuple(common()))),
        Column("incubator", _("Incubator"), optional=True),
        Column("model", _("Model"), optional=True),
        Column("span", _("Span"), Choice(("period", "so_far"))),
        Column("women", _("Women"), Whole(), optional=True),
        Column("men", _("Men"), Whole(), optional=True),
        Column("non_binary", _("Non-binary"), Whole(), optional=True),
        Column("not_said", _("Gender not said"), Whole(), optional=True),
        Column("total", _("Total"), Whole(), optional=True),
        Column("estimated", _("Not counted, to be estimated"), YES_NO),
        Column("special", _("Special category of data"), YES_NO),
        Column("to_be_checked", _("Code to be checked"), YES_NO),
    ),
    key="",
)  # fmt: skip
