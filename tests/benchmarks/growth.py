"""How times grow: with images, with parameters, with runs on disk and with epochs of a run."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
from PySide6.QtCore import Qt

from ae_workbench.analysis.neighbours import NearestCodes
from ae_workbench.core.recipe import Training
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.runs import RunList
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.benchmarks.epochs import epoch_seconds
from tests.benchmarks.targets import Row, at_most, percentile, plain
from tests.benchmarks.trained import trained, usual_data

IMAGES = (1_000, 10_000, 100_000, 1_000_000)
WIDTHS = (256, 512, 1024, 2048)
RUNS, LONG, LONGER, KEPT = 1000, 1000, 10_000, 20
CODES = 70_000
UNEVEN = 1.5
"""Seconds per image, or per parameter, of the largest beside those of the one before: 1 is linear."""
FRAME_MS = 100
OPEN_S = 0.5


def measure(home: Path, tiny: bool) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    yield from _images(home, IMAGES[:2] if tiny else IMAGES)
    yield from _parameters(home, WIDTHS[:2] if tiny else WIDTHS, 200 if tiny else 20_000)
    run = trained("variational", home)
    yield from _runs(home, run, 20 if tiny else RUNS)
    yield from _epochs(home, run, 20 if tiny else LONG, 50 if tiny else LONGER)
    yield from _neighbours(100 if tiny else CODES)


def _images(home: Path, counts: Sequence[int]) -> Iterator[Row]:
    """One epoch of simple on ever more images; they are the usual ones, over and over."""
    usual, took = usual_data(), []
    for count in counts:
        places = np.arange(count) % len(usual.train)
        dataset = replace(usual, train=Split(usual.train.examples[places]), test=usual.test.first(1000))
        took.append(_epoch_seconds(dataset, ("batch_size=256",), home / f"images-{count}"))
        yield plain(f"simple: one epoch of {count:,} images", took[-1], "s")
    yield at_most(
        f"seconds an image, {counts[-1]:,} images beside {counts[-2]:,}", took[-1] / took[-2] * counts[-2] / counts[-1], UNEVEN, "×"
    )


def _parameters(home: Path, widths: Sequence[int], images: int) -> Iterator[Row]:
    """One epoch of deep with one ever wider hidden layer of two."""
    usual, took, sizes = usual_data(), [], []
    dataset = replace(usual, train=usual.train.first(images), test=usual.test.first(1000))
    for width in widths:
        path = home / f"parameters-{width}"
        took.append(_epoch_seconds(dataset, ("batch_size=256", f"hidden={width},{width}"), path, "deep"))
        sizes.append(RunFolder.open(path).plan.parameter_count)
        yield plain(f"deep: one epoch of {images:,} images with {sizes[-1]:,} parameters", took[-1], "s")
    yield at_most("seconds a parameter, the most beside the second most", took[-1] / took[-2] * sizes[-2] / sizes[-1], UNEVEN, "×")


def _epoch_seconds(dataset: Dataset, settings: Sequence[str], path: Path, variant: str = "simple") -> float:
    """Of the quicker of two epochs after the one that compiles."""
    recipe = replace(with_settings(find_recipe(variant), settings), limit=0)
    recipe = replace(recipe, training=replace(Training(batch_size=recipe.training.batch_size), epochs=3))
    return min(epoch_seconds(recipe, dataset, path)[1:])


def _runs(home: Path, run: Path, count: int) -> Iterator[Row]:
    """So many runs on disk, read and shown as a list."""
    folder = home / "many"
    for number in range(count):
        shutil.copytree(run, folder / f"{number:05d}")
    runs = RunList(folder)
    yield plain(f"{count:,} runs read for the first time", _milliseconds(runs.read, 1), "ms")
    yield at_most(f"{count:,} runs read again", _milliseconds(runs.read), FRAME_MS, "ms")
    from ae_workbench.ui.application import make_application
    from ae_workbench.ui.viewers.run_list.jobs import Listing
    from ae_workbench.ui.viewers.run_list.page import RunListPage

    app = make_application()
    page = RunListPage()
    page.resize(900, 600)
    page.show()
    columns, texts = cycle((0, 1)), cycle(("variational", ""))
    page.show_list(Listing(tuple(runs.read()), ()))
    app.processEvents()
    for what, act in (
        ("sorted", lambda: page.view.sortByColumn(next(columns), Qt.SortOrder.AscendingOrder)),
        ("searched", lambda: page.search_edit.setText(next(texts))),
        ("painted", page.view.viewport().repaint),
    ):
        yield at_most(f"{count:,} runs {what}", _milliseconds(act), FRAME_MS, "ms")
    page.close()
    page.deleteLater()


def _epochs(home: Path, run: Path, long: int, longer: int) -> Iterator[Row]:
    """A run with many stored epochs opened, and a very long history drawn."""
    from ae_workbench.ui.application import make_application
    from ae_workbench.ui.panels.training import TrainingPanel

    app = make_application()
    panel = TrainingPanel()
    panel.resize(1280, 260)
    panel.show()

    def show(path: Path) -> None:
        opened = RunFolder.open(path)
        opened.epochs()
        panel.show_run(opened)
        panel.loss_plot.viewport().repaint()

    short = _stretched(run, home / "short", 3, weights=True)
    show(short)
    app.processEvents()  # the plot has just been made: it is shown, and can be painted, from the next turn on
    assert panel.loss_plot.viewport().isVisible()
    path = _stretched(run, home / "long", long, weights=True)
    yield at_most(f"a run of {long:,} epochs opened and its curves painted", _milliseconds(lambda: show(path)) / 1000, OPEN_S, "s")
    after_many, after_few = (_keep_ms(RunFolder.open(of), first) for of, first in ((path, long + 1), (short, 4)))
    yield plain(f"an epoch kept after {long:,} others", after_many, "ms")
    yield at_most("the same, beside one after 3 others", after_many / after_few, UNEVEN, "×")
    path = _stretched(run, home / "longer", longer, weights=False)
    show(path)
    yield at_most(f"curves of {longer:,} epochs painted", _milliseconds(panel.loss_plot.viewport().repaint), FRAME_MS, "ms")
    app.processEvents()
    panel.close()
    panel.deleteLater()


def _keep_ms(run: RunFolder, first: int) -> float:
    """One more epoch with weights and an optimizer's state of twice their size, after one that may make room for them."""
    weights, numbers = run.weights(1), iter(range(first, first + 1 + KEPT))
    record = run.history()[-1]

    def keep() -> None:
        run.add_epoch(replace(record, epoch=next(numbers)), weights, weights * 2)

    keep()
    return _milliseconds(keep, KEPT)


