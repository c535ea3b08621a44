"""Verbs of the network. Each checks the rule, changes rows and writes the audit event at once."""

from ligzda.network.actions.decisions import (
    DecisionFacts,
    attach_document,
    change_decision,
    draft_decision,
    drop_decision,
    publish_decision,
    put_decision_back,
    remove_document,
)
from ligzda.network.actions.members import (
    accept_conduct,
    close_demo_account,
    end_role,
    erase_user,
    grant_role,
    invite_user,
    name_oneself,
    offboard_user,
    open_demo_account,
    reopen_role,
)
from ligzda.network.actions.notices import choose_notices, stop_letters
from ligzda.network.actions.partners import (
    PartnerFacts,
    admit_partner,
    edit_partner_role,
    record_agreement,
)
from ligzda.network.actions.statements import check_statement
from ligzda.network.actions.territory import (
    Figure,
    UnitFacts,
    UnitKey,
    record_populations,
    register_units,
)

__all__ = [
    "DecisionFacts",
    "Figure",
    "PartnerFacts",
    "UnitFacts",
    "UnitKey",
    "accept_conduct",
    "admit_partner",
    "attach_document",
    "change_decision",
    "check_statement",
    "choose_notices",
    "close_demo_account",
    "draft_decision",
    "drop_decision",
    "edit_partner_role",
    "end_role",
    "erase_user",
    "grant_role",
    "invite_user",
    "name_oneself",
    "offboard_user",
    "open_demo_account",
    "publish_decision",
    "put_decision_back",
    "record_agreement",
    "record_populations",
    "register_units",
    "remove_document",
    "reopen_role",
    "stop_letters",
]
