"""What the room states and nobody has looked up in the acts themselves (network/statements.py)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import override

from ligzda.kernel.room import ToCheck
from ligzda.legislation import annotation
from ligzda.legislation.models import Act


def name_of(row: Act) -> str:
    """Return the name of the statement on what the models need of an act."""
    return f"act.{row.slug}"


def name_of_section(code: str) -> str:
    """Return the name of the statement that the annotation has a section of this title."""
    return f"annotation.{code}"


def statements() -> Iterator[ToCheck]:
    """Yield what is said of acts from memory, and the sections of the annotation not seen."""
    for row in Act.objects.filter(recalled=True):
        page = reverse("legislation:act", args=[row.slug])
        yield ToCheck(name_of(row), row.need, row.title, page, row.need["lv"])
    page = reverse("legislation:form")
    for each in annotation.sections():
        if each.recalled:
            with override("lv"):
                source = str(annotation.source())
            said = each.title
            yield ToCheck(name_of_section(each.code), said, source, page, said["lv"])
