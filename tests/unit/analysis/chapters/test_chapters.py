"""The chapters as data: their presets' differences are explained, their figures exist, their numbers are judged."""

import numpy as np
import pytest

from ae_workbench.analysis.chapters import CHAPTERS, Quantity
from ae_workbench.analysis.chapters.judging import comparable, standing, verdict_of
from ae_workbench.analysis.chapters.measuring import MODERN, PUBLISHED, measure
from ae_workbench.analysis.chapters.settings import settings
from ae_workbench.analysis.chapters.steps import all_steps, chosen_steps, steps_of
from ae_workbench.analysis.experiments import EXPERIMENTS
from ae_workbench.core.errors import DataError, WorkbenchError
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.data.loading import load
from ae_workbench.export.figures import FIGURES
from ae_workbench.ui.help.pages import Library
from ae_workbench.variants import VARIANTS
from tests.unit.analysis.experiments.labs import PcaLab, PcaModel, blobs

LIBRARY = Library()
WITH_MODELS = [chapter.key for chapter in CHAPTERS if chapter.variant]
LOSS = Quantity("val_loss", "Loss", published="0.10", near=0.055, lower_is_better=True)
MEAN = Quantity("mean_code", "Mean", published="7.30", near=0.15)


def test_every_variant_has_a_chapter_and_every_experiment_stands_in_one():
    assert {chapter.variant for chapter in CHAPTERS if chapter.variant} == set(VARIANTS.keys)
    assert {experiment.chapter for experiment in EXPERIMENTS} <= set(CHAPTERS.keys)


@pytest.mark.parametrize("key", CHAPTERS.keys)
def test_every_chapter_is_explained_and_its_figures_can_be_drawn(key):
    chapter = CHAPTERS[key]
    assert f"chapters/{key}" in LIBRARY
    assert all(illustration.kind in FIGURES for illustration in chapter.illustrations)
    assert bool(chapter.numbers_stand) == any(quantity.published for quantity in chapter.quantities)


@pytest.mark.parametrize("key", WITH_MODELS)
def test_each_difference_of_the_presets_has_a_reason_and_no_reason_is_left_over(key):
    chapter = CHAPTERS[key]
    differing = {setting.name for setting in settings(chapter) if setting.differs}
    assert {"optimizer", "learning_rate", "schedule"} <= differing
    assert set(chapter.reasons) == differing
    assert all(setting.reason for setting in settings(chapter) if setting.differs)


def test_what_neither_preset_uses_is_left_out():
    assert not any(line.name == "patience" for chapter in CHAPTERS for line in settings(chapter))


def test_a_switch_is_on_or_off():
    found = {setting.name: setting for setting in settings(CHAPTERS["denoising"])}
    assert (found["pooling"].published, found["pooling"].modern) == ("on", "on")


def test_settings_are_told_as_people_read_them():
    found = {setting.name: setting for setting in settings(CHAPTERS["deep"])}
    assert (found["optimizer"].published, found["optimizer"].modern) == ("Adadelta", "Adam")
    assert found["hidden"].published == "128, 64" and not found["hidden"].differs
    assert found["learning_rate"].published == "1"
    assert "filters" not in {setting.name for setting in settings(CHAPTERS["variational"])}  # of its convolutional form only


@pytest.mark.parametrize(
    ("quantity", "value", "expected"),
    [
        (LOSS, 0.1049, "reached"), (LOSS, 0.106, "missed"), (LOSS, 0.08, "reached"), (MEAN, 7.304, "reached"),
        (MEAN, 6.5, "close"), (MEAN, 8.2, "close"), (MEAN, 8.5, "missed"),
    ],
)  # fmt: skip
def test_a_number_is_reached_within_its_last_digit(quantity, value, expected):
    assert standing(quantity, value) == expected


def test_a_chapter_holds_where_all_its_numbers_are_reached():
    assert verdict_of(["reached", "reached"]) == "holds"
    assert verdict_of(["reached", "missed"]) == verdict_of(["close"]) == "partly"
    assert verdict_of(["missed"]) == "fails"
    assert verdict_of([]) == "open"


# Running one


def full_lab(**rest) -> PcaLab:
    return PcaLab(blobs(80, side=28), quick=False, **rest)


def mnist_like(monkeypatch) -> None:
    monkeypatch.setattr("ae_workbench.analysis.chapters.judging.MNIST_FINGERPRINT", blobs(80, side=28).fingerprint)


