"""Use a bundle as a person would, on a machine that has no Python and with an empty home, and print what worked.

    python3 packaging/smoke_test.py [dist/ae-workbench] [--keep FOLDER]
    python3 packaging/smoke_test.py dist/ae-workbench-….AppImage    (unpacked first: mounting takes FUSE)

Standard library only. Every check starts the bundle's own programs; exit code 1 where one of them failed.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable
from pathlib import Path

import appimage
from printing import print_any_character
from smoke_window import check_sample, check_window
from x11 import Screen

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = os.name == "nt"
VARIANTS = ("simple", "sparse", "deep", "convolutional", "denoising", "sequence", "variational")
ENDINGS = {"keras": "keras", "savedmodel": "", "onnx": "onnx", "tflite": "tflite", "script": "py", "notebook": "ipynb"}
FIGURE_ENDINGS = ("png", "svg", "pdf")
RUN_OF_FIGURE = {"manifold": "variational", "latent": "variational", "denoising": "denoising"}
LONG_S = 600
KEPT_EPOCHS = 2


class Failed(Exception):
    """A check found something wrong; the message is one line."""


class Bundle:
    """The programs of one bundle, started away from everything this machine has."""

    def __init__(self, folder: Path, home: Path) -> None:
        ending = ".exe" if WINDOWS else ""
        self.console = _first(folder, "AppRun", f"ae-workbench{ending}")
        self.window = _first(folder, "AppRun", f"AE Workbench{ending}", "ae-workbench-window")
        inside = folder / appimage.PROGRAM_FOLDER
        self.samples = (inside if inside.is_dir() else folder) / "_internal" / "ae_workbench" / "resources" / "samples"
        self.home = home
        self.environment = self._environment(home)

    @staticmethod
    def _environment(home: Path) -> dict[str, str]:
        """No PATH, no Python, an empty home; a proxy that isn't there keeps downloads out."""
        (home / "nothing").mkdir(exist_ok=True)
        nowhere = "http://127.0.0.1:9"
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "WINDIR", "COMSPEC", "TEMP", "TMP", "TMPDIR") if name in os.environ}
        return kept | {
            "PATH": str(home / "nothing"), "HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home),
            "LANG": "C.UTF-8", "PYTHONHOME": str(home / "nothing"), "PYTHONPATH": str(home / "nothing"),
            "http_proxy": nowhere, "https_proxy": nowhere,
        }  # fmt: skip

    def run(self, *words: object, code: int = 0) -> str:
        """What a command prints. Raises ``Failed`` for another exit code or a traceback."""
        command = [str(self.console), *map(str, words)]
        done = subprocess.run(
            command, cwd=self.home, env=self.environment, capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=LONG_S
        )
        said = (done.stdout + done.stderr).strip()
        if done.returncode != code or "Traceback" in said:
            last = said.splitlines()[-1] if said else "it said nothing"
            raise Failed(f"exit code {done.returncode}: {last[:300]}")
        return done.stdout if code == 0 else said


def _first(folder: Path, *names: str) -> Path:
    """The first file that is there, otherwise the last name."""
    return next((folder / name for name in names if (folder / name).is_file()), folder / names[-1])


Check = Callable[[], str]


def checks(bundle: Bundle, runs: Path, out: Path) -> list[tuple[str, Check]]:
    """Name and function of each, in the order in which they build on each other."""
    formats = [item["key"] for item in json.loads(bundle.run("list", "exporters", "--json"))]
    figures = [item["key"] for item in json.loads(bundle.run("list", "figures", "--json"))]
    found: list[tuple[str, Check]] = [("version", lambda: bundle.run("--version").strip())]
    found += [(f"train {variant}", lambda variant=variant: check_training(bundle, variant, runs / variant)) for variant in VARIANTS]
    found += [("train with TensorBoard", lambda: check_tensorboard(bundle, runs, out))]
    found += [(f"export {name}", lambda name=name: check_export(bundle, name, runs / "convolutional", out)) for name in formats]
    found += [(f"figure {name}", lambda name=name, at=at: check_figure(bundle, name, at, runs, out)) for at, name in enumerate(figures)]
    found += [
        ("evaluate, encode, decode, reconstruct", lambda: check_using(bundle, runs / "variational", out)),
        ("pages and sounds", lambda: check_cleaning(bundle, out)),
        ("pack and unpack", lambda: check_archive(bundle, runs / "variational", out)),
        ("sweep in worker processes", lambda: check_sweep(bundle, runs / "sweep", out)),
        ("killed in training, resumed", lambda: check_kill(bundle, runs / "killed")),
        ("wrong input", lambda: bundle.run("train", "nonsense", code=2)[:90]),
        ("download without a network", lambda: check_download(bundle)),
        ("tour, offscreen", lambda: check_tour(bundle, out / "tour")),
    ]
    if Screen.is_possible():
        found += [
            ("window: starts, is drawn in, closes", lambda: check_window(bundle.window, bundle.environment, out)),
            ("window: a sample", lambda: check_sample(bundle.window, bundle.environment, bundle.samples / "sparse", out)),
            ("window: an archive", lambda: check_sample(bundle.window, bundle.environment, out / "packed.aew", out)),
        ]
    else:
        found.append(("window", lambda: "not driven: that takes Xvfb, libX11 and libXtst"))
    return found


