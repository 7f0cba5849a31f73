"""A plain code and PCA: the same error, the same directions?"""

from collections.abc import Mapping, Sequence

import numpy as np

from ae_workbench.analysis.experiments.experiment import Chart, Experiment, Findings, Number, Pictures, Series, Table
from ae_workbench.analysis.experiments.lab import Floats, Lab
from ae_workbench.analysis.experiments.making import Row, held_out, learned_from, need_images, recipe_for, shown
from ae_workbench.analysis.experiments.pca.ways import SEED, Way, judged, linear_autoencoder, mean_slopes, nearest_within, way
from ae_workbench.analysis.metrics import mse_per_image
from ae_workbench.analysis.pca import Pca, fit_pca

SIZE = 32
JUDGED = 5000
STEPS, QUICK_STEPS = 4000, 1500
COUNTS = (1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128)
"""Of principal components, for the curve."""
SHOWN = 10
PCA, LINEAR, SOME = "PCA", "Linear autoencoder", "Some images"
TRAINED = {"simple_linear": "Simple, linear code", "simple": "Simple"}
COLUMNS = ("Way", "Directions", "Mean squared error", "Times that of PCA", "Overlap with PCA", "Median angle (°)", "Largest angle (°)")


def measure(lab: Lab) -> Findings:
    """Error and directions of PCA, of a linear autoencoder, and of the simple one with a linear and with its usual code."""
    need_images(lab)
    images, _ = held_out(lab, JUDGED)
    learned, _ = learned_from(lab, len(lab.dataset.train))
    lab.progress(0.0, "Computing principal components")
    most = fit_pca(learned, max(COUNTS))
    pca = first_of(most, SIZE)
    lab.progress(0.1, f"Training: {LINEAR}")
    drawn, directions = linear_autoencoder(learned, images, len(pca.components), QUICK_STEPS if lab.quick else STEPS)
    ways = [
        way("pca", PCA, images, pca.reconstruct(images), pca.components, pca),
        way("linear", LINEAR, images, drawn, directions, pca),
        *(_trained(lab, key, name, images, pca) for key, name in TRAINED.items()),
    ]
    lab.progress(0.9, "Comparing directions")
    chance = some_images(learned, images, pca)
    half = way("half", "", images, images, fit_pca(learned[::2], SIZE).components, pca)
    errors = {count: error_of(first_of(most, count), images) for count in COUNTS}
    verdict, words = judged(ways[0], ways[1], ways[-1])
    return Findings(
        verdict,
        (*words, _yardsticks(half, chance), _as_many(ways[-1], most, images, errors), *_caveats(lab, ways[-1])),
        _numbers(ways),
        (_table(ways, chance),),
        (_angles([*ways[1:], chance]), _errors(ways, errors), *_pictures(images, ways, pca)),
    )


def _trained(lab: Lab, key: str, name: str, images: Floats, pca: Pca) -> Way:
    lab.progress(0.6 if key == "simple" else 0.3, f"Training: {name}")
    activation = () if key == "simple" else ("activation=linear",)
    model = lab.model(recipe_for(lab, "simple", f"code_size={SIZE}", *activation))
    return way(key, name, images, model.reconstruct(images), mean_slopes(model, images), pca)


def first_of(pca: Pca, count: int) -> Pca:
    """With the first ``count`` components alone."""
    return Pca(pca.mean, pca.components[:count], pca.explained[:count])


def error_of(pca: Pca, images: Floats) -> float:
    """Mean squared error of what it keeps of images, with values cut to [0, 1]."""
    return float(mse_per_image(images, pca.reconstruct(images).clip(0, 1)).mean())


def fewest(most: Pca, images: Floats, errors: Mapping[int, float], wanted: float) -> int | None:
    """How many components come to an error; None where all of them don't. ``errors`` has those of some counts, ascending."""
    enough = next((count for count, error in errors.items() if error <= wanted), None)
    if enough is None:
        return None
    before = max((count for count in errors if count < enough), default=0)
    return next((count for count in range(before + 1, enough) if error_of(first_of(most, count), images) <= wanted), enough)


