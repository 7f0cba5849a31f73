"""Real trainings made to have a malady are diagnosed, healthy ones aren't, and what the remedy says cures them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ae_workbench.analysis.diagnosis import diagnose
from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis
from ae_workbench.core.errors import RunError
from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.data.loading import load
from ae_workbench.engine.changes import changed
from ae_workbench.engine.events import Ended
from ae_workbench.engine.looking import facts_of, is_own
from ae_workbench.engine.session import Session
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import find_recipe


class Trials:
    """Trains recipes in folders of their own and says what is found."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.run: RunFolder | None = None

    def __call__(self, recipe: Recipe, dataset: Dataset) -> dict[str, Diagnosis]:
        run = RunFolder.create(self._folder / str(len(list(self._folder.iterdir()))), recipe, dataset)
        ended: list[Ended] = []
        Session(recipe, dataset, run).run(lambda event: ended.append(event) if isinstance(event, Ended) else None)
        self.run = RunFolder.open(run.path)
        return {diagnosis.key: diagnosis for diagnosis in diagnose(facts_of(self.run, dataset))}

    def cured(self, diagnosis: Diagnosis, recipe: Recipe, dataset: Dataset, place: int = 0) -> dict[str, Diagnosis]:
        """What is found after the remedy."""
        remedy = [remedy for remedy in diagnosis.remedies if isinstance(remedy, Change)][place]
        return self(changed(recipe, remedy.settings), dataset)


@pytest.fixture
def trials(tmp_path: Path) -> Trials:
    return Trials(tmp_path)


def recipe(preset: str, *settings: str) -> Recipe:
    return changed(find_recipe(preset), settings)


def serious(found: dict[str, Diagnosis]) -> set[str]:
    return {key for key, diagnosis in found.items() if diagnosis.severity != "hint"}


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_the_samples_are_healthy(key: str) -> None:
    run = RunFolder.open(samples_home() / key)
    facts = facts_of(run, load(run.recipe.data))
    assert facts.is_judgeable and facts.codes is not None and facts.plain_error
    assert diagnose(facts) == ()


CURABLE = {
    "stalled": ("simple-article", "learning_rate=0.001", "epochs=18"),
    "dead_units": ("simple", "learning_rate=0.1", "epochs=10"),
    "strong_penalty": ("sparse", "activity_l1=0.01", "epochs=10"),
    "collapsed_latents": ("variational", "kl_weight=100", "epochs=8", "batch_size=64", "intermediate=64"),
    "unstable": ("simple", "activation=linear", "learning_rate=0.4", "schedule=constant", "epochs=20"),
}


@pytest.mark.parametrize("key", CURABLE)
def test_a_training_made_ill_is_diagnosed_and_its_first_remedy_cures_it(trials: Trials, digits: Dataset, key: str) -> None:
    ill = recipe(*CURABLE[key])
    found = trials(ill, digits)
    assert serious(found) == {key}
    assert serious(trials.cured(found[key], ill, digits)) == set()


def test_few_examples_are_learned_by_heart_and_more_of_them_help(trials: Trials, digits: Dataset) -> None:
    settings = ("activation=linear", "code_size=64", "batch_size=10", "learning_rate=0.01", "schedule=constant", "epochs=60")
    few = replace(recipe("simple", *settings), limit=20)
    found = trials(few, digits)
    assert serious(found) == {"overfitting"}
    assert "20 training examples" in found["overfitting"].words[1]
    again = changed(few, ("batch_size=64", "learning_rate=0.002", "epochs=12"))
    assert serious(trials.cured(found["overfitting"], again, digits)) == set()


def test_a_training_that_diverges_says_so(trials: Trials, digits: Dataset) -> None:
    wild = recipe("variational", "learning_rate=50", "epochs=6", "intermediate=64")
    found = trials(wild, digits)
    assert trials.run is not None and trials.run.facts.outcome == "diverged"
    assert serious(found) == {"unstable"}


# Inputs


def test_masks_that_are_read_as_nearly_black_are_found_and_stretched(trials: Trials, digits: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "masks.npy"
    np.save(path, (digits.train.examples[:400] > 127).astype(np.uint8))
    dark = replace(recipe("simple", "epochs=15"), data=Choice("array", {"path": str(path)}))
    found = trials(dark, load(dark.data))
    assert set(found) == {"input_range"}
    assert "0.4% of the range" in found["input_range"].words[0]
    [stretch] = [remedy for remedy in found["input_range"].remedies if isinstance(remedy, Change)]
    full = changed(dark, stretch.settings)
    assert load(full.data).train.examples.max() == 255
    assert serious(trials(full, load(full.data))) == set()


def test_pixels_from_minus_1_to_1_are_found(trials: Trials, digits: Dataset) -> None:
    centred = replace(digits, scaling=Scaling((127.5,), (1 / 127.5,)))
    found = trials(recipe("simple", "epochs=3"), centred)
    assert found["input_range"].title == "Pixels lie outside 0 to 1"


def test_an_outlier_in_sequences_is_found(trials: Trials) -> None:
    waves = load(Choice("waves", {"count": 60, "timesteps": 16}))
    spiked = waves.train.examples.copy()
    spiked[3, 5] = 400.0
    found = trials(recipe("sequence", "code_size=4", "epochs=1"), replace(waves, train=Split(spiked)))
    assert found["input_range"].title == "A few values are far off"


# What is judged


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """Six epochs on the first 1,000 digits, which killed every unit."""
    trials = Trials(tmp_path_factory.mktemp("trials"))
    digits = load(Choice("digits"))
    trials(replace(recipe("simple", "learning_rate=0.1", "epochs=8"), limit=1000), digits)
    assert trials.run is not None
    return trials.run


def test_other_data_are_no_yardstick_for_a_run_s_history(run: RunFolder, digits: Dataset) -> None:
    other = replace(digits, test=Split(255 - digits.test.examples))
    assert is_own(run, digits) and not is_own(run, other)
    facts = facts_of(run, other)
    assert facts.plain_error is None and facts.codes is not None
    assert facts_of(run, digits).plain_error == pytest.approx(0.2565, abs=0.002)


def test_a_limited_run_is_judged_by_the_examples_it_used(run: RunFolder, digits: Dataset) -> None:
    assert facts_of(run, digits).train_count == 1000


def test_an_earlier_epoch_is_judged_by_what_was_known_then(run: RunFolder, digits: Dataset) -> None:
    last, second = facts_of(run, digits), facts_of(run, digits, 2)
    assert [diagnosis.key for diagnosis in diagnose(last)] == ["dead_units"]
    assert (second.epoch, len(second.history), second.outcome) == (2, 2, "")
    assert second.codes is None and diagnose(second) == (), "after 32 steps nothing can be said, so TensorFlow isn't asked"
    with pytest.raises(RunError, match="no weights of epoch 99"):
        facts_of(run, digits, 99)


def test_without_data_the_history_alone_is_judged(run: RunFolder) -> None:
    facts = facts_of(run, None)
    assert facts.inputs is None and facts.codes is None
    assert diagnose(facts) == ()


def test_where_there_is_a_single_test_example_units_are_judged_by_training_ones(trials: Trials, digits: Dataset) -> None:
    single = replace(digits, test=digits.test.first(1))
    found = trials(recipe("simple", "epochs=5"), single)
    assert trials.run is not None and facts_of(trials.run, single).codes is not None
    assert serious(found) == set()
