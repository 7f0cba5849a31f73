"""Plots of findings: what is drawn is measured in the pixels."""

import io

import numpy as np
import pytest
from PIL import Image

from ae_workbench.analysis.experiments.experiment import Chart, Pictures, Plot, ScatterMap, Series
from ae_workbench.export.figures.plots import draw_plot, stand_beside
from ae_workbench.export.figures.plots.chart import draw_chart
from ae_workbench.export.figures.plots.frame import wrapped
from ae_workbench.export.figures.sheet import Medium, drawing, fonts, text_width
from ae_workbench.export.figures.style import DARK, LIGHT, Look

LONG = "A title that is much longer than what a narrow plot can hold on one line, so that it must be broken somewhere"


def pixels(plot: Plot, **rest: object) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(draw_plot(plot, **rest))).convert("RGB"), int)  # type: ignore[arg-type]


def near(image: np.ndarray, colour: str, most: int = 12) -> int:
    """How many pixels have about this colour."""
    wanted = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return int((np.abs(image - wanted).max(axis=2) <= most).sum())


def chart(style: str = "line", count: int = 2, **rest: object) -> Chart:
    x = tuple(float(value) for value in range(1, 6))
    series = tuple(Series(f"Series {n}", x, tuple(value + n for value in x), style) for n in range(count))  # type: ignore[arg-type]
    return Chart("Title", "x", "y", series, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize("style", ["line", "points", "bars"])
def test_every_series_is_seen_in_its_colour(style: str) -> None:
    image = pixels(chart(style, 3))
    for colour in LIGHT.series[:3]:
        assert near(image, colour) > 60


def test_twelve_series_get_twelve_colours_and_a_legend() -> None:
    image = pixels(chart(count=12), width=5)
    lone = pixels(chart(count=1), width=5)
    assert image.shape[1] == lone.shape[1]
    assert image.shape[0] > lone.shape[0]


def test_width_in_pixels_is_what_was_asked_for_however_long_the_title() -> None:
    for plot in (Chart(LONG, LONG, LONG, (Series(LONG, (1, 2), (1, 2)), Series(LONG, (1, 2), (2, 1)))), Pictures(LONG, ())):
        assert pixels(plot, width=4, dpi=100).shape[1] == 400


def test_dark_paper_is_dark() -> None:
    image = pixels(chart(), look=Look(dark=True))
    assert near(image, DARK.background) > image.shape[0] * image.shape[1] / 2


def test_bars_beside_each_other_are_as_high_as_their_numbers() -> None:
    plot = Chart("", "", "", (Series("a", (0, 1), (1, 2), "bars"), Series("b", (0, 1), (4, 3), "bars")), ticks=("one", "two"))
    image = pixels(plot)
    first, second = (near(image, colour) for colour in LIGHT.series[:2])
    assert second / first == pytest.approx(7 / 3, rel=0.1)


def test_long_names_of_places_make_room_below() -> None:
    series = (Series("a", tuple(range(8)), tuple(range(8)), "bars"),)
    short, long = (pixels(Chart("", "", "", series, ticks=(name,) * 8), width=4) for name in ("ab", "A long name of a place"))
    assert long.shape[0] > short.shape[0] + 40


@pytest.mark.parametrize("values", [(), (float("nan"),), (0.0,), (-1.0,), (float("inf"),)])
def test_nothing_to_draw_is_no_error(values: tuple[float, ...]) -> None:
    draw_plot(Chart("", "", "", (Series("a", values, values),), log_x=True, log_y=True))
    draw_plot(ScatterMap("", np.array([[value, value] for value in values], np.float32).reshape(-1, 2)))


def test_classes_of_a_map_have_their_colours_and_numbers_that_are_none_are_left_out() -> None:
    points = np.random.default_rng(0).normal(size=(400, 2)).astype(np.float32)
    points[0] = np.nan
    labels = np.arange(400) % 2
    image = pixels(ScatterMap("Map", points, labels, ("null", "one")))
    assert near(image, LIGHT.series[0], 40) > 500
    assert near(image, LIGHT.series[1], 40) > 500


def test_pixels_of_pictures_keep_sharp_edges_and_their_values() -> None:
    checkers = np.indices((8, 8)).sum(axis=0)[None] % 2
    image = pixels(Pictures("", (("", checkers.astype(np.float32)),)), width=3, dpi=200)
    colours = np.unique(image.reshape(-1, 3), axis=0)
    assert len(colours) == 2  # black and white (paper is white, too), nothing between
    assert near(image, "#000000", 0) > 2000


def test_pictures_of_colours_and_of_other_sizes_stand_below_each_other() -> None:
    red = np.zeros((3, 5, 5, 3), np.float32)
    red[..., 0] = 1
    image = pixels(Pictures("Rows", (("red", red), ("grey", np.full((30, 8, 4), 0.5, np.float32)))))
    assert near(image, "#ff0000", 0) > 1000
    assert near(image, "#808080", 1) > 1000


def test_maps_that_follow_each_other_stand_beside_each_other() -> None:
    plane = ScatterMap("Codes", np.zeros((2, 2), np.float32))
    assert stand_beside((plane, chart(), plane, plane, plane)) == (False, False, True, True, True)
    assert stand_beside(()) == ()


def test_svg_and_pdf_hold_the_same() -> None:
    assert b"<svg" in draw_plot(chart(), ending="svg")
    assert draw_plot(chart(), ending="pdf").startswith(b"%PDF")


def test_dollars_are_no_formulas() -> None:
    names = ("$x_", "$\\frac{")
    draw_plot(Chart("$\\bad", "$_", "$^", (Series("$_{", (0, 1), (1, 2)), Series("$", (0, 1), (2, 1))), ticks=names))


def test_texts_break_at_spaces_or_anywhere_and_keep_to_the_width() -> None:
    with drawing():
        for text in (LONG, LONG.replace(" ", "")):
            lines = wrapped(text, 9, 2.0)
            assert len(lines) == 3
            assert all(text_width(line, 9) <= 2.0 for line in lines)
            assert lines[-1].endswith("…")


@pytest.mark.filterwarnings("error")
def test_chinese_is_drawn_with_a_font_that_has_it() -> None:
    if len(fonts()) == 1:
        pytest.skip("no font with Chinese letters on this computer")
    for ending in ("png", "svg", "pdf"):
        draw_plot(Chart("重建误差", "周期", "误差", (Series("训练", (0, 1), (1, 2)), Series("验证", (0, 1), (2, 1)))), ending=ending)


@pytest.mark.parametrize(
    ("values", "names"),
    [
        ((0.001, 1.0), ["0.001", "0.01", "0.1", "1"]),
        ((3.0, 40.0), ["5", "10", "20"]),
        ((10.0, 20_000.0), ["10", "100", "1,000", "10,000"]),
    ],
)
def test_numbers_on_a_logarithmic_axis_are_written_plainly(values: tuple[float, ...], names: list[str]) -> None:
    with drawing():
        sheet = draw_chart(Chart("", "", "", (Series("", values, values),), log_x=True), Medium(100), 4)
        sheet.content("png")
        [axes] = [axes for axes in sheet.figure.axes if axes.get_xscale() == "log"]
        low, high = axes.get_xlim()
        ticks = [*axes.xaxis.get_major_ticks(), *axes.xaxis.get_minor_ticks()]
        shown = {tick.get_loc(): tick.label1.get_text() for tick in ticks if low <= tick.get_loc() <= high and tick.label1.get_text()}
    assert [shown[place] for place in sorted(shown)] == names
