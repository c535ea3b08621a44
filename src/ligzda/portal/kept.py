"""Evaluations made ready for readers: computed once, kept in a folder by what they were made of.

A folder is named by the hash of data, plan, words, engine version and language, and put in its
place by renaming: what can be read is whole, and what was made of other inputs is never shown.
"""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import override

from ligzda.evidence import ENGINE_VERSION
from ligzda.languages import CODES, Language
from ligzda.portal.examples import EXAMPLES, Example
from ligzda.publishing import to_docx, to_html_fragment, to_pdf

PAGE = "fragment.html"
FILES = {
    "report.pdf": "application/pdf",
    "report.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "evaluation.json": "application/json",
}


@dataclass(frozen=True)
class Kept:
    """An evaluation that is ready: the inner HTML of its page, and where its files are."""

    html: str
    folder: Path


def kept(example: Example, language: Language) -> Kept | None:
    """Return the evaluation in a language; None while it is not computed yet."""
    folder = _folder(example, language)
    return _read(folder) if folder.is_dir() else None


def missing() -> list[tuple[Example, Language]]:
    """Return what is still to be computed."""
    return [
        (example, language)
        for example in EXAMPLES
        for language in CODES
        if not _folder(example, language).is_dir()
    ]


def keep(example: Example) -> None:
    """Evaluate an example and keep its report in every language."""
    # Late, because a web process only reads what is kept.
    from ligzda.findings.evaluation import evaluate_files
    from ligzda.findings.report import compose

    record = evaluate_files(example.data, example.plan)
    for language in CODES:
        words = _words(example, language)
        plan = replace(
            record.evaluation.plan,
            name=words.get(record.evaluation.plan.name, record.evaluation.plan.name),
        )
        told = replace(_told(record.evaluation, words), plan=plan)
        document, files = compose(replace(record, evaluation=told), language)
        # The numbers travel in the plan's own words, the same in every language.
        original, _files = compose(record, language)
        document = replace(document, attachments=original.attachments)
        _write(
            _folder(example, language),
            {
                PAGE: to_html_fragment(document, files=files).encode(),
                "report.pdf": to_pdf(document),
                "report.docx": to_docx(document),
                "evaluation.json": record.to_json().encode(),
            },
        )


def _words(example: Example, language: Language) -> dict[str, str]:
    with override(language):
        return {theirs: str(ours) for theirs, ours in example.words}


def _told(value: Any, words: Mapping[str, str]) -> Any:
    """Say an evaluation's names in the reader's language; its plan and its numbers stay."""
    if isinstance(value, str):
        return words.get(value, value)
    if isinstance(value, tuple):
        return tuple(_told(item, words) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _told(getattr(value, field.name), words)
            for field in fields(value)
            if field.init and field.name not in {"plan", "style"}
        }
        return replace(value, **changed)
    return value


def _folder(example: Example, language: Language) -> Path:
    digest = sha256(f"{ENGINE_VERSION}\n{language}\n{_words(example, language)}\n".encode())
    for path in (example.data, example.plan):
        digest.update(_digest(path, path.stat().st_mtime_ns))
    return Path(settings.EVALUATIONS_ROOT) / f"{example.slug}-{digest.hexdigest()[:16]}"


@lru_cache(maxsize=32)
def _digest(path: Path, changed: int) -> bytes:
    return sha256(path.read_bytes()).digest()


@lru_cache(maxsize=16)
def _read(folder: Path) -> Kept:
    return Kept((folder / PAGE).read_text("utf-8"), folder)


def _write(folder: Path, contents: Mapping[str, bytes]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        for name, content in contents.items():
            (made / name).write_bytes(content)
        made.chmod(0o755)
        if not folder.exists():
            made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
