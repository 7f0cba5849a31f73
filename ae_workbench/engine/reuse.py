"""Compiled models that wait for the next training of their kind.

Building and compiling one takes seconds, and XLA keeps what it once compiled for as long as the process runs (about 10 MB a training).
"""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

import tensorflow as tf

from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Training
from ae_workbench.data.dataset import Scaling
from ae_workbench.engine.autoencoder import Autoencoder
from ae_workbench.engine.feed import Feed
from ae_workbench.engine.mirrored import make_autoencoder
from ae_workbench.engine.optimizers import make_optimizer
from ae_workbench.engine.sparse_inputs import SparseInputs

MOST_KEPT = 6
MOST_PARAMETERS = 4_000_000
"""Larger models don't wait: with an Adam optimizer this many take 48 MB."""


@dataclass(frozen=True)
class Kind:
    """All that is written into compiled steps. The seed, the weights and a learning rate that stays the same are not."""

    plan: Plan
    optimizer: str
    schedule: tuple[Any, ...]
    scaling: Scaling
    pieces: tuple[Any, ...]
    inputs: tuple[Any, ...] | None


_waiting: OrderedDict[Kind, Autoencoder] = OrderedDict()
_lock = Lock()


@contextmanager
def compiled_model(
    plan: Plan, training: Training, train: Feed, test: Feed, strategy: tf.distribute.Strategy, inputs: SparseInputs | None = None
) -> Iterator[Autoencoder]:
    """A compiled model with the first weights of the training's seed, an optimizer that hasn't taken a step, and these feeds.

    It is nobody else's until the block ends. After an error it isn't used again, nor is one that several devices share.
    """
    kind = kind_of(plan, training, train, test, inputs)
    can_wait = strategy.num_replicas_in_sync == 1 and plan.parameter_count <= MOST_PARAMETERS
    with _lock:
        model = _waiting.pop(kind, None) if can_wait else None
    if model is None:
        with strategy.scope():
            model = make_autoencoder(plan, training.seed, strategy, inputs)
            model.compile(make_optimizer(training, train.steps))
    else:
        model.begin_again(training.seed, None if kind.schedule else training.learning_rate, inputs)
    model.feed(train, test)
    yield model
    model.rest()
    if can_wait:
        _keep(kind, model)


def kind_of(plan: Plan, training: Training, train: Feed, test: Feed, inputs: SparseInputs | None) -> Kind:
    """Two trainings of the same kind can use the same compiled steps."""
    schedule = () if training.schedule == "constant" else (training.schedule, training.learning_rate, training.epochs * train.steps)
    return Kind(plan, training.optimizer, schedule, train.scaling, (train.layout, test.layout), inputs.sizes if inputs else None)


def _keep(kind: Kind, model: Autoencoder) -> None:
    with _lock:
        _waiting[kind] = model
        while len(_waiting) > MOST_KEPT:
            _waiting.popitem(last=False)


def forget_models() -> None:
    """Let go of all models that wait."""
    with _lock:
        _waiting.clear()
