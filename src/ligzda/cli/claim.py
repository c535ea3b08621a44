"""`ligzda claim check CLAIMS EVALUATION`: does what is said hold, and how is it said?"""

import argparse
import json
from pathlib import Path
from typing import Any

from ligzda.cli import Refusal
from ligzda.languages import CODES


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "claim",
        help="hold claims against an evaluation",
        description="Hold a file of claims (YAML) against what `ligzda evaluate --json` or "
        "`ligzda decide --json` printed: verdict, sentence and margin of each. docs/claims.md "
        "describes the language.",
    )
    parser.add_argument("what", choices=["check"], help="what to do")
    parser.add_argument("claims", metavar="CLAIMS", type=Path, help="claims (YAML)")
    parser.add_argument("evaluation", metavar="EVALUATION", type=Path, help="evaluation (JSON)")
    parser.add_argument("--language", choices=CODES, help="only one language (default both)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check and print; a claim that fails is an answer, not a failure."""
    from ligzda.findings.claim_files import check, read_claims
    from ligzda.findings.claims import ClaimError
    from ligzda.wording import wording

    languages = [arguments.language] if arguments.language else CODES
    try:
        registry, predicates = read_claims(arguments.claims.read_text("utf-8"))
        evaluation = _json(arguments.evaluation)
        checked = [check(predicate, evaluation, registry) for predicate in predicates]
    except ClaimError as error:
        said = wording(languages[-1]).remark(error.remark)
        raise Refusal(f"{arguments.claims}: {error.place}: {said}") from error
    except OSError as error:
        raise Refusal(f"{error.filename}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Refusal(f"{arguments.claims}: this is no text in UTF-8.") from error
    for one in checked:
        margin = one.band.margin(one.computed.measure)
        print(f"{one.verdict}: {one.predicate}")
        print(f"  margin {margin:+.4g}, error {one.computed.error:.4g}, {one.predicate.hash[:12]}")
        for language in languages:
            print(f"  {language}: {one.sentences[language]}")
    return 0


def _json(path: Path) -> Any:
    """Read an evaluation; Refusal where the file is none."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except ValueError:
        raise Refusal(f"{path}: this is not what `ligzda evaluate --json` prints.") from None
    if not isinstance(found, dict):
        raise Refusal(f"{path}: this is not what `ligzda evaluate --json` prints.")
    return found
