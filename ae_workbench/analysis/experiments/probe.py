"""Features for classes: a linear probe on every variant's codes, against features that nobody trained to draw pixels."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.experiment import Chart, Experiment, Findings, Number, Series, Table, Verdict
from ae_workbench.analysis.experiments.lab import Floats, Lab
from ae_workbench.analysis.experiments.making import Row, doubt, held_out, key_of, learned_from, one_thread, recipe_for
from ae_workbench.analysis.pca import fit_pca
from ae_workbench.variants import VARIANTS

SIZE = 32
MOST_TRAIN, MOST_TEST, QUICK_TEST = 20_000, 5_000, 400
PER_CLASS, QUICK_PER_CLASS = (5, 50, 1000), (5, 100)
DRAWS = 3
"""Times that few labels are drawn anew; each feature gets the same draws."""
STRENGTHS = (1.0, 10.0, 100.0)
STEPS, NEAR_ENOUGH = 100, 1e-3
HELD_OUT = 0.2
SEED = 10
PCA, PIXELS, TAUGHT = f"PCA, {SIZE}", "Raw pixels", f"Network taught with the labels, {SIZE}"
RIVALS = (PCA, PIXELS, TAUGHT)
Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Feature:
    """The same examples described in one way: ``train`` (n, units) and ``test`` (m, units)."""

    name: str
    train: Floats
    test: Floats


@dataclass(frozen=True)
class Score:
    """Accuracies on the test examples, one for each draw of labels."""

    draws: tuple[float, ...]

    @property
    def mean(self) -> float:
        return float(np.mean(self.draws))


Scores = Mapping[str, Sequence[Score]]
"""By feature; one score for each number of labels."""


def measure(lab: Lab) -> Findings:
    """Test accuracy of logistic regression on each feature, from few labels and from many."""
    _, labels = learned_from(lab, MOST_TRAIN)
    _, test_labels = held_out(lab, QUICK_TEST if lab.quick else MOST_TEST)
    if labels is None or test_labels is None or len(np.unique(labels)) < 2:
        return Findings("open", (f"{lab.dataset.name} have no labels of two classes or more, so there is nothing to tell apart.",))
    features = _features(lab)
    counts = QUICK_PER_CLASS if lab.quick else PER_CLASS
    draws = [_drawn(labels, count, draw) for count in counts for draw in range(1 if count == counts[-1] else DRAWS)]
    sizes = sorted({len(rows) for rows in draws})
    found: dict[str, list[Score]] = {}
    for done, feature in enumerate(features):
        lab.progress(0.6 + 0.35 * done / len(features), f"Telling classes apart: {feature.name}")
        found[feature.name] = [_score(feature, labels, test_labels, [rows for rows in draws if len(rows) == size], probe) for size in sizes]
    lab.progress(0.95, f"Telling classes apart: {TAUGHT}")
    pixels = next(feature for feature in features if feature.name == PIXELS)
    found[TAUGHT] = [_score(pixels, labels, test_labels, [rows for rows in draws if len(rows) == size], taught) for size in sizes]
    return _findings(lab, sizes, found, {feature.name: feature.train.shape[1] for feature in features} | {TAUGHT: SIZE}, len(test_labels))


def judged(sizes: Sequence[int], scores: Scores, judged_by: int) -> tuple[Verdict, list[str]]:
    """The claim: something else than a code is better for classes, with few labels and with many; ``judged_by`` test examples."""
    signs, words = [], []
    for place in (0, len(sizes) - 1):
        means = {name: values[place].mean for name, values in scores.items()}
        codes = {name: mean for name, mean in means.items() if name not in RIVALS}
        code, rival = max(codes, key=codes.__getitem__), max(RIVALS, key=means.__getitem__)
        ahead = means[rival] - means[code]
        signs.append(int(np.sign(ahead)) if abs(ahead) > doubt(means[rival], means[code], judged_by) else 0)
        relation = {1: "fewer than", 0: "about as many as", -1: "more than"}[signs[-1]]
        words.append(
            f"With {sizes[place]:,} labels the best code ({code}) tells {means[code]:.1%} of the test examples right, "
            f"{relation} the best other feature ({rival}) with {means[rival]:.1%}."
        )
    if signs == [0, 0]:
        return "open", [*words, f"With {judged_by:,} test examples differences this small say nothing: use more data."]
    return "holds" if signs == [1, 1] else "partly" if 1 in signs else "fails", words


def probe(train: Floats, labels: Labels, test: Floats, seed: int) -> Labels:
    """Classes of ``test`` by logistic regression on features as they are, but for one shift and one scale.

    The strength of its penalty is chosen on a fifth of the labels. Each feature keeps its own proportions: to blow up pixels that
    hardly differ would put pixels at a disadvantage.
    """
    from sklearn.linear_model import LogisticRegression

    mean = train.mean(axis=0)
    scale = max(float(np.sqrt(np.square(train - mean).sum(axis=1).mean())), 1e-12)
    train, test = (train - mean) / scale, (test - mean) / scale
    inner, judge = _parted(labels, seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it could be fitted longer changes no class
        models = [
            LogisticRegression(C=strength, max_iter=STEPS, tol=NEAR_ENOUGH).fit(train[inner], labels[inner]) for strength in STRENGTHS
        ]
        scores = [model.score(train[judge], labels[judge]) for model in models]
        best = STRENGTHS[int(np.argmax(scores))]
        return LogisticRegression(C=best, max_iter=STEPS, tol=NEAR_ENOUGH).fit(train, labels).predict(test)


def taught(train: Floats, labels: Labels, test: Floats, seed: int) -> Labels:
    """Classes of ``test`` by a network whose 32 features are learned from these labels: what features for classes can be."""
    from sklearn.neural_network import MLPClassifier

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        epochs = int(np.clip(60_000 / len(labels), 10, 200))
        network = MLPClassifier((128, SIZE), alpha=1e-3, batch_size=min(64, len(labels)), max_iter=epochs, random_state=seed)
        return network.fit(train, labels).predict(test)


def _features(lab: Lab) -> list[Feature]:
    images, _ = learned_from(lab, MOST_TRAIN)
    test, _ = held_out(lab, QUICK_TEST if lab.quick else MOST_TEST)
    found = []
    fitting = [variant for variant in VARIANTS if lab.dataset.shape.kind in variant.kinds]
    for done, variant in enumerate(fitting):
        lab.progress(0.6 * done / len(fitting), f"Training: {variant.title}")
        settings = (f"code_size={SIZE}",) if variant.key == "variational" else ()
        model = lab.model(recipe_for(lab, variant.key, *settings))
        name = f"{variant.title}, {model.plan.code_size}"
        found.append(Feature(name, _rows(model.encode(images)), _rows(model.encode(test))))
    pca = fit_pca(images, SIZE)
    return [*found, Feature(PCA, pca.project(images), pca.project(test)), Feature(PIXELS, _rows(images), _rows(test))]


def _score(
    feature: Feature, labels: Labels, test_labels: Labels, draws: Sequence[NDArray], method: Callable[[Floats, Labels, Floats, int], Labels]
) -> Score:
    with one_thread():
        guesses = [method(feature.train[rows], labels[rows], feature.test, SEED + number) for number, rows in enumerate(draws)]
    return Score(tuple(float((guess == test_labels).mean()) for guess in guesses))


def _drawn(labels: Labels, per_class: int, draw: int) -> NDArray[np.intp]:
    """Positions of ``per_class`` examples of each class, or of all where there are fewer."""
    rng = np.random.default_rng((SEED, draw))
    order = rng.permutation(len(labels))
    return np.concatenate([order[labels[order] == label][:per_class] for label in np.unique(labels)])


def _parted(labels: Labels, seed: int) -> tuple[NDArray, NDArray]:
    """Positions to fit and to judge by, both with every class; the same ones twice where a class has a single label."""
    from sklearn.model_selection import train_test_split

    classes, counts = np.unique(labels, return_counts=True)
    everything = np.arange(len(labels))
    if counts.min() < 2:
        return everything, everything
    inner, judge = train_test_split(
        everything, test_size=max(len(classes), int(HELD_OUT * len(labels))), random_state=seed, stratify=labels
    )
    return inner, judge


def _rows(examples: Floats) -> Floats:
    return examples.reshape(len(examples), -1)


def _findings(lab: Lab, sizes: Sequence[int], scores: Scores, units: Mapping[str, int], judged_by: int) -> Findings:
    verdict, words = judged(sizes, scores, judged_by)
    noise = f"“Few labels” is a mean of {DRAWS} draws; the codes were learned from the pictures alone, without any label."
    lines = tuple(Series(name, tuple(map(float, sizes)), tuple(1 - score.mean for score in values)) for name, values in scores.items())
    rows: tuple[Row, ...] = tuple((name, units[name], *(score.mean for score in values)) for name, values in scores.items())
    few, many = sizes[0], sizes[-1]
    numbers = (Number(f"accuracy_{key_of(name)}", f"{name}, {many:,} labels", values[-1].mean) for name, values in scores.items())
    columns = ("Feature", "Numbers", *(f"{size:,} labels" for size in sizes))
    told = Table(f"Share of {lab.dataset.name} test examples told right", columns, rows)
    title, can_be_log = f"Classes from {few:,} to {many:,} labels", all(min(line.y) > 0 for line in lines)
    errors = Chart(title, "Labels", "Share told wrong", lines, log_x=True, log_y=can_be_log)
    return Findings(verdict, (*words, noise), tuple(numbers), (told,), (errors,))


EXPERIMENT = Experiment(
    "probe",
    "closing",
    "Codes as features for classes",
    "Features that are learned by drawing pixels again aren't the best ones to tell classes apart.",
    measure,
)
