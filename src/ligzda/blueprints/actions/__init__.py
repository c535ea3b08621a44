"""Verbs of the models' room. Each checks the rule, changes rows and writes the audit event."""

from ligzda.blueprints.actions.library import (
    PracticeFacts,
    Text,
    add_factor,
    add_practice,
    add_spanning_factor,
    edit_practice,
    exclude_levels,
    import_practices,
    put_practice_back,
    remove_practice,
    set_side,
    take_back_exclusion,
)
from ligzda.blueprints.actions.versions import (
    VersionFacts,
    draft_version,
    drop_version,
    edit_version,
    publish_version,
    put_version_back,
)

__all__ = [
    "PracticeFacts",
    "Text",
    "VersionFacts",
    "add_factor",
    "add_practice",
    "add_spanning_factor",
    "draft_version",
    "drop_version",
    "edit_practice",
    "edit_version",
    "exclude_levels",
    "import_practices",
    "publish_version",
    "put_practice_back",
    "put_version_back",
    "remove_practice",
    "set_side",
    "take_back_exclusion",
]
