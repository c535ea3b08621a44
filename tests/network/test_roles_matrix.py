"""The table of roles in docs/network.md is the one that roles.py says."""

from pathlib import Path

from django.utils import translation

from ligzda.network.roles import ROLES, Permission

DOCUMENT = Path(__file__).resolve().parents[2] / "docs/network.md"


def matrix() -> str:
    with translation.override("en"):
        names = [str(role.name) for role in ROLES]
    lines = ["| may … | " + " | ".join(names) + " |", "|---" * (len(ROLES) + 1) + "|"]
    for permission in Permission:
        cells = [
            ("own" if role.scope == "own" else "yes") if permission in role.permissions else ""
            for role in ROLES
        ]
        lines.append(f"| {permission} | " + " | ".join(cells) + " |")
    steps = ["yes" if role.second_step else "" for role in ROLES]
    return "\n".join([*lines, "| must sign in in two steps | " + " | ".join(steps) + " |"])


def test_the_table_in_the_document_is_the_code() -> None:
    text = DOCUMENT.read_text("utf-8")
    _before, _mark, rest = text.partition("test_roles_matrix.py -->\n")
    assert rest.partition("\n<!-- /roles -->")[0] == matrix()


def test_whoever_sees_participants_signs_in_in_two_steps() -> None:
    seeing = [role for role in ROLES if role.sees_participants]
    assert {role.key for role in seeing} >= {"coordinator", "incubator_manager", "instructor",
                                             "trainer", "mentor"}  # fmt: skip
    assert all(role.second_step for role in seeing)


def test_no_permission_is_nobody_s() -> None:
    held = set().union(*(role.permissions for role in ROLES))
    assert held == set(Permission)
