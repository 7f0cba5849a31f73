"""What experiments share."""

from dataclasses import replace

import numpy as np
import pytest

from ae_workbench.analysis.experiments.lab import Epoch
from ae_workbench.analysis.experiments.making import (
    error_within,
    held_out,
    learned_from,
    lower_by,
    need_images,
    recipe_for,
    seconds_spent,
    shown,
    verdict_of,
)
from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape
from tests.unit.analysis.experiments.labs import PcaLab, PcaModel, blobs


class Timed(PcaModel):
    """Its first epoch compiles for ten seconds."""

    @property
    def epochs(self):
        return [Epoch(number, seconds, {"val_reconstruction": 1 / number}) for number, seconds in enumerate((10.0, 1.0, 2.0, 1.0), 1)]


@pytest.fixture
def timed() -> Timed:
    lab = PcaLab()
    model = lab.model(recipe_for(lab, "simple"))
    return Timed(model.recipe, model.plan, model.dataset)


def test_a_quick_lab_trains_for_fewer_epochs_and_a_whole_one_as_the_preset_says():
    quick, whole = (recipe_for(PcaLab(quick=quick), "convolutional", "kernel_size=5") for quick in (True, False))
    assert quick.training.epochs < whole.training.epochs
    assert quick.parameters == whole.parameters
    assert whole.parameters.kernel_size == 5


def test_the_first_epoch_counts_without_its_compiling(timed):
    assert seconds_spent(timed) == (1.0, 2.0, 4.0, 5.0)


def test_error_within_a_time_is_that_of_the_last_whole_epoch(timed):
    assert error_within(timed, 4.5) == pytest.approx(1 / 3)
    assert error_within(timed, 100) == pytest.approx(1 / 4)
    assert error_within(timed, 0.1) == 1.0


def test_examples_are_as_models_see_them_and_keep_their_labels():
    lab = PcaLab(blobs(40))
    for find, split in ((held_out, lab.dataset.test), (learned_from, lab.dataset.train)):
        images, labels = find(lab, 4)
        np.testing.assert_allclose(images, split.examples[:4] / 255, atol=1e-6)
        np.testing.assert_array_equal(labels, split.labels[:4])


def test_sequences_are_refused_where_images_are_needed():
    lab = PcaLab(replace(blobs(), shape=Shape((144, 1), "sequence")))
    with pytest.raises(DataError, match="needs images"):
        need_images(lab)


def test_a_verdict_says_how_many_parts_of_a_claim_were_kept():
    assert [verdict_of(parts) for parts in ([True, True], [True, False], [False, False])] == ["holds", "partly", "fails"]


def test_lower_by_is_a_share_of_the_error_before():
    assert lower_by(0.2, 0.15) == pytest.approx(0.25)
    assert lower_by(0.2, 0.3) == pytest.approx(-0.5)


def test_grey_pictures_lose_their_channel_and_colours_keep_them():
    assert shown(np.full((2, 3, 4, 1), 2.0, np.float32)).shape == (2, 3, 4)
    assert shown(np.full((2, 3, 4, 1), 2.0, np.float32)).max() == 1
    assert shown(np.zeros((2, 3, 4, 3), np.float32)).shape == (2, 3, 4, 3)
