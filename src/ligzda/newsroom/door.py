"""The editors' door: /redakcija/ is Wagtail's. Roles decide who enters, and with which groups.

Wagtail asks for groups; the network knows roles. At every request the groups of the person at the
door are made to follow their roles of today, so that a role that has ended opens nothing
(ADR 0051). Wagtail's editor of text needs an inline style sheet: its policy is looser than ours,
behind the door only (ADR 0050); of inline scripts those run that start a field (inline_scripts).
"""

from collections.abc import Callable
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.contrib import messages
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin.models import Admin
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    Workflow,
    WorkflowContentType,
    WorkflowTask,
)

from ligzda.kernel.obstacle import may
from ligzda.kernel.odd_values import number
from ligzda.network.models import User
from ligzda.newsroom import rules
from ligzda.newsroom.inline_scripts import hashes
from ligzda.newsroom.models import Article, Banner, Topic

DOOR = "/redakcija/"
_HEADER = "Content-Security-Policy"
WRITERS, EDITORS = "newsroom: writers", "newsroom: editors"
_ARTICLES = "wagtailsnippets_newsroom_article"
_REPORTS = "wagtailadmin_reports"
_OVER_ALL = frozenset({"wagtail_bulk_action", "image_usage"})
"""Pages that act on, or name, the articles of all municipalities."""
_ARTICLE = {"add": WRITERS, "change": WRITERS, "publish": EDITORS, "lock": EDITORS,
            "unlock": EDITORS, "delete": EDITORS}  # fmt: skip

POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    # The editor of text writes what an empty paragraph says into a style element, under a key that
    # is another each time: no hash covers it, and React gives it no nonce (ADR 0050).
    "style-src-elem": [SELF, UNSAFE_INLINE],
    "style-src-attr": [NONE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "worker-src": [SELF, "blob:"],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}


def policy(response: HttpResponse) -> dict[str, list[str]]:
    """Return the policy of one page behind the door: with the hashes of its scripts."""
    if response.streaming or "html" not in response.headers.get("Content-Type", ""):
        return POLICY
    return POLICY | {"script-src": [SELF, *hashes(response.content.decode(response.charset))]}


class EditorsDoorMiddleware:
    """Make groups follow roles, and give the pages behind the door their own policy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let in whom a role lets in; Wagtail itself sends strangers to sign in."""
        if not request.path.startswith(DOOR):
            return self.get_response(request)
        if isinstance(request.user, User):
            follow_roles(request.user)
            rules.check_write_news(by=request.user)
        response: Any = self.get_response(request)
        response["X-Frame-Options"] = "SAMEORIGIN"  # the preview stands in a frame of its own page
        if _HEADER in response:
            # A preview is a reader's page, which has been through all of this already.
            del response[_HEADER]
            response._csp_replace = {"frame-ancestors": [SELF]}
        else:
            response._csp_replace = policy(response)
        return response  # type: ignore[no-any-return]

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> None:
        """Open no article to a coordinator of another municipality, on whichever of its pages."""
        match = request.resolver_match
        if match is None or not request.path.startswith(DOOR):
            return
        if match.namespace == _REPORTS or match.url_name in _OVER_ALL:
            rules.check_publish_news(by=request.user)  # over the articles of everybody
        if match.namespace != _ARTICLES or "pk" not in kwargs:
            return
        article = Article.objects.filter(pk=number(str(kwargs["pk"]))).first()
        if article is not None:
            rules.check_edit_article(by=request.user, article=article)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say why something cannot be deleted where Wagtail would fail."""
        if not isinstance(error, ProtectedError) or not request.path.startswith(DOOR):
            return None
        messages.error(
            request,
            _(
                "This cannot be deleted: comments, articles or banners hold on to it. "
                "An article can be taken off the page instead (Unpublish)."
            ),
        )
        return redirect(request.get_full_path())


def follow_roles(user: User) -> None:
    """Put the user into the groups that today's roles give, and out of the others."""
    checks = {WRITERS: rules.check_write_news, EDITORS: rules.check_publish_news}
    due = {name for name, check in checks.items() if may(check, by=user)}
    held = set(user.groups.filter(name__in=(WRITERS, EDITORS)).values_list("name", flat=True))
    if due != held:
        user.groups.remove(*Group.objects.filter(name__in=held - due))
        user.groups.add(*Group.objects.filter(name__in=due - held))


@transaction.atomic
def furnish() -> None:
    """Make the groups with what they may do in Wagtail, and the review of articles; repeatable."""
    writers, _made = Group.objects.get_or_create(name=WRITERS)
    editors, _made = Group.objects.get_or_create(name=EDITORS)
    enter = _permission(Admin, "access", "access_admin")
    for group in (writers, editors):
        group.permissions.add(enter)
    for verb, least in _ARTICLE.items():
        permission = _permission(Article, verb)
        editors.permissions.add(permission)
        if least == WRITERS:
            writers.permissions.add(permission)
    for model in (Topic, Banner):
        editors.permissions.add(*(_permission(model, verb) for verb in ("add", "change", "delete")))
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    for group in (writers, editors):
        for verb in ("add", "choose", *(("change",) if group == editors else ())):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=_permission(Image, verb)
            )
    if not WorkflowContentType.objects.filter(content_type__model="article").exists():
        review = GroupApprovalTask.objects.create(name="Redaktora pārskats / Editor's review")
        review.groups.add(editors)
        workflow = Workflow.objects.create(name="Raksta pārskatīšana / Review of an article")
        WorkflowTask.objects.create(workflow=workflow, task=review, sort_order=1)
        WorkflowContentType.objects.create(
            workflow=workflow, content_type=ContentType.objects.get_for_model(Article)
        )


def _permission(model: type[Model], verb: str, codename: str = "") -> Permission:
    """Return a permission of Wagtail's or Django's; they are data and may have been flushed."""
    codename = codename or f"{verb}_{model._meta.model_name}"
    found, _made = Permission.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(model),
        codename=codename,
        defaults={"name": f"Can {verb} {model._meta.verbose_name_raw}"},
    )
    return found
