"""What is kept of people, read from the models' own declarations: nothing is typed twice."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.kernel import personal
from ligzda.kernel.room import Words


@dataclass(frozen=True)
class Purpose:
    """Why something is kept, what, on which basis and how long."""

    purpose: str
    kept: str
    fields: Sequence[str]
    basis: str
    basis_lazy: Words
    """The same in whatever language: what is looked up is the Latvian text."""
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
        gettext_lazy("Shows you your receipt code until you close its note."),
        gettext_lazy("half an hour at most"),
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


_FIELDS = {
    "by": gettext_lazy("who did it"),
    "user": gettext_lazy("whose account"),
    "created_by": gettext_lazy("who began it"),
    "registered_by": gettext_lazy("who registered it"),
    "recorded_by": gettext_lazy("who recorded it"),
    "approved_by": gettext_lazy("who approved it"),
    "added_by": gettext_lazy("who added it"),
    "committed_by": gettext_lazy("who committed to the draw"),
    "revealed_by": gettext_lazy("who revealed the draw"),
    "published_by": gettext_lazy("who published it"),
    "locked_by": gettext_lazy("who keeps it locked"),
    "claimed_by": gettext_lazy("which moderator has it in hand"),
    "decided_by": gettext_lazy("who decided"),
    "lifted_by": gettext_lazy("who lifted it"),
    "answered_by": gettext_lazy("who answered"),
    "owner": gettext_lazy("whose account"),
    "person": gettext_lazy("pseudonym of the e-mail address"),
    "html": gettext_lazy("text as the page shows it"),
    "cache_key": gettext_lazy("pseudonym of whom it counts"),
    "value": gettext_lazy("how often"),
    "expires": gettext_lazy("until when"),
    "about": gettext_lazy("which form"),
    "given": gettext_lazy("what was filled in"),
    "kept_at": gettext_lazy("when it was kept"),
}
"""What a field is called on this page, where its own name is short for those who see its table."""
_TABLES = {"cacheentry": gettext_lazy("counts that hold off abuse")}


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
                kept=str(
                    capfirst(
                        str(_TABLES.get(model._meta.model_name or "", model._meta.verbose_name))
                    )
                ),
                fields=[_label(model, name) for name in declared.fields],
                basis=_(declared.basis),
                basis_lazy=gettext_lazy(declared.basis),
                condition=_(declared.condition) if declared.condition else "",
                retention=_(declared.retention),
            )
        )
    return found


def bases() -> list[Words]:
    """Return each legal basis that is named, once."""
    return list({row.basis: row.basis_lazy for row in purposes()}.values())


def _label(model: type, name: str) -> str:
    if name in _FIELDS:
        return str(_FIELDS[name])
    field = model._meta.get_field(name)  # type: ignore[attr-defined]
    return str(getattr(field, "verbose_name", name))
