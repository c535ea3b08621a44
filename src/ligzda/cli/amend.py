"""`ligzda amend ACT AMENDMENT`: an amending act applied to an act; `--read` only reads one."""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ligzda.cli import BAD_INPUT, Refusal
from ligzda.languages import CODES

if TYPE_CHECKING:
    from ligzda.drafting import Act, AmendingAct, Outcome, Source

FORMATS = ("text", "json", "html", "table", "akn", "akn-amendment")
RESULTS = ("literal", "edited", "noted")


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "amend",
        help="apply a Latvian amending act to an act, or say what it does",
        description="Apply an amending act to the text of an act, exactly as its sentences say. "
        "What is not understood or cannot be applied is named, and then nothing is printed.",
    )
    parser.add_argument(
        "act", metavar="ACT", nargs="?", type=Path, help="the act (text, HTML, AKN)"
    )
    parser.add_argument(
        "amendment", metavar="AMENDMENT", nargs="?", type=Path, help="the amending act"
    )
    parser.add_argument(
        "--read",
        metavar="FILE",
        type=Path,
        help="only read the sentences of FILE and print their operations",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="what is printed")
    parser.add_argument(
        "--result",
        choices=RESULTS,
        default="literal",
        help="exactly what is said, with an editor's punctuation, with notes",
    )
    parser.add_argument("--at", metavar="DATE", type=_day, help="the text on this day (YYYY-MM-DD)")
    parser.add_argument(
        "--in-force",
        metavar="DATE",
        type=_day,
        help="when the amending act came into force, where it does not say",
    )
    parser.add_argument(
        "--partial",
        action="store_true",
        help="print the text even if some operations could not be applied",
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="say of each sentence how it was read and what it did",
    )
    parser.add_argument(
        "--lint",
        action="store_true",
        help="say what a drafter should look at, and which references are left dangling",
    )
    parser.add_argument(
        "--language", choices=CODES, default="lv", help="language of tables and findings"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read, apply, print."""
    if arguments.read:
        return _read(arguments)
    if not (arguments.act and arguments.amendment):
        raise Refusal("name two files, ACT and AMENDMENT, or one with --read.")
    from ligzda.drafting import apply_all, read_amending_act
    from ligzda.drafting.acts.markup import plain
    from ligzda.drafting.applying.timeline import commencement, in_force_on

    act = _act(arguments.act)
    amending = read_amending_act(plain(_text(arguments.amendment)))
    if not amending.items:
        raise Refusal(f"{arguments.amendment}: no amending sentence was found.")
    operations = list(amending.operations)
    if arguments.at:
        operations = in_force_on(amending, arguments.at, arguments.in_force or "")
    source = _source(act, amending, commencement(amending, arguments.in_force or ""))
    outcome = apply_all(act, operations, source)
    if arguments.explain:
        _explain(act, amending, outcome)
    if arguments.lint:
        from ligzda.drafting.linting.rules import lint

        for finding in lint(act, amending, outcome):
            print(f"{finding.rule}: {finding.said(arguments.language)}", file=sys.stderr)
    faults = [str(item.failure) for item in amending.failures]
    faults += [str(done.failure) for done in outcome.failures]
    for fault in faults:
        print(f"ligzda amend: {fault}", file=sys.stderr)
    if faults and not arguments.partial and arguments.format != "json":
        print("ligzda amend: nothing was printed; --partial prints the rest.", file=sys.stderr)
        return BAD_INPUT
    print(_shown(arguments, act, amending, outcome, source), end="")
    return BAD_INPUT if faults else 0


def _read(arguments: argparse.Namespace) -> int:
    from ligzda.drafting import as_row, by_sentence, read_amending_act
    from ligzda.drafting.acts.markup import plain

    text = plain(_text(arguments.read))
    amending = read_amending_act(text)
    rows = [[as_row(operation) for operation in each] for each in by_sentence(amending, text)]
    if not rows:
        raise Refusal(f"{arguments.read}: no amending sentence was found.")
    for item in amending.failures:
        print(f"ligzda amend: {item.failure}", file=sys.stderr)
    status = BAD_INPUT if amending.failures else 0
    if arguments.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return status
    for number, sentence in enumerate(rows, 1):
        for row in sentence:
            told = ", ".join(f"{key}: {_told(value)}" for key, value in row.items() if key != "op")
            print(f"{number}. {row['op']} – {told}")
    return status


def _told(value: object) -> str:
    if isinstance(value, list):
        return "; ".join("/".join(each) if isinstance(each, list) else str(each) for each in value)
    return str(value)


def _shown(
    arguments: argparse.Namespace,
    act: "Act",
    amending: "AmendingAct",
    outcome: "Outcome",
    source: "Source",
) -> str:
    from ligzda.drafting import as_row, with_notes
    from ligzda.drafting.akn.amending import amending_document
    from ligzda.drafting.akn.writing import act_document
    from ligzda.drafting.comparing.diff import rows
    from ligzda.drafting.comparing.pages import (
        committee_table,
        markdown,
        present,
        side_by_side,
    )

    noted = with_notes(outcome, source)
    results = dict(zip(RESULTS, (outcome.literal, outcome.edited, noted), strict=True))
    after = results[arguments.result]
    if arguments.format == "html":
        return side_by_side(rows(act, after), arguments.language) + "\n"
    day = arguments.at or source.in_force
    if arguments.format == "akn":
        return act_document(after, amended=day)
    if arguments.format == "akn-amendment":
        return amending_document(amending, act, in_force=source.in_force)
    if arguments.format == "table":
        points = [(present(act, item.operations), item.text, "") for item in amending.items]
        return markdown(committee_table(points, amending.opening, arguments.language))
    if arguments.format == "text":
        return after.render()
    log = [
        {
            "operation": as_row(done.operation),
            "suggestions": list(done.suggestions),
            "forms": [[each.old, each.new, each.case, each.sure] for each in done.proposals],
            "failure": str(done.failure) if done.failure else None,
            "failure_name": done.failure.name if done.failure else None,
        }
        for done in outcome.log
    ]
    texts = {name: each.render() for name, each in results.items()}
    missed = [
        {"text": item.text, "failure": str(item.failure), "name": item.failure.name}
        for item in amending.failures
        if item.failure
    ]
    whole = {"texts": texts, "log": log, "not_understood": missed, "repairs": list(act.repairs)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _explain(act: "Act", amending: "AmendingAct", outcome: "Outcome") -> None:
    """Say on standard error how each sentence was read and what each operation did."""
    from ligzda.drafting import as_row

    say = [f"repaired: {each}" for each in act.repairs]
    for item in amending.items:
        head = " ".join(item.text.split())[:90]
        say.append(f"{item.number or '–'} {head}")
        say += [f"    remark: {each}" for each in item.reading.remarks]
        for done in outcome.log:
            if done.operation.source != item.span or done.operation not in item.operations:
                continue
            row = as_row(done.operation)
            say.append(
                f"    {row['op']} {_told(row.get('targets', row.get('from', [])))} "
                f"(rule: {done.operation.rule})"
            )
            say += [f"      suggested: {each}" for each in done.suggestions]
            say += [
                f"      form: {each.old} → {each.new} ({each.case}{'' if each.sure else ', check'})"
                for each in done.proposals
            ]
            say += [f"      NOT APPLIED: {done.failure}"] if done.failure else []
        say += [f"    NOT UNDERSTOOD: {item.failure}"] if item.failure else []
    print("\n".join(say), file=sys.stderr)


def _source(act: "Act", amending: "AmendingAct", in_force: str) -> "Source":
    from ligzda.drafting import Source

    kind = "law" if act.in_law else "regulation"
    return Source(amending.adopted, amending.number, in_force, kind, amending.by_cabinet)


def _act(path: Path) -> "Act":
    from ligzda.drafting import read_act
    from ligzda.drafting.acts.markup import plain
    from ligzda.drafting.akn.reading import is_akn, read_akn

    text = _text(path)
    return read_akn(text) if is_akn(text) else read_act(plain(text))


def _text(path: Path) -> str:
    """Return the plain text of a file; what is no text is refused with what to do."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(f"{path} cannot be read: {error.strerror}.") from None
    if data[:2] == b"PK" or data[:4] == b"%PDF":
        raise Refusal(f"{path} is a DOCX, ODT or PDF, no text: save it as plain text (UTF-8).")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            f"{path} is not UTF-8 (byte {error.start}): save it as plain text in UTF-8."
        ) from None


def _day(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise argparse.ArgumentTypeError(f"“{text}” is no day: write it as 2026-01-31")
    return text
