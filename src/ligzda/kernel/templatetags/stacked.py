"""A table that becomes blocks on a narrow screen: `{% load stacked %}` (ADR 0007).

    {% stacked by="result" %}
    {% column _("Incubator") %}{% column _("People") number=True %}
    {% for row in rows %}
    {% row %}
    {% head %}{{ row.name }}{% endhead %}{% cell %}{{ row.people }}{% endcell %}
    {% endrow %}
    {% endfor %}
    {% endstacked %}

`display: block` takes a table's meaning from screen readers, so every role is written out; and a
cell that stands alone carries the name of its column. Both come from the columns, which are
declared once; a row with more or fewer cells than columns is an error.
"""

from dataclasses import dataclass, field

from django import template
from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
_STATE = "stacked_table"


@dataclass
class _Table:
    """The columns so far, and the place in the row that is being written."""

    columns: list[tuple[str, bool, bool]] = field(default_factory=list)
    """Title, whether it holds numbers, whether only the ear needs the title."""
    place: int = 0

    def next(self) -> tuple[str, bool, bool]:
        """Go on to the next cell and return its column."""
        if self.place >= len(self.columns):
            raise TemplateSyntaxError(f"a row has more cells than the {len(self.columns)} columns")
        self.place += 1
        return self.columns[self.place - 1]


def _table(context: Context) -> _Table:
    table = context.get(_STATE)
    if not isinstance(table, _Table):
        raise TemplateSyntaxError("column, row, head and cell stand inside {% stacked %}")
    return table


class StackedNode(Node):
    """A table around its columns and rows."""

    def __init__(self, nodelist: NodeList, given: dict[str, FilterExpression]) -> None:
        self.nodelist = nodelist
        self.given = given

    def render(self, context: Context) -> SafeString:
        """Write the rows first: what they enclose says which columns there are."""
        given = {name: value.resolve(context) for name, value in self.given.items()}
        if empty := [name for name, value in given.items() if not value]:
            raise TemplateSyntaxError(f"stacked was given nothing as {', '.join(empty)}")
        table = _Table()
        with context.push(**{_STATE: table}):
            rows = self.nodelist.render(context).strip()
        heads = format_html_join(
            "",
            '<th role="columnheader" scope="col"{}>{}</th>',
            (
                (
                    mark_safe(' class="number"') if number else "",
                    format_html('<span class="hidden">{}</span>', title) if hidden else title,
                )
                for title, number, hidden in table.columns
            ),
        )
        written = format_html(
            '<table class="{}" role="table"{}>\n<thead role="rowgroup"><tr role="row">{}</tr>'
            '</thead>\n<tbody role="rowgroup">\n{}\n</tbody>\n</table>',
            f"stack {given.get('style', '')}".strip(),
            format_html(' aria-labelledby="{}"', given["named"]) if given.get("named") else "",
            heads,
            mark_safe(rows),
        )
        if not given.get("by"):
            return written
        return format_html(
            '<div class="scroll" role="group" aria-labelledby="{}" tabindex="0">\n{}\n</div>',
            given["by"],
            written,
        )


@register.tag
def stacked(parser: Parser, token: Token) -> StackedNode:
    """Enclose a table: `by`, the id of the heading it may scroll sideways under; else `named`.

    `style` gives classes beside `stack`.
    """
    bits = token.split_contents()[1:]
    given = token_kwargs(bits, parser)
    if wrong := [*bits, *(given.keys() - {"by", "named", "style"})]:
        raise TemplateSyntaxError(f"stacked does not know {', '.join(map(str, wrong))}")
    nodelist = parser.parse(("endstacked",))
    parser.delete_first_token()
    return StackedNode(nodelist, given)


@register.simple_tag(takes_context=True)
def column(context: Context, title: str, *, number: bool = False, hidden: bool = False) -> str:
    """Declare a column; `hidden` keeps the title for the ear alone."""
    _table(context).columns.append((str(title), number, hidden))
    return ""


@register.simple_block_tag(takes_context=True)
def row(context: Context, content: str) -> SafeString:
    """Enclose the cells of a row."""
    table = _table(context)
    if table.place != len(table.columns):
        raise TemplateSyntaxError(f"{table.place} cells for {len(table.columns)} columns")
    table.place = 0
    return format_html('<tr role="row">{}</tr>', mark_safe(content.strip()))


@register.simple_block_tag(takes_context=True)
def head(context: Context, content: str) -> SafeString:
    """Enclose what the row is about."""
    _table(context).next()
    return format_html(
        '<th role="rowheader" scope="row">{}</th>',
        mark_safe(content.strip()),
    )


@register.simple_block_tag(takes_context=True)
def cell(context: Context, content: str, *, style: str = "", lang: str = "") -> SafeString:
    """Enclose the value of the next column."""
    title, number, hidden = _table(context).next()
    classes = f"{'number' if number else ''} {style}".strip()
    return format_html(
        '<td role="cell"{}{}{}>{}</td>',
        format_html(' class="{}"', classes) if classes else "",
        format_html(' lang="{}"', lang) if lang else "",
        "" if hidden else format_html(' data-label="{}"', title),
        mark_safe(content.strip()),
    )
