"""Maps of the data: neighbours kept by t-SNE and by planes."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from ae_workbench.analysis.experiments.dimensions import (
    CODE,
    DEEP_PLANE,
    PCA_MANY,
    PCA_PLANE,
    PIXELS,
    PLAIN_PLANE,
    VAE_PLANE,
    Map,
    judged,
    measure,
)
from ae_workbench.analysis.experiments.experiment import Chart, ScatterMap
from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape
from ae_workbench.data.source import Cancelled
from tests.unit.analysis.experiments.labs import PcaLab, blobs

NAMES = (PIXELS, PCA_MANY, CODE, PCA_PLANE, PLAIN_PLANE, DEEP_PLANE, VAE_PLANE)
GOOD = (0.95, 0.95, 0.945, 0.45, 0.4, 0.5, 0.8)


def maps(scores=GOOD, labelled=True) -> dict[str, Map]:
    points = np.zeros((2000, 2), np.float32)
    return {name: Map(name, points, score, score if labelled else None) for name, score in zip(NAMES, scores, strict=True)}


@pytest.mark.parametrize(
    ("scores", "verdict"),
    [
        (GOOD, "holds"),
        ((0.95, 0.95, 0.85, 0.45, 0.4, 0.5, 0.8), "partly"),
        ((0.95, 0.95, 0.94, 0.45, 0.4, 0.44, 0.45), "partly"),
        ((0.95, 0.95, 0.4, 0.45, 0.4, 0.44, 0.45), "fails"),
    ],
)
@pytest.mark.parametrize("labelled", [True, False])
def test_the_verdict_follows_neighbours_or_without_labels_trustworthiness(scores, verdict, labelled):
    assert judged(maps(scores, labelled), 2000)[0] == verdict


@pytest.mark.parametrize(("pca", "said"), [(0.99, "a better map"), (0.945, "as good a map"), (0.8, "a worse map")])
def test_it_is_said_whether_pca_would_have_done(pca, said):
    assert said in judged(maps((0.95, pca, *GOOD[2:])), 2000)[1][1]


def test_learned_planes_that_pca_beats_are_named():
    *_, last = judged(maps((*GOOD[:3], 0.6, 0.4, 0.6, 0.8)), 2000)[1]
    assert f"these are worse: {PLAIN_PLANE}: 40.0%." in last
    assert len(judged(maps((*GOOD[:3], 0.3, 0.4, 0.5, 0.8)), 2000)[1]) == 3


def test_differences_that_few_images_make_by_chance_don_t_count():
    close = (0.95, 0.95, 0.93, 0.45, 0.4, 0.5, 0.8)
    assert judged(maps(close), 200)[0] == "holds"
    assert judged(maps(close), 200_000)[0] == "partly"


def test_every_way_is_mapped_and_drawn():
    lab = PcaLab(blobs(200))
    findings = measure(lab)
    planes = [plot for plot in findings.plots if isinstance(plot, ScatterMap)]
    [chart] = [plot for plot in findings.plots if isinstance(plot, Chart)]
    assert len(planes) == len(findings.tables[0].rows) == len(chart.ticks) == len(NAMES)
    assert all(plane.points.shape == (len(lab.dataset.test), 2) and np.isfinite(plane.points).all() for plane in planes)
    assert [len(series.x) for series in chart.series] == [len(NAMES)] * 2
    assert all(0 <= number.value <= 1 for number in findings.numbers)
    deep = next(recipe for recipe, _, _ in lab.asked if recipe.variant == "deep")
    variational = next(recipe for recipe, _, _ in lab.asked if recipe.variant == "variational")
    assert deep.training == variational.training
    assert lab.shares == sorted(lab.shares)


@pytest.mark.parametrize(
    ("count", "near", "vote"),
    [
        (200, 12, "a vote of its 5 nearest neighbours, out of 80% of the images without it"),
        (48, 5, "a vote of its 5 nearest neighbours, out of 75% of the images without it"),
        (32, 3, "a vote of its 4 nearest neighbours, out of 50% of the images without it"),
    ],
)
def test_the_neighbours_that_are_told_are_those_that_are_asked(count, near, vote):
    said = " ".join(measure(PcaLab(blobs(count))).words)
    assert f"trustworthiness compares {near} neighbours on the map" in said
    assert vote in said


def test_without_labels_trustworthiness_is_left():
    findings = measure(PcaLab(blobs(100, labelled=False)))
    assert not any(number.key.startswith("alike") for number in findings.numbers)
    assert "trustworthiness: " in findings.words[0]


@dataclass
class Impatient(PcaLab):
    def progress(self, share, text):
        super().progress(share, text)
        if "t-SNE" in text and share > 0.55:
            raise Cancelled


def test_a_map_that_is_being_made_can_be_stopped():
    with pytest.raises(Cancelled):
        measure(Impatient(blobs(200)))


def test_sequences_are_refused():
    with pytest.raises(DataError, match="needs images"):
        measure(PcaLab(replace(blobs(), shape=Shape((144, 1), "sequence"))))
