"""Title and prose of an edition, read from sections.yaml."""

from pathlib import Path
from typing import Any

import yaml

from ligzda.methodology.editions.contents import Said, Section

_read: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "sections.yaml").read_text("utf-8"))
TITLE: Said = _read["title"]
SECTIONS = tuple(Section(row["heading"], tuple(row["paragraphs"])) for row in _read["sections"])
