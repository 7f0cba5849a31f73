"""Maps are kept for exactly what they were made from."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ae_workbench.storage.paths import data_home
from ae_workbench.storage.projection_cache import MOST_FILES, ProjectionKey, read_projection, write_projection
from ae_workbench.storage.samples import samples_home

KEY = ProjectionKey(7, 123, "abc", {"method": "tsne", "perplexity": 30.0, "seed": 0})
COORDINATES = np.arange(20, dtype=np.float32).reshape(10, 2)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    assert read_projection(tmp_path, KEY, 10) is None
    assert write_projection(tmp_path, KEY, COORDINATES)
    found = read_projection(tmp_path, KEY, 10)
    assert found is not None
    assert np.array_equal(found, COORDINATES)
    assert [path.parent.name for path in tmp_path.rglob("*.npz")] == ["cache"]


@pytest.mark.parametrize("change", [{"epoch": 8}, {"stamp": 1}, {"fingerprint": "x"}, {"settings": {**KEY.settings, "seed": 1}}])
def test_for_anything_else_there_is_none(tmp_path: Path, change: dict) -> None:
    write_projection(tmp_path, KEY, COORDINATES)
    assert read_projection(tmp_path, replace(KEY, **change), 10) is None


def test_the_order_of_settings_does_not_matter(tmp_path: Path) -> None:
    write_projection(tmp_path, KEY, COORDINATES)
    assert read_projection(tmp_path, replace(KEY, settings=dict(reversed(KEY.settings.items()))), 10) is not None


@pytest.mark.parametrize("content", [b"", b"nonsense", b"PK\x03\x04"])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    write_projection(tmp_path, KEY, COORDINATES)
    KEY.path(tmp_path).write_bytes(content)
    assert read_projection(tmp_path, KEY, 10) is None


@pytest.mark.parametrize("coordinates", [COORDINATES[:9], COORDINATES * np.nan, COORDINATES.T])
def test_coordinates_that_do_not_fit_are_not_taken(tmp_path: Path, coordinates: np.ndarray) -> None:
    write_projection(tmp_path, KEY, coordinates)
    assert read_projection(tmp_path, KEY, 10) is None


def test_only_the_newest_maps_are_kept(tmp_path: Path) -> None:
    for epoch in range(MOST_FILES + 3):
        key = replace(KEY, epoch=epoch)
        write_projection(tmp_path, key, COORDINATES)
        os.utime(key.path(tmp_path), (epoch, epoch))
    write_projection(tmp_path, KEY, COORDINATES)
    left = sorted(int(path.name.split("-")[1]) for path in tmp_path.rglob("*.npz"))
    assert len(left) == MOST_FILES
    assert {7, MOST_FILES + 2} <= set(left)
    assert 0 not in left


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    assert not write_projection(tmp_path, KEY, COORDINATES)
    assert read_projection(tmp_path, KEY, 10) is None


def test_maps_of_a_sample_are_kept_away_from_it() -> None:
    sample = samples_home() / "deep"
    before = sorted(samples_home().rglob("*"))
    assert write_projection(sample, KEY, COORDINATES)
    assert read_projection(sample, KEY, 10) is not None
    assert KEY.path(sample).is_relative_to(data_home())
    assert sorted(samples_home().rglob("*")) == before
