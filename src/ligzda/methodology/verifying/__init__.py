"""Is this file the edition that it says it is? From the file alone, offline. Pure.

`read_pdf` opens a PDF or refuses it with a sentence; `verify` gives five separate answers: intact,
recomputes, worded as computed, published, signed. docs/methodology.md says what each can show.
"""

from ligzda.methodology.verifying.faults import VerifyError, VerifyFault
from ligzda.methodology.verifying.reading import LARGEST, Carried, read_pdf
from ligzda.methodology.verifying.verify import Answer, SentenceAnswer, Verification, verify

__all__ = [
    "LARGEST",
    "Answer",
    "Carried",
    "SentenceAnswer",
    "Verification",
    "VerifyError",
    "VerifyFault",
    "read_pdf",
    "verify",
]
