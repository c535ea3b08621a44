"""Why a file is not verified, or is not intact: codes; the Latvian stands in wording/lv.toml."""

from ligzda.errors import LigzdaError
from ligzda.evidence.codes import Code, Remark
from ligzda.evidence.errors import as_remark


class VerifyFault(Code):
    """What is wrong with a file, with its attachments, or with a log."""

    TOO_LARGE = (
        "too-large",
        "the file has {size} MB.",
        "An edition has at most {most} MB; this is none.",
    )
    NOT_PDF = "not-pdf", "this is no PDF.", "Give the PDF of an edition."
    BROKEN = "broken", "this PDF cannot be read: it is damaged.", "Download the edition again."
    ENCRYPTED = (
        "encrypted",
        "this PDF is encrypted; an edition never is.",
        "Download the edition from where it was published.",
    )
    TOO_LONG = "too-long", "the PDF has {pages} pages.", "At most {most} are read."
    NOT_AN_EDITION = (
        "not-an-edition",
        "this PDF carries no edition.json, so it is no edition of Ligzda.",
        "Give the PDF of an edition.",
    )
    UNREADABLE = (
        "unreadable",
        "the edition.json of this PDF is not what Ligzda writes ({why}).",
        "It was changed, or made by another version.",
    )
    SWAPPED = (
        "swapped",
        "an attachment ({name}) was swapped after the file was made, by an incremental update.",
        "Download the edition from where it was published.",
    )
    TWICE = "twice", "the attachment {name} is there more than once.", "An edition has each once."
    LOG_BROKEN = (
        "log-broken",
        "the log of editions does not hold together ({why}).",
        "Download the log again; a log is never changed, only longer.",
    )
    HASH_NOT_ON_TITLE = (
        "hash-not-on-title",
        "the title page does not carry the SHA-256 of the edition.json inside.",
    )
    MISSING = "missing", "the attachment {name} is not there."
    CHANGED = "changed", "the attachment {name} is not the one that edition.json names."
    EXTRA = "extra", "the attachment {name} is not one that edition.json names."
    PREDICATE = "predicate", "claim {number}: predicate and hash do not belong together."
    EFFECTS = (
        "effects",
        "evaluation {number}: the printed differences do not come out of its cells.",
    )
    PROSE = "prose", "the pages do not carry this text of edition.json: {text}"


class VerifyError(LigzdaError):
    """A file is not verified: why, and what to do. `remark` is said in other languages."""

    def __init__(self, said: VerifyFault | Remark) -> None:
        self.remark = as_remark(said)
        super().__init__(str(self.remark))
