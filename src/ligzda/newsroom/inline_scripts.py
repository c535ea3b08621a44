"""Which inline scripts of Wagtail's pages may run: those that only start one of its fields.

Wagtail writes beside a chooser or a date field one call that starts it, with an id and options made
for that page. Content Security Policy Level 3 lets such a script run by its hash. Only what is
exactly such a call, with JSON for its arguments, gets one: no other script that comes into a page
runs, whoever wrote it.
"""

import base64
import json
import re

from ligzda.kernel.hashing import sha256

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STARTS_A_FIELD = re.compile(
    r"(?:new [A-Z]\w{0,40}Chooser|init(?:Date|Time|DateTime)Chooser)\((.*)\);", re.DOTALL
)


def hashes(html: str) -> list[str]:
    """Return the sources for `script-src`, one for each script that starts a field."""
    return sorted({_source(script) for script in _INLINE.findall(html) if _is_harmless(script)})


def _is_harmless(script: str) -> bool:
    call = _STARTS_A_FIELD.fullmatch(script.strip())
    if call is None:
        return False
    try:
        json.loads(f"[{call[1]}]")
    except ValueError:
        return False
    return True


def _source(script: str) -> str:
    digest = bytes.fromhex(sha256(script))
    return f"'sha256-{base64.b64encode(digest).decode()}'"
