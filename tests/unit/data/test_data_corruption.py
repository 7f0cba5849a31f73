"""Noise for what is shown."""

import numpy as np
import pytest

from ae_workbench.core.corruption import Corruption
from ae_workbench.data.corruption import corrupt, corrupt_each

GREY = np.full((50, 28, 28, 1), 0.5, np.float32)


@pytest.mark.parametrize("kind", ["none", "gaussian", "salt_and_pepper", "masking"])
def test_noise_keeps_shape_dtype_and_range_and_follows_its_generator(kind: str) -> None:
    before = GREY.copy()
    one, same = (corrupt(GREY, Corruption(kind, 0.4), np.random.default_rng(5)) for _ in range(2))
    other = corrupt(GREY, Corruption(kind, 0.4), np.random.default_rng(6))
    assert one.dtype == np.float32
    assert one.shape == GREY.shape
    assert 0 <= one.min() <= one.max() <= 1
    assert np.array_equal(one, same)
    assert np.array_equal(one, other) == (kind == "none")
    assert np.array_equal(GREY, before), "the original is left alone"


def test_gaussian_noise_has_its_standard_deviation() -> None:
    noisy = corrupt(GREY, Corruption("gaussian", 0.1), np.random.default_rng(0))
    assert abs((noisy - GREY).std() - 0.1) < 0.002


def test_gaussian_noise_on_sequences_is_not_clipped() -> None:
    waves = 4 * GREY[..., 0]
    noise = Corruption("gaussian", 0.1)
    noisy = corrupt_each(waves, noise, 3, range(len(waves)), clips=False)
    assert noisy.dtype == np.float32 and abs((noisy - waves).std() - 0.1) < 0.002
    assert np.array_equal(noisy[7], corrupt(waves[7], noise, np.random.default_rng((3, 7)), clips=False))
    assert corrupt(waves, noise, np.random.default_rng(0)).max() == 1


def test_salt_and_pepper_hits_its_share_half_each_way() -> None:
    noisy = corrupt(GREY, Corruption("salt_and_pepper", 0.3), np.random.default_rng(0))
    assert abs(np.mean(noisy == 0) - 0.15) < 0.01
    assert abs(np.mean(noisy == 1) - 0.15) < 0.01
    assert abs(np.mean(noisy == 0.5) - 0.7) < 0.01


def test_masking_sets_its_share_to_zero() -> None:
    masked = corrupt(GREY, Corruption("masking", 0.3), np.random.default_rng(0))
    assert abs(np.mean(masked == 0) - 0.3) < 0.01
    assert abs(np.mean(masked == 0.5) - 0.7) < 0.01
