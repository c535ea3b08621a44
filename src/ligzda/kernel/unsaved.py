"""A form that is long enough to be kept while it is written (docs/adr/0080).

A view says what its form is about, and shows the form as it was filled in when somebody takes
their text up again (`kernel.confirm.changes`):

    unsaved.about(request, version)
    if form.is_valid() and not changes(request) and attempt(request, save, form=form, done=…):
        …

and its template says `{% kept_as_typed %}` inside the form. The rest is the server's
(server/unsaved.py): what is typed is kept every few seconds for its writer alone, what was refused
is kept too, so that nothing depends on a script; `attempt` tells when it has been saved.
"""

from dataclasses import dataclass

from django.db import models
from django.http import HttpRequest


@dataclass
class LongForm:
    """The form that a request is about: `about` names the thing and the part of it."""

    about: str
    saved: bool = False


def about(request: HttpRequest, thing: models.Model | str, part: str = "") -> None:
    """Say what the form of this page writes: a row, or where there is none yet, a name."""
    of = thing if isinstance(thing, str) else f"{thing._meta.label_lower}.{thing.pk}"
    request.long_form = LongForm(f"{of}.{part}" if part else of)  # type: ignore[attr-defined]


def long_form(request: HttpRequest) -> LongForm | None:
    """Return the long form that this request is about, where its view has named one."""
    return getattr(request, "long_form", None)


def saved(request: HttpRequest) -> None:
    """Say that what was posted is saved: nothing of it needs to be kept any more."""
    if (form := long_form(request)) is not None:
        form.saved = True
