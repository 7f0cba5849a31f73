"""A virtual screen and a mouse on it, through Xlib alone: enough to see a window come up, draw in it, look at its pixels and close it."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from dataclasses import dataclass

SIZE = (1440, 900)
ESCAPE = 0xFF1B
PAINTED_COLOURS = 8
Z_PIXMAP, ALL_PLANES, VIEWABLE, CLIENT_MESSAGE = 2, 0xFFFFFFFF, 2, 33


class _Attributes(Structure):
    _fields_ = [
        *((name, c_int) for name in ("x", "y", "width", "height", "border_width", "depth")),
        ("visual", c_void_p), ("root", c_ulong),
        *((name, c_int) for name in ("klass", "bit_gravity", "win_gravity", "backing_store")),
        ("backing_planes", c_ulong), ("backing_pixel", c_ulong), ("save_under", c_int), ("colormap", c_ulong),
        *((name, c_int) for name in ("map_installed", "map_state")),
        *((name, c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")),
        ("override_redirect", c_int), ("screen", c_void_p),
    ]  # fmt: skip


class _Image(Structure):
    _fields_ = [
        *((name, c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", c_void_p),
        *((name, c_int) for name in ("byte_order", "bitmap_unit", "bitmap_bit_order", "bitmap_pad", "depth")),
        *((name, c_int) for name in ("bytes_per_line", "bits_per_pixel")),
    ]  # fmt: skip


class _ClientMessage(Structure):
    _fields_ = [
        ("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p), ("window", c_ulong), ("message_type", c_ulong),
        ("format", c_int), ("data", c_long * 5), ("room", c_long * 24),
    ]  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """Pixels of a window: ``rows`` of 4 bytes a pixel, blue first."""

    width: int
    height: int
    rows: tuple[bytes, ...]

    def colours(self) -> int:
        """How many different ones there are."""
        return len({row[at : at + 4] for row in self.rows for at in range(0, 4 * self.width, 4)})

    def filled(self) -> float:
        """Share of pixels that aren't of the commonest colour."""
        pixels = Counter(row[at : at + 4] for row in self.rows for at in range(0, 4 * self.width, 4))
        return 1.0 - pixels.most_common(1)[0][1] / pixels.total()

    def part(self, left: float, top: float, right: float, bottom: float) -> Picture:
        """A part between shares of width and height."""
        x, end = round(left * self.width), round(right * self.width)
        rows = tuple(row[4 * x : 4 * end] for row in self.rows[round(top * self.height) : round(bottom * self.height)])
        return Picture(end - x, len(rows), rows)

    def brightness(self) -> float:
        """Mean over some of the pixels, from 0 to 255."""
        some = [row[at + colour] for row in self.rows[::7] for at in range(0, 4 * self.width, 28) for colour in range(3)]
        return sum(some) / len(some)

    def black_square(self, least: int = 150) -> tuple[int, int, int, int] | None:
        """x, y, width and height of a large black square in the right half, if there is one: the empty canvas."""
        rows = []
        for y, row in enumerate(self.rows):
            run = max(_black_runs(row[2 * (self.width & ~1) :]), default=(0, 0))
            if run[0] >= least:
                rows.append((y, run[1] + (self.width & ~1) // 2, run[0]))
        if len(rows) < least:
            return None
        x, width = min(row[1] for row in rows), max(row[2] for row in rows)
        return x, rows[0][0], width, rows[-1][0] - rows[0][0] + 1

    def changed(self, other: Picture, x: int, y: int, width: int, height: int) -> int:
        """Pixels of a rectangle that are different in another picture of the same size."""
        span = range(4 * x, 4 * (x + width), 4)
        pairs = zip(self.rows[y : y + height], other.rows[y : y + height], strict=True)
        return sum(mine[at : at + 4] != theirs[at : at + 4] for mine, theirs in pairs for at in span)


def _black_runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Length and start of each run of black pixels."""
    blue, green, red = (int.from_bytes(row[colour::4], "big") for colour in range(3))
    light = (blue | green | red).to_bytes(len(row) // 4, "big")
    for found in re.finditer(rb"\0+", light):
        yield found.end() - found.start(), found.start()


class Screen:
    """An Xvfb of its own, for ``with``; ``name`` goes into DISPLAY."""

    def __init__(self) -> None:
        self._server: subprocess.Popen[bytes] | None = None
        self.name = ""

    @staticmethod
    def is_possible() -> bool:
        """Whether this system has what is needed."""
        return bool(shutil.which("Xvfb") and ctypes.util.find_library("X11") and ctypes.util.find_library("Xtst"))

    def __enter__(self) -> Screen:
        reader, writer = os.pipe()
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as answer:
            self.name = f":{answer.readline().strip()}"
        self._x, self._test = _libraries()
        self._display = self._x.XOpenDisplay(self.name.encode())
        self._root = self._x.XDefaultRootWindow(self._display)
        return self

    def __exit__(self, *_: object) -> None:
        self._x.XCloseDisplay(self._display)
        if self._server is not None:
            self._server.kill()
            self._server.wait()

    def wait_for_window(self, process: subprocess.Popen[bytes], timeout_s: float) -> tuple[int, Picture]:
        """The largest window of a program once it is there and painted, looked at every 20 ms.

        Raises:
            TimeoutError: none came. ChildProcessError: the program has ended without one.
        """
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            if process.poll() is not None:
                raise ChildProcessError(f"it ended with exit code {process.returncode} before a window was painted")
            window = self.largest_window()
            picture = self.picture(window) if window else None
            if window and picture is not None and picture.colours() > PAINTED_COLOURS:
                return window, picture
            time.sleep(0.02)
        raise TimeoutError(f"no painted window within {timeout_s:.0f} s")

    def largest_window(self) -> int:
        """The window that takes most of the screen, 0 where none is larger than a dialog."""
        root, parent, children, count = c_ulong(), c_ulong(), POINTER(c_ulong)(), c_uint()
        self._x.XQueryTree(self._display, self._root, byref(root), byref(parent), byref(children), byref(count))
        found = {}
        for index in range(count.value):
            attributes = self._attributes(children[index])
            if attributes is not None and attributes.map_state == VIEWABLE and attributes.width >= 600:
                found[attributes.width * attributes.height] = children[index]
        if count.value:
            self._x.XFree(children)
        return found[max(found)] if found else 0

    def picture(self, window: int) -> Picture | None:
        """What it shows; none where it just went away."""
        attributes = self._attributes(window)
        if attributes is None:
            return None
        width, height = min(attributes.width, SIZE[0] - attributes.x), min(attributes.height, SIZE[1] - attributes.y)
        image = self._x.XGetImage(self._display, window, 0, 0, width, height, ALL_PLANES, Z_PIXMAP)
        if not image:
            return None
        found = image.contents
        rows = tuple(ctypes.string_at(found.data + row * found.bytes_per_line, 4 * found.width) for row in range(found.height))
        self._x.XDestroyImage(image)
        return Picture(width, height, rows)

    def draw(self, points: list[tuple[int, int]]) -> None:
        """Press the left button at the first point, move over the others, release at the last."""
        for index, (x, y) in enumerate(points):
            self._test.XTestFakeMotionEvent(self._display, -1, x, y, 0)
            if index == 0:
                self._test.XTestFakeButtonEvent(self._display, 1, 1, 0)
            self._x.XSync(self._display, 0)
            time.sleep(0.02)
        self._test.XTestFakeButtonEvent(self._display, 1, 0, 0)
        self._x.XSync(self._display, 0)

    def press_escape(self, window: int) -> None:
        """Give the window the keyboard, which no window manager does here, and press Escape."""
        self._x.XSetInputFocus(self._display, window, 1, 0)
        code = self._x.XKeysymToKeycode(self._display, ESCAPE)
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, code, down, 0)
        self._x.XSync(self._display, 0)

    def close(self, window: int) -> None:
        """Ask it to close, as its ✕ would."""
        message = _ClientMessage(type=CLIENT_MESSAGE, window=window, format=32, message_type=self._atom(b"WM_PROTOCOLS"))
        message.data[0] = self._atom(b"WM_DELETE_WINDOW")
        self._x.XSendEvent(self._display, window, 0, 0, byref(message))
        self._x.XSync(self._display, 0)

    def _atom(self, name: bytes) -> int:
        return int(self._x.XInternAtom(self._display, name, 0))

    def _attributes(self, window: int) -> _Attributes | None:
        attributes = _Attributes()
        return attributes if self._x.XGetWindowAttributes(self._display, window, byref(attributes)) else None


_HANDLER = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)
_ignore = _HANDLER(lambda display, event: 0)
"""A window that closes while it is looked at is no reason to end the process, which is what Xlib does by itself."""


def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL]:
    x, test = (ctypes.CDLL(ctypes.util.find_library(name)) for name in ("X11", "Xtst"))
    x.XSetErrorHandler(_ignore)
    x.XOpenDisplay.restype = c_void_p
    x.XDefaultRootWindow.restype = x.XInternAtom.restype = c_ulong
    x.XGetImage.restype = POINTER(_Image)
    display, window = c_void_p, c_ulong
    for name, arguments in {
        "XCloseDisplay": [display], "XDefaultRootWindow": [display], "XFree": [c_void_p], "XDestroyImage": [POINTER(_Image)],
        "XGetWindowAttributes": [display, window, c_void_p],
        "XInternAtom": [display, c_char_p, c_int], "XSendEvent": [display, window, c_int, c_long, c_void_p], "XSync": [display, c_int],
        "XSetInputFocus": [display, window, c_int, c_ulong], "XKeysymToKeycode": [display, c_ulong],
        "XGetImage": [display, window, c_int, c_int, c_uint, c_uint, c_ulong, c_int],
        "XQueryTree": [display, window, c_void_p, c_void_p, c_void_p, c_void_p],
    }.items():  # fmt: skip
        getattr(x, name).argtypes = arguments
    test.XTestFakeKeyEvent.argtypes = [display, c_uint, c_int, c_ulong]
    test.XTestFakeMotionEvent.argtypes = [display, c_int, c_int, c_int, c_ulong]
    test.XTestFakeButtonEvent.argtypes = [display, c_uint, c_int, c_ulong]
    return x, test
