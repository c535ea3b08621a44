"""A participant's own pages: one thought a sentence, one question a page, no script needed."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import obstacle
from ligzda.network.rules import signed_in
from ligzda.people import queries as people
from ligzda.people.models import Person, RequestKind
from ligzda.people.own import actions, parts, queries
from ligzda.people.own.pages import ASK, BY_KEY, CHOOSE, HOME, LOOKED, PAGES, OwnPage
from ligzda.people.rights import actions as rights
from ligzda.people.rights import consents
from ligzda.people.rights.holding import in_force
from ligzda.people.rights.queries import looks_at, representatives_of, requests_of
from ligzda.people.rights.views import archive_answer, choose
from ligzda.people.rules import check_change_person
from ligzda.training.queries import held_by
from ligzda.training.sessions.queries import own_enrolments

_FORM = ["GET", "HEAD", "POST"]
_KINDS = {
    "labot": RequestKind.RECTIFY,
    "nelietot": RequestKind.RESTRICT,
    "iebilst": RequestKind.OBJECT,
    "dzest": RequestKind.ERASE,
}
"""What a person asks by themselves, as the address has it; they take all of it without asking."""


def _page(request: HttpRequest, page: OwnPage, template: str, **context: object) -> HttpResponse:
    return render(request, f"people/own/{template}.html", {"page": page, "home": HOME, **context})


@login_required
@never_cache
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what is there for the person who is signed in."""
    person = queries.record_of(request.user)
    return _page(request, HOME, "home", person=person, pages=PAGES)


@login_required
@never_cache
@require_safe
def own(request: HttpRequest, key: str) -> HttpResponse:
    """Show one of the pages that only tell."""
    person = queries.record_of(request.user)
    if person is None:
        return redirect("people:own_home")
    return _page(request, BY_KEY[key], key, person=person, **_FACTS[key](request, person))


def _plan(request: HttpRequest, person: Person) -> dict[str, object]:
    return {"stay": queries.stay_of(person), "parts": parts.shown("plan", request, person)}


def _week(request: HttpRequest, person: Person) -> dict[str, object]:
    return {"rows": queries.week_of(signed_in(request.user))}


def _bookings(request: HttpRequest, person: Person) -> dict[str, object]:
    stay = queries.stay_of(person)
    return {"rows": queries.bookings_of(signed_in(request.user)), "stay": stay}


def _courses(request: HttpRequest, person: Person) -> dict[str, object]:
    user = signed_in(request.user)
    return {"rows": own_enrolments(user), "certificates": held_by(user)}


def _forms(request: HttpRequest, person: Person) -> dict[str, object]:
    return {"parts": parts.shown("forms", request, person)}


def _data(request: HttpRequest, person: Person) -> dict[str, object]:
    return {
        "requests": requests_of(person),
        "choices": consents.choices(person),
        "holds": list(in_force(person)),
        "kinds": _KINDS,
    }


def _phone(request: HttpRequest, person: Person) -> dict[str, object]:
    return {
        "stay": queries.stay_of(person),
        "parts": parts.shown("phone", request, person),
        "representatives": representatives_of(person),
    }


def _looked(request: HttpRequest, person: Person) -> dict[str, object]:
    return {"rows": queries.by_day(looks_at(person))}


_FACTS = {
    "plan": _plan,
    "week": _week,
    "bookings": _bookings,
    "courses": _courses,
    "forms": _forms,
    "data": _data,
    "phone": _phone,
    LOOKED.key: _looked,
}


@login_required
@never_cache
@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """Give a person everything that is kept of them."""
    person = queries.record_of(request.user)
    return redirect("people:own_home") if person is None else archive_answer(person)


class WordsForm(forms.Form):
    """What a person wants to say."""

    words = forms.CharField(
        label=gettext_lazy("What do you want to say?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )


@login_required
@never_cache
@require_http_methods(_FORM)
def ask(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask one question: what shall be done with my data? The answer is written down at once."""
    person = queries.record_of(request.user)
    if person is None:
        return redirect("people:own_home")
    if kind not in _KINDS:
        raise Http404
    form = WordsForm(request.POST or None)

    def save() -> None:
        by, words = signed_in(request.user), form.cleaned_data["words"]
        rights.ask(by=by, person=person, kind=_KINDS[kind], words=words)

    done = pgettext("easy", "We have written it down. We answer within a month.")
    if form.is_valid() and attempt(request, save, form=form, done=done):
        return redirect("people:own_data")
    return _page(request, ASK, "ask", kind=_KINDS[kind], form=form)


@login_required
@never_cache
@require_http_methods(_FORM)
def choose_page(request: HttpRequest, purpose: str) -> HttpResponse:
    """Ask for one consent; a yes is taken back by the same button."""
    person = queries.record_of(request.user)
    if person is None:
        return redirect("people:own_home")
    found = [each for each in consents.choices(person) if each.text.purpose == purpose]
    if not found:
        raise Http404
    if request.method == "POST":
        choose(request, person, found)
        return redirect("people:own_data")
    return _page(request, CHOOSE, "choose", choice=found[0])


class AccountForm(forms.Form):
    """Whose account it is."""

    email = forms.EmailField(label=gettext_lazy("E-mail address of their account"))


@login_required
@never_cache
@require_http_methods(_FORM)
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a record to the account of the person, by who keeps it."""
    row = people.person(request.user, pk)
    check_change_person(by=request.user, person=row)
    form = AccountForm(request.POST or None)

    def save() -> None:
        actions.link_account(
            by=signed_in(request.user), person=row, email=form.cleaned_data["email"]
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("Their own pages are open.")):
        return redirect("people:person", pk)
    return render(request, "people/account.html", {"form": form, "person": row})


def card(request: HttpRequest, person: Person) -> SafeString:
    """Show, on a person's page, whether they see their record themselves."""
    context = {
        "person": person,
        "changing": obstacle(check_change_person, by=request.user, person=person),
    }
    return render_to_string("people/account_card.html", context, request)
