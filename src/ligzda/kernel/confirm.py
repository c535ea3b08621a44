"""Nothing final happens by one click: a page that says what will happen, and asks.

    if page := check_answers(request, _("Register this version?"), facts, button=_("Register")):
        return page
    actions.register(…)

The page carries all that was posted along, so nothing is kept on the server and nothing is lost:
confirming sends it again with `confirmed`, changing sends it again with `change`, and the view
shows its form as it was filled in.
"""

from collections.abc import Mapping, Sequence

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Facts = Sequence[tuple[object, object]]
_OWN = frozenset({"csrfmiddlewaretoken", "confirmed", "change"})


def changes(request: HttpRequest) -> bool:
    """Whether the person came back from the page to change what was filled in."""
    return "change" in request.POST


def check_answers(
    request: HttpRequest,
    question: str,
    facts: Facts = (),
    *,
    button: str,
    warning: str = "",
    action: str = "",
    back: str = "",
    carried: Mapping[str, str] | None = None,
) -> HttpResponse | None:
    """Return the page that asks before something final, or None where it was confirmed.

    `facts` are what was answered, as (label, value); `action` is where it is confirmed, if not
    here; `back` leads back where there is no form to return to; `carried` is what is sent along
    then, if not all that was posted.
    """
    if "confirmed" in request.POST:
        return None
    posted = [(k, v) for k, values in request.POST.lists() if k not in _OWN for v in values]
    given = posted if carried is None else list(carried.items())
    context = {
        "question": question,
        "facts": facts,
        "button": button,
        "warning": warning,
        "action": action,
        "back": back,
        "given": given,
    }
    return render(request, "kernel/check_answers.html", context)


def answers(form: BaseForm) -> list[tuple[object, object]]:
    """Return what a valid form was answered, as people read it: label and value."""
    found: list[tuple[object, object]] = []
    for field in form.visible_fields():
        value = form.cleaned_data.get(field.name)
        if value not in (None, "", [], False):
            flat = dict(getattr(field.field, "choices", ()))
            found.append((field.label, flat.get(value, flat.get(str(value), value))))
    return found