def check_training(bundle: Bundle, variant: str, run: Path) -> str:
    events = _events(bundle.run("train", variant, "--data", "digits", "--epochs", 1, "--run", run, "--json"))
    if events[-1]["outcome"] != "finished" or events[-1]["epoch"] != 1:
        raise Failed(f"it ended with {events[-1]}")
    loss = next(event["metrics"]["loss"] for event in events if event["event"] == "epoch")
    if not loss < float("inf"):
        raise Failed(f"the loss is {loss}")
    return f"loss {loss:.4g}"


def check_sweep(bundle: Bundle, sweep: Path, out: Path) -> str:
    words = ("simple", "--vary", "code_size=2,4", "--limit", 200, "--epochs", 1, "--workers", 2, "--out", sweep)
    events = _events(bundle.run("sweep", *words, "--csv", out / "trials.csv", "--plot", f"rate={out / 'rate.svg'}", "--json"))
    ended = [event["state"] for event in events if event["event"] == "trial"]
    if ended != ["complete"] * 2 or not (out / "trials.csv").stat().st_size or not (out / "rate.svg").stat().st_size:
        raise Failed(f"its trials ended as {ended}")
    again = _events(bundle.run("sweep", sweep, "--json"))
    if any(event["event"] == "trial" for event in again):
        raise Failed("a finished sweep was trained again")
    return f"best code size {again[-1]['values']['code_size']}"


def check_tensorboard(bundle: Bundle, runs: Path, out: Path) -> str:
    bundle.run("train", "simple", "--data", "digits", "--epochs", 1, "--run", runs / "logged", "--tensorboard", out / "events")
    files = [path for path in (out / "events").rglob("*tfevents*") if path.stat().st_size]
    if not files:
        raise Failed("no event file was written")
    return f"{len(files)} event files"


def check_export(bundle: Bundle, name: str, run: Path, out: Path) -> str:
    ending = ENDINGS.get(name, "csv")
    path = out / (f"{name}.{ending}" if ending else name)
    bundle.run("export", run, name, "--out", path)
    return _size(path)


def check_figure(bundle: Bundle, name: str, at: int, runs: Path, out: Path) -> str:
    path = out / f"{name}.{FIGURE_ENDINGS[at % len(FIGURE_ENDINGS)]}"
    several = (runs / "simple", runs / "deep") if name == "compare" else (runs / RUN_OF_FIGURE.get(name, "convolutional"),)
    bundle.run("figure", *several, name, "--out", path)
    return f"{path.suffix[1:].upper()}, {_size(path)}"


def check_using(bundle: Bundle, run: Path, out: Path) -> str:
    bundle.run("evaluate", run, "--json")
    bundle.run("encode", run, "--data", "digits", "--out", out / "codes.npz")
    bundle.run("decode", run, "--codes", out / "codes.npz", "--out", out / "images.npz")
    bundle.run("reconstruct", run, "--data", "digits", "--out", out / "pairs.png")
    return ", ".join(_size(out / name) for name in ("codes.npz", "images.npz", "pairs.png"))


def check_cleaning(bundle: Bundle, out: Path) -> str:
    """A page and a sound through the samples for them, and a training on pages that the program makes with its own fonts."""
    with wave.open(str(out / "noisy.wav"), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(range(256)) * 64)
    for sample, source, made in (
        ("documents", bundle.samples / "documents" / "preview.png", "page.png"),
        ("sound", out / "noisy.wav", "a.wav"),
    ):
        bundle.run("clean", bundle.samples / sample, source, "--out", out / made)
    bundle.run("train", "documents", "--set", "data.pages=3", "--limit", 8, "--epochs", 1, "--run", out / "documents")
    return ", ".join(_size(out / name) for name in ("page.png", "a.wav"))


