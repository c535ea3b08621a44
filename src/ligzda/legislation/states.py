"""How a claim stands, in words of a page."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

STATES: dict[str, Promise] = {
    "draft": pgettext_lazy("of a claim", "draft"),
    "supported": pgettext_lazy("of a claim", "supported"),
    "not supported": pgettext_lazy("of a claim", "not supported"),
    "too close": pgettext_lazy("of a claim", "too close to the threshold"),
    "no longer supported": pgettext_lazy("of a claim", "no longer supported"),
    "under review": pgettext_lazy("of a claim", "under review"),
    "withdrawn": pgettext_lazy("of a claim", "withdrawn"),
    "retired": pgettext_lazy("of a claim", "retired"),
}
