"""Verbs of the newsroom. Each checks the rule, changes rows and writes down the step at once.

What a reader does stands in the steps of the comment (models.Transition); what a member does for
the network stands in the audit trail as well.
"""

from ligzda.newsroom.actions.authors import appeal, edit, undo_withdrawal, withdraw
from ligzda.newsroom.actions.bans import answer_objection, ban, lift_ban, object_to_ban
from ligzda.newsroom.actions.deciding import Decision, claim_next, decide, set_mode, undo
from ligzda.newsroom.actions.erasing import erase_own, forget
from ligzda.newsroom.actions.posting import CommentRefusedError, Posted, Writer, post
from ligzda.newsroom.actions.reporting import give_notice, report

__all__ = [
    "CommentRefusedError",
    "Decision",
    "Posted",
    "Writer",
    "answer_objection",
    "appeal",
    "ban",
    "claim_next",
    "decide",
    "edit",
    "erase_own",
    "forget",
    "give_notice",
    "lift_ban",
    "object_to_ban",
    "post",
    "report",
    "set_mode",
    "undo",
    "undo_withdrawal",
    "withdraw",
]
