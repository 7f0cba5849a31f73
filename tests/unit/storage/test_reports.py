"""Reports of what went wrong: what a developer needs, and nothing of the person's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ae_workbench.storage.crash_file import CrashFile, collect_crashes
from ae_workbench.storage.paths import free_path
from ae_workbench.storage.reports import MOST_KEPT, describe, mark_seen, new_reports, report_text, write_report
from ae_workbench.storage.scrubbing import scrub, scrub_stack, source_name

PERSONAL = ("anna", "secret", "patients", "Clinic")


@pytest.mark.parametrize(
    "message",
    [
        "No run can be kept in /home/anna/secret data/runs: No space left on device.",
        "[Errno 2] No such file or directory: '/home/anna/patients.npz'",
        "The weights of epoch 7 in C:\\Users\\anna\\secret don't fit.",
        "\\\\Clinic\\share\\anna\\x.npz: gone",
        "There is no file secret/anna.csv here",
        "patients_anna.csv has no numbers",
        "could not load “The Clinic of anna”",
        "QSettings: file:///home/anna/x.ini failed",
        "~/secret/x",
    ],
)
def test_messages_lose_paths_names_of_files_and_quoted_words(message: str) -> None:
    scrubbed = scrub(message)
    assert not any(word in scrubbed for word in PERSONAL), scrubbed


@pytest.mark.parametrize("message", ["shapes (3, 4) and (5,) don't match", "division by zero", "'NoneType' has no attribute 'x'", "1/2"])
def test_other_messages_stay(message: str) -> None:
    assert scrub(message) == message


def test_lines_of_code_are_named_as_on_any_machine() -> None:
    package = "C:\\Users\\anna\\venv\\Lib\\site-packages\\keras\\src\\trainer.py"
    assert source_name(package) == "keras/src/trainer.py"
    assert source_name("/home/anna/ae_workbench/ae_workbench/ui/app.py") == "ae_workbench/ui/app.py"
    assert source_name(os.__file__) == "python/os.py"
    assert source_name("<string>") == "<string>"
    assert source_name("/home/anna/secret.py") == "<file>"
    assert scrub_stack('  File "/home/anna/secret.py", line 7 in run') == '  File "<file>", line 7 in run'


def fault() -> BaseException:
    anna = "secret of the Clinic"
    try:
        try:
            Path("/home/anna/patients.npz").read_bytes()
        except OSError as problem:
            raise ValueError(f"/home/anna/{len(anna)}: unreadable") from problem
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_has_kinds_places_messages_and_versions_but_nothing_personal() -> None:
    text = report_text(describe(fault()), ["Qt: the paint is wet"])
    for wanted in ("FileNotFoundError", "ValueError", "unreadable", "which led to", "in fault", "the paint is wet", "numpy", "Python 3."):
        assert wanted in text
    assert not any(word in text for word in PERSONAL), text
    assert str(Path.home()) not in text or len(str(Path.home())) < 4


def test_reports_are_kept_until_seen_and_not_without_end(tmp_path: Path) -> None:
    made = [write_report(f"report {number}", tmp_path) for number in range(MOST_KEPT + 3)]
    kept = new_reports(tmp_path)
    assert len(kept) == MOST_KEPT and made[-1] in kept
    seen = mark_seen(kept[0])
    assert seen.is_file() and seen not in new_reports(tmp_path) and len(new_reports(tmp_path)) == MOST_KEPT - 1


def test_a_report_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert write_report("report", tmp_path / "file" / "reports") is None
    assert new_reports(tmp_path / "file") == []


CRASHES = """
import ctypes, faulthandler, os, signal, sys
from pathlib import Path
from ae_workbench.storage.crash_file import CrashFile
file = CrashFile(Path(sys.argv[1]))
faulthandler.enable(file.descriptor)
file.note("Qt: one\\ntwo")
print("running", flush=True)
if sys.argv[2] == "crash":
    ctypes.string_at(0)
elif sys.argv[2] == "kill":
    os.kill(os.getpid(), signal.SIGKILL)
elif sys.argv[2] == "wait":
    sys.stdin.read()
file.close()
"""


def crash(folder: Path, how: str) -> None:
    subprocess.run([sys.executable, "-c", CRASHES, str(folder), how], capture_output=True, check=False, timeout=60)


def test_a_crash_is_a_report_at_the_next_start(tmp_path: Path) -> None:
    crash(tmp_path, "crash")
    [report] = collect_crashes(tmp_path, tmp_path / "reports")
    text = report.read_text(encoding="utf-8")
    assert "fault" in text.lower() and "most recent call first" in text
    assert "Qt: one\ntwo" in text
    assert str(tmp_path) not in text
    assert new_reports(tmp_path / "reports") == [report]
    assert collect_crashes(tmp_path, tmp_path / "reports") == []


STACK = '\n\nCurrent thread 0x00001a2c (most recent call first):\n  File "app.py", line 3 in run\n\n'
HANDLED = [f"Windows fatal exception: code {code}{STACK}" for code in ("0x8001010d", "0x80010108", "0xe24c4a02")]
FATAL = [f"{header}{STACK}" for header in ("Windows fatal exception: access violation", "Fatal Python error: Aborted")]


@pytest.mark.parametrize(
    ("written", "is_crash"),
    [
        (HANDLED[:1], False),
        (HANDLED, False),
        (["# Qt: one\n", *HANDLED, "# Qt: two\n"], False),
        (FATAL[:1], True),
        ([HANDLED[0], FATAL[0], FATAL[1]], True),
        ([f"Windows fatal exception: code 0xc06d007e{STACK}"], True),
        ([STACK], True),
    ],
)
def test_an_exception_that_windows_told_of_and_somebody_handled_is_no_crash(tmp_path: Path, written: list[str], is_crash: bool) -> None:
    (tmp_path / "running-2026-01-01_00-00-00-1.log").write_text("".join(written))
    assert len(collect_crashes(tmp_path, tmp_path / "reports")) == is_crash
    assert list(tmp_path.glob("running-*")) == []


@pytest.mark.parametrize("how", ["end", pytest.param("kill", marks=pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL"))])
def test_an_end_without_a_crash_is_none(tmp_path: Path, how: str) -> None:
    crash(tmp_path, how)
    assert collect_crashes(tmp_path, tmp_path / "reports") == []
    assert list(tmp_path.glob("running-*")) == []


def test_the_file_of_a_program_that_runs_is_left_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CRASHES, str(tmp_path), "wait"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "running\n"
        mine = CrashFile(tmp_path)
        assert collect_crashes(tmp_path, tmp_path / "reports") == []
        assert len(list(tmp_path.glob("running-*"))) == 2
        mine.close()
        other.communicate()


def test_names_that_are_taken_get_a_number_before_a_file_s_ending(tmp_path: Path) -> None:
    taken = tmp_path / "window.broken.ini"
    taken.write_text("")
    assert free_path(taken).name == "window.broken-2.ini"
    (tmp_path / "run v1.2").mkdir()
    (tmp_path / "run v1.2 2").mkdir()
    assert free_path(tmp_path / "run v1.2", " ").name == "run v1.2 3"
    assert free_path(tmp_path / "free") == tmp_path / "free"
