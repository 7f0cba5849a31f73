"""Plans computed by NumPy for a few examples: TensorFlow's way in and out takes ten times as long as the numbers."""

from collections.abc import Sequence
from itertools import accumulate

from numpy.typing import NDArray

from ae_workbench.core.layers import Conv2D, Dense, DenseCode, GaussianCode, Layer, Reshape
from ae_workbench.core.plan import Plan, Stage
from ae_workbench.engine.numpy_layers import Floats, Step, step

FEW_ROWS = 64
FEW_NUMBERS = 2**22
"""What a convolution may see in all its places, float32. With more TensorFlow is sooner done (measured on two cores)."""
NUMBERS_AT_ONCE = 2**20
"""As many as a processor keeps near itself."""
FEW_MULTIPLY_ADDS = 2**19
"""For one example, of dense plans that take any number of rows."""
MULTIPLY_ADDS_IN_AN_IMPORT = 20_000_000_000
"""About as many as are done in the two to four seconds that it takes to import TensorFlow."""


class NumpyNetworks:
    """float32 rows to float32 rows, as the Keras models give them."""

    def __init__(self, plan: Plan, weights: Sequence[NDArray]) -> None:
        left = iter(weights)
        self._encoder = [step(layer, left) for layer in plan.encoder]
        self._heads = [step(head, left) for head in _heads(plan)]
        self._decoder = [step(layer, left) for layer in plan.decoder]
        self._multiply_adds = plan.multiply_adds
        self._takes_all = plan.is_dense and self._multiply_adds <= FEW_MULTIPLY_ADDS
        self._seen = max((_seen(stage.layer, stage) for stage in plan.stages if isinstance(stage.layer, Conv2D)), default=1)

    def takes(self, rows: int) -> bool:
        """Whether so many are computed about as soon here as by TensorFlow; of small dense plans any number is."""
        return self._takes_all or (rows <= FEW_ROWS and rows * self._seen <= FEW_NUMBERS)

    def outruns_import(self, rows: int) -> bool:
        """Whether so many are computed before TensorFlow would be imported."""
        return self._seen <= FEW_NUMBERS and rows * self._multiply_adds <= MULTIPLY_ADDS_IN_AN_IMPORT

    @property
    def rows_at_once(self) -> int:
        """Of more it is quicker to take so many after the other."""
        return max(1, min(FEW_ROWS, NUMBERS_AT_ONCE // self._seen))

    def encode(self, examples: Floats) -> Floats:
        return _outputs([*self._encoder, self._heads[0]], examples)[-1]

    def posterior(self, examples: Floats) -> tuple[Floats, Floats]:
        """z_mean and z_log_var, of a variational plan."""
        features = _outputs(self._encoder, examples)[-1]
        z_mean, z_log_var = self._heads
        return z_mean(features), z_log_var(features)

    def decode(self, codes: Floats) -> Floats:
        return _outputs(self._decoder, codes)[-1]

    def activations(self, examples: Floats) -> tuple[Floats, ...]:
        """What every stage of the plan gives, in order; of a Gaussian code z_mean."""
        return tuple(_outputs([*self._encoder, self._heads[0], *self._decoder], examples)[1:])


def _seen(layer: Conv2D, stage: Stage) -> int:
    """Numbers that a convolution sees in all its places, of one example."""
    height, width, _ = stage.output_dims
    return height * width * layer.kernel_size**2 * stage.input_dims[-1]


def _heads(plan: Plan) -> Sequence[Layer]:
    match plan.code:
        case GaussianCode(size=size):
            return [Dense(size), Dense(size)]
        case DenseCode(size=size, activation=activation):
            return [Dense(size, activation)]
        case _:
            return [Reshape(plan.code_dims)]


def _outputs(steps: Sequence[Step], rows: Floats) -> list[Floats]:
    """``rows`` and what each step makes of what the one before gives."""
    return list(accumulate(steps, lambda given, apply: apply(given), initial=rows))
