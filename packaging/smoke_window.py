"""The window on a virtual screen, used with mouse and keyboard as a person would."""

from __future__ import annotations

import math
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pictures_out import write_png
from x11 import Picture, Screen

START_S, ANSWER_S, CLOSE_S, LOOK_S = 120, 120, 60, 0.3
LEAST_INK, LEAST_ANSWER, LEAST_FILLED = 300, 500, 0.38
VIEWER = (0.3, 0.22, 0.77, 0.55)
DIMMED, LIT = 150, 190
"""Brightness of the light window behind its hints and without them."""


def check_window(program: Path, environment: dict[str, str], out: Path) -> str:
    """A first start: hints are put away, a ring is drawn on the canvas, the model answers below it, and the window closes."""
    begin = time.monotonic()
    with _started([program], environment) as (screen, process):
        window, _ = screen.wait_for_window(process, START_S)
        shown_s = time.monotonic() - begin
        _until(screen, window, lambda now: now.brightness() < DIMMED, "the hints of the first start, which darken the rest,")
        _until(screen, window, lambda now: now.brightness() > LIT, "the window behind the hints", escape=True)
        before = _until(screen, window, lambda now: now.black_square() is not None, "the canvas")
        x, y, width, height = before.black_square() or (0, 0, 0, 0)
        screen.draw(_ring(x, y, width, height))
        drawn = _until(screen, window, lambda now: now.changed(before, x, y, width, height) > LEAST_INK, "the drawing")
        below = (x, y + height + 50, width, before.height - y - height - 90)
        answered = lambda now: now.brightness() > LIT and now.changed(before, *below) > LEAST_ANSWER  # noqa: E731
        after = _until(screen, window, answered, "what the model makes of the drawing")
        write_png(out / "window-drawn.png", after.width, after.height, after.rows)
        screen.close(window)
        code = process.wait(CLOSE_S)
    if code:
        raise ValueError(f"it closed with exit code {code}")
    ink, answer = drawn.changed(before, x, y, width, height), after.changed(before, *below)
    return f"painted after {shown_s:.1f} s, {ink:,} pixels drawn, {answer:,} answered"


def check_sample(program: Path, environment: dict[str, str], path: Path, out: Path) -> str:
    """A run or archive given to the program is shown."""
    with _started([program, path], environment) as (screen, process):
        window, _ = screen.wait_for_window(process, START_S)
        shown = lambda now: now.brightness() > LIT and now.part(*VIEWER).filled() > LEAST_FILLED  # noqa: E731
        picture = _until(screen, window, shown, "what the run makes of test images", escape=True)
        write_png(out / f"window-{path.stem}.png", picture.width, picture.height, picture.rows)
        screen.close(window)
        code = process.wait(CLOSE_S)
    if code:
        raise ValueError(f"it closed with exit code {code}")
    return f"{picture.part(*VIEWER).filled():.0%} of its viewer painted"


@contextmanager
def _started(command: list[Path], environment: dict[str, str]) -> Iterator[tuple[Screen, subprocess.Popen[bytes]]]:
    with Screen() as screen, tempfile.TemporaryFile() as words:
        process = subprocess.Popen(
            [str(word) for word in command],
            env={**environment, "DISPLAY": screen.name},
            stdout=subprocess.DEVNULL,
            stderr=words,
        )
        try:
            yield screen, process
        except ChildProcessError as problem:
            words.seek(0)
            said = [line for line in words.read().decode(errors="replace").splitlines() if line.strip()]
            raise ChildProcessError(f"{problem}: {said[0][:300] if said else 'it said nothing'}") from None
        finally:
            process.kill()
            process.wait()


def _until(screen: Screen, window: int, is_there, what: str, escape: bool = False) -> Picture:
    """The window's picture once something is to be seen on it; Escape puts away what covers it."""
    end = time.monotonic() + ANSWER_S
    while time.monotonic() < end:
        if escape:
            screen.press_escape(window)
        time.sleep(LOOK_S)
        picture = screen.picture(window)
        if picture is None:
            break
        if is_there(picture):
            return picture
    raise TimeoutError(f"{what} didn't come within {ANSWER_S} s")


def _ring(x: int, y: int, width: int, height: int) -> list[tuple[int, int]]:
    """Points of a zero, in the middle."""
    turns = [step / 24 * 2 * math.pi for step in range(25)]
    return [(round(x + width * (0.5 + 0.2 * math.sin(turn))), round(y + height * (0.5 - 0.3 * math.cos(turn)))) for turn in turns]