def trained_to(error: float):
    """A lab's models whose validation error ends here, as published; the modern ones a tenth lower."""

    def make(recipe, plan, dataset, start):
        share = 1.0 if recipe.training.optimizer == "adadelta" else 0.9
        return PcaModel(recipe, plan, dataset, [error * share * factor for factor in (3, 1.5, 1)])

    return make


def test_running_a_chapter_trains_both_presets_and_holds_them_against_the_article(monkeypatch):
    mnist_like(monkeypatch)
    lab = full_lab(make=trained_to(0.0969))
    found = measure(CHAPTERS["deep"], lab)
    assert [recipe.training.optimizer for recipe, _, _ in lab.asked] == ["adadelta", "adam"]
    assert found.verdict == "holds"
    numbers = {number.key: number for number in found.numbers}
    assert numbers[f"{PUBLISHED}_val_loss"].value == pytest.approx(0.0969) and numbers[f"{PUBLISHED}_val_loss"].published == 0.097
    assert numbers[f"{MODERN}_val_loss"].value == pytest.approx(0.0969 * 0.9)
    assert found.words[0] == "Trained as published, the model reaches the article's numbers."
    assert found.words[-1].startswith("Today's settings end 10.0% lower (0.08721 against 0.0969)")
    assert lab.shares == sorted(lab.shares)


def test_a_chapter_that_misses_says_by_how_much(monkeypatch):
    mnist_like(monkeypatch)
    found = measure(CHAPTERS["deep"], full_lab(make=trained_to(0.194)))
    assert found.verdict == "fails"
    assert found.words[1] == "Loss on test images: 0.194, in the article 0.097. Not reached, 100% off."


def test_numbers_of_other_data_are_shown_and_not_judged():
    found = measure(CHAPTERS["deep"], full_lab())
    assert found.verdict == "open"
    assert "these are of Blobs" in found.words[0]
    assert any(number.published for number in found.numbers)


def test_a_quick_look_is_not_judged_even_on_mnist(monkeypatch):
    mnist_like(monkeypatch)
    lab = PcaLab(blobs(80, side=28), make=trained_to(0.09))
    found = measure(CHAPTERS["deep"], lab)
    assert found.verdict == "open" and "quick look" in found.words[0]
    assert all(recipe.training.epochs <= 30 for recipe, _, _ in lab.asked)


def waves() -> Dataset:
    values = np.random.default_rng(1).normal(size=(25, 16, 1)).astype(np.float32)
    return Dataset("Waves", Shape((16, 1), "sequence"), Split(values[:20]), Split(values[20:]))


def test_a_chapter_with_its_own_data_trains_on_them():
    lab = full_lab(others={"waves": waves()})
    measure(CHAPTERS["sequence"], lab)
    assert [dataset.name for _, dataset, _ in lab.asked] == ["Waves", "Waves"]


def test_chapters_about_images_refuse_sequences():
    with pytest.raises(DataError, match="needs images"):
        measure(CHAPTERS["simple"], PcaLab(waves()))


def test_mnist_is_known_wherever_it_was_read_from(mnist_path):
    mnist, digits = load(Choice("array", {"path": str(mnist_path)})), load(Choice("digits"))
    assert comparable(mnist.fingerprint, quick=False) and not comparable(mnist.fingerprint, quick=True)
    assert not comparable(digits.fingerprint, quick=False)


# Steps


def test_steps_come_in_reading_order_each_chapter_before_its_experiments():
    keys = [step.key for step in all_steps()]
    assert len(set(keys)) == len(keys) == len(WITH_MODELS) + len(EXPERIMENTS)
    for chapter in CHAPTERS:
        own = [step.key for step in steps_of(chapter)]
        assert own == sorted(own, key=keys.index) and (not chapter.variant or own[0] == f"chapters/{chapter.key}")


def test_a_chapters_key_means_all_that_stands_in_it_and_an_experiments_key_that_one():
    assert [step.key for step in chosen_steps(["denoising"])] == ["chapters/denoising", "experiments/denoising"]
    assert [step.key for step in chosen_steps(["depth", "chapters/simple"])] == ["chapters/simple", "experiments/depth"]
    with pytest.raises(WorkbenchError, match="did you mean “depth”"):
        chosen_steps(["dept"])
