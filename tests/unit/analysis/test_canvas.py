import numpy as np
import pytest

from ae_workbench.analysis.canvas import Framing, plain_resize
from ae_workbench.analysis.errors import share_below


def bars(count: int = 40, height: int = 20, seed: int = 0) -> np.ndarray:
    """White bars of one height and several widths in 28×28, the middle of each at (14, 14)."""
    rng = np.random.default_rng(seed)
    x = np.zeros((count, 28, 28, 1), np.float32)
    for image in x:
        half = rng.integers(2, 8)
        image[14 - height // 2 : 14 + height // 2, 14 - half : 14 + half] = 1
    return x


def triangles(count: int = 40) -> np.ndarray:
    """Right triangles 20 high whose centre of mass, not their box, is at the middle of the frame."""
    x = np.zeros((count, 28, 28, 1), np.float32)
    for number, image in enumerate(x):
        width = 8 + number % 10
        rows, columns = np.mgrid[0:20, 0:width]
        filled = columns / width <= rows / 20
        top, left = 14 - round(rows[filled].mean() + 0.5), 14 - round(columns[filled].mean() + 0.5)
        image[top : top + 20, left : left + width, 0] = filled
    return x


def box(image: np.ndarray, above: float = 0.5) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero((image > above).any(axis=(1, 2))), np.flatnonzero((image > above).any(axis=(0, 2)))
    return rows[0], columns[0], rows[-1] + 1, columns[-1] + 1


def test_a_framing_learns_size_and_centre_of_its_examples():
    framing = Framing.of(bars())
    assert framing.is_plain
    assert framing.background == (0.0,)
    assert framing.side == pytest.approx(20, abs=0.5)
    assert framing.centre == pytest.approx((14, 14), abs=0.5)


def test_a_framing_knows_whether_examples_are_centred_by_mass_or_by_box():
    assert Framing.of(triangles()).by_mass
    shifted = np.zeros((40, 28, 28, 1), np.float32)
    for number, image in enumerate(shifted):  # boxes in the middle, mass anywhere in them
        image[4:24, 8:20] = 0.15
        image[4 : 8 + number % 16, 8:20] = 1
    assert not Framing.of(shifted).by_mass


def test_a_small_drawing_in_a_corner_comes_to_the_usual_place_and_size():
    drawing = np.zeros((280, 280, 1), np.float32)
    drawing[200:270, 20:50] = 1
    top, left, bottom, right = box(Framing.of(bars()).apply(drawing))
    assert bottom - top == pytest.approx(20, abs=1)
    assert right - left == pytest.approx(20 * 30 / 70, abs=1)
    assert (top + bottom) / 2 == pytest.approx(14, abs=1)
    assert (left + right) / 2 == pytest.approx(14, abs=1)


def test_a_first_dot_is_not_blown_up_to_a_whole_figure():
    drawing = np.zeros((280, 280, 1), np.float32)
    drawing[100:120, 100:120] = 1
    top, _, bottom, _ = box(Framing.of(bars()).apply(drawing))
    assert bottom - top == pytest.approx(6, abs=1)


def test_ink_never_leaves_the_frame_where_it_fits():
    drawing = np.zeros((280, 280, 1), np.float32)
    drawing[10:270, 40:48] = 1
    drawing[250:270, 40:280] = 1  # with this mass, so low, in the middle it would stick out above
    top, _, bottom, _ = box(Framing.of(triangles()).apply(drawing), above=0.2)
    assert top == 0
    assert bottom == pytest.approx(20, abs=1)


def test_black_ink_on_white_paper_is_framed_as_well():
    drawing = np.ones((280, 280, 1), np.float32)
    drawing[20:120, 200:230] = 0
    framed = Framing.of(1 - bars()).apply(drawing)
    assert framed[0, 0, 0] == 1
    assert box(1 - framed)[2] - box(1 - framed)[0] == pytest.approx(20, abs=1)


def test_images_without_a_plain_background_are_only_resized():
    photographs = np.random.default_rng(0).random((30, 12, 16, 3)).astype(np.float32)
    framing = Framing.of(photographs)
    assert not framing.is_plain
    large = photographs[0].repeat(8, 0).repeat(8, 1)
    np.testing.assert_allclose(framing.apply(large), photographs[0], atol=1e-5)


def test_figures_anywhere_at_any_size_are_left_where_they_are():
    rng = np.random.default_rng(1)
    x = np.zeros((60, 32, 32, 3), np.float32)
    for image in x:
        size, (y, z) = rng.integers(3, 20), rng.integers(2, 10, 2)
        image[y : y + size, z : z + size] = rng.random(3)
    framing = Framing.of(x)
    assert framing.side is None
    drawing = np.zeros((320, 320, 3), np.float32)
    drawing[40:100, 200:260] = 1
    if framing.centre is None:
        assert box(framing.apply(drawing)) == (4, 20, 10, 26)


def test_an_empty_drawing_gives_the_background():
    assert Framing.of(bars()).apply(np.zeros((280, 280, 1), np.float32)).max() == 0
    assert Framing.of(1 - bars()).apply(np.ones((280, 280, 1), np.float32)).min() == 1


def test_resizing_down_is_the_mean_over_each_area_and_up_is_smooth():
    x = np.random.default_rng(0).random((28, 20, 3)).astype(np.float32)
    np.testing.assert_allclose(plain_resize(x.repeat(10, 0).repeat(10, 1), (28, 20, 3)), x, atol=1e-5)
    ramp = np.linspace(0, 1, 8, dtype=np.float32)[:, None, None] * np.ones((1, 8, 1), np.float32)
    inner = plain_resize(ramp, (64, 64, 1))[8:-8, 32, 0]
    assert (np.diff(inner) > 0).all()


def test_share_below_counts_only_smaller_errors():
    assert share_below(np.array([1.0, 2.0, 2.0, 3.0]), 2.0) == 0.25
    assert share_below(np.array([1.0, 2.0, 2.0, 3.0]), 9.0) == 1.0


def test_a_framing_knows_how_wide_lines_are():
    x = np.zeros((20, 28, 28, 1), np.float32)
    for number, image in enumerate(x):
        image[4:24, 10 + number % 5 : 13 + number % 5] = 1
    assert Framing.of(x).stroke == pytest.approx(3, abs=0.6)
    assert Framing.of(np.zeros((5, 28, 28, 1), np.float32)).stroke is None
