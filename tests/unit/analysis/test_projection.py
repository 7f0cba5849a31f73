"""t-SNE maps: neighbours stay neighbours, and it can be watched and stopped."""

import numpy as np
import pytest

from ae_workbench.analysis.neighbours import NearestCodes
from ae_workbench.analysis.projection import tsne
from ae_workbench.core.errors import WorkbenchError

QUICK = (60, 120)


def clusters(count: int = 240, units: int = 16) -> tuple[np.ndarray, np.ndarray]:
    """Codes in six groups, (count, units), and the group of each."""
    rng = np.random.default_rng(0)
    labels = np.arange(count) % 6
    return (rng.normal(0, 6, (6, units))[labels] + rng.normal(size=(count, units))).astype(np.float32), labels


def nothing(share: float, coordinates: np.ndarray) -> None:
    """Nobody watches."""


@pytest.mark.parametrize(("count", "iterations"), [(240, QUICK), (2100, (30, 30))])
def test_groups_of_codes_are_groups_on_the_map(count: int, iterations: tuple[int, int]) -> None:
    codes, labels = clusters(count)
    coordinates = tsne(codes, nothing, iterations=iterations)
    assert coordinates is not None
    assert (coordinates.shape, coordinates.dtype) == ((count, 2), np.float32)
    nearest = NearestCodes(coordinates)
    same = [labels[nearest.nearest(coordinates[i], 6)[0][1:]] == labels[i] for i in range(0, count, 10)]
    assert np.mean(same) > 0.97


def test_the_same_seed_gives_the_same_map() -> None:
    codes, _ = clusters()
    maps = [tsne(codes, nothing, seed=seed, iterations=(20, 20)) for seed in (3, 3, 4)]
    assert np.array_equal(maps[0], maps[1])
    assert not np.array_equal(maps[0], maps[2])


def test_the_map_is_shown_as_it_forms() -> None:
    codes, _ = clusters()
    shares: list[float] = []
    spreads: list[float] = []

    def show(share: float, coordinates: np.ndarray) -> None:
        assert coordinates.shape == (240, 2)
        shares.append(share)
        spreads.append(float(coordinates.std()))

    found = tsne(codes, show, iterations=QUICK)
    assert found is not None
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert len(shares) >= 18
    assert spreads[0] < 1e-3 < 1 < spreads[-1]
    assert spreads[-1] == pytest.approx(found.std(), rel=0.05)
    early = spreads[shares.index(QUICK[0] / sum(QUICK))]
    assert spreads[-1] > 2 * early, "without exaggeration the groups move apart"


@pytest.mark.parametrize("after", [0, 3, 9])
def test_a_cancelled_map_ends_at_once(after: int) -> None:
    codes, _ = clusters()
    seen: list[float] = []
    assert tsne(codes, lambda share, coordinates: seen.append(share), lambda: len(seen) > after, iterations=QUICK) is None
    assert len(seen) == after + 1
    assert tsne(codes, nothing, lambda: True) is None


@pytest.mark.parametrize("count", [1, 2, 4, 5, 20])
def test_few_codes_have_a_map_too(count: int, caplog: pytest.LogCaptureFixture) -> None:
    codes, _ = clusters(count)
    coordinates = tsne(codes, nothing, iterations=(20, 20))
    assert coordinates is not None
    assert coordinates.shape == (count, 2)
    assert np.isfinite(coordinates).all()
    assert caplog.records == []


def test_equal_codes_and_maps_of_a_convolution_are_no_obstacle() -> None:
    for codes in (np.ones((50, 3)), clusters(60)[0].reshape(60, 2, 2, 4), np.arange(40.0).reshape(40, 1)):
        coordinates = tsne(codes, nothing, iterations=(20, 20))
        assert coordinates is not None
        assert np.isfinite(coordinates).all()


def test_codes_of_a_diverged_run_are_refused() -> None:
    codes, _ = clusters()
    codes[7, 3] = np.nan
    with pytest.raises(WorkbenchError, match="not finite"):
        tsne(codes, nothing)
