"""Evaluations made ready for readers: computed once, stored in a folder by what they are made of.

A folder is named by the hash of data, plan, engine version and language, and put in its place by
renaming: what can be read is whole, and what was made of other inputs is never shown. A plan's
words are part of the plan, so a new word makes a new folder.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.evidence import ENGINE_VERSION
from ligzda.findings.example_studies import EXAMPLES, Example
from ligzda.kernel.files import write_folder
from ligzda.kernel.hashing import sha256
from ligzda.languages import CODES, Language

FRAGMENT = "fragment.html"
FILES = {
    "report.pdf": "application/pdf",
    "report.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "evaluation.json": "application/json",
}


@dataclass(frozen=True)
class StoredEvaluation:
    """An evaluation that is ready: the inner HTML of its page, and where its files are."""

    html: str
    folder: Path


def stored(example: Example, language: Language) -> StoredEvaluation | None:
    """Return the evaluation in a language; None while it is not computed yet."""
    folder = _folder(example, language)
    return _read(folder) if folder.is_dir() else None


def to_compute() -> list[Example]:
    """Return the studies whose evaluation is missing in some language."""
    return [
        example
        for example in EXAMPLES
        if not all(_folder(example, language).is_dir() for language in CODES)
    ]


def store(example: Example) -> None:
    """Evaluate a study and store its report in every language."""
    # Late, because a web process only reads what is stored.
    from ligzda.findings.evaluation import evaluate_files
    from ligzda.findings.report import compose
    from ligzda.publishing import Note, to_docx, to_html_fragment, to_pdf

    record = evaluate_files(example.data, example.plan)
    for language in CODES:
        document, files = compose(record, language)
        with override(language):
            title, *sentences = _label(example)
        # The page says so around the fragment; what leaves the site says it itself.
        label = Note(title, (" ".join(sentences),), "caution")
        alone = replace(document, blocks=(label, *document.blocks))
        write_folder(
            _folder(example, language),
            {
                FRAGMENT: to_html_fragment(document, files=files).encode(),
                "report.pdf": to_pdf(alone),
                "report.docx": to_docx(alone),
                "evaluation.json": record.to_json().encode(),
            },
        )


def _label(example: Example) -> tuple[str, ...]:
    """Return title and sentences that an example's report carries, in the active language."""
    return (
        _("A published study, shown as an example."),
        _("It is not about our incubators."),
        str(example.shape),
        str(example.source),
    )


def _folder(example: Example, language: Language) -> Path:
    with override(language):
        label = "\n".join(_label(example))
    made_of = f"{ENGINE_VERSION}\n{language}\n{label}\n".encode()
    for path in (example.data, example.plan):
        made_of += bytes.fromhex(_hash(path, path.stat().st_mtime_ns))
    return Path(settings.EVALUATIONS_ROOT) / f"{example.slug}-{sha256(made_of)[:16]}"


@lru_cache(maxsize=32)
def _hash(path: Path, changed: int) -> str:
    return sha256(path.read_bytes())


@lru_cache(maxsize=16)
def _read(folder: Path) -> StoredEvaluation:
    return StoredEvaluation((folder / FRAGMENT).read_text("utf-8"), folder)
