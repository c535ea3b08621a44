"""Certificates as strangers check them: by our own check, and by an outside judge."""

import datetime
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ligzda.training.credentials import (
    CAPACITY,
    Award,
    ForgedError,
    Issuer,
    did_document,
    keys_in,
    made_key,
    opened,
    sign,
    status_list,
)

JUDGE = Path(__file__).resolve().parent / "judge"
TODAY = datetime.datetime(2026, 11, 27, tzinfo=datetime.UTC)


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer("https://ligzda.example", keys_in(tmp_path / "keys"))


def award(**changes: Any) -> Award:
    given: dict[str, Any] = {
        "code": "SHSA0Y7ATM",
        "address": "https://ligzda.example/a/SHSA0Y7ATM",
        "issuer": "Apmācību nodibinājums",
        "course": "https://ligzda.example/apmacibas/kurss/frezesana/1/",
        "title_lv": "Frēzēšana",
        "title_en": "Milling",
        "criteria_lv": "Droši strādā ar frēzi.",
        "criteria_en": "Works safely at the milling machine.",
        "holder": "Anna Bērziņa",
        "issued_on": datetime.date(2026, 11, 27),
        "valid_until": datetime.date(2028, 11, 27),
        "status_list": "https://ligzda.example/apliecibas/statuss/1",
        "status_index": 7,
    }
    return Award(**(given | changes))


def every_text(found: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path to every text of a credential but those of its proof."""
    if isinstance(found, str):
        return [path]
    if not isinstance(found, dict | list):
        return []
    items = found.items() if isinstance(found, dict) else enumerate(found)
    return [
        each for key, value in items if key != "proof" for each in every_text(value, (*path, key))
    ]


def test_what_is_signed_opens_and_says_what_was_given(issuer: Issuer) -> None:
    found = opened(sign(award(), issuer), issuer)
    names = [each["identityHash"] for each in found["credentialSubject"]["identifier"]]
    assert names == ["Anna Bērziņa", "SHSA0Y7ATM"]
    assert found["validUntil"] == "2028-11-28T00:00:00Z"
    assert found["issuer"]["id"] == "did:web:ligzda.example"
    assert found["credentialStatus"]["statusListIndex"] == "7"


def test_one_that_does_not_end_has_no_end(issuer: Issuer) -> None:
    assert "validUntil" not in opened(sign(award(valid_until=None), issuer), issuer)


def test_no_text_of_it_can_be_changed(issuer: Issuer) -> None:
    signed = json.loads(sign(award(), issuer))
    paths = every_text(signed)
    assert len(paths) > 20
    for path in paths:
        changed = json.loads(json.dumps(signed))
        *way, last = path
        within = changed
        for step in way:
            within = within[step]
        within[last] = within[last] + "x"
        with pytest.raises(ForgedError):
            opened(json.dumps(changed), issuer)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"proof": 1}', "[" * 5_000, "x" * 70_000])
def test_what_is_none_is_refused(text: str, issuer: Issuer) -> None:
    with pytest.raises(ForgedError):
        opened(text, issuer)


def test_somebody_elses_signature_is_refused(issuer: Issuer, tmp_path: Path) -> None:
    stranger = Issuer(issuer.address, keys_in(tmp_path / "others"))
    with pytest.raises(ForgedError, match="Data Integrity"):
        opened(sign(award(), stranger), issuer)


def test_a_new_key_signs_and_the_old_one_still_opens(issuer: Issuer, tmp_path: Path) -> None:
    before = sign(award(), issuer)
    (tmp_path / "keys" / "key-2.pem").write_bytes(made_key())
    later = Issuer(issuer.address, keys_in(tmp_path / "keys"))
    after = sign(award(), later)
    assert json.loads(after)["proof"]["verificationMethod"].endswith("#key-2")
    assert opened(before, later)
    assert opened(after, later)
    assert len(did_document(later)["verificationMethod"]) == 2


def test_the_key_is_for_its_owner_alone(issuer: Issuer, tmp_path: Path) -> None:
    assert (tmp_path / "keys" / "key-1.pem").stat().st_mode & 0o077 == 0
    assert "PRIVATE" not in json.dumps(did_document(issuer))


# --- an outside judge ------------------------------------------------------------------------


@pytest.fixture(scope="session")
def judge() -> Path:
    """Return the folder of Digital Bazaar's verifier (`make extras` installs it)."""
    if (JUDGE / "node_modules").is_dir():
        return JUDGE
    if os.environ.get("LIGZDA_REQUIRE_REFERENCES") == "1":
        raise pytest.UsageError("LIGZDA_REQUIRE_REFERENCES=1, and the outside judge is not there")
    pytest.skip("Digital Bazaar's verifier is not installed: make extras, with Node.js")


def found_by(judge: Path, credential: dict[str, Any], issuer: Issuer) -> bool:
    import openbadgeslib.ob3

    folder = Path(openbadgeslib.ob3.__file__).parent / "contexts"
    given = {
        "credential": credential,
        "did": did_document(issuer),
        "contexts": {
            f"https://purl.imsglobal.org/spec/ob/v3p0/{name}": json.loads(
                (folder / f"ob-v3p0-{name}").read_text()
            )
            for name in ("context-3.0.3.json", "extensions.json")
        },
    }
    judged = subprocess.run(
        ["node", "verify.mjs"],
        cwd=judge,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(judged.stdout) is True


def test_an_outside_judge_finds_a_certificate_good(judge: Path, issuer: Issuer) -> None:
    signed = json.loads(sign(award(), issuer))
    assert found_by(judge, signed, issuer)
    signed["credentialSubject"]["identifier"][0]["identityHash"] = "Anna Kalniņa"
    assert not found_by(judge, signed, issuer)


def test_an_outside_judge_finds_the_list_of_the_revoked_good(judge: Path, issuer: Issuer) -> None:
    address = "https://ligzda.example/apliecibas/statuss/1"
    signed = status_list(issuer, address, [7], now=TODAY)
    assert found_by(judge, signed, issuer)
    signed["validUntil"] = "2099-01-01T00:00:00Z"
    assert not found_by(judge, signed, issuer)


def test_the_list_says_who_is_revoked_and_nothing_else(issuer: Issuer) -> None:
    from openbadgeslib.ob3 import decode_encoded_list, set_indices

    signed = status_list(issuer, "https://ligzda.example/l", [CAPACITY - 1, 0], now=TODAY)
    bits = decode_encoded_list(signed["credentialSubject"]["encodedList"])
    assert list(set_indices(bits)) == [0, CAPACITY - 1]
    assert len(bits) * 8 == CAPACITY
    assert signed["validUntil"] == "2026-12-27T00:00:00Z"
