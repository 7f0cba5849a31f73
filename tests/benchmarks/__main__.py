"""``python3 packaging/dev.py bench``: measures, prints tables, and JSON with ``--json``."""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ae_workbench.cli.printing import print_any_character
from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import choice_for
from ae_workbench.engine.datasets import load
from ae_workbench.variants import VARIANTS

Row = dict[str, Any]
TINY_S = 0.3


def main() -> int:
    print_any_character()
    parser = argparse.ArgumentParser(prog="bench", description="Seconds per epoch, milliseconds to the screen, frames a second.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(BENCHMARKS)} (all)")
    parser.add_argument("--data", help="training: a data set's name or file (MNIST where AE_WORKBENCH_DATA has it, otherwise the digits)")
    parser.add_argument("--variants", nargs="+", choices=VARIANTS.keys, metavar="VARIANT", help="variants to measure")
    epochs_help = "training, stream: measured epochs per round; result with --ends-at: epochs of plain Keras (3)"
    parser.add_argument("--epochs", type=int, default=3, help=epochs_help)
    ends_help = "result: where the one variant's published preset ends; plain Keras then trains for --epochs only, the rest is reckoned"
    parser.add_argument("--ends-at", type=float, metavar="VALUE", help=ends_help)
    parser.add_argument("--rounds", type=int, default=2, help="training, stream: alternations (2)")
    parser.add_argument("--batch", type=int, help="training: batch size (the one of the published preset)")
    parser.add_argument("--seconds", type=float, default=10, help="pointer: how long the hand moves for each row (10)")
    parser.add_argument("--napari", metavar="PYTHON", help="start: the Python of an environment with napari, to be measured beside ours")
    parser.add_argument("--limit", type=int, help="only so many training images")
    parser.add_argument("--tiny", action="store_true", help="a moment and a few images only, to see that everything works")
    parser.add_argument("--json", type=Path, help="also write the rows to this file")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no benchmark “{unknown[0]}”: choose from {', '.join(BENCHMARKS)}")
    if chosen.ends_at is not None and len(chosen.variants or ()) != 1:
        parser.error("--ends-at is the end of one variant: name it with --variants")
    if chosen.tiny:
        chosen.seconds = TINY_S
    print(f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}")
    measured = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        chosen.home = Path(home)  # trained runs in it are for all that look at one
        for name in chosen.names or BENCHMARKS:
            title, rows = BENCHMARKS[name]
            print(f"\n{title}")
            measured[name] = list(_printed(rows(chosen)))
    if chosen.json:
        chosen.json.write_text(json.dumps(measured, indent=2) + "\n")
    return 0


def _printed(rows: Iterator[Row]) -> Iterator[Row]:
    """The same rows, each printed as it comes."""
    for number, row in enumerate(rows):
        if number == 0:
            print("| " + " | ".join(row) + " |\n" + "|---" * len(row) + "|")
        print("| " + " | ".join(str(value) for value in row.values()) + " |", flush=True)
        yield row


def _training(chosen: argparse.Namespace) -> Iterator[Row]:
    from ae_workbench.engine.quiet import import_keras_quietly

    dataset = _dataset(chosen.data)
    if chosen.tiny or chosen.limit:
        dataset = dataset.limited(200 if chosen.tiny else chosen.limit)
    import_keras_quietly()
    from tests.benchmarks.training import measure

    variants = chosen.variants or (["simple"] if chosen.tiny else list(VARIANTS.keys))
    epochs, rounds = (1, 1) if chosen.tiny else (chosen.epochs, chosen.rounds)
    yield from measure(dataset, variants, epochs, rounds, chosen.batch)


def _result(chosen: argparse.Namespace) -> Iterator[Row]:
    from ae_workbench.engine.quiet import import_keras_quietly

    dataset = _dataset(chosen.data)
    import_keras_quietly()
    from tests.benchmarks import result

    if chosen.tiny:
        yield from result.measure(dataset.limited(200), ("simple",), epochs=2)
    elif chosen.ends_at is not None:
        yield from result.measure(dataset, chosen.variants, chosen.epochs, chosen.ends_at)
    else:
        yield from result.measure(dataset, chosen.variants or result.VARIANTS)


def _canvas(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.benchmarks import canvas

    yield from _pointer(canvas.measure, canvas.VARIANTS, chosen)


def _plane(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.benchmarks import plane

    yield from _pointer(plane.measure, plane.VARIANTS, chosen)


def _pointer(measure: Callable[[str, float, Path], list[Row]], usual: tuple[str, ...], chosen: argparse.Namespace) -> Iterator[Row]:
    for variant in chosen.variants or usual[: 1 if chosen.tiny else None]:
        yield from measure(variant, chosen.seconds, chosen.home)


def _frames(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.benchmarks import frames

    for count in frames.COUNTS:
        yield frames.measure(count, min(chosen.seconds, 3))


def _codec(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.benchmarks import codec

    yield from codec.measure(chosen.home, chosen.tiny)


def _loop(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.benchmarks import loop

    for variant in chosen.variants or loop.VARIANTS[: 1 if chosen.tiny else None]:
        yield from loop.measure(variant, chosen.seconds, chosen.home, chosen.tiny)


def _stream(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.benchmarks import stream

    epochs, rounds, limit = (1, 1, 500) if chosen.tiny else (chosen.epochs, chosen.rounds, chosen.limit or 0)
    for variant in chosen.variants or stream.VARIANTS[: 1 if chosen.tiny else None]:
        yield from stream.measure(variant, epochs, rounds, chosen.home, limit)


def _start(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.benchmarks import start

    yield from start.measure(chosen.tiny, chosen.napari)


def _memory(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.benchmarks import memory

    yield from memory.measure(chosen.tiny)


def _growth(chosen: argparse.Namespace) -> Iterator[Row]:
    from tests.benchmarks import growth

    yield from growth.measure(chosen.home, chosen.tiny)


def _dataset(text: str | None) -> Dataset:
    shared = Path(os.environ.get("AE_WORKBENCH_DATA", "")) / "mnist.npz"
    if text is None and shared.is_file():
        text = str(shared)
    return load(choice_for(text) if text else Choice("digits"))


BENCHMARKS: dict[str, tuple[str, Callable[[argparse.Namespace], Iterator[Row]]]] = {
    "plane": ("Latent plane: milliseconds from pointer to painted marker, hover card and decoded picture", _plane),
    "canvas": ("Canvas: milliseconds from pointer to painted ink and result", _canvas),
    "frames": ("Latent plane: frames a second of a scatter that is panned and zoomed", _frames),
    "loop": ("Window: milliseconds between turns of the event loop while it trains and the latent plane is dragged", _loop),
    "stream": ("Window: seconds per epoch with the window open and curves drawn, against the command line", _stream),
    "codec": ("Codec: one image, a lattice of codes, ten thousand images", _codec),
    "start": ("Start: from a new process to a window that can be used, and quick commands", _start),
    "memory": ("Memory: of one training, of a million images, of many trainings", _memory),
    "growth": ("Growth: with images, parameters, runs and epochs", _growth),
    "training": ("Training: seconds per epoch, ours against plain Keras", _training),
    "result": ("Result: seconds until the modern preset is as good as the published one is at its end with plain Keras", _result),
}


if __name__ == "__main__":
    sys.exit(main())
