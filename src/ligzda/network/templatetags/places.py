"""`{{ municipality|place_name }}`: how a municipality is called today."""

from django import template

from ligzda.network.models import Municipality
from ligzda.network.queries import name_today

register = template.Library()


@register.filter
def place_name(municipality: Municipality) -> str:
    """Return it in the active language."""
    return name_today(municipality)
