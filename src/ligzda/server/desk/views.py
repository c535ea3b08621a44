"""Pages of the administrator's desk."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import check_answers
from ligzda.kernel.errors import RefusedError
from ligzda.kernel.obstacle import obstacle
from ligzda.kernel.undo import undo_by
from ligzda.network import actions, audit_chain, queries
from ligzda.network.models import Membership, User
from ligzda.network.queries import audit_trail
from ligzda.network.roles import BY_KEY
from ligzda.network.rules import (
    check_admit_partner,
    check_keep_network,
    check_offboard_user,
    signed_in,
)
from ligzda.network.undoing import keep_for_undo
from ligzda.server import invitation, jobs
from ligzda.server.desk import people
from ligzda.server.desk.forms import EraseForm, InviteForm, PartnerForm, RoleForm
from ligzda.server.readiness import readiness


@login_required
@never_cache
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show what the house lacks and could not do."""
    context = {
        "too_few": people.too_few(by=request.user),
        "failed": jobs.failed_jobs(by=request.user),
        "waiting": jobs.letters_waiting(by=request.user),
        "house": readiness(),
    }
    return render(request, "desk/overview.html", context)


@login_required
@require_POST
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a failed job back into its queue."""
    by = signed_in(request.user)
    attempt(
        request, lambda: jobs.try_again(by=by, job=pk), done=_("The job waits for its next try.")
    )
    return redirect("desk:overview")


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def everybody(request: HttpRequest) -> HttpResponse:
    """Show who has an account; invite somebody."""
    check_keep_network(by=request.user)
    by = signed_in(request.user)
    form = InviteForm(request.POST or None)
    if form.is_valid() and attempt(
        request,
        lambda: invitation.invite(by=by, **form.cleaned_data),
        form=form,
        done=_("Invited; the letter with the link is on its way."),
    ):
        invited = User.objects.get(email__iexact=form.cleaned_data["email"])
        return redirect("desk:person", pk=invited.pk)
    context = {"people": people.people(by=by), "form": form}
    return render(request, "desk/people.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one person with their roles; grant a role."""
    row = people.person(pk, by=request.user)
    by = signed_in(request.user)
    form = RoleForm(request.POST or None)
    if form.is_valid() and attempt(
        request,
        lambda: actions.grant_role(
            by=by,
            user=User.objects.get(pk=pk),
            role=BY_KEY[form.cleaned_data["role"]],
            partner=form.cleaned_data["partner"],
            since=form.cleaned_data["since"],
            until=form.cleaned_data["until"],
        ),
        form=form,
        done=_("The role is given."),
    ):
        return redirect("desk:person", pk=pk)
    context = {
        "person": row,
        "form": form,
        "obstacle": obstacle(check_offboard_user, by=by, user=User.objects.get(pk=pk)),
    }
    return render(request, "desk/person.html", context)


@login_required
@require_POST
def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    """End a role today."""
    check_keep_network(by=request.user)
    by = signed_in(request.user)
    membership = get_object_or_404(Membership, pk=pk)
    try:
        with transaction.atomic():
            kept = keep_for_undo(by=by, act="role.end", rows=[membership])
            actions.end_role(by=by, membership=membership)
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The role has ended."), undo_by(kept.pk))
    return redirect("desk:person", pk=membership.user_id)


@login_required
@require_POST
def invite_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send another letter with a new link."""
    row = people.person(pk, by=request.user)
    by = signed_in(request.user)
    user = User.objects.get(pk=row.id)
    attempt(
        request,
        lambda: invitation.owe(by=by, user=user),
        done=_("The letter with the link is on its way."),
    )
    return redirect("desk:person", pk=pk)


@login_required
@require_POST
def offboard(request: HttpRequest, pk: int) -> HttpResponse:
    """End a person's part in one act, after all that ends was shown."""
    row = people.person(pk, by=request.user)
    by = signed_in(request.user)
    user = User.objects.get(pk=pk)
    stands = obstacle(check_offboard_user, by=by, user=user)
    if stands is None and (
        page := check_answers(
            request,
            _("End the part of %(name)s in the network?") % {"name": row.name},
            [(_("Role that ends today"), f"{role.name}, {role.partner}") for role in row.held],
            button=_("End it all"),
            warning=_("Every session ends at once, the password and links of invitations work no "
                      "more. What they did stays under their name until it is erased."),
            back=reverse("desk:person", args=[pk]),
        )
    ):  # fmt: skip
        return page
    attempt(
        request,
        lambda: actions.offboard_user(by=by, user=user),
        done=_("Roles and sessions have ended; the account is closed."),
    )
    return redirect("desk:person", pk=pk)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase what is kept of a person, after their address was typed."""
    row = people.person(pk, by=request.user)
    by = signed_in(request.user)
    form = EraseForm(request.POST or None, expected=row.email)
    if form.is_valid() and attempt(
        request,
        lambda: actions.erase_user(by=by, user=User.objects.get(pk=pk)),
        form=form,
        done=_("The personal data of this account are erased."),
    ):
        return redirect("desk:people")
    return render(request, "desk/erase.html", {"person": row, "form": form})


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def partners(request: HttpRequest) -> HttpResponse:
    """Show who takes part in the network; admit a partner."""
    check_admit_partner(by=request.user)
    by = signed_in(request.user)
    form = PartnerForm(request.POST or None)
    if form.is_valid() and attempt(
        request,
        lambda: actions.admit_partner(
            by=by,
            facts_given=actions.PartnerFacts(
                slug=form.instance.slug,
                **{name: form.cleaned_data[name] for name in PartnerForm.TOLD},
            ),
            municipality=form.cleaned_data["municipality"],
        ),
        form=form,
        done=_("Admitted; the partner can be chosen for roles from now on."),
    ):
        return redirect("desk:partners")
    return render(request, "desk/partners.html", {"partners": queries.partners(), "form": form})


@login_required
@never_cache
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Show the newest events of the audit trail."""
    check_keep_network(by=request.user)
    context = {"events": audit_trail(request.user), "chain": audit_chain.verify()}
    return render(request, "desk/audit.html", context)
