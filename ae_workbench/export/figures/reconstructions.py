"""Test examples over what the model makes of them. Source: the article, its rows of ten digits."""

from collections.abc import Sequence

from ae_workbench.analysis.metrics import error_per_example
from ae_workbench.export.figures.figure import Count, FigureKind, FigureRequest, heading, shown
from ae_workbench.export.figures.sheet import Sheet
from ae_workbench.export.figures.tiles import Row, Tiles
from ae_workbench.export.subject import Subject

LOSS_NAMES = {"bce": "BCE", "mse": "MSE"}
LOSS_WORDS = {"bce": "binary cross-entropy per pixel", "mse": "mean squared error"}


def draw(subjects: Sequence[Subject], request: FigureRequest) -> Sheet:
    [subject] = subjects
    indices = shown(subject, request, KIND.counted(request))
    x, plan = subject.examples(indices), subject.plan
    seen = subject.noisy(indices)
    y = subject.snapshot.reconstruct(seen)
    errors = error_per_example(plan.loss, x, y)
    mean = f"{LOSS_NAMES[plan.loss]} {errors.mean():.4f}, mean of {len(x)}"
    rows = [Row("Original", x), Row("Reconstruction", y, mean, [f"{error:.3f}" for error in errors])]
    if subject.sees_noise:
        rows.insert(1, Row("Input with noise", seen))
    if not plan.shape.is_image:
        rows[-1] = Row(rows[-1].title, y, rows[-1].detail, rows[-1].notes, behind=x)
    labels = subject.split.labels
    heads = [subject.class_names[int(labels[index])] for index in indices] if labels is not None else ()
    tiles = Tiles(request.medium, plan.shape, rows, heads)
    about = f"{subject.named('examples').capitalize()} of {subject.dataset.name}; below each the {LOSS_WORDS[plan.loss]}"
    sheet = Sheet(request.medium, tiles.width, tiles.height, heading(subject), about)
    tiles.draw(sheet)
    return sheet


KIND = FigureKind(
    "reconstructions",
    "Reconstructions",
    "Test examples over what the model makes of them, with the error of each.",
    draw,
    ("reconstructions", "sequences"),
    Count("Examples", 10, 1, 200),
    takes_examples=True,
)
