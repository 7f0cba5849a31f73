"""Commands whose output can't be shown, or that nobody reads any longer."""

import errno
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from ae_workbench.cli import printing

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a file that is always full")


def started(*words: str) -> list[str]:
    return [sys.executable, "-m", "ae_workbench", *words]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_characters_that_an_encoding_lacks_are_printed_as_numbers(encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(started("list", "experiments"), capture_output=True, env=environment, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u03b2" in done.stdout


@needs_full
@pytest.mark.parametrize("words", [("list", "presets"), ("train", "--help")])
def test_output_that_finds_no_room_is_one_sentence(words: tuple[str, ...]) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(started(*words), stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (1, "ae-workbench: The output can't be written: No space left on device.\n")


def test_a_reader_that_has_enough_is_no_failure_to_talk_about() -> None:
    child = subprocess.Popen(started("list", "presets"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.close()
    _, errors = child.communicate(timeout=60)
    assert (child.returncode, errors) == (1, b"")


@pytest.mark.parametrize(
    ("platform", "number", "is_heard_of"),
    [("linux", errno.EPIPE, False), ("win32", errno.EPIPE, False), ("win32", errno.EINVAL, False), ("linux", errno.EINVAL, True)],
)
def test_windows_has_its_own_word_for_a_reader_that_has_enough(
    monkeypatch: pytest.MonkeyPatch, platform: str, number: int, is_heard_of: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    unheard = runpy.run_path(str(printing.__file__))["Unheard"]
    assert bool(unheard(OSError(number, os.strerror(number))).why) == is_heard_of


@pytest.mark.parametrize(("platform", "quoted"), [("linux", "'/my runs/it'\"'\"'s'"), ("win32", '"/my runs/it\'s"')])
def test_a_command_to_paste_is_quoted_as_the_system_s_shell_needs_it(monkeypatch: pytest.MonkeyPatch, platform: str, quoted: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert printing.command_line("sweep", "/my runs/it's") == f"ae-workbench sweep {quoted}"
