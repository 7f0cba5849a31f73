"""A stored model for other tools: stock Keras layers in a row, with the weights of an epoch and nothing that only training needs."""

from errno import EIO
from pathlib import Path

import keras
import tensorflow as tf

from ae_workbench.core.errors import RunError
from ae_workbench.core.inference import ModelPart, steps
from ae_workbench.engine.build import to_keras
from ae_workbench.storage.run_folder import RunFolder


def inference_model(path: Path, epoch: int, part: ModelPart = "whole") -> keras.Model:
    """Part of a run's model at a stored epoch, float32 (n, *dims) to float32, the same for the same input.

    Takes examples as the run's model saw them, the decoder codes. A variational encoder gives z_mean.

    Raises:
        RunError: no run, not this epoch, or weights that don't fit it.
    """
    run = RunFolder.open(path)
    plan = run.plan
    try:
        layers = steps(plan, run.weights(epoch), part)
        tensor = start = keras.Input(layers[0].input_dims, name="code" if part == "decoder" else "example")
        for step in layers:
            layer = to_keras(step.layer, lambda: 0, step.name)
            tensor = layer(tensor)
            layer.set_weights(step.weights)
    except ValueError:
        raise RunError(f"The weights of epoch {epoch} in {path} don't fit the run's recipe.") from None
    return keras.Model(start, tensor, name="autoencoder" if part == "whole" else part)


def write_saved_model(model: keras.Model, path: Path) -> None:
    """A SavedModel whose ``serve`` takes a batch of any size; ``serving_default`` is the same for TensorFlow Serving.

    Raises:
        OSError: it can't be written.
    """
    archive = keras.export.ExportArchive()
    archive.track(model)
    archive.add_endpoint("serve", model, input_signature=[tf.TensorSpec(model.input.shape, name=model.input.name)])
    try:
        archive.write_out(str(path), verbose=False)
    except tf.errors.OpError as problem:  # TensorFlow's own words for what the disk says
        raise OSError(EIO, problem.message.rsplit("; ", 1)[-1]) from None
