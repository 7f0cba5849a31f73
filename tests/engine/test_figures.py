"""Figures and data exports with real models: every variant, small runs of unusual data, and the numbers that files hold."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ae_workbench.cli import main
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Choice
from ae_workbench.core.resources import resource
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.data.loading import load
from ae_workbench.data.source import Cancelled
from ae_workbench.engine.build import build
from ae_workbench.engine.evaluation import evaluate
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.export.exporter import ExportRequest
from ae_workbench.export.exporters import EXPORTERS, export
from ae_workbench.export.figures import FIGURES, FigureRequest, Look, write_figure
from ae_workbench.export.figures.sheet import drawing
from ae_workbench.export.figures.style import LIGHT
from ae_workbench.export.subject import Subject
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import find_recipe, make_plan, with_settings

SAMPLES = resource("samples")
WITH_MODEL = ("reconstructions", "denoising", "codes", "latent", "manifold")


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB")).astype(int)


def untrained(folder: Path, variant: str, dataset: Dataset, *settings: str) -> Path:
    """A run that knows nothing yet; quick to make for any data."""
    recipe = with_settings(find_recipe(variant), settings)
    run = RunFolder.create(folder, recipe, dataset)
    run.write_weights(0, build(make_plan(recipe, dataset.shape)).get_weights())
    return folder


def images(*dims: int, labels: bool = True, files: bool = False, count: int = 24) -> Dataset:
    rng = np.random.default_rng(5)
    x, y = rng.integers(0, 256, (count, *dims), np.uint8), rng.integers(0, 3, count)
    names = tuple(f"pets/{place}.png" for place in range(count)) if files else ()
    split = Split(x, y if labels else None, names)
    return Dataset("Pets", Shape(dims), split, split, ("=cat", "dog", "$fish$") if labels else ())


def sequences() -> Dataset:
    x = np.random.default_rng(6).normal(5, 3, (20, 12, 3)).astype(np.float32)
    split = Split(x)
    return Dataset("Three", Shape((12, 3), "sequence"), split, split, (), Scaling((5.0,) * 3, (1 / 3,) * 3))


# Every kind for every variant


@pytest.mark.parametrize("variant", VARIANTS.keys)
@pytest.mark.parametrize("kind", WITH_MODEL)
def test_every_kind_draws_every_variant(kind: str, variant: str, tmp_path: Path) -> None:
    wanted = FigureRequest((SAMPLES / variant,), tmp_path / "figure.png", dpi=72, count=12 if kind == "latent" else 5)
    subject = Subject(SAMPLES / variant)
    if kind == "denoising" and not subject.shape.is_image:
        with pytest.raises(WorkbenchError, match="Noise is put on images"):
            write_figure(FIGURES[kind], wanted)
        return
    write_figure(FIGURES[kind], wanted)
    drawn = pixels(wanted.out)
    white = (drawn == 255).all(axis=2)
    assert 0.2 < white.mean() < 0.99
    assert len(np.unique(drawn.reshape(-1, 3), axis=0)) > 30
    assert white[:5].all() and white[-5:].all() and white[:, :5].all() and white[:, -5:].all(), "something reaches the edge"


def test_the_rows_hold_the_very_pixels_of_examples_and_reconstructions(tmp_path: Path) -> None:
    """At 50 dots an inch a tile of 28 pixels has 28 dots."""
    run, out = SAMPLES / "convolutional", tmp_path / "figure.png"
    subject = Subject(run)
    x = subject.examples(np.array([3]))
    y = subject.snapshot.reconstruct(x)
    write_figure(FIGURES["reconstructions"], FigureRequest((run,), out, examples=(3,), dpi=50, look=Look(title=False)))
    drawn = pixels(out)[..., 0]
    for wanted in (x, y):
        shown = np.rint(wanted[0, ..., 0] * 255).astype(int)
        places = [
            (top, left)
            for top in range(drawn.shape[0] - 27)
            for left in range(drawn.shape[1] - 27)
            if abs(drawn[top, left] - shown[0, 0]) <= 1 and np.abs(drawn[top : top + 28, left : left + 28] - shown).max() <= 1
        ]
        assert len(places) == 1


def test_the_latent_plane_has_each_point_in_the_colour_of_its_class(tmp_path: Path) -> None:
    run = SAMPLES / "variational"
    subject = Subject(run)
    with drawing():
        sheet = FIGURES["latent"].draw([subject], FigureRequest((run,), tmp_path / "figure.png"))
        [axes] = [axes for axes in sheet.figure.axes if axes.get_xlabel()]
        [points] = axes.collections
        places, faces = np.asarray(points.get_offsets()), points.get_facecolors()
    codes = subject.snapshot.encode(subject.examples(np.arange(360)))
    np.testing.assert_allclose(places, codes, rtol=1e-4)
    labels = subject.split.labels
    assert labels is not None and axes.get_xlabel() == "z₀" and axes.get_ylabel() == "z₁"
    for label in range(10):
        wanted = [int(LIGHT.series[label][at : at + 2], 16) / 255 for at in (1, 3, 5)]
        assert np.abs(faces[labels == label, :3] - wanted).max() < 1e-6
    low, high = axes.get_ylim()
    assert low < places[:, 1].min() and high > places[:, 1].max()


def test_codes_of_many_numbers_say_by_what_they_are_laid_out(tmp_path: Path) -> None:
    for layout, words in (("pca", "units by PCA: 31% of their variance"), ("tsne", "20 units by t-SNE")):
        wanted = FigureRequest((SAMPLES / "simple",), tmp_path / f"{layout}.svg", layout=layout)
        write_figure(FIGURES["latent"], wanted)
        text = wanted.out.read_text(encoding="utf-8")
        assert words in text
        assert ("<!-- t-SNE 1 -->" in text) == (layout == "tsne")


def test_the_manifold_has_its_highest_row_on_top(tmp_path: Path) -> None:
    """The first tile decodes the point at the left and the top."""
    run = SAMPLES / "variational"
    subject = Subject(run)
    write_figure(FIGURES["manifold"], FigureRequest((run,), tmp_path / "figure.png", count=3, dpi=100, look=Look(title=False)))
    drawn = pixels(tmp_path / "figure.png")[..., 0]
    rows, columns = (np.flatnonzero((drawn < 30).mean(axis=axis) > 0.3) for axis in (1, 0))
    side = (rows[-1] - rows[0] + 1) // 3
    corner = drawn[rows[0] : rows[0] + side, columns[0] : columns[0] + side]
    step = side // 28
    wanted = subject.snapshot.decode(np.array([[-1.644854, 1.644854]], np.float32))[0, ..., 0] * 255
    assert np.abs(corner[step // 2 :: step, step // 2 :: step][:28, :28] - wanted).max() <= 1


def test_compared_runs_stand_in_rows_with_their_numbers(tmp_path: Path) -> None:
    runs = (SAMPLES / "simple", SAMPLES / "denoising")
    write_figure(FIGURES["compare"], FigureRequest(runs, tmp_path / "figure.svg"))
    text = (tmp_path / "figure.svg").read_text(encoding="utf-8")
    for run in runs:
        subject = Subject(run)
        found = evaluate(subject.snapshot, subject.split, subject.folder.facts.scaling)
        assert f"<!-- {found['reconstruction']:.4f} -->" in text and f"<!-- {found['psnr']:.1f} -->" in text
    assert text.count("<!-- Simple -->") == 3  # legend, row and table
    assert "noise taken off" in text


def test_compared_runs_are_measured_on_all_test_examples(tmp_path: Path) -> None:
    few = images(8, 8, 1, count=30)
    many = np.zeros((2400, 8, 8, 1), np.uint8)
    many[2000:] = 255
    dataset = replace(few, test=Split(many, None))
    run = untrained(tmp_path / "run", "simple", dataset)
    write_figure(FIGURES["compare"], FigureRequest((run, run), tmp_path / "figure.svg", dataset=dataset))
    text = (tmp_path / "figure.svg").read_text(encoding="utf-8")
    snapshot = open_snapshot(run)
    found = evaluate(snapshot, dataset.test, snapshot.scaling)
    assert f"<!-- {found['mse']:.5f} -->" in text and "means over 2,400 test examples" in text


# Unusual data


@pytest.mark.parametrize(
    ("variant", "settings", "dataset"),
    [
        ("simple", ("code_size=1",), images(9, 7, 1)),
        ("convolutional", ("filters=4,3",), images(20, 32, 3)),
        ("variational", ("form=dense", "code_size=3"), images(12, 12, 1, labels=False)),
        ("sequence", ("code_size=2",), sequences()),
        ("denoising", ("form=dense", "hidden=8", "code_size=4", "noise=masking"), images(6, 6, 3)),
    ],
)
def test_any_size_colour_and_kind_of_data_is_drawn_and_written(variant, settings, dataset, tmp_path: Path) -> None:
    run = untrained(tmp_path / "run", variant, dataset, *settings)
    for kind in FIGURES:
        if kind.compares or kind.key == "loss" or (kind.key == "denoising" and not dataset.shape.is_image):
            continue
        count = kind.count and {"latent": 20, "manifold": 3}.get(kind.key, 4)
        write_figure(kind, FigureRequest((run,), tmp_path / f"{kind.key}.png", dataset=dataset, count=count, dpi=60))
        assert pixels(tmp_path / f"{kind.key}.png").std() > 5
    for key in ("codes", "reconstructions", "errors", "tsne"):
        for ending in (".csv", ".npz"):
            export(EXPORTERS[key], ExportRequest(run, tmp_path / f"{key}{ending}", dataset=dataset))
    with np.load(tmp_path / "reconstructions.npz") as found:
        assert found["reconstructions"].shape == dataset.test.examples.shape
        original = dataset.test.examples / (255 if dataset.shape.is_image else 1)
        np.testing.assert_allclose(found["originals"], original, atol=1e-5)


# Data


def table(path: Path) -> tuple[list[str], list[list[str]]]:
    titles, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    return titles, rows


def test_files_hold_the_models_own_numbers_beside_ids_and_labels(tmp_path: Path) -> None:
    run = SAMPLES / "variational"
    snapshot, split = open_snapshot(run), load(Choice("digits")).test
    z_mean, z_log_var = snapshot.posterior(snapshot.scaling.apply(split.examples))
    for ending in (".csv", ".npz"):
        export(EXPORTERS["codes"], ExportRequest(run, tmp_path / f"codes{ending}"))
    titles, rows = table(tmp_path / "codes.csv")
    assert titles == ["id", "row", "label", "class", "code_0", "code_1"] and len(rows) == 360
    assert [int(row[0]) for row in rows] == list(range(360)) and [int(row[2]) for row in rows] == split.labels.tolist()
    assert [int(row[1]) for row in rows] == split.places.tolist()
    np.testing.assert_allclose(np.array([row[4:] for row in rows], float), z_mean, rtol=1e-6)
    with np.load(tmp_path / "codes.npz") as found:
        np.testing.assert_array_equal(found["codes"], z_mean)
        np.testing.assert_array_equal(found["log_variances"], z_log_var)
        np.testing.assert_array_equal(found["labels"], split.labels)


@pytest.mark.parametrize("key", ["sparse", "denoising"])
def test_errors_have_the_mean_that_evaluation_gives(tmp_path: Path, key: str) -> None:
    run = SAMPLES / key
    snapshot, split = open_snapshot(run), load(Choice("digits")).test
    export(EXPORTERS["errors"], ExportRequest(run, tmp_path / "errors.csv"))
    titles, rows = table(tmp_path / "errors.csv")
    means = dict(zip(titles[4:], np.array([row[4:] for row in rows], float).mean(axis=0), strict=True))
    found = evaluate(snapshot, split, snapshot.scaling)
    assert means["bce"] == pytest.approx(found["reconstruction"], rel=1e-6) and means["psnr"] == pytest.approx(found["psnr"], rel=1e-6)


def test_codes_of_a_denoiser_have_the_mean_that_evaluation_gives(tmp_path: Path) -> None:
    run = SAMPLES / "denoising"
    snapshot = open_snapshot(run)
    export(EXPORTERS["codes"], ExportRequest(run, tmp_path / "codes.npz"))
    with np.load(tmp_path / "codes.npz") as exported:
        codes = exported["codes"]
    found = evaluate(snapshot, load(Choice("digits")).test, snapshot.scaling)
    assert found["mean_code"] == pytest.approx(codes.mean(), rel=1e-4)
    assert found["zero_share"] == pytest.approx((codes == 0).mean(), rel=1e-4)


def test_metrics_are_the_history(tmp_path: Path) -> None:
    run = RunFolder.open(SAMPLES / "variational")
    for ending in (".csv", ".npz"):
        export(EXPORTERS["metrics"], ExportRequest(run.path, tmp_path / f"metrics{ending}"))
    titles, rows = table(tmp_path / "metrics.csv")
    assert len(rows) == 80 and [float(row[titles.index("val_kl")]) for row in rows] == pytest.approx(
        [record.metrics["val_kl"] for record in run.history()], rel=1e-8
    )
    with np.load(tmp_path / "metrics.npz") as found:
        assert found["epoch"].tolist() == list(range(1, 81))


def test_a_tsne_map_is_made_once_for_files_figures_and_window(tmp_path: Path) -> None:
    run, told = SAMPLES / "deep", []
    wanted = ExportRequest(run, tmp_path / "a.csv", progress=lambda share, doing: told.append(doing))
    export(EXPORTERS["tsne"], wanted)
    assert "Making the t-SNE map" in told
    told.clear()
    export(EXPORTERS["tsne"], ExportRequest(run, tmp_path / "b.csv", progress=lambda share, doing: told.append(doing)))
    assert "Making the t-SNE map" not in told
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    titles, rows = table(tmp_path / "a.csv")
    assert titles == ["id", "row", "label", "class", "x", "y"] and len(rows) == 360


def test_names_of_files_and_classes_are_there_and_no_formulas(tmp_path: Path) -> None:
    dataset = images(8, 8, 1, files=True)
    run = untrained(tmp_path / "run", "simple", dataset, "code_size=2")
    export(EXPORTERS["errors"], ExportRequest(run, tmp_path / "errors.csv", dataset=dataset))
    titles, rows = table(tmp_path / "errors.csv")
    assert titles[:4] == ["id", "file", "label", "class"]
    assert rows[3][1] == "pets/3.png" and {row[3] for row in rows} == {"'=cat", "dog", "$fish$"}
    export(EXPORTERS["errors"], ExportRequest(run, tmp_path / "errors.npz", dataset=dataset))
    with np.load(tmp_path / "errors.npz", allow_pickle=False) as found:
        assert found["files"][3] == "pets/3.png" and found["class_names"].tolist() == ["=cat", "dog", "$fish$"]


def test_a_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    def cancel(share: float, doing: str) -> None:
        if doing in ("Making the t-SNE map", "Measuring each amount of noise"):
            raise Cancelled

    with pytest.raises(Cancelled):
        export(EXPORTERS["tsne"], ExportRequest(SAMPLES / "convolutional", tmp_path / "a.csv", progress=cancel))
    with pytest.raises(Cancelled):
        write_figure(FIGURES["denoising"], FigureRequest((SAMPLES / "denoising",), tmp_path / "a.png", progress=cancel))
    assert list(tmp_path.iterdir()) == []


def test_a_table_too_wide_for_a_csv_is_refused(tmp_path: Path) -> None:
    dataset = images(80, 80, 3, count=6)
    run = untrained(tmp_path / "run", "simple", dataset, "code_size=2")
    with pytest.raises(WorkbenchError, match=r"choose a name that ends in \.npz"):
        export(EXPORTERS["reconstructions"], ExportRequest(run, tmp_path / "a.csv", dataset=dataset))


# The command line


def test_the_command_draws_what_the_function_draws(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = str(SAMPLES / "variational")
    assert main(["figure", run, "manifold", "--count", "4", "--out", str(tmp_path / "a.png"), "--dark"]) == 0
    write_figure(FIGURES["manifold"], FigureRequest((Path(run),), tmp_path / "b.png", count=4, look=Look(dark=True)))
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()
    assert main(["figure", run, str(SAMPLES / "deep"), "compare", "--out", str(tmp_path / "c.pdf"), "--examples", "0,5"]) == 0
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    capsys.readouterr()
    for arguments, words in (
        ([run, "manifolds"], "did you mean “manifold”?"),
        (["manifold"], "Give a run's folder and then a kind"),
        ([run, "codes", "--examples", "9999"], "There is no example 9999"),
        ([run, "codes", "--data", "waves"], "has sequences of"),
        ([run, "loss", "--noise", "gaussian=0.5"], "has no noise of its own"),
        ([run, "codes", "--examples", "a"], "is no list of test examples"),
    ):
        assert main(["figure", *arguments, "--out", str(tmp_path / "d.png")]) == 2
        told = capsys.readouterr().err
        assert words in told and told.count("\n") == 1
    assert not (tmp_path / "d.png").exists()
