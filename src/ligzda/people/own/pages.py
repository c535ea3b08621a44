"""The participant's own pages, and whether somebody for whom they are written has read them.

Easy language is not easy because we say so: a reader of the target group checks each page. Whoever
changes a page's words raises its version and empties the day; the page says which of both holds.
"""

import datetime
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class OwnPage:
    """A page: its address, its title and the question that it answers, its picture.

    `checked_on`: the day on which a reader checked this version; None where nobody has yet.
    """

    key: str
    title: str | Promise
    question: str | Promise
    version: int = 1
    checked_on: datetime.date | None = None

    @property
    def address(self) -> str:
        """The name of its address."""
        return f"people:own_{self.key}"

    @property
    def picture(self) -> str:
        """The template of its picture."""
        return f"people/own/pictures/{self.key}.html"


HOME = OwnPage(
    "home", pgettext_lazy("easy", "My pages"), pgettext_lazy("easy", "What is here for me?")
)
PAGES = (
    OwnPage(
        "plan", pgettext_lazy("easy", "My plan"), pgettext_lazy("easy", "What do I want to reach?")
    ),
    OwnPage(
        "week", pgettext_lazy("easy", "My week"), pgettext_lazy("easy", "What do I do this week?")
    ),
    OwnPage(
        "bookings",
        pgettext_lazy("easy", "My bookings"),
        pgettext_lazy("easy", "When do I work at a machine?"),
    ),
    OwnPage(
        "courses", pgettext_lazy("easy", "My courses"), pgettext_lazy("easy", "What do I learn?")
    ),
    OwnPage(
        "forms", pgettext_lazy("easy", "My forms"), pgettext_lazy("easy", "What do I fill in?")
    ),
    OwnPage(
        "data",
        pgettext_lazy("easy", "My data"),
        pgettext_lazy("easy", "What do you know about me?"),
        version=2,
    ),
    OwnPage(
        "phone",
        pgettext_lazy("easy", "Whom can I call?"),
        pgettext_lazy("easy", "Who helps me?"),
        version=2,
    ),
)
LOOKED = OwnPage(
    "looked",
    pgettext_lazy("easy", "Who looked at my data?"),
    pgettext_lazy("easy", "Who opened my data, and when?"),
    version=2,
)
ASK = OwnPage("ask", pgettext_lazy("easy", "I ask"), pgettext_lazy("easy", "What shall we do?"))
CHOOSE = OwnPage("choose", pgettext_lazy("easy", "I choose"), pgettext_lazy("easy", "Yes or no?"))
BY_KEY = {page.key: page for page in (HOME, *PAGES, LOOKED, ASK, CHOOSE)}
