"""Seconds from Start until a modern preset validates as well as the published one does when plain Keras has come to its end."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.events import Ended, EpochEnded, Event
from ae_workbench.engine.session import Session
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import make_plan, presets
from tests.benchmarks.plain import plain_fit

VARIANTS = ("simple", "sparse", "deep", "convolutional", "denoising", "variational")


def measure(dataset: Dataset, variants: Iterable[str], epochs: int | None = None, ends_at: float | None = None) -> Iterator[dict[str, Any]]:
    """A row per variant; ``epochs`` in the place of the published ones. Compiling counts on both sides, importing on neither.

    ``ends_at`` is the published preset's last validation where it is known already, since it takes hours: plain Keras then trains for
    ``epochs``, and the time of the others is reckoned from the last of these.
    """
    for key in variants:
        published = presets()[f"{key}-article"].recipe
        trained = epochs or published.training.epochs
        began = perf_counter()
        fit = plain_fit(make_plan(published, dataset.shape), dataset, published.training, trained)
        plain_seconds = perf_counter() - began
        target = fit.validation[-1]
        if ends_at is not None:
            plain_seconds += (published.training.epochs - trained) * fit.seconds[-1]
            target = ends_at
        seconds, epoch = _seconds_to(target, key, dataset)
        yield {
            "variant": key,
            "target": round(target, 4),
            "plain_seconds": round(plain_seconds, 1),
            "our_seconds": round(seconds, 1) if epoch else "not reached",
            "our_epoch": epoch or "",
            "ratio": round(plain_seconds / seconds, 1) if epoch else "",
        }


def _seconds_to(target: float, key: str, dataset: Dataset) -> tuple[float, int]:
    """Seconds and epochs until the modern preset is as good; 0 epochs where it never is."""
    recipe = presets()[key].recipe
    name = "val_loss" if key == "variational" else "val_reconstruction"
    passed = (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        began = perf_counter()
        session = Session(recipe, dataset, RunFolder.create(Path(folder) / "run", recipe, dataset))

        def note(event: Event) -> None:
            nonlocal passed
            if isinstance(event, EpochEnded) and not passed[1] and event.metrics[name] <= target:
                passed = (perf_counter() - began, event.epoch)
                session.request_stop()
            if isinstance(event, Ended) and event.error:
                raise event.error

        session.run(note)
    return passed
