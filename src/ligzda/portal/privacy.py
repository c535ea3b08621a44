"""What is kept of people, read from the models' own declarations: nothing is typed twice."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.kernel import personal


@dataclass(frozen=True)
class Purpose:
    """Why something is kept, what, on which basis and how long."""

    purpose: str
    kept: str
    fields: Sequence[str]
    basis: str
    condition: str
    """Why a special category may be kept (GDPR Art. 9(2)); empty where there is none."""
    retention: str


@dataclass(frozen=True)
class Cookie:
    """What a browser is asked to keep."""

    name: str
    purpose: str | Promise
    kept: str | Promise


COOKIES = (
    Cookie(
        "csrftoken",
        gettext_lazy(
            "Keeps other sites from sending our forms in your name. Set where a page has a form."
        ),
        gettext_lazy("1 year"),
    ),
    Cookie(
        "ligzda_own",
        gettext_lazy(
            "Lets you edit or withdraw the comment you have just written without an account."
        ),
        gettext_lazy("15 minutes"),
    ),
    Cookie(
        "ligzda_receipt",
        gettext_lazy("Shows you your receipt code once."),
        gettext_lazy("5 minutes"),
    ),
    Cookie(
        "sessionid",
        gettext_lazy("Keeps you signed in."),
        gettext_lazy("2 weeks, or until you sign out"),
    ),
    Cookie(
        "messages",
        gettext_lazy("Carries a notice to the next page."),
        gettext_lazy("until it was shown"),
    ),
)
"""All of them; a test walks through the pages and finds no other."""


def purposes() -> list[Purpose]:
    """Return the purposes of every model that holds data about people, in the active language.

    `class PersonalData` of a model says them; a test holds that every model of ours declares it.
    """
    found = []
    for model in apps.get_models():
        if not model.__module__.startswith("ligzda."):
            continue
        declared = personal.declared(model)
        if declared is None:
            continue
        found.append(
            Purpose(
                purpose=_(declared.purpose),
                kept=str(capfirst(str(model._meta.verbose_name))),
                fields=[_label(model, name) for name in declared.fields],
                basis=_(declared.basis),
                condition=_(declared.condition) if declared.condition else "",
                retention=_(declared.retention),
            )
        )
    return found


def _label(model: type, name: str) -> str:
    field = model._meta.get_field(name)  # type: ignore[attr-defined]
    return str(getattr(field, "verbose_name", name))
