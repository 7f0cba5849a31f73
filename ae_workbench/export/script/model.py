"""The model's part of the program: encoder, decoder, both together, and their first weights."""

from dataclasses import replace

from ae_workbench.core.layers import LSTM, Dense, GaussianCode, Reshape
from ae_workbench.core.plan import Plan
from ae_workbench.export.script.layers import source
from ae_workbench.export.script.words import call, stack

WEIGHTS_TEXT = (
    "Each layer's first weights come from a seed of its own, as in AE Workbench, so that both begin alike. "
    "Keras's defaults are drawn from the same distributions: leave this out and training goes as well."
)
SAMPLING = '''class Sampling(layers.Layer):
    """Draws a code around z_mean and adds the KL term to the loss."""

    def __init__(self):
        super().__init__()
        self.seed_generator = keras.random.SeedGenerator(SAMPLING_SEED)

    def call(self, inputs):
        z_mean, z_log_var = inputs
        kl = 0.5 * (z_mean**2 + keras.ops.exp(z_log_var) - 1 - z_log_var)
        self.add_loss(KL_WEIGHT * keras.ops.mean(keras.ops.sum(kl, axis=-1)))
        epsilon = keras.random.normal(
            keras.ops.shape(z_mean), seed=self.seed_generator
        )
        return z_mean + keras.ops.exp(0.5 * z_log_var) * epsilon'''
ONE_SEED = """for layer in encoder.layers + decoder.layers:
    if layer.weights:
        glorot = keras.initializers.GlorotUniform(next_seed())
        layer.kernel.assign(glorot(layer.kernel.shape))"""
LSTM_SEEDS = """for layer in encoder.layers + decoder.layers:
    if layer.weights:
        weights = layer.cell if isinstance(layer, layers.LSTM) else layer
        if isinstance(layer, layers.LSTM):
            orthogonal = keras.initializers.Orthogonal(seed=next_seed())
            shape = weights.recurrent_kernel.shape
            weights.recurrent_kernel.assign(orthogonal(shape))
        glorot = keras.initializers.GlorotUniform(next_seed())
        weights.kernel.assign(glorot(weights.kernel.shape))"""


def text(plan: Plan) -> str:
    if plan.is_variational:
        return (
            f"The encoder gives a mean and a log variance for each of the code's {plan.code_size} dimensions; "
            "the decoder makes an example of a code drawn from them."
        )
    return f"The encoder turns an example of {plan.shape.size} numbers into a code of {plan.code_size}; the decoder turns it back."


def code(plan: Plan) -> str:
    decoder = stack("decoder", [f"keras.Input({plan.code_dims})", *_decoder_layers(plan)], "decoder")
    if isinstance(plan.code, GaussianCode):
        return "\n\n".join([f"{SAMPLING}\n", _variational_encoder(plan, plan.code), decoder, _variational_whole()])
    ending = [line for line in (source(plan.code),) if line]
    encoder = stack("encoder", ["keras.Input(SHAPE)", *(source(layer) for layer in plan.encoder), *ending], "encoder")
    whole = call("autoencoder = keras.Sequential", "[keras.Input(SHAPE), encoder, decoder]")
    return f"{encoder}\n{decoder}\n{whole}\nautoencoder.summary()"


def _decoder_layers(plan: Plan) -> list[str]:
    """The decoder's calls. A sigmoid comes last, behind a reshaping: only there does Keras compute the loss from what went into it."""
    match plan.decoder:
        case (*before, Dense(activation="sigmoid") as last, Reshape() as reshaping):
            calls = [source(layer) for layer in (*before, replace(last, activation="linear"), reshaping)]
            return [*calls, 'layers.Activation("sigmoid")']
    return [source(layer) for layer in plan.decoder]


def _variational_encoder(plan: Plan, ending: GaussianCode) -> str:
    lines = ["inputs = keras.Input(SHAPE)", "x = inputs"]
    lines += [f"x = {source(layer, 0)}(x)" for layer in plan.encoder]
    lines += [f'{name} = layers.Dense({ending.size}, name="{name}")(x)' for name in ("z_mean", "z_log_var")]
    lines.append('encoder = keras.Model(inputs, [z_mean, z_log_var], name="encoder")')
    return "\n".join(lines)


def _variational_whole() -> str:
    return "outputs = decoder(Sampling()([z_mean, z_log_var]))\nautoencoder = keras.Model(inputs, outputs)\nautoencoder.summary()"


def weights_code(plan: Plan) -> str:
    draw = "seeds = np.random.SeedSequence(SEED)\n\n\ndef next_seed():\n    return int(seeds.spawn(1)[0].generate_state(1)[0] % 2**31)"
    return f"{draw}\n\n\n{LSTM_SEEDS if plan.has(LSTM) else ONE_SEED}"
