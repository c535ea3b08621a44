"""Behind the editors' door a script runs by its hash, and only one that starts a field has one."""

import base64
import hashlib
import re

import pytest
from django.test import Client
from tests.cast import Cast, _loaded, cast
from tests.loaded import load_once

from ligzda.network.models import User
from ligzda.newsroom.inline_scripts import hashes
from ligzda.newsroom.models import Article

__all__ = ["_loaded", "cast"]

SNIPPETS = "/redakcija/snippets/newsroom/"
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL
)
HANDLER = re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']|href=[\"']javascript:")


@pytest.mark.parametrize(
    "script",
    [
        'new ImageChooser("id_picture", {"modalUrl": "/redakcija/images/chooser/"});',
        'initDateTimeChooser("id_go_live_at", {"format": "Y-m-d H:i"});',
        ' initDateChooser("x", {});\n',
    ],
)
def test_what_starts_a_field_may_run(script: str) -> None:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert hashes(f"<p><script>{script}</script>") == [f"'sha256-{digest}'"]


@pytest.mark.parametrize(
    "script",
    [
        "alert(1)",
        'new ImageChooser("x", {}); alert(1);',
        'new ImageChooser("x", {}, alert(1));',
        "new ImageChooser(alert(1));",
        'new ImageChooser("x");//',
        'new Function("alert(1)");',
        'initDateChooser("x", {}) || eval("1");',
        'eval("1"); initDateChooser("x", {});',
        "initDateChooser(`${alert(1)}`);",
        "",
    ],
)
def test_nothing_else_may(script: str) -> None:
    assert hashes(f"<script>{script}</script>") == []


@pytest.mark.django_db
def test_every_script_of_the_desk_is_one_that_may(client: Client, cast: Cast) -> None:
    """Holds the locked version of Wagtail: a new kind of inline script would not run."""
    load_once()
    client.force_login(User.objects.get(email="redaktors@ligzda.example"))
    article = Article.objects.earliest("pk").pk
    pages = [
        "/redakcija/", "/redakcija/images/", "/redakcija/images/add/", "/redakcija/account/",
        "/redakcija/reports/workflow/", SNIPPETS + "article/", SNIPPETS + "banner/add/",
        SNIPPETS + "article/add/", f"{SNIPPETS}article/edit/{article}/",
        f"{SNIPPETS}article/history/{article}/",
    ]  # fmt: skip
    started = set()
    for address in pages:
        answer = client.get(address)
        page = answer.content.decode()
        assert HANDLER.search(page) is None, address
        for script in INLINE.findall(page):
            (source,) = hashes(f"<script>{script}</script>") or [script]
            assert source in answer["Content-Security-Policy"], address
            started.add(script.partition("(")[0])
    assert started == {"new ImageChooser", "initDateChooser", "initDateTimeChooser"}
