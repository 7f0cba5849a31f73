"""Overlapping tiles: each place counts once, and no seam is seen."""

import numpy as np
import pytest

from ae_workbench.analysis.overlap import Axis, in_tiles

SIZES = (1, 17, 64, 65, 100, 256, 300)


def same(tiles: np.ndarray) -> np.ndarray:
    return tiles


@pytest.mark.parametrize("length", SIZES)
@pytest.mark.parametrize("tile", [28, 64, 256])
def test_the_weights_of_all_tiles_add_up_to_one_everywhere(length: int, tile: int) -> None:
    axis = Axis(length, tile)
    total = np.zeros(axis.padded)
    for number in range(axis.count):
        total[number * axis.step : number * axis.step + tile] += axis.weights[number]
    np.testing.assert_allclose(total, 1, atol=1e-6)
    assert axis.padded >= length and (axis.count == 1) == (length <= tile)


@pytest.mark.parametrize("shape", [(1, 1, 1), (10, 300, 1), (130, 70, 3), (200, 65, 1)])
def test_what_changes_nothing_gives_the_image_back(shape: tuple[int, int, int]) -> None:
    image = np.random.default_rng(1).random(shape, np.float32)
    np.testing.assert_allclose(in_tiles(image, same, (64, 64)), image, atol=1e-6)


def test_tiles_equal_one_pass_away_from_the_border() -> None:
    """A filter that sees zeros beyond the edge of what it gets, as a convolution does."""
    from scipy.ndimage import uniform_filter

    def blurred(tiles: np.ndarray) -> np.ndarray:
        return uniform_filter(tiles, (1, 9, 9, 1), mode="constant")

    image = np.random.default_rng(2).random((300, 210, 1), np.float32)
    made, whole = in_tiles(image, blurred, (64, 64)), blurred(image[None])[0]
    np.testing.assert_allclose(made[8:-8, 8:-8], whole[8:-8, 8:-8], atol=1e-6)


def test_an_uneven_model_leaves_no_seam() -> None:
    """Tiles that come out in different shades run into each other: no step is larger than the ramp's."""
    shades = iter(np.linspace(0.2, 0.8, 100))

    def shaded(tiles: np.ndarray) -> np.ndarray:
        return np.stack([np.full_like(tile, next(shades)) for tile in tiles])

    made = in_tiles(np.zeros((64, 400, 1), np.float32), shaded, (64, 64))
    assert np.abs(np.diff(made, axis=1)).max() < 0.01


def test_progress_is_told_and_can_stop_it() -> None:
    told: list[float] = []
    in_tiles(np.zeros((2000, 600, 1), np.float32), same, (256, 256), told.append)
    assert told == sorted(told) and len(told) > 3 and told[-1] == 1

    def stop(share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        in_tiles(np.zeros((600, 600, 1), np.float32), same, (256, 256), stop)
