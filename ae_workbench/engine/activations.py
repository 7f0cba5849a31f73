"""What every layer of an autoencoder gives for an example."""

from typing import Any

import keras

from ae_workbench.core.layers import Conv2D, Dense, EncoderOutputCode
from ae_workbench.core.plan import Plan
from ae_workbench.engine.build import Networks, split_final_activation

Tensor = Any


def stage_outputs(plan: Plan, networks: Networks, examples: Tensor) -> list[Tensor]:
    """The output of each of the plan's stages in order, (n, *stage.output_dims); of a Gaussian code z_mean.

    The last ones are those of the reconstruction, though the networks keep its activation apart.
    """
    outputs: list[Tensor] = []
    tensor = examples
    for layer in networks.encoder.layers[1:]:  # behind the input
        tensor = layer(tensor)
        outputs.append(tensor)
    if isinstance(plan.code, EncoderOutputCode):
        outputs.append(tensor)
    activation = keras.activations.get(split_final_activation(plan.decoder)[1])
    last = max(position for position, layer in enumerate(plan.decoder) if isinstance(layer, Dense | Conv2D))
    for position, layer in enumerate(networks.decoder_logits.layers[1:]):
        tensor = layer(tensor)
        outputs.append(activation(tensor) if position >= last else tensor)
    return outputs
