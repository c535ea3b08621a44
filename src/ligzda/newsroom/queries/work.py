"""What waits for the people of the newsroom."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer
from ligzda.newsroom import rules
from ligzda.newsroom.queries.queue import tray


def my_work(viewer: Viewer) -> list[Work]:
    """Return where the person works: the comments to review, the editors' pages."""
    found = []
    if may(rules.check_moderate, by=viewer):
        waiting = tray("waiting").waiting
        found.append(Work(_("Comments to review"), reverse("newsroom:tray"), waiting))
    if may(rules.check_write_news, by=viewer):
        found.append(Work(_("Articles"), reverse("wagtailsnippets_newsroom_article:list")))
    return found
