"""Lists of articles by edition, topic, month and words; and the place in them one came from."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.paginator import Paginator
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from ligzda.kernel.odd_values import number
from ligzda.kernel.searching import stems
from ligzda.network.models import Municipality, Unit
from ligzda.newsroom.models import Article, Banner, Topic
from ligzda.newsroom.models.articles import search_text
from ligzda.newsroom.states import PUBLIC

MINYEAR, MAXYEAR = 2000, 2999
PAGE_SIZE = 10


@dataclass(frozen=True)
class Place:
    """A place in the list of articles: what was chosen, and the page. It survives in addresses."""

    edition: str = ""
    topic: str = ""
    month: str = ""
    words: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> "Place":
        """Return the place an address names; what makes no sense counts as not chosen."""
        month = query.get("month", "")
        try:
            if not MINYEAR <= datetime.date.fromisoformat(f"{month}-01").year <= MAXYEAR:
                month = ""
        except ValueError:
            month = ""
        page = query.get("page", "1")
        return cls(
            edition=query.get("edition", "")[:60],
            topic=query.get("topic", "")[:60],
            month=month,
            words=" ".join(query.get("q", "").replace("\x00", "").split())[:100],
            page=number(page, 99_999) or 1,
        )

    def __str__(self) -> str:
        parts = {
            "edition": self.edition,
            "topic": self.topic,
            "month": self.month,
            "q": self.words,
            "page": self.page if self.page > 1 else "",
        }
        return urlencode({key: value for key, value in parts.items() if value})

    def at(self, page: int) -> "Place":
        """Return the same list on another page."""
        return replace(self, page=page)

    @property
    def narrowed(self) -> bool:
        """Return whether anything was chosen."""
        return any((self.edition, self.topic, self.month, self.words))


@dataclass(frozen=True)
class Page:
    """One page of the list, and what the list can be narrowed by."""

    place: Place
    articles: list[Article]
    number: int
    pages: int
    total: int
    editions: list[tuple[str, str]]
    topics: list[Topic]
    months: list[datetime.date]

    @property
    def turns(self) -> list[tuple[int, Place]]:
        """Return every page's number and place."""
        return [(number, self.place.at(number)) for number in range(1, self.pages + 1)]


def live() -> QuerySet[Article]:
    """Return what the public may read, newest first."""
    rows: QuerySet[Article] = Article.objects.filter(live=True)
    return rows.order_by("-first_published_at", "-pk")


def latest(number: int) -> list[Article]:
    """Return the newest articles."""
    return list(live().select_related("picture")[:number])


def listed(place: Place) -> Page:
    """Return the articles at a place of the list."""
    found = live()
    if place.edition:
        found = found.filter(municipalities__slug=place.edition)
    if place.topic:
        found = found.filter(topics__slug=place.topic)
    if place.month:
        first = datetime.date.fromisoformat(f"{place.month}-01")
        start = timezone.make_aware(datetime.datetime.combine(first, datetime.time()))
        following = (first + datetime.timedelta(days=32)).replace(day=1)
        end = timezone.make_aware(datetime.datetime.combine(following, datetime.time()))
        found = found.filter(first_published_at__gte=start, first_published_at__lt=end)
    if place.words and not (prefixes := _prefixes(place.words)):
        found = found.none()  # signs only
    elif place.words:
        query = SearchQuery(prefixes, search_type="raw", config="simple")
        found = found.annotate(found_words=search_text()).filter(found_words=query)
        found = found.order_by(
            SearchRank(search_text(), query).desc(), "-first_published_at", "-pk"
        )
    pages = Paginator(
        found.select_related("picture").annotate(
            comments_shown=Count("comments", Q(comments__state__in=PUBLIC), distinct=True)
        ),
        PAGE_SIZE,
    )
    page = pages.get_page(place.page)
    return Page(
        place=place.at(page.number),
        articles=list(page.object_list),
        number=page.number,
        pages=pages.num_pages,
        total=pages.count,
        editions=list(editions()),
        topics=list(Topic.objects.filter(articles__live=True).distinct().order_by("name_lv")),
        months=[
            month.date() if isinstance(month, datetime.datetime) else month
            for month in Article.objects.filter(live=True).datetimes(
                "first_published_at", "month", order="DESC"
            )
        ],
    )


def editions() -> Iterator[tuple[str, str]]:
    """Yield address and name of every municipality that has news."""
    rows = Municipality.objects.filter(articles__live=True).distinct().prefetch_related(units())
    named = [(row.slug, edition_name(row)) for row in rows]
    yield from sorted(named, key=lambda pair: pair[1])


def units() -> "Prefetch[str, QuerySet[Unit], str]":
    """Return how to fetch the names of municipalities with them: the present unit's."""
    return Prefetch("units", Unit.objects.defer("geometry").order_by("-period"), to_attr="dated")


def edition_name(municipality: Municipality) -> str:
    """Return what the edition of a municipality (fetched with `units`) is called."""
    dated = municipality.dated  # type: ignore[attr-defined]
    return str(dated[0].title) if dated else municipality.slug


def neighbours(article: Article, number: int = 3) -> list[Article]:
    """Return related articles: those chosen by the editor, then those of the same topic."""
    chosen = list(article.related.filter(live=True)[:number])
    if len(chosen) < number:
        near = live().filter(topics__in=article.topics.all()).exclude(pk=article.pk).distinct()
        near = near.exclude(pk__in=[each.pk for each in chosen])
        chosen += list(near[: number - len(chosen)])
    return chosen


def running_banners() -> QuerySet[Banner]:
    """Return the banners whose time is today."""
    today = timezone.localdate()
    rows: QuerySet[Banner] = Banner.objects.filter(begins__lte=today, ends__gte=today)
    return rows


def banner_for(editions: Iterable[str]) -> Banner | None:
    """Return today's banner for the editions of these addresses; several take turns by the day."""
    today = timezone.localdate()
    fitting = list(
        running_banners()
        .filter(Q(municipalities__isnull=True) | Q(municipalities__slug__in=list(editions)))
        .select_related("wide", "narrow")
        .order_by("pk")
        .distinct()
    )
    return fitting[today.toordinal() % len(fitting)] if fitting else None


def _prefixes(words: str) -> str:
    """Return the search as to_tsquery wants it: every word by its beginning."""
    return " & ".join(f"{stem}:*" for stem in stems(words))
