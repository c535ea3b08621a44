"""Verbs of the network. Each checks the rule, changes rows and writes the audit event at once."""

from ligzda.network.actions.members import (
    close_demo_account,
    end_role,
    erase_user,
    grant_role,
    invite_user,
    open_demo_account,
    reopen_role,
)
from ligzda.network.actions.partners import (
    DecisionFacts,
    PartnerFacts,
    admit_partner,
    change_decision,
    draft_decision,
    edit_partner_role,
    publish_decision,
)
from ligzda.network.actions.territory import (
    Figure,
    UnitFacts,
    UnitKey,
    record_populations,
    register_units,
)
from ligzda.network.actions.undoing import (
    forget_what_cannot_be_undone,
    keep_for_undo,
    put_back,
    take_for_undo,
)
from ligzda.network.actions.unsaved import forget_old_texts, forget_text, keep_text

__all__ = [
    "DecisionFacts",
    "Figure",
    "PartnerFacts",
    "UnitFacts",
    "UnitKey",
    "admit_partner",
    "change_decision",
    "close_demo_account",
    "draft_decision",
    "edit_partner_role",
    "end_role",
    "erase_user",
    "forget_old_texts",
    "forget_text",
    "forget_what_cannot_be_undone",
    "grant_role",
    "invite_user",
    "keep_for_undo",
    "keep_text",
    "open_demo_account",
    "publish_decision",
    "put_back",
    "record_populations",
    "register_units",
    "reopen_role",
    "take_for_undo",
]
