"""Search over the house: every room is asked for what everybody may read."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ligzda.blueprints import queries as blueprints
from ligzda.findings import queries as findings
from ligzda.kernel.often import too_often
from ligzda.kernel.room import each, named, rooms
from ligzda.kernel.searching import MOST_CHARACTERS, Found, among, has, stems
from ligzda.network import queries as network
from ligzda.portal.opendata.datasets import DATASETS

MOST_OF_A_KIND = 20
A_MINUTE = 30
"""Questions of one network a minute; each costs a third of a second of the processor."""


@dataclass
class Kind:
    """What was found of a kind: the pages whose title has all words come first."""

    name: str
    pages: list[Found] = field(default_factory=list)

    @property
    def shown(self) -> list[Found]:
        """As many as a list can be looked through."""
        return self.pages[:MOST_OF_A_KIND]

    @property
    def more(self) -> int:
        """How many are left out."""
        return len(self.pages) - len(self.shown)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what the house has on some words, by kind."""
    words = request.GET.get("q", "")[:MOST_CHARACTERS].strip()
    waits = bool(words) and too_often(request, "search", A_MINUTE)
    kinds = [] if waits else kinds_of(words)
    context = {
        "words": words,
        "waits": waits,
        "most": MOST_CHARACTERS,
        "kinds": kinds,
        "total": sum(len(kind.pages) for kind in kinds),
    }
    return render(request, "portal/search.html", context, status=429 if waits else 200)


def kinds_of(words: str) -> list[Kind]:
    """Return what all rooms find, by kind in the order of the rooms' floors from the top."""
    wanted = stems(words)
    if not wanted:
        return []
    kinds: dict[str, Kind] = {}
    for room in reversed(rooms()):
        for page in named(room.search)(words) if room.search else ():
            kinds.setdefault(str(page.kind), Kind(str(page.kind))).pages.append(page)
    for kind in kinds.values():
        kind.pages.sort(key=lambda page: not has(wanted, page.title))
    return list(kinds.values())


def pages(words: str) -> Iterator[Found]:
    """Yield what the portal shows: pages, places, models, practices, partners, studies, data."""
    return among(words, _everything())


def _everything() -> Iterator[Found]:
    links = {link.address: link for link in each(lambda room: (*room.navigation, *room.footer))}
    for link in links.values():
        yield Found(gettext_lazy("Pages"), str(link.label), reverse(link.address))
    yield from _places()
    for model in blueprints.models():
        url = reverse("portal:model", args=[model.slug])
        text = f"{model.idea} {model.main_risk}"
        yield Found(gettext_lazy("Models"), f"{model.code} {model.name}", url, text)
    for row in blueprints.practices():
        url = reverse("portal:practice", args=[row.slug])
        text = " ".join((row.fact.text, row.country_name, *row.sources))
        yield Found(gettext_lazy("Practices"), row.name, url, text)
    for rule in blueprints.rules_touched():
        yield Found(gettext_lazy("Rules that the models touch"), rule.text, reverse("portal:rules"))
    for partner in network.partners():
        url = reverse("portal:partner", args=[partner.slug])
        yield Found(gettext_lazy("Partners"), partner.name, url, partner.role)
    for study in (row.study for row in findings.evaluations()):
        url = reverse("portal:evaluation", args=[study.slug])
        text = f"{study.question} {study.shape} {study.source}"
        yield Found(gettext_lazy("Evaluations"), str(study.name), url, text)
    for data in DATASETS:
        url = reverse("portal:open_data_set", args=[data.slug])
        yield Found(gettext_lazy("Open data"), str(data.title), url, str(data.description))


def _places() -> Iterator[Found]:
    """Yield the units of today and those that reforms ended, and what councils decided."""
    names: dict[str, str] = {}
    for day in sorted(network.REFERENCE_DAYS.values(), reverse=True):
        for unit in network.municipalities(day):
            if unit.slug not in names:
                names[unit.slug] = unit.name
                url = reverse("portal:municipality", args=[unit.slug])
                yield Found(gettext_lazy("Municipalities"), unit.name, url, unit.kind_name)
    for decision in network.published_decisions():
        place = names[decision.municipality_slug]
        title = _("%(place)s: decision of the council") % {"place": place}
        url = reverse("portal:municipality", args=[decision.municipality_slug])
        text = f"{decision.text} {decision.document_title}"
        yield Found(gettext_lazy("Council decisions"), title, url, text)
