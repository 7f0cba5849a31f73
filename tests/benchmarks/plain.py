"""What a person would write with plain Keras: the other side of the training benchmarks."""

from dataclasses import dataclass
from time import perf_counter
from typing import Any

import keras
import numpy as np

from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Training
from ae_workbench.data.corruption import corrupt
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.build import build
from ae_workbench.engine.optimizers import make_optimizer


class Stopwatch(keras.callbacks.Callback):
    """Seconds of each epoch, validation included."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: list[float] = []

    def on_epoch_begin(self, epoch: int, logs: object = None) -> None:
        self._began = perf_counter()

    def on_epoch_end(self, epoch: int, logs: object = None) -> None:
        self.seconds.append(perf_counter() - self._began)


class PlainVAE(keras.Model):
    """The variational autoencoder of Keras's own code examples."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        networks = build(plan, 1)
        self.posterior, self.decoder, self.size = networks.posterior, networks.decoder, plan.shape.size
        self.noise = keras.random.SeedGenerator(1)

    def call(self, x: Any) -> Any:
        z_mean, z_log_var = self.posterior(x)
        z = z_mean + keras.ops.exp(0.5 * z_log_var) * keras.random.normal(keras.ops.shape(z_mean), seed=self.noise)
        kl = -0.5 * keras.ops.sum(1 + z_log_var - keras.ops.square(z_mean) - keras.ops.exp(z_log_var), axis=1)
        self.add_loss(keras.ops.mean(kl))
        return self.decoder(z)


@dataclass(frozen=True)
class PlainFit:
    """A number per epoch: ``seconds``, and the validation's reconstruction (its loss in nats for a variational plan)."""

    seconds: list[float]
    validation: list[float]


def plain_fit(plan: Plan, dataset: Dataset, training: Training, epochs: int) -> PlainFit:
    """Plain ``fit`` on float32 arrays, default settings, with validation."""
    keras.utils.set_random_seed(1)
    x, test = dataset.scaling.apply(dataset.train.examples), dataset.scaling.apply(dataset.test.examples)
    rng = np.random.default_rng(1)
    seen, test_seen = corrupt(x, plan.corruption, rng), corrupt(test, plan.corruption, rng)
    if plan.is_variational:
        model: keras.Model = PlainVAE(plan)
        size = plan.shape.size

        def loss(y: Any, p: Any) -> Any:
            return keras.ops.mean(size * keras.ops.mean(keras.losses.binary_crossentropy(y, p), axis=(1, 2)))
    else:
        model, loss = build(plan, 1).whole, {"bce": "binary_crossentropy", "mse": "mse"}[plan.loss]
    if plan.activity_l1:
        model.get_layer("encoder").get_layer("code").activity_regularizer = keras.regularizers.L1(plan.activity_l1)
    metrics = [loss] if plan.activity_l1 else None
    model.compile(make_optimizer(training, -(-len(x) // training.batch_size)), loss=loss, metrics=metrics)
    watch = Stopwatch()
    options: dict[str, Any] = {"batch_size": training.batch_size, "epochs": epochs, "verbose": 0, "callbacks": [watch]}
    history = model.fit(seen, x, validation_data=(test_seen, test), **options).history
    return PlainFit(watch.seconds, history[f"val_{loss}" if plan.activity_l1 else "val_loss"])
