"""The words of advice: names of what answers know by a code."""

from django.utils.translation import gettext_lazy as _

from ligzda.methodology.advice.weighing import COST, OUTCOME, WELLBEING

GROUP_NAMES = {
    "clients": _("Clients of the social service"),
    "unemployed": _("Unemployed people in a risk group"),
    "mixed": _("Mixed teams"),
    "other": _("Another group"),
}
PREMISES = {
    "workshop": _("a workshop with suitable equipment"),
    "none": _("no workshop"),
}
SIDES = {
    "A-": _("The municipality runs it"),
    "A+": _("Another body runs it by contract"),
    "B-": _("The way leads to a paid job"),
    "B+": _("The way leads to an enterprise of one's own"),
    "C-": _("Selling on the open market only"),
    "C+": _("Orders promised by the municipality"),
}
MODERATOR_NAMES = {
    "remoteness": _("distance from Riga"),
    "size": _("area"),
    "premises": _("premises"),
    "group": _("target group"),
}
CRITERIA = {
    OUTCOME: _("paid activity"),
    COST: _("low cost"),
    WELLBEING: _("well-being"),
}
SPOKEN = {
    "speak": _("gets an answer"),
    "warn": _("gets an answer with a warning"),
    "refuse": _("gets no answer"),
}
