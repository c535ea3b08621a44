"""One document to several formats at once."""

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

from ligzda.publishing.blocks import Document
from ligzda.publishing.docx import to_docx
from ligzda.publishing.html import to_html
from ligzda.publishing.pdf import to_pdf

Format = Literal["html", "pdf", "docx"]


def render(
    document: Document,
    formats: Collection[Format] = ("html", "pdf", "docx"),
    *,
    files: tuple[tuple[str, str], ...] = (),
) -> dict[Format, bytes]:
    """Render the document in every format, side by side in threads.

    The work is done outside Python (Vega, Typst, Pandoc), so threads do run in parallel; a chart
    is drawn by the first that needs it. `files` are those that the HTML page links to.
    """
    writers: dict[Format, Callable[[], bytes]] = {
        "html": lambda: to_html(document, files=files).encode(),
        "pdf": lambda: to_pdf(document),
        "docx": lambda: to_docx(document),
    }
    with ThreadPoolExecutor(max_workers=len(formats) or 1) as pool:
        jobs = {name: pool.submit(writers[name]) for name in formats}
        return {name: job.result() for name, job in jobs.items()}
