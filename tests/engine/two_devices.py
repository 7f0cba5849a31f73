"""Trains on one and on two logical processors and prints metrics and weights. See ``test_several_devices``."""

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import tensorflow as tf

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.data.loading import load
from ae_workbench.engine.autoencoder import Autoencoder
from ae_workbench.engine.events import Ended, EpochEnded, Event
from ae_workbench.engine.mirrored import MirroredAutoencoder
from ae_workbench.engine.session import Devices, Session
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import find_recipe, with_settings

PAIRS = "pairs"


def negatives(digits: Dataset) -> Dataset:
    """Pairs: the negative of each digit goes in."""
    train, test = (Split(half.examples, noisy=255 - half.examples) for half in (digits.train, digits.test))
    return replace(digits, train=train, test=test)


def train(key: str, dataset: Dataset, devices: Devices, folder: Path) -> list[float]:
    """All metrics of two epochs, then the sum and sum of squares of each weight array."""
    dataset = negatives(dataset) if key == PAIRS else dataset
    recipe = with_settings(
        find_recipe("simple" if key == PAIRS else key), ["epochs=2", "batch_size=33", "optimizer=adam", "learning_rate=0.001"]
    )
    numbers: list[float] = []

    def note(event: Event) -> None:
        if isinstance(event, EpochEnded):
            numbers.extend(event.metrics.values())
        if isinstance(event, Ended) and event.error:
            raise event.error

    run = RunFolder.create(folder / f"{key}-{devices}", recipe, dataset)
    Session(recipe, dataset, run, devices=devices).run(note)
    for weights in run.weights(2):
        numbers += [float(weights.mean()), float((weights**2).mean())]
    return numbers


def main(keys: list[str]) -> dict[str, object]:
    [processor] = tf.config.list_physical_devices("CPU")
    tf.config.set_logical_device_configuration(processor, [tf.config.LogicalDeviceConfiguration()] * 2)
    Autoencoder.fuse_with_xla = property(lambda self: False)  # XLA draws other random numbers
    kinds: tuple[Devices, ...] = ("one", "all")
    shared: list[str] = []
    steps = MirroredAutoencoder._train_step

    def noted(model: MirroredAutoencoder, *batch: Any) -> Any:
        """Traced once for each device."""
        shared.append(model.name)
        return steps(model, *batch)

    MirroredAutoencoder._train_step = noted  # type: ignore[method-assign]
    found: dict[str, object] = {}
    dataset = load(Choice("digits")).limited(33 * 4 + 10)
    with tempfile.TemporaryDirectory() as home:
        for key in keys:
            shared.clear()
            found[key] = {devices: train(key, dataset, devices, Path(home)) for devices in kinds} | {"replicas": len(shared)}
    return found


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1:])))
