"""Pairs: the noisy half goes in, the clean one is asked for; in training, evaluation, preview, pictures and exports alike."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.engine.evaluation import evaluate
from ae_workbench.engine.session import Session
from ae_workbench.engine.snapshot import Snapshot, open_snapshot
from ae_workbench.export.pairs import write_pairs
from ae_workbench.export.subject import Subject
from ae_workbench.variants.recipes import find_recipe, with_settings

Make = Callable[..., Session]


@pytest.fixture(scope="module")
def negatives(digits: Dataset) -> Dataset:
    """The negative of each digit goes in, so that whoever mixes up the halves is found out."""
    train, test = (Split(half.examples[:400], half.labels[:400], noisy=255 - half.examples[:400]) for half in (digits.train, digits.test))
    return replace(digits, name="Negatives", train=train, test=test)


@pytest.fixture
def snapshot(make_session: Make, negatives: Dataset) -> Snapshot:
    session = make_session(with_settings(find_recipe("simple"), ["epochs=12", "batch_size=32", "learning_rate=0.01"]), negatives)
    session.run(lambda event: None)
    return open_snapshot(session.run_folder.path)


def test_a_model_learns_to_make_one_half_of_the_other(snapshot: Snapshot, negatives: Dataset) -> None:
    test, apply = negatives.test, negatives.scaling.apply
    made = snapshot.reconstruct(apply(test.inputs))
    assert np.square(made - apply(test.examples)).mean() < 0.2 * np.square(made - apply(test.inputs)).mean()


def test_the_numbers_are_about_the_clean_half(snapshot: Snapshot, negatives: Dataset) -> None:
    test, apply = negatives.test, negatives.scaling.apply
    found = evaluate(snapshot, test, snapshot.scaling)
    made = snapshot.reconstruct(apply(test.inputs))
    assert found["mse"] == pytest.approx(float(np.square(made - apply(test.examples)).mean()), rel=1e-4)
    assert found["psnr"] > found["psnr_input"] + 5


def test_pictures_show_what_goes_in(snapshot: Snapshot, negatives: Dataset, tmp_path: Path) -> None:
    preview = np.asarray(Image.open(snapshot.run / "preview.png").convert("L"), float)
    upper, lower = np.split(preview, 2)
    assert upper.mean() > 128 > lower.mean()  # negatives are bright, digits dark
    write_pairs(tmp_path / "pairs.png", snapshot, negatives.test.first(4))
    rows = np.asarray(Image.open(tmp_path / "pairs.png").convert("L"), float)
    assert len(rows) > 2.9 * 84
    subject = Subject(snapshot.run, dataset=negatives)
    indices = np.arange(3)
    assert subject.sees_noise
    np.testing.assert_allclose(subject.noisy(indices), 1 - subject.examples(indices), atol=1e-6)
