"""The picture of a run: there after every training, right for every kind of data, and never the reason that a training fails."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load
from ae_workbench.engine.events import EpochEnded
from ae_workbench.engine.preview import COUNT, SIDE_PX
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.engine.conftest import Make, Recorder


def picture(run: RunFolder) -> np.ndarray:
    with Image.open(run.preview_path) as image:
        return np.asarray(image)


def test_originals_stand_over_what_the_model_makes_of_them(make_session: Make, recipe: Recipe, digits: Dataset) -> None:
    session = make_session(with_settings(recipe, ["epochs=20", "batch_size=32", "learning_rate=0.01"]))
    session.run(Recorder())
    strip = picture(session.run_folder).astype(float)
    assert strip.shape == (2 * SIDE_PX, COUNT * SIDE_PX)
    originals, outputs = strip[:SIDE_PX], strip[SIDE_PX:]
    assert any(np.array_equal(originals[::2, :SIDE_PX:2], image[:, :, 0]) for image in digits.test.examples)
    assert np.corrcoef(originals.ravel(), outputs.ravel())[0, 1] > 0.7


def test_a_stopped_training_has_one_too(make_session: Make, recipe: Recipe) -> None:
    session = make_session(with_settings(recipe, ["epochs=100000"]))
    session.run(Recorder(lambda event: session.request_stop() if isinstance(event, EpochEnded) else None))
    assert session.run_folder.preview_path.is_file()


def test_sequences_are_drawn_as_curves(make_session: Make) -> None:
    choice = Choice("waves", {"count": 100})
    recipe = replace(with_settings(find_recipe("sequence"), ["epochs=1", "code_size=4"]), data=choice)
    session = make_session(recipe, load(choice))
    session.run(Recorder())
    strip = picture(session.run_folder)
    assert strip.shape == (2 * SIDE_PX, 4 * SIDE_PX)  # the four families
    assert set(np.unique(strip)) == {0, 255}


def test_a_preview_that_cannot_be_written_leaves_the_training_whole(
    make_session: Make, recipe: Recipe, caplog: pytest.LogCaptureFixture
) -> None:
    session, seen = make_session(recipe), Recorder()
    session.run_folder.preview_path.mkdir()
    session.run(seen)
    assert seen.events[-1].outcome == "finished"  # type: ignore[attr-defined]
    assert session.run_folder.last_full_epoch == 2
    assert "no preview" in caplog.text
