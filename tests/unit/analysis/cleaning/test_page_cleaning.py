"""Pages in grey and in colours through a model of either, their quality, and the yardsticks."""

import numpy as np
import pytest

from ae_workbench.analysis.cleaning.pages import FILTERS, clean_page, filter_page, page_quality
from ae_workbench.core.errors import DataError
from ae_workbench.data.pages.source import sample_pages

RNG = np.random.default_rng(1)
GREY, COLOUR = RNG.integers(0, 256, (40, 70, 1), np.uint8), RNG.integers(0, 256, (40, 70, 3), np.uint8)


def negative(tiles: np.ndarray) -> np.ndarray:
    return 1 - tiles


@pytest.mark.parametrize("page", [GREY, COLOUR], ids=["grey", "colour"])
@pytest.mark.parametrize("channels", [1, 3])
def test_pages_of_any_colour_go_through_models_of_any(page: np.ndarray, channels: int) -> None:
    seen: list[int] = []

    def apply(tiles: np.ndarray) -> np.ndarray:
        seen.append(tiles.shape[-1])
        return 1 - tiles

    told: list[float] = []
    made = clean_page(page, apply, (32, 32), channels, told.append)
    assert made.dtype == np.uint8
    np.testing.assert_array_equal(made, 255 - page)
    assert set(seen) == {channels} and told == sorted(told) and told[-1] == 1


def test_quality_is_over_all_pixels() -> None:
    page = np.full((4, 4, 1), 100, np.uint8)
    found = page_quality(page, page + 51)
    assert found.rmse == pytest.approx(0.2) and found.psnr == pytest.approx(-20 * np.log10(0.2))
    assert page_quality(page, page).psnr == 100
    assert page_quality(page, np.repeat(page, 3, axis=2)).rmse == 0
    with pytest.raises(DataError, match="4×5 pixels, not 4×4"):
        page_quality(np.zeros((4, 5, 1), np.uint8), page)


def test_dividing_by_the_paper_is_the_yardstick_to_beat() -> None:
    [(clean, noisy)] = sample_pages(11)
    clean, noisy = clean[..., None], noisy[..., None]
    before = page_quality(clean, noisy).rmse
    after = {key: page_quality(clean, filter_page(noisy, key)).rmse for key in FILTERS}
    assert min(after, key=after.__getitem__) == "background" and after["background"] < 0.6 * before
