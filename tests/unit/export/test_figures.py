"""Figures without a model: the sheet they are drawn on, curves, filters, and what is refused before anything slow."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.palette import ON_LIGHT
from ae_workbench.core.resources import resource
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.export.figures import ENDINGS, FIGURES, FigureRequest, Look, write_figure
from ae_workbench.export.figures.denoising import corruption_of
from ae_workbench.export.figures.sheet import Medium, Sheet, drawing, resized, shortened, text_width
from ae_workbench.export.figures.style import DARK, LIGHT, class_colours
from ae_workbench.export.figures.tiles import Row, Tiles, coloured, signed, tile_size
from ae_workbench.variants import VARIANTS

SAMPLES = resource("samples")


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGBA"))


def colour(text: str) -> np.ndarray:
    return np.array([int(text[place : place + 2], 16) for place in (1, 3, 5)])


def share_of(image: np.ndarray, text: str, within: int = 12) -> float:
    """Share of pixels that have about this colour."""
    return float((np.abs(image[..., :3].astype(int) - colour(text)).max(axis=-1) <= within).mean())


def request(out: Path, *runs: str, **rest) -> FigureRequest:
    return FigureRequest(tuple(SAMPLES / run for run in runs), out, **rest)


# The sheet


@pytest.mark.parametrize("side", [8, 28, 33, 500])
@pytest.mark.parametrize("dpi", [72, 200, 300])
def test_a_pixel_of_a_tile_is_a_whole_number_of_dots(side: int, dpi: int) -> None:
    width, height = tile_size(Medium(dpi), Shape((side, side, 1)))
    dots = width * dpi
    assert width == height and dots == pytest.approx(round(dots))
    if dots >= side:
        assert round(dots) % side == 0


def test_an_image_lies_on_the_dots_with_sharp_edges(tmp_path: Path) -> None:
    medium, board = Medium(200, Look(title=False)), np.random.default_rng(2).integers(0, 2, (9, 9))
    board[:, 0] = board[0] = board[-1] = 0
    image = np.repeat((board * 255).astype(np.uint8)[..., None], 3, axis=2)
    side = medium.fitted(0.6, 9)
    with drawing():
        sheet = Sheet(medium, side, side)
        sheet.image(0, 0, side, side, image)
        sheet.save(tmp_path / "board.png")
    drawn = pixels(tmp_path / "board.png")[..., 0]
    assert set(np.unique(drawn)) == {0, 255}
    rows = np.flatnonzero((drawn == 0).any(axis=1))
    dots = round(side * 200)
    assert rows[-1] - rows[0] + 1 == dots
    assert (drawn[rows[0] : rows[-1] + 1, rows[0] : rows[-1] + 1] == np.kron(image[..., 0], np.ones((dots // 9,) * 2))).all()


def test_more_pixels_than_dots_become_their_mean() -> None:
    stripes = np.zeros((64, 64, 3), np.uint8)
    stripes[::2] = 255
    assert np.abs(resized(stripes, (16, 16)).astype(int) - 127).max() <= 1


def test_an_image_of_another_shape_keeps_its_proportions() -> None:
    width, height = tile_size(Medium(), Shape((16, 48, 3)))
    assert width == pytest.approx(3 * height, rel=0.02)


def test_long_texts_are_shortened_to_their_room_and_dollars_stay_dollars(tmp_path: Path) -> None:
    assert text_width(shortened("a very long name indeed", 8, 0.6), 8) <= 0.6
    assert shortened("short", 8, 2.0) == "short"
    assert shortened("two\nlines\0", 8, 2.0) == "two lines"
    cut = shortened("a name of many thousand letters " * 300, 8, 1.5)
    assert cut.endswith("…") and text_width(cut, 8) <= 1.5 < text_width(f"{cut[:-1]}mm…", 8)
    with drawing():
        sheet = Sheet(Medium(), 2, 0.5, "costs $5 and $x$", "two\nlines")
        sheet.save(tmp_path / "text.png")  # as mathematics it would fail


def test_classes_past_the_tenth_have_colours_of_their_own() -> None:
    for paper in (LIGHT, DARK):
        assert len(set(class_colours(40, paper))) == 40
    assert class_colours(10, LIGHT) == list(ON_LIGHT)


def test_grey_images_follow_the_colour_map_and_colour_images_do_not() -> None:
    grey, three = np.full((1, 4, 4, 1), 0.5, np.float32), np.random.default_rng(0).random((1, 4, 4, 3), np.float32)
    plain, viridis = Medium(), Medium(look=Look(colour_map="viridis"))
    assert len(np.unique(coloured(grey, plain))) == 1 and len(np.unique(coloured(grey, viridis))) == 3
    assert (coloured(three, plain) == coloured(three, viridis)).all()
    dark, light = coloured(grey * 0, Medium(look=Look(colour_map="inverted"))), coloured(grey * 0, plain)
    assert (dark == 255).all() and (light == 0).all()


@pytest.mark.parametrize("dark", [False, True])
def test_zero_weights_look_like_the_paper(dark: bool) -> None:
    medium = Medium(look=Look(dark=dark))
    zero, most, least = signed(np.array([0.0, 1.0, -1.0]), 1.0, medium)
    assert np.abs(zero.astype(int) - colour(medium.paper.background)).max() < 24
    assert most[0] > most[2] and least[2] > least[0]


def test_curves_and_colour_images_of_any_size_fit_in_rows(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    for shape in (Shape((30, 2), "sequence"), Shape((40, 24, 3)), Shape((3, 5, 1)), Shape((300, 500, 1)), Shape((1, 1), "sequence")):
        x = rng.random((13, *shape.dims), np.float32)
        tiles = Tiles(Medium(100), shape, [Row("first", x), Row("second", x, "detail", ["0.1"] * 13)], ["head"] * 13)
        with drawing():
            sheet = Sheet(Medium(100), tiles.width, tiles.height, "title", "subtitle")
            tiles.draw(sheet)
            sheet.save(tmp_path / "rows.png")
        drawn = pixels(tmp_path / "rows.png")
        assert drawn.shape[:2] == (round(sheet.height * 100), round(sheet.width * 100))
        assert 0.02 < (drawn[..., :3].min(axis=-1) < 250).mean() < 0.98


# Curves and filters of every variant


@pytest.mark.parametrize("kind", ["loss", "filters"])
@pytest.mark.parametrize("variant", VARIANTS.keys)
def test_every_variant_has_curves_and_filters(kind: str, variant: str, tmp_path: Path) -> None:
    write_figure(FIGURES[kind], request(tmp_path / "figure.png", variant, dpi=100))
    drawn = pixels(tmp_path / "figure.png")
    assert share_of(drawn, LIGHT.background, 0) > 0.3
    assert share_of(drawn, LIGHT.ink, 60) > 0.001
    assert len(np.unique(drawn.reshape(-1, 4), axis=0)) > 40


def test_curves_say_what_they_are(tmp_path: Path) -> None:
    write_figure(FIGURES["loss"], request(tmp_path / "figure.svg", "variational"))
    text = (tmp_path / "figure.svg").read_text(encoding="utf-8")
    for words in ("Variational", "Epoch", "KL divergence, nats", "Reconstruction, BCE per pixel", "best epoch, 69", "validation"):
        assert f"<!-- {words} -->" in text
    write_figure(FIGURES["loss"], request(tmp_path / "simple.svg", "simple"))
    simple = (tmp_path / "simple.svg").read_text(encoding="utf-8")
    assert "<!-- Loss -->" not in simple and "KL" not in simple


def test_the_validation_curve_is_where_its_numbers_are(tmp_path: Path) -> None:
    """The one metric of a simple run falls from left to right."""
    write_figure(FIGURES["loss"], request(tmp_path / "figure.png", "simple", dpi=100))
    drawn = pixels(tmp_path / "figure.png")[70:]
    blue = (np.abs(drawn[..., :3].astype(int) - colour(LIGHT.series[0])).max(axis=-1) < 40) & (np.arange(drawn.shape[1]) > 40)
    columns = np.flatnonzero(blue.any(axis=0))
    heights = [float(np.flatnonzero(blue[:, column]).mean()) for column in (columns[2], columns[len(columns) // 2], columns[-3])]
    assert heights[0] < heights[1] - 20 and heights[2] >= heights[1] - 2


# Formats and looks


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_figure_gives_the_same_bytes(ending: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_figure(FIGURES["filters"], request(tmp_path / f"{name}{ending}", "convolutional"))
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


def test_a_persons_own_settings_of_matplotlib_change_nothing(tmp_path: Path) -> None:
    import matplotlib

    write_figure(FIGURES["loss"], request(tmp_path / "a.png", "simple"))
    with matplotlib.rc_context({"font.size": 20, "axes.facecolor": "red", "lines.linewidth": 9, "savefig.bbox": "tight"}):
        write_figure(FIGURES["loss"], request(tmp_path / "b.png", "simple"))
        assert matplotlib.rcParams["font.size"] == 20
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_pdf_embeds_its_fonts_whole_and_png_knows_its_dpi(tmp_path: Path) -> None:
    write_figure(FIGURES["loss"], request(tmp_path / "figure.pdf", "simple"))
    assert b"/FontFile2" in (tmp_path / "figure.pdf").read_bytes()  # TrueType
    write_figure(FIGURES["loss"], request(tmp_path / "figure.png", "simple", dpi=120))
    with Image.open(tmp_path / "figure.png") as picture:
        assert picture.info["dpi"] == pytest.approx((120, 120), abs=0.1)


def test_dark_transparent_and_untitled(tmp_path: Path) -> None:
    shapes = {}
    for name, look in {"plain": Look(), "dark": Look(dark=True), "clear": Look(transparent=True), "bare": Look(title=False)}.items():
        write_figure(FIGURES["loss"], request(tmp_path / f"{name}.png", "simple", dpi=80, look=look))
        shapes[name] = pixels(tmp_path / f"{name}.png")
    assert share_of(shapes["dark"], DARK.background, 0) > 0.5
    assert shapes["clear"][0, 0, 3] == 0 and shapes["plain"][0, 0, 3] == 255
    assert shapes["bare"].shape[0] < shapes["plain"].shape[0]


# What is refused


@pytest.mark.parametrize(
    ("kind", "runs", "rest", "words"),
    [
        ("loss", ["simple"], {"count": 3}, "has no count"),
        ("codes", ["simple"], {"count": 300}, "must be from 1 to 30"),
        ("loss", ["simple"], {"dpi": 9}, "50 to 1200 dots per inch"),
        ("loss", ["simple", "deep"], {}, "is of one run, not of 2"),
        ("compare", ["simple"], {}, "takes 2 to 12 runs"),
        ("compare", ["simple", "sequence"], {}, "only runs on data of one shape"),
        ("denoising", ["sequence"], {}, "Noise is put on images"),
        ("codes", ["simple"], {"epoch": 7}, "stored are 0, 3, 12 and 60"),
        ("latent", ["simple"], {"layout": "umap"}, "choose one of pca, tsne"),
        ("latent", ["simple"], {"examples": (1,)}, "shows no chosen examples"),
        ("codes", ["simple"], {"look": Look(colour_map="jet")}, "There is no colour map"),
    ],
)
def test_what_does_not_fit_is_said_in_one_sentence(kind, runs, rest, words, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match=words):
        write_figure(FIGURES[kind], request(tmp_path / "figure.png", *runs, **rest))
    assert list(tmp_path.iterdir()) == []


def test_places_that_cannot_be_written_are_said(tmp_path: Path) -> None:
    wanted = request(tmp_path / "figure.png", "simple")
    for out, words in ((tmp_path / "figure.jpg", "must end in"), (tmp_path / "none" / "a.png", "doesn't exist"), (tmp_path, "must end in")):
        with pytest.raises(WorkbenchError, match=words):
            write_figure(FIGURES["loss"], replace(wanted, out=out))


def test_a_run_without_history_or_weights_says_so(tmp_path: Path) -> None:
    run = tmp_path / "run"
    shutil.copytree(SAMPLES / "simple", run)
    (run / "history.jsonl").unlink()
    wanted = FigureRequest((run,), tmp_path / "figure.png")
    with pytest.raises(WorkbenchError, match="has no history yet"):
        write_figure(FIGURES["loss"], wanted)
    shutil.rmtree(run / "weights")
    with pytest.raises(WorkbenchError, match="has no weights yet"):
        write_figure(FIGURES["filters"], wanted)


def test_data_of_another_shape_are_refused(tmp_path: Path) -> None:
    images = Split(np.zeros((4, 8, 8, 1), np.uint8))
    other = Dataset("Small", Shape((8, 8, 1)), images, images)
    with pytest.raises(WorkbenchError, match="trained on grey images of 28×28 pixels, but Small has grey images of 8×8 pixels"):
        write_figure(FIGURES["reconstructions"], request(tmp_path / "figure.png", "simple", dataset=other))


@pytest.mark.parametrize("text", ["gaussian", "gaussian=0", "gaussian=2.1", "masking=1.1", "rain=0.5", "gaussian=x", ""])
def test_noise_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(WorkbenchError, match="is no noise"):
        corruption_of(text)
    assert corruption_of("masking=0.25").amount == 0.25
    assert corruption_of("gaussian=1.5").amount == 1.5
