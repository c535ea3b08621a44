"""`ligzda verify FILE.pdf`: is this file the edition that it says it is? Offline."""

import argparse
import logging
from pathlib import Path

from ligzda.cli import Refusal
from ligzda.languages import CODES

DOES_NOT_HOLD = 1


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "verify",
        help="check a published edition from its PDF alone",
        description="Check a published edition from its PDF alone, offline: intact, recomputes, "
        "worded as computed, published (with --log), signed. docs/methodology.md says what each "
        "can show.",
    )
    parser.add_argument("file", metavar="FILE.pdf", type=Path, help="the PDF of an edition")
    parser.add_argument("--log", metavar="FILE", type=Path, help="the log of editions (JSONL)")
    parser.add_argument("--language", choices=CODES, default="en", help="of the report")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the five answers and each sentence; 1 where something does not hold."""
    from ligzda.methodology.verifying import LARGEST, VerifyError, VerifyFault, read_pdf, verify
    from ligzda.methodology.verifying.told import Told
    from ligzda.wording import wording

    # What the reader of PDFs grumbles about is in our own sentence, or does not matter.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        size = arguments.file.stat().st_size
        if size > LARGEST:
            told = VerifyFault.TOO_LARGE.of(size=size // 1_000_000, most=LARGEST // 1_000_000)
            raise VerifyError(told)
        log = arguments.log.read_text("utf-8") if arguments.log else None
        found = verify(read_pdf(arguments.file.read_bytes()), log)
    except VerifyError as error:
        said = wording(arguments.language).remark(error.remark)
        raise Refusal(f"{arguments.file}: {said}") from error
    except OSError as error:
        raise Refusal(f"{error.filename}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Refusal(f"{arguments.log}: this is no text in UTF-8.") from error
    for line in Told(found, arguments.language).lines():
        print(line)
    return 0 if found.holds else DOES_NOT_HOLD
