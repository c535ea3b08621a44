"""`{{ municipality|place_name }}`: how a municipality is called today."""

from django import template

from ligzda.network.models import Municipality

register = template.Library()


@register.filter
def place_name(municipality: Municipality) -> str:
    """Return the name of its newest unit, in the active language."""
    units = municipality.units.defer("geometry").order_by("-period__startswith")
    return str(units[0].title)
