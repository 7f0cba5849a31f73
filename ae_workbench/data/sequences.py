"""Waves of four kinds, made here, for trying the sequence variant without a file."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.parameters import Parameters, choice, number, size
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.source import DataSource, Progress
from ae_workbench.data.split import shuffled_split
from ae_workbench.data.values import standardising

NAME = "Waves"
FAMILIES = ("sine", "square", "saw", "chirp")
FEWEST_CYCLES, MOST_CYCLES = 1.0, 4.0
TEST_SHARE = 0.2
MAX_NUMBERS = 2**28

COUNT_HELP = "How many sequences are made, a quarter of each kind."
NOISE_HELP = "Standard deviation of the Gaussian noise added to each value; the waves themselves go from -1 to 1."
PHASE_HELP = "random lets each wave start anywhere in its cycle; fixed starts them all alike, which is easier to learn."
SEED_HELP = "Start of the random numbers: the same seed makes the same waves."


@dataclass(frozen=True)
class WaveParameters(Parameters):
    count: int = field(default=2000, metadata=size("Sequences", low=10, high=1_000_000, help=COUNT_HELP))
    timesteps: int = field(default=64, metadata=size("Time steps", low=8, high=4096, help="How many values each sequence has."))
    noise: float = field(default=0.05, metadata=number("Noise", low=0.0, high=10.0, step=0.05, help=NOISE_HELP))
    phase: str = field(default="random", metadata=choice("Phase", "random", "fixed", help=PHASE_HELP))
    seed: int = field(default=1, metadata=size("Seed", low=0, high=2**31 - 1, help=SEED_HELP))


def load(parameters: WaveParameters, progress: Progress) -> Dataset:
    """float32 (n, timesteps, 1) with the family as label, in raw units; the scaling standardises."""
    p = parameters
    if p.count * p.timesteps > MAX_NUMBERS:
        raise DataError(f"{p.count} sequences of {p.timesteps} time steps would fill the memory: make fewer or shorter ones.")
    progress(-1, "Making waves")
    rng = np.random.default_rng(p.seed)
    labels = np.arange(p.count) % len(FAMILIES)
    values = np.empty((p.count, p.timesteps, 1), np.float32)
    for label, family in enumerate(FAMILIES):
        values[labels == label, :, 0] = waves(family, int((labels == label).sum()), p.timesteps, p.phase == "random", rng)
    values += np.float32(p.noise) * rng.standard_normal(values.shape, dtype=np.float32)
    train, test = shuffled_split(values, labels, TEST_SHARE, p.seed)
    return Dataset(NAME, shape(p), train, test, FAMILIES, standardising(train.examples))


def shape(parameters: WaveParameters) -> Shape:
    return Shape((parameters.timesteps, 1), "sequence")


def waves(family: str, count: int, timesteps: int, random_phase: bool, rng: np.random.Generator) -> NDArray[np.float64]:
    """(count, timesteps) in [-1, 1], each wave of 1 to 4 cycles; a chirp's frequency triples on the way."""
    cycles = rng.uniform(FEWEST_CYCLES, MOST_CYCLES, (count, 1))
    start = rng.uniform(0, 1, (count, 1)) if random_phase else np.zeros((count, 1))
    time = np.linspace(0, 1, timesteps, endpoint=False)
    turns = start + (cycles * (time + time**2) / 2 if family == "chirp" else cycles * time)
    match family:
        case "square":
            return np.where(turns % 1 < 0.5, 1.0, -1.0)
        case "saw":
            return 2 * (turns % 1) - 1
        case _:
            return np.sin(2 * np.pi * turns)


SOURCE = DataSource(
    "waves",
    "Waves (built in)",
    "Sine, square, saw and chirp waves made by the program, as sequences with labels. Works without a network.",
    load,
    shape,
    WaveParameters,
    kind="sequence",
)
