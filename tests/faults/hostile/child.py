"""The process that opens inputs, watched: what it writes, starts, unpickles or connects to, its time and its memory.

Reads a case as a line of JSON, answers with one.
"""

import json
import os
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

MAY_GROW_BYTES = 700_000_000
"""Address space beyond what the process has after its imports; past it memory is refused, long before the computer suffers."""

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
PLACES: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "os.mkdir": ((0,), (2,)), "os.rename": ((0, 1), (2, 3)), "os.link": ((0, 1), (2, 3)), "os.symlink": ((1,), (2,)),
    "os.remove": ((0,), (1,)), "os.rmdir": ((0,), (1,)), "shutil.rmtree": ((0,), (1,)), "os.chmod": ((0,), (2,)), "os.utime": ((0,), (3,)),
    "os.truncate": ((0,), (9,)),
}  # fmt: skip
"""Events that change files: where their arguments have paths, and the open folders that these may start from."""

NEVER = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "socket.", "pickle.find_class", "urllib.", "ctypes.dlopen")


class Watch:
    """Python's own audit events, noted where they are none of opening a file."""

    def __init__(self) -> None:
        self.place: Path | None = None
        self.deeds: list[str] = []
        sys.addaudithook(self._see)

    def _see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.place is None:
            return
        if event.startswith(NEVER):
            self.deeds.append(event)
        elif event == "open" and self._writes(arguments):
            self._check(event, arguments[0])
        elif event in PLACES:
            paths, folders = PLACES[event]
            for at, folder in zip(paths, folders, strict=True):
                self._check(event, arguments[at], arguments[folder] if folder < len(arguments) else None)

    def _writes(self, arguments: tuple[Any, ...]) -> bool:
        path, mode, flags = arguments
        return not isinstance(path, int) and (bool(flags & WRITING) if isinstance(flags, int) else bool(set(mode or "r") & set("wax+")))

    def _check(self, event: str, path: Any, folder: Any = None) -> None:
        if isinstance(path, int):
            return
        inside = os.readlink(f"/proc/self/fd/{folder}") if isinstance(folder, int) and folder >= 0 else ""  # noqa: PTH115
        full = Path(os.path.realpath(Path(inside, os.fsdecode(path))))
        if self.place is not None and not full.is_relative_to(self.place) and full != Path(os.devnull):
            self.deeds.append(f"{event} {full}")


def main() -> None:
    watch = Watch()
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from ae_workbench.core.errors import WorkbenchError
    from tests.faults.hostile.openers import OPENERS

    breach = _breach(Path(sys.argv[1])) if len(sys.argv) > 1 else None
    _warm_up()
    memory = Memory()
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        case = json.loads(line)
        place = Path(case["place"]).resolve()
        os.environ["AE_WORKBENCH_HOME"] = str(place / "home")
        tempfile.tempdir = str(place)
        memory.reset()
        began, cpu = time.perf_counter(), time.process_time()
        answer: dict[str, Any] = {"outcome": "opened", "said": ""}
        watch.place, watch.deeds = place, []
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                (breach or OPENERS[case["opener"]])(Path(case["path"]), place)
        except WorkbenchError as refusal:
            answer = {"outcome": "refused", "said": str(refusal)}
        except BaseException as failure:  # the very thing that is looked for
            answer = {"outcome": "failed", "said": f"{type(failure).__name__}: {failure!s:.300}", "where": _where(failure)}
        watch.place = None
        answer |= {"seconds": time.perf_counter() - began, "cpu": time.process_time() - cpu, "bytes": memory.grown(), "deeds": watch.deeds}
        print(json.dumps(answer), flush=True)


def _breach(path: Path) -> Callable[[Path, Path], None]:
    """What a test puts in the place of every opener, to see whether it is found out."""
    names: dict[str, Any] = {}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    return names["breach"]


def _where(failure: BaseException) -> str:
    trace, places = failure.__traceback__, []
    while trace is not None:
        places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " ".join(places[-6:])


def _warm_up() -> None:
    """Import what is imported late, so that no case pays for it."""
    import numpy.lib.format
    import scipy.io.wavfile
    import scipy.signal
    from PIL import BmpImagePlugin, Image, ImageOps, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

    Image.init()
    del numpy, scipy, BmpImagePlugin, ImageOps, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin


class Memory:
    """The most memory since ``reset``, beyond what the process had; 0 where the system doesn't tell."""

    def __init__(self) -> None:
        self._before = 0
        self._can = os.path.exists("/proc/self/clear_refs")  # noqa: PTH110
        if self._can:
            import resource

            most = self._status("VmSize") + MAY_GROW_BYTES
            resource.setrlimit(resource.RLIMIT_AS, (most, most))

    def reset(self) -> None:
        if self._can:
            Path("/proc/self/clear_refs").write_text("5")
            self._before = self._status("VmRSS")

    def grown(self) -> int:
        return max(0, self._status("VmHWM") - self._before) if self._can else 0

    @staticmethod
    def _status(name: str) -> int:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))


if __name__ == "__main__":
    main()
