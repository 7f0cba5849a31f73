"""t-SNE: codes of many dimensions as a map where neighbours stay neighbours."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.pca import fit_pca
from ae_workbench.core.errors import WorkbenchError

Floats = NDArray[np.float32]
Shown = Callable[[float, Floats], object]
PERPLEXITY = 30.0
EARLY, LATE = 250, 500
EXAGGERATION = 12
START_SPREAD = 1e-4
STEPS_AT_ONCE = 10
FEWEST = 5
TREE_UP_TO = 2_000
EXACT_NEIGHBOURS_UP_TO = 20_000


def never() -> bool:
    """For a map that nobody cancels."""
    return False


def tsne(
    codes: NDArray,
    show: Shown,
    cancelled: Callable[[], bool] = never,
    perplexity: float = PERPLEXITY,
    seed: int = 0,
    iterations: tuple[int, int] = (EARLY, LATE),
) -> Floats | None:
    """Map of codes (n, *code_dims) as coordinates (n, 2), or None once ``cancelled`` says so.

    ``show`` is called about every ten iterations with the share done and the coordinates so far, so that a map can be seen as it
    forms; ``cancelled`` is asked as often, but not while neighbours are searched at the start. It starts from the principal
    components, uses one thread, and gives the same map for the same seed. ``perplexity`` is lowered to a third of few codes.

    Raises:
        WorkbenchError: a code that isn't finite.

    Source: van der Maaten and Hinton 2008, "Visualizing Data using t-SNE"; Poličar, Stražar and Zupan 2024, "openTSNE";
    Kobak and Berens 2019, "The art of using t-SNE for single-cell transcriptomics", for start and learning rate.
    """
    rows = codes.reshape(len(codes), -1).astype(np.float32)
    if not np.isfinite(rows).all():
        raise WorkbenchError(
            "Some codes are not finite numbers, so no map can be made: the training has diverged, try a lower learning rate."
        )
    start = _start(rows, seed)
    if len(rows) < FEWEST:
        return start
    return _optimise(rows, start, show, cancelled, min(perplexity, (len(rows) - 1) / 3), seed, iterations)


def _optimise(
    rows: Floats, start: Floats, show: Shown, cancelled: Callable[[], bool], perplexity: float, seed: int, iterations: tuple[int, int]
) -> Floats | None:
    from openTSNE import OptimizationInterrupt, TSNEEmbedding
    from openTSNE.affinity import PerplexityBasedNN

    done, total = 0, max(1, sum(iterations))

    def look(iteration: int, error: float, embedding: NDArray) -> bool:
        show((done + iteration) / total, np.array(embedding, np.float32))
        return cancelled()

    show(0.0, start)
    if cancelled():
        return None
    search = "exact" if len(rows) <= EXACT_NEIGHBOURS_UP_TO else "annoy"
    affinities = PerplexityBasedNN(rows, perplexity, method=search, n_jobs=1, random_state=seed)
    forces = "bh" if len(rows) <= TREE_UP_TO else "fft"
    embedding = TSNEEmbedding(start.astype(np.float64), affinities, negative_gradient_method=forces, n_jobs=1, random_state=seed)
    for count, exaggeration in zip(iterations, (EXAGGERATION, 1), strict=True):
        try:
            embedding = embedding.optimize(
                count, exaggeration=exaggeration, learning_rate="auto", momentum=0.8, propagate_exception=True,
                use_callbacks=True, callbacks=[look], callbacks_every_iters=STEPS_AT_ONCE,
            )  # fmt: skip
        except OptimizationInterrupt:
            return None
        done += count
    return np.array(embedding, np.float32)


def _start(rows: Floats, seed: int) -> Floats:
    """The first two principal components, made small, with a jitter that parts equal codes, (n, 2)."""
    start = np.random.default_rng(seed).normal(0, START_SPREAD / 100, (len(rows), 2))
    plane = fit_pca(rows, 2).project(rows)
    spread = plane[:, 0].std()
    if spread > 0:
        start[:, : plane.shape[1]] += plane / spread * START_SPREAD
    return start.astype(np.float32)
