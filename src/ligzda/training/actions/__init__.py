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
from ligzda.training.actions.machines import close_machine, open_machine
from ligzda.training.actions.reminders import remind, send

__all__ = [
    "QuestionFacts",
    "VersionFacts",
    "add_question",
    "begin_version",
    "close_machine",
    "edit_version",
    "enter_course",
    "forget_holder",
    "issue_certificate",
    "open_machine",
    "publish_version",
    "remind",
    "remove_question",
    "revoke_certificate",
    "send",
    "share_certificate",
    "unshare_certificate",
]
