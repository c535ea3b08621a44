"""`ligzda decide PLAN`: from costs and outcomes to a choice, and to what knowing more is worth."""

import argparse
from pathlib import Path
from threading import Thread

from ligzda.cli import Refusal
from ligzda.cli.options import SEED
from ligzda.cli.progress import Progress
from ligzda.languages import CODES, DEFAULT, Language


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "decide",
        help="weigh costs against outcomes by a plan",
        description="Net benefit, acceptability, the value of information and disputed weights by "
        "a decision's plan (TOML). docs/economics.md describes the plan and every number.",
    )
    parser.add_argument("plan", metavar="PLAN", type=Path, help="the plan of the decision (TOML)")
    parser.add_argument(
        "--json", action="store_true", help="print everything as JSON, in full precision"
    )
    parser.add_argument(
        "--report", metavar="FOLDER", type=Path, help="also write a page, a PDF and a DOCX there"
    )
    parser.add_argument(
        "--language",
        choices=CODES,
        help="language of the report (default lv) and of the terminal (default en)",
    )
    parser.add_argument(
        "--seed",
        type=SEED,
        default=1,
        metavar="N",
        help="seed of the simulation (default 1)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Decide, write the report if one is wanted, print the answer."""
    from ligzda.evidence import EvidenceError
    from ligzda.findings.decision import decide_files
    from ligzda.findings.folder import ReportError, check_folder, write_decision
    from ligzda.findings.phrases import Phrases

    language: Language = arguments.language or "en"
    say, progress = Phrases(language), Progress()
    try:
        if arguments.report:
            check_folder(arguments.report)
            _start_drawing()
        record = decide_files(
            arguments.plan,
            seed=arguments.seed,
            step=lambda stage: progress.step(say(f"step_{stage}")),
        )
        if arguments.report:
            progress.step(say("step_report"))
            write_decision(record, arguments.report, arguments.language or DEFAULT)
    except EvidenceError as error:
        raise Refusal(say.wording.refusal(error)) from error
    except ReportError as error:
        raise Refusal(say.wording.remark(error.remark)) from error
    except OSError as error:
        raise Refusal(f"{error.filename or arguments.plan}: {error.strerror}.") from error
    finally:
        progress.done()
    if arguments.json:
        print(record.to_json(), end="")
    else:
        from ligzda.findings.decision_terminal import decision_text

        print(decision_text(record, language))
        if arguments.report:
            print("\n" + say("t_report", path=str(arguments.report / "index.html")))
    return 0


def _start_drawing() -> None:
    """Start the drawing engine on the other core while the decision is computed."""
    from ligzda.publishing import warm_up

    Thread(target=warm_up, name="drawing").start()