def check_archive(bundle: Bundle, run: Path, out: Path) -> str:
    bundle.run("pack", run, "--out", out / "packed.aew")
    bundle.run("unpack", out / "packed.aew", "--out", out / "unpacked")
    bundle.run("evaluate", out / "unpacked")
    return _size(out / "packed.aew")


def check_kill(bundle: Bundle, run: Path) -> str:
    """Ended without warning after some epochs; nothing that was stored is lost."""
    command = [str(bundle.console), "train", "deep", "--data", "digits", "--epochs", "100000", "--run", str(run), "--json"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=bundle.home, env=bundle.environment, text=True, **pipes)
    assert process.stdout is not None
    epoch = 0
    for line in process.stdout:
        epoch = json.loads(line).get("epoch", epoch)
        if epoch >= KEPT_EPOCHS:
            break
    process.kill() if WINDOWS else process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    events = _events(bundle.run("train", "--resume", run, "--epochs", epoch + 50, "--json"))
    first, last = events[0]["first_epoch"], events[-1]
    if first < epoch or last["outcome"] != "finished":
        raise Failed(f"killed after epoch {epoch}, it went on from {first} and ended with {last}")
    return f"killed after epoch {epoch}, went on from {first} to {last['epoch']}"


def check_download(bundle: Bundle) -> str:
    """It is done in a second process, which in a bundle is the program itself: it must not come up as another program."""
    said = bundle.run("train", "simple", "--data", "mnist", "--epochs", 1, code=2)
    if said.count("ae-workbench:") != 1:
        raise Failed(f"it said {said[:300]}")
    return said.splitlines()[-1][:90]


def check_tour(bundle: Bundle, out: Path) -> str:
    bundle.run("tour", "--out", out)
    pictures = sorted(out.glob("*.png"))
    small = [path.name for path in pictures if path.stat().st_size < 3000]
    if len(pictures) < 10 or len(small) > len(pictures) / 2:
        raise Failed(f"{len(pictures)} pictures, of which {len(small)} have hardly anything on them")
    return f"{len(pictures)} pictures"


def _events(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def _size(path: Path) -> str:
    """How large a file or folder is. Raises ``Failed`` where it is empty or not there."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    total = sum(file.stat().st_size for file in files)
    if not total:
        raise Failed(f"{path} is empty or not there")
    return f"{total / 1000:,.1f} kB"


def run_check(name: str, check: Check) -> bool:
    """One line of the table; whether it went well."""
    begin, verdict = time.monotonic(), "ok"
    try:
        text = check()
    except (Failed, OSError, ValueError, KeyError, IndexError, StopIteration, TimeoutError, subprocess.SubprocessError) as problem:
        verdict, text = "FAILED", f"{type(problem).__name__}: {problem}" if not isinstance(problem, Failed) else str(problem)
    print(f"{name:<40} {time.monotonic() - begin:7.1f} s  {verdict:<6} {text}", flush=True)
    return verdict == "ok"


def main() -> int:
    parser = argparse.ArgumentParser(description="Use a bundle as a person would.")
    parser.add_argument(
        "bundle", nargs="?", type=Path, default=ROOT / "dist" / "ae-workbench", help="its folder (dist/ae-workbench) or AppImage"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep what is written there: pictures, exports, runs")
    parser.add_argument("--only", default="", metavar="WORD", help="only checks with this word in their name")
    chosen = parser.parse_args()
    print_any_character()
    with tempfile.TemporaryDirectory(prefix="ae-workbench-smoke-", ignore_cleanup_errors=True) as folder:
        home, work = Path(folder), (chosen.keep or Path(folder) / "work").resolve()
        for name in ("runs", "out"):
            (work / name).mkdir(parents=True, exist_ok=True)
        begin = time.monotonic()
        bundle = chosen.bundle.resolve()
        all_checks = checks(Bundle(appimage.unpack(bundle, home) if bundle.is_file() else bundle, home), work / "runs", work / "out")
        results = [run_check(name, check) for name, check in all_checks if chosen.only in name]
    print(f"{sum(results)} of {len(results)} checks went well, in {time.monotonic() - begin:.0f} s.")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
