"""Data-specific: other kinds of images, and errors that tell them apart."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from ae_workbench.analysis.experiments.data_specific import measure
from ae_workbench.analysis.experiments.data_specific.kinds import DRAWN, letters_as_data, other_data, other_kinds
from ae_workbench.analysis.experiments.data_specific.scores import Other, Relearned, Scored, against, auc, judged, roc
from ae_workbench.analysis.experiments.experiment import Chart, Pictures
from ae_workbench.analysis.experiments.making import held_out
from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape
from tests.unit.analysis.experiments.labs import PcaLab, PcaModel, blobs

NONE = np.zeros((2, 1, 1, 1), np.float32)
LEARNED = Relearned("Letters", (0.01, 0.09), (0.08, 0.01))
FORGOT = Relearned("Letters", (0.01, 0.09), (0.08, 0.08))


def own(errors=(0.01, 0.02)) -> Scored:
    return Scored("Digits", NONE, NONE, np.array(errors), np.array(errors))


def other(name="Letters", errors=(0.1, 0.2), area=1.0, alike=False) -> Other:
    values = np.array(errors)
    return Other(name, NONE, NONE, values, values, area, area, 1.0, alike)


@pytest.mark.parametrize(
    ("others", "relearned", "verdict"),
    [
        ([other(), other("Noise")], LEARNED, "holds"),
        ([other(), other("Noise", area=0.6)], LEARNED, "partly"),
        ([other(), other("Noise", (0.02, 0.02))], LEARNED, "partly"),
        ([other(), other("Noise")], FORGOT, "partly"),
        ([other(area=0.5)], FORGOT, "fails"),
        ([other(), other("MNIST", area=0.5, alike=True)], LEARNED, "holds"),
    ],
)
def test_the_verdict_follows_every_other_kind_and_the_second_model(others, relearned, verdict):
    assert judged(own(), others, relearned)[0] == verdict


def test_a_kind_that_does_well_is_named():
    assert "(Noise)" in judged(own(), [other(), other("Noise", area=0.6)], LEARNED)[1]


def test_auc_is_the_share_of_pairs_in_which_the_other_error_is_higher():
    assert auc(np.array([1.0, 3.0]), np.array([2.0, 4.0])) == 0.75
    false, true = roc(np.array([1.0, 3.0]), np.array([2.0, 4.0]))
    assert (false[0], true[0], false[-1], true[-1]) == (0, 0, 1, 1)


def test_what_a_threshold_catches_is_counted_at_five_false_alarms_in_a_hundred():
    known = own(np.linspace(0, 1, 101))
    strange = other(errors=(0.5, 0.94, 0.96, 2.0))
    assert against(known, strange, False).caught == 0.5


@pytest.mark.parametrize("dims", [(28, 28, 1), (20, 32, 3)])
@pytest.mark.parametrize("name", DRAWN)
def test_drawn_kinds_have_the_size_of_the_data_and_differ(dims, name):
    images = DRAWN[name](Shape(dims), 8, np.random.default_rng(0))
    assert images.shape == (8, *dims)
    assert images.dtype == np.float32
    assert 0 <= images.min() < 0.1 and 0.9 < images.max() <= 1
    assert len({image.tobytes() for image in images}) == 8
    assert all(image.std() > 0.1 for image in images)


def test_every_kind_has_as_many_images_as_the_data():
    lab = PcaLab(blobs(80))
    images, _ = held_out(lab, 20)
    assert {kind.name: len(kind.images) for kind in other_kinds(lab, images, 0)} == dict.fromkeys(
        (*DRAWN, "Inverted", "Noise"), len(images)
    )


def test_data_sets_that_are_here_join_unless_they_are_the_lab_s_own_or_of_another_size():
    mine = replace(blobs(), name="Digits")
    others = {"digits": mine, "mnist": replace(blobs(90), name="MNIST"), "fashion_mnist": blobs(side=16)}
    lab = PcaLab(mine, others=others)
    assert [data.name for data in other_data(lab)] == ["MNIST"]
    images, _ = held_out(lab, 5)
    [kind] = [kind for kind in other_kinds(lab, images, 0) if kind.alike]
    assert kind.name == "MNIST"


def test_letters_can_be_learned_from():
    data = letters_as_data(Shape((12, 12, 1)), 6, 4, 0)
    assert (len(data.train), len(data.test), data.train.examples.dtype) == (6, 4, np.uint8)


def test_everything_is_measured_told_and_drawn():
    lab = PcaLab(blobs(200))
    findings = measure(lab)
    assert findings.verdict == "holds"
    histogram, curves, best, worst = findings.plots
    assert isinstance(histogram, Chart) and isinstance(curves, Chart) and isinstance(best, Pictures) and isinstance(worst, Pictures)
    assert [sum(series.y) for series in histogram.series] == pytest.approx([1.0] * len(histogram.series))
    assert len(curves.series) == len(histogram.series) - 1 == len(findings.tables[0].rows) - 1
    assert [data.name for _, data, _ in lab.asked] == ["Blobs", "Letters"]
    assert all(np.square(a - b).mean() <= np.square(c - d).mean() for (_, a), (_, b), (_, c), (_, d) in rows(best, worst))
    assert lab.shares == sorted(lab.shares)


def rows(best: Pictures, worst: Pictures):
    """Input and what came of it, of the best and of the worst."""
    return zip(best.rows[::2], best.rows[1::2], worst.rows[::2], worst.rows[1::2], strict=True)


@dataclass
class Black(PcaModel):
    """Draws everything black, so that an empty image is the easiest."""

    def reconstruct(self, examples):
        return np.zeros_like(examples)


def test_that_a_low_error_proves_nothing_is_said_where_it_is_so():
    words = measure(PcaLab(make=lambda recipe, plan, dataset, start: Black(recipe, plan, dataset))).words
    assert any("proves nothing" in line for line in words)


def test_sequences_are_refused():
    with pytest.raises(DataError, match="needs images"):
        measure(PcaLab(replace(blobs(), shape=Shape((144, 1), "sequence"))))
