"""What the errors on other kinds came to, in words, tables and plots."""

from collections.abc import Sequence

import numpy as np

from ae_workbench.analysis.errors import share_below
from ae_workbench.analysis.experiments.data_specific.scores import FALSE_ALARMS, TELLS, Other, Relearned, Scored, densities, judged, roc
from ae_workbench.analysis.experiments.experiment import Chart, Findings, Number, Pictures, Series, Table
from ae_workbench.analysis.experiments.lab import Floats
from ae_workbench.analysis.experiments.making import Row, key_of, shown

EACH_END = 5
COLUMNS = ("Images", "Mean squared error", "Times that of own images", "AUC", "Found at 5 % false alarms", "AUC, relative to contrast")


def told(own: Scored, others: Sequence[Other], relearned: Relearned, empty: float) -> Findings:
    """``empty`` is the error of a black image."""
    verdict, reason = judged(own, others, relearned)
    return Findings(
        verdict,
        (reason, _threshold(own, others), _contrast(others), *_from_elsewhere(others), _learned(own, relearned), *_no_proof(own, empty)),
        (
            Number("error_own", f"Mean squared error, {own.name}", float(own.errors.mean())),
            *(Number(f"auc_{key_of(kind.name)}", f"AUC, {kind.name}", kind.auc) for kind in others),
        ),
        (_table(own, others), _cross(own, relearned)),
        (_histograms(own, others), _curves(own, others), *_pictures(own, others)),
    )


def _threshold(own: Scored, others: Sequence[Other]) -> str:
    strange = [kind for kind in others if not kind.alike]
    hardest = min(strange, key=lambda kind: kind.auc)
    measured = (
        f"an image of another kind has a higher one than an own image in {hardest.auc:.1%} of the cases where it is hardest "
        f"({hardest.name}); a threshold that lets {1 - FALSE_ALARMS:.0%} of {own.name} pass stops "
        f"at least {min(kind.caught for kind in strange):.0%} of each other kind"
    )
    return f"The error tells them apart: {measured}." if hardest.auc >= TELLS else f"The error can't tell all of them: {measured}."


def _contrast(others: Sequence[Other]) -> str:
    """Bright images of much contrast have higher errors for that reason alone."""
    least = min((kind for kind in others if not kind.alike), key=lambda kind: kind.relative_auc)
    fair = f"with the error divided by each image's own variance it is {least.relative_auc:.1%} where it is hardest ({least.name})"
    return f"Contrast alone isn't the reason: {fair}." if least.relative_auc >= TELLS else f"Contrast is part of the reason: {fair}."


def _from_elsewhere(others: Sequence[Other]) -> list[str]:
    return [
        f"{kind.name}, the same kind from elsewhere, have higher errors than own images in {kind.auc:.0%} of the cases, by chance in 50%."
        for kind in others
        if kind.alike
    ]


def _learned(own: Scored, relearned: Relearned) -> str:
    changes = (
        f"the error on {relearned.name} goes from {relearned.first[1]:.4f} to {relearned.second[1]:.4f}, "
        f"and on {own.name} from {relearned.first[0]:.4f} to {relearned.second[0]:.4f}"
    )
    if relearned.is_learned:
        return f"With {relearned.name} to learn from and nothing else changed, {changes}: examples make the model, not engineering."
    return f"With {relearned.name} to learn from and nothing else changed, not each model is clearly better at home: {changes}."


def _no_proof(own: Scored, empty: float) -> list[str]:
    easier = 1 - share_below(np.sort(own.errors), empty)
    if easier < 0.5:
        return []
    return [f"A low error proves nothing, though: an empty image has a lower one than {easier:.0%} of {own.name}."]


def _table(own: Scored, others: Sequence[Other]) -> Table:
    known = float(own.errors.mean())
    rows: list[Row] = [(own.name, known, 1.0, "–", "–", "–")]
    for kind in others:
        error = float(kind.errors.mean())
        rows.append((kind.name, error, error / known, kind.auc, f"{kind.caught:.0%}", kind.relative_auc))
    return Table("Errors of the model on images of each kind", COLUMNS, tuple(rows))


def _cross(own: Scored, relearned: Relearned) -> Table:
    rows = ((f"Trained on {own.name}", *relearned.first), (f"Trained on {relearned.name}", *relearned.second))
    return Table("The same recipe, other examples: mean squared error", ("Model", own.name, relearned.name), rows)


def _histograms(own: Scored, others: Sequence[Other]) -> Chart:
    kinds = [own, *others]
    middles, shares = densities(kinds)
    x = tuple(map(float, middles))
    lines = tuple(Series(kind.name, x, tuple(map(float, share))) for kind, share in zip(kinds, shares, strict=True))
    return Chart("Errors of images of each kind", "Mean squared error", "Share of the images", lines, log_x=True)


def _curves(own: Scored, others: Sequence[Other]) -> Chart:
    lines = tuple(Series(kind.name, *roc(own.errors, kind.errors)) for kind in others)
    title, x_label = f"Can the error tell? ROC against {own.name}", f"Share of {own.name} above the threshold"
    return Chart(title, x_label, "Share of the others above it", lines)


def _pictures(own: Scored, others: Sequence[Other]) -> tuple[Pictures, Pictures]:
    rows = [(kind, np.argsort(kind.errors, kind="stable")) for kind in (own, *others)]
    best = tuple(pair for kind, order in rows for pair in _drawn(kind, order[:EACH_END]))
    worst = tuple(pair for kind, order in rows for pair in _drawn(kind, order[::-1][:EACH_END]))
    return Pictures("The best of each kind", best), Pictures("The worst of each kind", worst)


def _drawn(kind: Scored, places: np.ndarray) -> tuple[tuple[str, Floats], ...]:
    return (kind.name, shown(kind.images[places])), (f"{kind.name}, drawn again", shown(kind.drawn[places]))
