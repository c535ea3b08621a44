"""Verbs of training."""

from ligzda.training.actions.certificates import (
    forget_holder,
    issue_certificate,
    revoke_certificate,
    share_certificate,
    unshare_certificate,
)
from ligzda.training.actions.courses import (
    QuestionFacts,
    VersionFacts,
    add_question,
    begin_version,
    edit_version,
    enter_course,
    publish_version,
    remove_question,
)

__all__ = [
    "QuestionFacts",
    "VersionFacts",
    "add_question",
    "begin_version",
    "edit_version",
    "enter_course",
    "forget_holder",
    "issue_certificate",
    "publish_version",
    "remove_question",
    "revoke_certificate",
    "share_certificate",
    "unshare_certificate",
]
