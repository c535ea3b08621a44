"""Load the network that comes with Ligzda: municipalities, partners, decisions, accounts."""

import datetime
from pathlib import Path
from typing import Any

import yaml
from django.contrib.auth.hashers import check_password, make_password

from ligzda.network import actions, territory
from ligzda.network.models import Decision, Municipality, Partner, Population, User
from ligzda.network.roles import BY_KEY

DATA = Path(__file__).resolve().parent / "data"
SYSTEM_EMAIL = "system@ligzda.invalid"
# The roles of the demonstration's people begin with the project, not with the installation.
DEMO_ROLES_SINCE = datetime.date(2016, 3, 17)


def system_member() -> User:
    """Return the member in whose name the installation writes; make it first where there is none.

    Nobody can sign in as it: it has no password and is not active (a constraint holds that).
    """
    return User.objects.filter(is_system=True).first() or User.objects.create_user(
        SYSTEM_EMAIL, None, name="Ligzda", is_active=False, is_system=True
    )


def load(*, by: User, demo: bool) -> None:
    """Add what is missing, change nothing that is there. `demo`: the invented partners too."""
    actions.register_units(by=by, units=territory.units(), successions=territory.successions())
    if not Population.objects.exists():
        actions.record_populations(by=by, figures=list(territory.figures()))
    data = yaml.safe_load((DATA / "partners.yaml").read_text("utf-8"))
    partners = data["partners"] + (_invented_partners(data) if demo else [])
    decisions = data["decisions"] + (_invented_decisions(data) if demo else [])
    municipalities = {row.code: row for row in Municipality.objects.all()}
    _load_partners(by, partners, municipalities)
    _load_decisions(by, decisions, municipalities)


def load_accounts(*, by: User, password: str) -> list[User]:
    """Add the accounts of the demonstration; all have the password given. Return them."""
    there = {user.email: user for user in User.objects.filter(is_demo=True)}
    # One hash for all: salting many rows that share a known password would only cost a second.
    hashed = next((user.password for user in there.values() if user.is_active), "")
    if not check_password(password, hashed):
        hashed = make_password(password)
    partners = {partner.slug: partner for partner in Partner.objects.all()}
    accounts = []
    for row in yaml.safe_load((DATA / "partners.yaml").read_text("utf-8"))["accounts"]:
        user = there.get(row["email"])
        if user is None:
            user = actions.invite_user(by=by, email=row["email"], name=row["name"])
            actions.grant_role(
                by=by,
                user=user,
                role=BY_KEY[row["role"]],
                partner=partners[row["partner"]],
                since=DEMO_ROLES_SINCE,
            )
        if user.password != hashed or not user.is_active or not user.is_demo:
            actions.open_demo_account(by=by, user=user, hashed_password=hashed)
        accounts.append(user)
    return accounts


def close_accounts(*, by: User) -> None:
    """Let nobody sign in any more with a demonstration account, whose password many may know."""
    for user in User.objects.filter(is_demo=True, is_active=True):
        actions.close_demo_account(by=by, user=user)


def _load_partners(
    by: User, rows: list[dict[str, Any]], municipalities: dict[str, Municipality]
) -> None:
    there = set(Partner.objects.values_list("slug", flat=True))
    for row in rows:
        if row["slug"] not in there:
            code = row.get("municipality")
            given = {name: value for name, value in row.items() if name != "municipality"}
            actions.admit_partner(
                by=by,
                facts_given=actions.PartnerFacts(**given),
                municipality=municipalities[code] if code else None,
            )


def _load_decisions(
    by: User, rows: list[dict[str, Any]], municipalities: dict[str, Municipality]
) -> None:
    there = set(Decision.objects.values_list("municipality__code", "sitting_on"))
    for row in rows:
        code = row["municipality"]
        if (code, row["sitting_on"]) not in there:
            given = {name: value for name, value in row.items() if name != "municipality"}
            draft = actions.draft_decision(
                by=by,
                municipality=municipalities[code],
                facts_given=actions.DecisionFacts(**given),
            )
            actions.publish_decision(by=by, decision=draft)


def _invented_partners(data: dict[str, Any]) -> list[dict[str, Any]]:
    role = data["invented_partner_role"]
    return [
        {**row, **role, "kind": "municipality", "invented": True}
        for row in data["invented_partners"]
    ]


def _invented_decisions(data: dict[str, Any]) -> list[dict[str, Any]]:
    names = {row["municipality"]: row for row in data["invented_partners"]}
    return [
        {
            **{
                name: text.format(**names[row["municipality"]])
                for name, text in data["invented_decision_text"].items()
            },
            "municipality": row["municipality"],
            "sitting_on": row["sitting_on"],
            "body_lv": names[row["municipality"]]["name_lv"].replace("pašvaldība", "dome"),
            "body_en": names[row["municipality"]]["name_en"].replace(
                "Municipality", "Municipal Council"
            ),
            "votes_for": row["votes"][0],
            "votes_against": row["votes"][1],
            "votes_abstained": row["votes"][2],
            "permitted": data["invented_decision_permits"],
            "invented": True,
        }
        for row in data["invented_decisions"]
    ]