def _stretched(run: Path, path: Path, epochs: int, weights: bool) -> Path:
    """A copy of a run of one epoch that has so many, with curves that fall and shake as they do."""
    shutil.copytree(run, path)
    record = json.loads((run / "history.jsonl").read_text().splitlines()[0])
    shaking = np.random.default_rng(0).normal(0, 0.01, epochs)
    lines = []
    for epoch, shake in enumerate(shaking, 1):
        metrics = {name: value * (0.5 + 0.5 / epoch + shake) for name, value in record["metrics"].items()}
        lines.append(json.dumps({**record, "epoch": epoch, "metrics": metrics}))
    (path / "history.jsonl").write_text("\n".join(lines) + "\n")
    for epoch in range(2, epochs + 1) if weights else ():
        os.link(path / "weights" / "0001.npz", path / "weights" / f"{epoch:04d}.npz")
    return path


def _neighbours(count: int) -> Iterator[Row]:
    """The nearest of many codes, as under the pointer on the latent plane."""
    rng = np.random.default_rng(0)
    codes, wanted = NearestCodes(rng.standard_normal((count, 2), np.float32)), iter(rng.standard_normal((200, 2), np.float32))
    took = [_milliseconds(lambda: codes.nearest(next(wanted), 10), 1) for _ in range(200)]
    yield at_most(f"the ten nearest of {count:,} codes, p99", percentile(took, 99), 1.0, "ms")


def _milliseconds(act: Callable[[], object], times: int = 5) -> float:
    took = []
    for _ in range(times):
        began = perf_counter()
        act()
        took.append(1000 * (perf_counter() - began))
    return median(took)
