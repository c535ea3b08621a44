"""The parts of pages: what each writes, and that a misspelt argument fails when compiled."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import get_template
from django.test import RequestFactory
from django.test.html import parse_html

from ligzda.kernel.obstacle import Obstacle
from ligzda.kernel.templatetags import parts, stacked

LOAD = "{% load i18n parts stacked %}"


def render(source: str, **context: Any) -> str:
    return Template(LOAD + source).render(Context(context))


def assert_writes(source: str, expected: str, **context: Any) -> None:
    assert parse_html(render(source, **context)) == parse_html(expected)


class Ids(HTMLParser):
    """The ids of a page, and what its elements refer to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.referred: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.referred += given.get("aria-describedby", "").split()


PARTS = {
    "page_head": (
        "{% page_head 'T' %}lede{% endpage_head %}",
        '<h1>T</h1><p class="lede">lede</p>',
    ),
    "page_head with a code": (
        "{% page_head 'T' code='M1' plus=True %}{% endpage_head %}",
        '<h1><span class="code plus">M1</span> T</h1>',
    ),
    "page_head with actions": (
        "{% page_head 'T' lede=False %}<p>act</p>{% endpage_head %}",
        "<h1>T</h1><p>act</p>",
    ),
    "trail": (
        "{% trail '/up/' 'Up' %}",
        '<p class="trail"><a href="/up/"><span aria-hidden="true">↑</span> Up</a></p>',
    ),
    "section": (
        "{% section 'id' 'T' %}text{% endsection %}",
        '<section aria-labelledby="id"><h2 id="id">T</h2>text</section>',
    ),
    "card": (
        "{% card 'T' url='/x/' overline='O' lang='en' %}<p>text</p>{% endcard %}",
        """<li class="card" lang="en"><p class="overline">O</p>
        <h3><a class="cover" href="/x/">T</a></h3><p>text</p></li>""",
    ),
    "badge": ("{% badge 'draft' %}", '<span class="label">draft</span>'),
    "good badge": ("{% badge 'done' good=True %}", '<span class="label good">done</span>'),
    "key_figure": ("{% key_figure 'places' 12 %}", "<div><dt>places</dt><dd>12</dd></div>"),
    "empty_state": (
        "{% empty_state 'Nothing yet.' %}<a href='/'>Begin</a>{% endempty_state %}",
        '<p class="empty">Nothing yet. <a href="/">Begin</a></p>',
    ),
    "button": (
        "{% button 'Go' name='step' value=1234 second=True %}",
        '<button class="button second" name="step" value="1234">Go</button>',
    ),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_writes(part: str) -> None:
    assert_writes(*PARTS[part])


def test_no_dash_begins_a_line_of_a_title() -> None:
    """Fault D2: balanced titles put it there."""
    written = render("{% page_head 'Pašvaldība – pirmais pircējs' %}{% endpage_head %}")
    assert "Pašvaldība\N{NO-BREAK SPACE}– pirmais pircējs" in written


@pytest.mark.parametrize(
    "source",
    [
        "{% badge 'draft' god=True %}",
        "{% badge %}",
        "{% button 'Go' obstacel=None %}",
        "{% card 'T' link='/x/' %}{% endcard %}",
        "{% page_head %}{% endpage_head %}",
        "{% section 'id' %}{% endsection %}",
        "{% post_form form from='x' %}{% endpost_form %}",
        "{% stacked byy='x' %}{% endstacked %}",
        "{% stacked 'x' %}{% endstacked %}",
        "{% column 'T' numbers=True %}",
        "{% trail '/' %}",
    ],
)
def test_a_misspelt_or_missing_argument_fails_when_compiled(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Template(LOAD + source)


@pytest.mark.parametrize(
    "source",
    [
        "{% badge text %}",
        "{% button text label=text name=text value=text %}",
        "{% button text blocked %}",
        "{% card text url=text overline=text code=text %}{% endcard %}",
        "{% empty_state text %}{% endempty_state %}",
        "{% key_figure text text %}",
        "{% page_head text code=text %}{% endpage_head %}",
        "{% post_form action=text %}{% endpost_form %}",
        "{% section text text %}{% endsection %}",
        """{% stacked by=text style=text %}{% column text %}{% row %}
        {% cell %}{{ text }}{% endcell %}{% endrow %}{% endstacked %}""",
        "{% trail text text %}",
    ],
)
def test_what_comes_from_people_is_escaped(source: str) -> None:
    text = "<script>alert('\"')</script>"
    written = render(source, text=text, blocked=Obstacle(text, of_role=False))
    assert "script&gt;" in written
    assert "<script" not in written
    assert "'\"'" not in written


def test_a_button_whose_role_is_missing_is_not_there() -> None:
    assert render("{% button 'Go' it %}", it=Obstacle("No.", of_role=True)).strip() == ""


def test_an_obstacle_is_read_with_its_button_and_the_button_submits_nothing() -> None:
    written = render("{% button 'Go' it name='go' value=1 %}", it=Obstacle("Wait.", of_role=False))
    expected = (
        '<button type="button" class="button" aria-disabled="true" aria-describedby="obstacle-1">'
        'Go</button> <span class="obstacle" id="obstacle-1">Wait.</span>'
    )
    assert parse_html(written) == parse_html(expected)


def test_each_obstacle_of_a_page_has_an_id_of_its_own() -> None:
    it = Obstacle("Wait.", of_role=False)
    page = Ids(render("{% for n in 'ab' %}{% button n it %}{% endfor %}{% button 'C' it %}", it=it))
    assert len(page.ids) == 3
    assert len(set(page.ids)) == 3
    assert page.referred == page.ids


class Person(forms.Form):
    name = forms.CharField(help_text="As in <the> passport.")
    member = forms.BooleanField(required=False)
    side = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    paper = forms.FileField(required=False)
    number = forms.IntegerField(widget=forms.HiddenInput)


def test_a_form_posts_with_its_token_its_fields_and_its_files() -> None:
    source = "{% post_form form action='/x/' narrow=True %}{% button 'Save' %}{% endpost_form %}"
    written = render(source, form=Person(), csrf_token="secret")
    assert 'action="/x/"' in written
    assert 'enctype="multipart/form-data"' in written
    assert 'name="csrfmiddlewaretoken" value="secret"' in written
    assert '<div class="actions"><button' in written.replace("\n", "")
    assert "novalidate" not in written
    assert "As in &lt;the&gt; passport." in written
    assert written.count("<fieldset") == written.count("</fieldset>") == 1


def test_an_error_stands_at_its_field_and_in_the_summary_that_leads_there() -> None:
    form = Person({"side": "c", "number": "1"})
    form.add_error(None, "Both cannot be.")
    written = render("{{ form }}", form=form)
    summary = written.split("</div>")[0]
    assert 'role="alert"' in summary
    assert "Both cannot be." in summary
    page = Ids(written)
    for field in ("name", "side"):
        assert f'href="#id_{field}' in summary
        assert f"id_{field}_error" in page.ids
    assert set(page.referred) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_a_form_without_errors_has_no_summary() -> None:
    assert "alert" not in render("{{ form }}", form=Person())


TABLE = (
    "{% stacked by='h' style='wide' %}"
    "{% column 'Name' %}{% column 'People' number=True %}{% column 'Act' hidden=True %}"
    "{% for n in rows %}{% row %}{% head %}{{ n }}{% endhead %}"
    "{% cell style='soft' %}{{ n }}{% endcell %}{% cell %}x{% endcell %}{% endrow %}{% endfor %}"
    "{% endstacked %}"
)


def test_a_stacked_table_tells_its_roles_and_its_columns() -> None:
    assert_writes(
        TABLE,
        '<div class="scroll" role="group" aria-labelledby="h" tabindex="0">'
        '<table class="stack wide" role="table"><thead role="rowgroup"><tr role="row">'
        '<th role="columnheader" scope="col">Name</th>'
        '<th role="columnheader" scope="col" class="number">People</th>'
        '<th role="columnheader" scope="col"><span class="hidden">Act</span></th>'
        '</tr></thead><tbody role="rowgroup"><tr role="row"><th role="rowheader" scope="row">1</th>'
        '<td role="cell" class="number soft" data-label="People">1</td><td role="cell">x</td>'
        "</tr></tbody></table></div>",
        rows=[1],
    )


def test_two_tables_of_a_page_know_their_own_columns() -> None:
    assert render(TABLE + TABLE, rows=[1, 2]).count("<td") == 8


@pytest.mark.parametrize(
    "cells",
    [
        "{% cell %}{% endcell %}",
        "{% cell %}{% endcell %}{% cell %}{% endcell %}{% cell %}{% endcell %}",
    ],
)
def test_a_row_with_more_or_fewer_cells_than_columns_is_an_error(cells: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="cells"):
        render(
            "{% stacked %}{% column 'A' %}{% column 'B' %}{% row %}"
            + cells
            + "{% endrow %}{% endstacked %}"
        )


def test_a_cell_outside_a_table_is_an_error() -> None:
    with pytest.raises(TemplateSyntaxError, match="inside"):
        render("{% cell %}{% endcell %}")


def test_what_is_far_too_large_is_answered_by_the_frame_of_the_kernel() -> None:
    page = get_template("413.html").render({"limit": 64}, RequestFactory().get("/"))
    assert "64" in page
    assert "komentār" not in page.lower()  # it is answered to whatever is sent


def test_the_list_of_parts_names_every_part() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "parts.md").read_text("utf-8")
    assert set(re.findall(r"^\| `\{% (\w+)", page, re.MULTILINE)) == {
        *parts.register.tags,
        *stacked.register.tags,
    }
