"""tools/install.py: uv installs where pip would find it, by hash; pip where uv does not run."""

import hashlib
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from tests.waiting import PATIENCE
from tools.install import uv_environment

REPOSITORY = Path(__file__).resolve().parent.parent


def test_what_pip_is_configured_with_is_passed_on() -> None:
    said = "\n".join(
        [
            "global.index-url='https://one.example/simple'",
            "global.extra-index-url='https://two.example/simple\\nhttps://three.example/simple'",
            "global.find-links='/wheels /more'",
            "global.no-cache-dir='true'",
            "install.trusted-host='one.example'",
            "global.proxy='http://proxy.example:3128'",
            "global.timeout='15'",
            ":env:.timeout='180'",
        ]
    )
    assert uv_environment(said, {}) == {
        "UV_DEFAULT_INDEX": "https://one.example/simple",
        "UV_INDEX": "https://two.example/simple https://three.example/simple",
        "UV_FIND_LINKS": "/wheels,/more",
        "UV_NO_CACHE": "1",
        "UV_INSECURE_HOST": "one.example",
        "ALL_PROXY": "http://proxy.example:3128",
        "UV_HTTP_TIMEOUT": "180",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
    }


def test_what_is_said_to_uv_itself_counts_first() -> None:
    given = {"UV_DEFAULT_INDEX": "https://mine.example/simple", "PATH": "/bin"}
    found = uv_environment("global.index-url='https://one.example/simple'", given)
    assert found["UV_DEFAULT_INDEX"] == "https://mine.example/simple"
    assert found["PATH"] == "/bin"


def test_where_pip_has_no_configuration_uv_is_told_of_no_index() -> None:
    assert uv_environment("", {}) == {"UV_INDEX_STRATEGY": "unsafe-best-match"}


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder with one wheel, which pip.conf names; no index."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    with zipfile.ZipFile(folder / "straw-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("straw.py", "")
        meta = "straw-1.0.dist-info/"
        wheel.writestr(f"{meta}METADATA", "Metadata-Version: 2.1\nName: straw\nVersion: 1.0\n")
        wheel.writestr(f"{meta}WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(
            f"{meta}RECORD", f"straw.py,,\n{meta}METADATA,,\n{meta}WHEEL,,\n{meta}RECORD,,\n"
        )
    (tmp_path / "pip.conf").write_text(f"[global]\nno-index = true\nfind-links = {folder}\n")
    return folder


def install(tmp_path: Path, digest: str, *, uv: bool) -> "subprocess.CompletedProcess[str]":
    """Run the tool in an environment of its own, which sees our pip and, where asked, our uv."""
    home = tmp_path / "home"
    venv.create(home, system_site_packages=False, with_pip=False)
    ours = Path(sys.prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}")
    seen = home / ours.relative_to(sys.prefix) / "site-packages"
    for name in ("pip", "uv") if uv else ("pip",):
        [(found)] = (ours / "site-packages").glob(f"{name}-*.dist-info")
        (seen / found.name).symlink_to(found)
        (seen / name).symlink_to(ours / "site-packages" / name)
    if uv:
        (home / "bin" / "uv").symlink_to(Path(sys.prefix, "bin", "uv"))
    lock = tmp_path / "lock.txt"
    lock.write_text(f"straw==1.0 --hash=sha256:{digest}\n")
    told = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "UV_", "PYTHON"))}
    return subprocess.run(
        [home / "bin" / "python", REPOSITORY / "tools" / "install.py", lock],
        env={**told, "PIP_CONFIG_FILE": str(tmp_path / "pip.conf"), "UV_NO_CACHE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


@pytest.mark.slow
@pytest.mark.parametrize(("uv", "installer"), [(True, "by uv"), (False, "by pip")])
def test_a_lock_is_installed_from_where_pip_is_told_to_look(
    wheels: Path, tmp_path: Path, uv: bool, installer: str
) -> None:
    [wheel] = wheels.iterdir()
    done = install(tmp_path, hashlib.sha256(wheel.read_bytes()).hexdigest(), uv=uv)
    assert done.returncode == 0, done.stderr
    assert installer in done.stdout
    assert list((tmp_path / "home").glob("lib/*/site-packages/straw.py"))


@pytest.mark.slow
@pytest.mark.parametrize("uv", [True, False])
def test_a_file_with_another_hash_is_refused(wheels: Path, tmp_path: Path, uv: bool) -> None:
    done = install(tmp_path, hashlib.sha256(b"something else").hexdigest(), uv=uv)
    assert done.returncode != 0
    assert "hash" in done.stderr.lower()
    assert not list((tmp_path / "home").glob("lib/*/site-packages/straw.py"))
