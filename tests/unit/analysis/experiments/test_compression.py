"""Compression: bytes are counted honestly, and the contest with JPEG is judged at equal quality."""

import numpy as np
import pytest

from ae_workbench.analysis.experiments.compression import measure
from ae_workbench.analysis.experiments.compression.coders import BITS, of_model, of_pca, stored
from ae_workbench.analysis.experiments.compression.contest import Duel, best_duel, duels, judged
from ae_workbench.analysis.experiments.compression.files import JPEG, WEBP, all_in_one, each_alone
from ae_workbench.analysis.experiments.compression.rates import Point, Rounding, cheapest, frontier, ideal_bytes, lzma_bytes
from ae_workbench.analysis.experiments.experiment import Chart, Pictures
from ae_workbench.analysis.experiments.making import recipe_for
from ae_workbench.analysis.pca import fit_pca
from tests.unit.analysis.experiments.labs import PcaLab, blobs


def point(rate: float, psnr: float, ssim: float = 0.5, decoder: int = 1000) -> Point:
    return Point(rate, psnr, ssim, decoder)


JPEG_POINTS = [point(30, 19), point(60, 25), point(100, 30)]
GOOD, BAD = [point(10, 20), point(40, 26)], [point(40, 18), point(80, 20)]


@pytest.mark.parametrize(
    ("own", "foreign", "verdict", "said"),
    [
        (GOOD, BAD, "holds", "needs 33% of JPEG's bytes"),
        (BAD, BAD, "holds", "even on images of the kind"),
        (GOOD, BAD, "holds", r"On other images (Letters) JPEG needs fewer at every quality that it reaches."),
        (GOOD, [point(2, 12)], "holds", "Of other images (Letters) it gives back nothing as good as JPEG at its lowest quality."),
        ([point(1, 99)], [point(2, 12)], "fails", "99.0 dB"),
        (GOOD, GOOD, "partly", "beats JPEG on other images, too: Letters"),
        ([point(1, 99)], GOOD, "fails", "99.0 dB"),
    ],
)
def test_the_verdict_follows_bytes_at_equal_quality(own, foreign, verdict, said):
    found, words = judged(own, JPEG_POINTS, {"Letters": (foreign, JPEG_POINTS)})
    assert found == verdict
    assert said in " ".join(words)


def test_a_duel_is_fought_only_where_codes_reach_the_quality():
    found = duels(GOOD, JPEG_POINTS)
    assert [(duel.file.rate, duel.code.rate) for duel in found] == [(30, 10), (60, 40)]
    assert best_duel(found) == found[0]
    assert best_duel(duels(BAD, JPEG_POINTS)) is None


def test_a_decoder_pays_once_it_has_saved_its_own_size():
    assert Duel(point(30, 19), point(10, 20, decoder=1001)).pays_from == 51


def test_the_frontier_leaves_out_what_something_cheaper_equals():
    points = [point(40, 20), point(10, 18), point(20, 21), point(50, 25)]
    assert [each.rate for each in frontier(points)] == [10, 20, 50]
    assert cheapest(points, 20).rate == 20
    assert cheapest(points, 30) is None


def test_ideal_bytes_are_the_entropy_where_training_and_test_codes_are_alike():
    rng = np.random.default_rng(0)
    known, seen = (rng.choice(4, (n, 2), p=[0.5, 0.25, 0.125, 0.125]) for n in (40_000, 20_000))
    rate, tables = ideal_bytes(known, seen)
    assert rate == pytest.approx(2 * 1.75 / 8, rel=0.01)
    assert tables == 2 * 4 * 2
    assert rate < lzma_bytes(seen) < 1.5 * rate


def test_steps_that_training_never_had_cost_more_but_can_be_stored():
    known = np.zeros((100, 1), np.int64)
    usual, strange = ideal_bytes(known, np.zeros((10, 1), np.int64))[0], ideal_bytes(known, np.full((10, 1), -3))[0]
    assert 0 <= usual < 0.1 < strange < np.inf


def test_rounding_is_as_fine_as_its_bits_say():
    codes = np.array([[0.0, 1.0], [8.0, 2.0]], np.float32)
    rounding = Rounding.fitted(codes, 3)
    assert rounding.step == 1
    assert np.abs(rounding.codes(rounding.steps(codes + 0.3)) - codes - 0.3).max() <= 0.5


@pytest.mark.parametrize("kind", [JPEG, WEBP])
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("files", [all_in_one, each_alone])
def test_images_come_back_from_files_at_their_places(kind, channels, files):
    images = np.zeros((7, 16, 24, channels), np.uint8)
    for number, image in enumerate(images):
        image[:, :] = 30 * number
    rate, found = files(images, kind, 95)
    assert found.shape == images.shape
    assert np.abs(found.astype(int) - images).max() < 12
    assert rate > 0


def test_one_file_for_all_shares_its_headers():
    images = np.random.default_rng(0).integers(0, 255, (9, 16, 16, 1)).astype(np.uint8)
    assert all_in_one(images, JPEG, 40)[0] < each_alone(images, JPEG, 40)[0] - 100


def test_more_bits_cost_more_and_look_better():
    lab = PcaLab(blobs(200))
    images = lab.dataset.scaling.apply(lab.dataset.test.examples)
    learned = lab.dataset.scaling.apply(lab.dataset.train.examples)
    found = stored(of_pca(fit_pca(learned, 8)), learned, images)
    assert [each.rate for each in found.points] == sorted(each.rate for each in found.points)
    assert found.points[-1].psnr > found.points[0].psnr
    assert 0 < found.chosen < len(BITS) - 1


def test_a_model_s_decoder_is_counted_in_bytes():
    lab = PcaLab()
    model = lab.model(recipe_for(lab, "simple", "code_size=8"))
    assert of_model("Simple", model).decoder == 4 * (8 * 144 + 144)


def test_everything_is_measured_told_and_drawn():
    lab = PcaLab(blobs(200))
    findings = measure(lab)
    rate, other_rate, foreign, pictures = findings.plots
    assert isinstance(rate, Chart) and isinstance(other_rate, Chart) and isinstance(foreign, Chart) and isinstance(pictures, Pictures)
    names = [series.name for series in rate.series]
    assert names[:3] == ["Simple", "Deep", "PCA"] and len(names) == len(set(names)) == 7
    for series in (*rate.series, *other_rate.series):
        assert len(series.x) == len(series.y) > 0
        assert list(series.x) == sorted(series.x) and list(series.y) == sorted(series.y)
    assert len(foreign.series) == 6
    assert next(number for number in findings.numbers if number.key == "numbers_factor").published == 24.5
    assert lab.shares == sorted(lab.shares)
