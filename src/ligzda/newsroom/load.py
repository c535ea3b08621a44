"""Load the first article: about the network itself, in both languages, in our words.

In a demonstration a banner too, so that its place is seen; it is invented and says so.
"""

import datetime
from pathlib import Path
from typing import Any

import yaml
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils import timezone
from wagtail.images.models import Image

from ligzda.network.audit import record
from ligzda.network.models import Municipality, User
from ligzda.newsroom.door import furnish
from ligzda.newsroom.models import Article, Banner, Topic

DATA = Path(__file__).resolve().parent / "data"


@transaction.atomic
def load(*, by: User, demo: bool) -> None:
    """Add what is missing, change nothing that is there."""
    furnish()
    data = yaml.safe_load((DATA / "articles.yaml").read_text("utf-8"))
    for row in data["topics"]:
        Topic.objects.get_or_create(slug=row["slug"], defaults=row)
    for row in data["articles"]:
        if not Article.objects.filter(slug=row["slug"]).exists():
            _add(by, dict(row))
    for row in data["invented_banners"] if demo else ():
        if not Banner.objects.filter(advertiser=row["advertiser"]).exists():
            _place(by, dict(row))


def _add(by: User, row: dict[str, Any]) -> None:
    editions, topics, picture = row.pop("editions"), row.pop("topics"), row.pop("picture")
    article = Article(**row, live=True, first_published_at=timezone.now())
    article.picture = _picture(picture, title=row["title_lv"])
    article.municipalities = Municipality.objects.filter(slug__in=editions)
    article.topics = Topic.objects.filter(slug__in=topics)
    article.save()
    article.save_revision().publish()
    record(by=by, action="load article", about=article, after={"slug": article.slug})


def _place(by: User, row: dict[str, Any]) -> None:
    """Place a banner of the demonstration for a year; its picture and its label say it is one."""
    begins = timezone.localdate()
    pictures = {name: _picture(row.pop(name), title=f"{row['advertiser']}, {name}")
                for name in ("wide", "narrow")}  # fmt: skip
    banner = Banner.objects.create(
        **row, **pictures, begins=begins, ends=begins + datetime.timedelta(days=365)
    )
    record(by=by, action="load banner", about=banner, after={"advertiser": banner.advertiser})


def _picture(name: str, *, title: str) -> Image:
    """Return the picture as Wagtail keeps it; where its file is there already, that one."""
    known = Image.objects.filter(title=title).first()
    if known is not None:
        return known
    with (DATA / name).open("rb") as file:
        return Image.objects.create(title=title, file=ImageFile(file, name=name))
