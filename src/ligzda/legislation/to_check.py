"""What the room states and nobody has looked up in the acts themselves (network/statements.py)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.kernel.room import ToCheck
from ligzda.legislation import annotation, budget
from ligzda.legislation.models import Act
from ligzda.legislation.regulations import memorandum


def name_of(row: Act) -> str:
    """Return the name of the statement on what the models need of an act."""
    return f"act.{row.slug}"


def name_of_section(code: str) -> str:
    """Return the name of the statement that the annotation has a section of this title."""
    return f"annotation.{code}"


def name_of_memorandum(code: str) -> str:
    """Return the name of the statement that a memorandum has a section of this title."""
    return f"memorandum.{code}"


def name_of_term(code: str) -> str:
    """Return the name of the statement on a term of a binding regulation."""
    return f"regulation.{code}"


def name_of_template(code: str) -> str:
    """Return the name of the statement on where a template is from."""
    return f"template.{code}"


def statements() -> Iterator[ToCheck]:
    """Yield what is said of acts and of procedure from memory: sections, terms, templates."""
    for row in Act.objects.filter(recalled=True):
        page = reverse("legislation:act", args=[row.slug])
        yield ToCheck(name_of(row), row.need, row.title, page, row.need["lv"])
    page = reverse("legislation:form")
    for form in annotation.forms():
        with override("lv"):
            source = str(form.source)
        for each in form.sections:
            if each.recalled:
                said = each.title
                yield ToCheck(name_of_section(each.code), said, source, page, said["lv"])
    yield ToCheck("budget.table", budget.title(), _("Budget table"), page, budget.title()["lv"])
    page = reverse("legislation:regulations")
    named = [
        *(
            (name_of_memorandum(each.code), each.title, each.recalled)
            for each in memorandum.sections()
        ),
        *((name_of_term(each.code), each.text, each.recalled) for each in memorandum.clock()),
        *(
            (name_of_template(each.code), each.source, each.recalled)
            for each in memorandum.templates()
        ),
    ]
    with override("lv"):
        law = str(memorandum.source())
    for name, said, recalled in named:
        if recalled:
            yield ToCheck(name, said, law, page, said["lv"])
