"""What the scripts print arrives in a pipe that knows few characters, as on Windows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"
WORDS = "an ≤ and a 字"


def printed(script: str, *words: object, **environment: str) -> str:
    command = [sys.executable, str(PACKAGING / script), *map(str, words)]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_sizes_are_printed_beside_their_targets(tmp_path: Path):
    (tmp_path / "_internal").mkdir()
    assert r"target \u2264 1.2 GB" in printed("bundle_measure.py", tmp_path, PYTHONIOENCODING="cp1252")


@pytest.mark.skipif(os.name == "nt", reason="the bundle is a shell script")
@pytest.mark.parametrize(("encoding", "said"), [("cp1252", r"an \u2264 and a \u5b57"), ("utf-8", WORDS)])
def test_the_smoke_test_prints_whatever_the_bundle_says(tmp_path: Path, encoding: str, said: str):
    program = tmp_path / "ae-workbench"
    program.write_text(f"#!/bin/sh\n[ $1 = list ] && echo '[]' || echo '{WORDS}'\n", encoding="utf-8")
    program.chmod(0o755)
    assert said in printed("smoke_test.py", tmp_path, "--only", "version", PYTHONIOENCODING=encoding)


def test_files_and_pipes_get_utf_8_where_nothing_else_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    (tmp_path / "_internal").mkdir()
    assert "target ≤ 1.2 GB" in printed("bundle_measure.py", tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