def some_images(learned: Floats, images: Floats, pca: Pca) -> Way:
    """The span of images drawn at random: what any directions have in common with PCA's that look like the data."""
    places = np.random.default_rng(SEED).permutation(len(learned))[: len(pca.components)]
    span = learned[places].reshape(len(places), -1) - pca.mean.reshape(-1)
    rows = images.reshape(len(images), -1) - pca.mean.reshape(-1)
    drawn = (nearest_within(span, rows) + pca.mean.reshape(-1)).reshape(images.shape).astype(np.float32)
    return way("some", SOME, images, drawn, span, pca)


def _yardsticks(half: Way, chance: Way) -> str:
    return (
        f"For comparison: PCA of one half of the training images overlaps with that of all by {half.overlap:.0%}, "
        f"and the span of {len(chance.directions)} training images by {chance.overlap:.0%}."
    )


def _as_many(simple: Way, most: Pca, images: Floats, errors: Mapping[int, float]) -> str:
    enough = fewest(most, images, errors, simple.error)
    if enough is None:
        count = len(most.components)
        return f"Not even {count} principal components come to the simple autoencoder's error: its sigmoid knows black and white."
    if enough > SIZE:
        return f"PCA needs {enough} numbers to come to the simple autoencoder's error with {SIZE}: its sigmoid knows black and white."
    return f"PCA comes to the simple autoencoder's error with {enough} numbers instead of {SIZE}."


def _caveats(lab: Lab, simple: Way) -> list[str]:
    dead = SIZE - len(simple.directions)
    words = [f"{dead} of the simple autoencoder's {SIZE} units are dead, which PCA's components can't be."] if dead else []
    if lab.quick:
        words.append("This was a quick test with few images and epochs: a longer training comes nearer.")
    return words


def _numbers(ways: Sequence[Way]) -> tuple[Number, ...]:
    errors = (Number(f"error_{one.key}", f"Mean squared error, {one.name}", one.error) for one in ways)
    overlaps = (Number(f"overlap_{one.key}", f"Overlap with PCA, {one.name}", one.overlap) for one in ways[1:])
    return (*errors, *overlaps)


def _table(ways: Sequence[Way], chance: Way) -> Table:
    rows: tuple[Row, ...] = tuple(
        (
            one.name, f"{len(one.directions)}", one.error, one.error / ways[0].error, one.overlap,
            float(np.median(one.angles)) if len(one.angles) else "–", float(one.angles.max()) if len(one.angles) else "–",
        )
        for one in (*ways, chance)
    )  # fmt: skip
    return Table(f"{SIZE} numbers, found in several ways", COLUMNS, rows)


def _angles(ways: Sequence[Way]) -> Chart:
    ranks = [tuple(float(rank + 1) for rank in range(len(one.angles))) for one in ways]
    lines = tuple(Series(one.name, rank, tuple(map(float, one.angles))) for one, rank in zip(ways, ranks, strict=True))
    return Chart("Angles between the directions and PCA's", "Angle, from the smallest", "Degrees", lines)


def _errors(ways: Sequence[Way], errors: Mapping[int, float]) -> Chart:
    line = Series("PCA, more and more components", tuple(map(float, errors)), tuple(errors.values()))
    points = tuple(Series(one.name, (float(SIZE),), (one.error,), "points") for one in ways[1:])
    return Chart("Error against the size of the code", "Numbers in the code", "Mean squared error", (line, *points), log_x=True, log_y=True)


def _pictures(images: Floats, ways: Sequence[Way], pca: Pca) -> tuple[Pictures, Pictures]:
    drawn = (("Input", shown(images[:SHOWN])), *((one.name, shown(one.drawn[:SHOWN])) for one in ways))
    wanted = pca.components[:SHOWN].astype(np.float64)
    nearest = ((one.name, nearest_within(one.directions, wanted)) for one in ways if len(one.directions))
    directions = tuple((name, signed(rows, images)) for name, rows in nearest)
    title = "PCA's first components, and what comes nearest in the others"
    return Pictures("What each draws again", drawn), Pictures(title, directions)


def signed(rows: np.ndarray, images: Floats) -> Floats:
    """Directions (n, pixels) as pictures: 0 is grey, and all share one scale."""
    scale = max(float(np.abs(rows).max()), 1e-12)
    return shown((0.5 + 0.5 * rows / scale).reshape(len(rows), *images.shape[1:]).astype(np.float32))


EXPERIMENT = Experiment(
    "pca",
    "sparse",
    "A plain code and PCA",
    "A plain code of 32 numbers learns about what PCA does.",
    measure,
)
