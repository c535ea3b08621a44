"""`ligzda evaluate DATA --plan PLAN`: from records and a plan to a posterior, and to a report."""

import argparse
import math
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from ligzda.cli import Refusal
from ligzda.cli.options import SEED
from ligzda.cli.progress import Progress
from ligzda.languages import CODES, DEFAULT, Language


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "evaluate",
        help="evaluate a table of records by a plan",
        description="Evaluate a CSV or Parquet table by an analysis plan (TOML). "
        "docs/evaluate.md describes the output, docs/evidence.md the plan.",
    )
    parser.add_argument(
        "data", metavar="DATA", type=Path, help="CSV or Parquet, one row a participant or a cell"
    )
    parser.add_argument("--plan", required=True, type=Path, help="the analysis plan (TOML)")
    parser.add_argument(
        "--json", action="store_true", help="print everything as JSON, in full precision"
    )
    parser.add_argument(
        "--report", metavar="FOLDER", type=Path, help="also write a page, a PDF and a DOCX there"
    )
    parser.add_argument(
        "--language",
        choices=CODES,
        help=f"language of answer and report (default en for the answer, {DEFAULT} for the report)",
    )
    parser.add_argument(
        "--seed",
        type=SEED,
        default=1,
        metavar="N",
        help="seed of the random numbers (default 1)",
    )
    parser.add_argument(
        "--tipping",
        action="store_true",
        help="find how far the missing would have to differ to change the conclusion",
    )
    parser.add_argument(
        "--shifts",
        action="append",
        type=_shifts,
        default=[],
        metavar="ARM=D[,ARM=D]",
        help="the missing of an arm differ by D on the link scale; may be given several times",
    )
    parser.set_defaults(run=run)


def _shifts(text: str) -> dict[str, float]:
    """Read one scenario: arms with their shifts."""
    found: dict[str, float] = {}
    for part in text.split(","):
        arm, equals, number = part.rpartition("=")
        try:
            delta = float(number)
        except ValueError:
            delta = math.nan
        if not (arm.strip() and equals and math.isfinite(delta)):
            raise argparse.ArgumentTypeError(f"“{part}” is not an arm and its shift: usual=-1")
        if arm.strip() in found:
            raise argparse.ArgumentTypeError(f"“{arm.strip()}” is shifted twice in “{text}”")
        found[arm.strip()] = delta
    return found


def run(arguments: argparse.Namespace) -> int:
    """Evaluate, write the report if one is wanted, print the answer."""
    from ligzda.evidence import EvidenceError
    from ligzda.findings.evaluation import EvaluationRecord, Stage, evaluate_files
    from ligzda.findings.folder import ReportError, check_folder, draw_ahead, write_report
    from ligzda.findings.phrases import Phrases

    language: Language = arguments.language or "en"
    say, progress = Phrases(language), Progress()

    def begun(stage: Stage) -> None:
        if arguments.report and stage == "posterior":
            _beside(_start_drawing())
        progress.step(say(f"step_{stage}"))

    def drawn(record: EvaluationRecord) -> None:
        if arguments.report:
            _beside(lambda: draw_ahead(record, arguments.language or DEFAULT))

    try:
        if arguments.report:
            check_folder(arguments.report)
        record = evaluate_files(
            arguments.data,
            arguments.plan,
            seed=arguments.seed,
            tipping=arguments.tipping,
            shifts=arguments.shifts,
            step=begun,
            meanwhile=drawn,
        )
        if arguments.report:
            progress.step(say("step_report"))
            write_report(record, arguments.report, arguments.language or DEFAULT)
    except EvidenceError as error:
        raise Refusal(say.wording.refusal(error)) from error
    except ReportError as error:
        raise Refusal(say.wording.remark(error.remark)) from error
    except OSError as error:
        raise Refusal(f"{error.filename or arguments.data}: {error.strerror}.") from error
    finally:
        progress.done()
    if arguments.json:
        print(record.to_json(), end="")
    else:
        from ligzda.findings.terminal import as_text

        print(as_text(record, language))
        if arguments.report:
            print("\n" + say("t_report", path=str(arguments.report / "index.html")))
    return 0


def _start_drawing() -> Callable[[], None]:
    """Return what starts the drawing engine; all that the evaluation loads is loaded before.

    While the engine starts, the system's loader waits for it: an import of machine code in another
    thread would take as long.
    """
    import numpy.random  # noqa: F401 - loaded at its first use otherwise

    from ligzda.publishing import warm_up

    return warm_up


def _beside(work: Callable[[], None]) -> None:
    """Do something on the other core while the evaluation runs."""
    Thread(target=work, name="drawing").start()
