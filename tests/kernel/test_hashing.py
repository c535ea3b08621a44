"""One way of hashing, the same in Python and in the database."""

import ast
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from django.db.models import BinaryField, F, Func, TextField, Value
from django.db.models.functions import Cast
from django.db.models.sql import Query
from django.db.models.sql.constants import SINGLE
from hypothesis import given
from hypothesis import strategies as st

import ligzda
from ligzda.kernel.hashing import canonical_json, keyed, sha256, sha256_of_stream
from ligzda.kernel.models import hash_of

SOURCE = Path(ligzda.__file__).parent

AWKWARD = [
    "",
    " ",
    "\n",
    "line\r\nline\n",
    "ā",  # one letter …
    "a\u0304",  # … and the same, decomposed: other bytes, so another hash
    "Ķēniņš “Ģ” \u00a0\u200b\ufeff",
    "🪺🏳️‍🌈",
    "it's 100 % \\x41 $$ {} ;--",
    '{"ž": [1, "½"]}',
    "x" * 100_000,
]


def in_database(expression: Func) -> str:
    query = Query(None)
    query.add_annotation(expression, "found")
    found = query.get_compiler(using="default").execute_sql(SINGLE)
    return str(found[0])


@pytest.mark.django_db
@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_the_database_hashes_a_text_as_python_does(text: str) -> None:
    assert in_database(hash_of(Cast(Value(text), TextField()))) == sha256(text)


@pytest.mark.django_db
@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", bytes(range(256)) * 300])
def test_the_database_hashes_a_file_as_python_does(content: bytes) -> None:
    column = Cast(Value(content), BinaryField())
    assert in_database(hash_of(column, text=False)) == sha256(content)
    assert sha256_of_stream(BytesIO(content)) == sha256(content)


def test_a_field_is_named_or_written() -> None:
    assert hash_of("problem") == hash_of(F("problem"))  # type: ignore[arg-type] # stubs: F is no Expression


def test_sha256sum_prints_the_same(tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_bytes("Ķēniņš\r\n".encode())
    printed = subprocess.run(["sha256sum", file], capture_output=True, check=True).stdout
    assert printed.decode().split()[0] == sha256("Ķēniņš\r\n")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES))
def test_the_same_value_has_one_text(value: dict[str, object]) -> None:
    other_order = dict(reversed(value.items()))
    assert canonical_json(value) == canonical_json(other_order)


def test_canonical_json_stays_as_published_hashes_know_it() -> None:
    assert canonical_json({"ž": {"b"}, "a": [1.0, None]}, default=sorted) == (
        '{\n "a": [\n  1.0,\n  null\n ],\n "ž": [\n  "b"\n ]\n}'
    )
    assert sha256(canonical_json({"ž": 1})) == (
        "cbc55d3df2f551924c9afa7ff4325f1a8f60237b453e044ff03ca566993f8032"
    )


def test_keyed_is_the_hmac_of_rfc_4231() -> None:
    # Test case 2 of the RFC.
    assert keyed(b"Jefe", "what do ya want for nothing?") == (
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )


def test_nothing_else_hashes() -> None:
    """`publishing` and `disclosure` stand below the kernel.

    One names a picture's parts by their content, the other chains its releases.
    """
    own_way = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if {"hashlib", "hmac"} & set(names):
                own_way.add(path.relative_to(SOURCE).as_posix())
    # The seal's blind index, keys that follow from a link, MD5 as OpenRosa prescribes it, and a
    # comparison in constant time.
    people = {"applications/private_link.py", "openrosa/answers.py", "openrosa/queries.py"}
    below = {"publishing/chart_drawing.py", "disclosure/ledger.py"}
    kernel = {"kernel/hashing.py", "kernel/seal.py"}
    assert own_way == kernel | below | {f"people/{each}" for each in people}
