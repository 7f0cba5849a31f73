"""Fewer dimensions to look at data in: t-SNE of pixels, of principal components and of codes, and planes that were learned."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.experiments.experiment import Chart, Experiment, Findings, Number, ScatterMap, Series, Table, Verdict
from ae_workbench.analysis.experiments.lab import Floats, Lab
from ae_workbench.analysis.experiments.making import (
    doubt,
    held_out,
    learned_from,
    need_images,
    neighbours_agree,
    recipe_for,
    verdict_of,
    voting,
)
from ae_workbench.analysis.pca import fit_pca
from ae_workbench.analysis.projection import EARLY, LATE, tsne
from ae_workbench.core.recipe import Recipe

SIZE = 32
MOST_LEARNED, JUDGED, QUICK_JUDGED = 20_000, 2000, 360
QUICK_ITERATIONS = (150, 250)
NEAR = 12
"""Neighbours that trustworthiness looks at; fewer where there are fewer than 26 images."""
WORTH_TRUST = 0.01
"""Without labels: by how much trustworthiness must differ to count."""
PIXELS, PCA_MANY, CODE = "Pixels", f"PCA, {SIZE}", f"Simple, {SIZE}"
PCA_PLANE, PLAIN_PLANE, DEEP_PLANE, VAE_PLANE = "PCA, 2", "Simple, 2", "Deep, 2", "Variational, 2"
COLUMNS = ("Map", "Trustworthiness", "Images among their own class", "The same before t-SNE")
Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Map:
    """Test images in a plane, (n, 2).

    ``trust``: how far neighbours on the map are neighbours among the pixels, 0 to 1. ``alike``: share of images that have mostly
    neighbours of their own class on the map, and ``before`` in what the map was made from; None without labels.
    """

    name: str
    points: Floats
    trust: float
    alike: float | None
    before: float | None = None


Maps = Mapping[str, Map]


def measure(lab: Lab) -> Findings:
    """Maps of the same test images in seven ways, and how well each keeps neighbours."""
    need_images(lab)
    images, labels = held_out(lab, QUICK_JUDGED if lab.quick else JUDGED)
    learned, _ = learned_from(lab, MOST_LEARNED)
    codes = _codes(lab, images)
    spaces = {PIXELS: images, PCA_MANY: fit_pca(learned, SIZE).project(images), CODE: codes.pop(CODE)}
    planes = {PCA_PLANE: fit_pca(learned, 2).project(images), **codes}
    maps = {}
    for done, (name, space) in enumerate(spaces.items()):
        points = _mapped(lab, space, _between(lab, 0.5 + 0.14 * done, 0.14, f"Making a t-SNE map: {name}"))
        maps[name] = _judged_map(name, points, images, labels, space)
    lab.progress(0.95, "Judging planes")
    maps |= {name: _judged_map(name, plane, images, labels) for name, plane in planes.items()}
    verdict, words = judged(maps, len(images))
    return Findings(
        verdict,
        (*words, _yardstick(len(images), labels)),
        _numbers(maps),
        (_table(maps),),
        (*_charts(maps), *(ScatterMap(_title(one), one.points, labels, lab.dataset.class_names) for one in maps.values())),
    )


def judged(maps: Maps, count: int) -> tuple[Verdict, list[str]]:
    """Three parts: the code's t-SNE is as good as that of the pixels, better than a plane of PCA, and a learned plane is better, too.

    By neighbours of the same class of ``count`` images, or without labels by trustworthiness.
    """
    code, pixels, pca, plane = maps[CODE], maps[PIXELS], maps[PCA_MANY], maps[PCA_PLANE]
    learned = max((maps[name] for name in (PLAIN_PLANE, DEEP_PLANE, VAE_PLANE)), key=_score)
    kept = [_ahead(pixels, code, count) <= 0, _ahead(code, plane, count) > 0, _ahead(learned, plane, count) > 0]
    measured = f"{_score(code):.1%} against {_score(pixels):.1%} for the pixels themselves"
    by = "images among their own class" if code.alike is not None else "trustworthiness"
    first = (
        f"t-SNE of the {SIZE}-number code makes a good map ({by}: {measured})."
        if kept[0]
        else f"t-SNE of the {SIZE}-number code makes a worse map than t-SNE of the pixels ({by}: {measured})."
    )
    beside = ("as good a map", "a better map", "a worse map")[_ahead(pca, code, count)]
    second = f"t-SNE of {SIZE} principal components, which need no training, makes {beside} ({_score(pca):.1%})."
    planes = (
        f"As a plane without t-SNE PCA's comes to {_score(plane):.1%} and the best learned one ({learned.name}) to {_score(learned):.1%}"
    )
    third = f"{planes}: learning it is worth the trouble." if kept[2] else f"{planes}: learning it isn't worth the trouble here."
    return verdict_of(kept), [first, second, third, *_worse_planes(maps, count)]


def _worse_planes(maps: Maps, count: int) -> list[str]:
    """Learned planes that PCA's beats are not passed over in silence."""
    worse = [maps[name] for name in (PLAIN_PLANE, DEEP_PLANE, VAE_PLANE) if _ahead(maps[PCA_PLANE], maps[name], count) > 0]
    if not worse:
        return []
    named = "; ".join(f"{one.name}: {_score(one):.1%}" for one in worse)
    return [f"Not every learned plane is better than PCA's; these are worse: {named}."]


def _score(one: Map) -> float:
    return one.trust if one.alike is None else one.alike


def _ahead(first: Map, second: Map, count: int) -> int:
    """1, 0 or −1: is the first better, as good or worse?"""
    apart = _score(first) - _score(second)
    worth = WORTH_TRUST if first.alike is None else doubt(_score(first), _score(second), count)
    return int(np.sign(apart)) if abs(apart) > worth else 0


def _codes(lab: Lab, images: Floats) -> dict[str, Floats]:
    """Of the simple autoencoder with 32 units, and of those with two."""
    wanted = {
        CODE: recipe_for(lab, "simple", f"code_size={SIZE}"),
        PLAIN_PLANE: recipe_for(lab, "simple", "code_size=2"),
        DEEP_PLANE: _like_the_variational(lab),
        VAE_PLANE: recipe_for(lab, "variational", "code_size=2", "kl_weight=1"),
    }
    found = {}
    for done, (name, recipe) in enumerate(wanted.items()):
        lab.progress(0.5 * done / len(wanted), f"Training: {name}")
        found[name] = lab.model(recipe).encode(images)
    return found


def _like_the_variational(lab: Lab) -> Recipe:
    """Its layers and training without a KL term. With relu two units mostly die, so the code's are leaky."""
    variational = recipe_for(lab, "variational")
    recipe = recipe_for(lab, "deep", "hidden=256", "code_size=2", "activation=leaky_relu")
    return replace(recipe, training=variational.training)


def _between(lab: Lab, start: float, width: float, text: str) -> Callable[[float, Floats], None]:
    return lambda share, points: lab.progress(start + width * share, text)


def _mapped(lab: Lab, space: Floats, show: Callable[[float, Floats], None]) -> Floats:
    found = tsne(space, show, iterations=QUICK_ITERATIONS if lab.quick else (EARLY, LATE))
    assert found is not None  # nobody cancels but by raising
    return found


def _judged_map(name: str, points: Floats, images: Floats, labels: Labels | None, space: Floats | None = None) -> Map:
    from sklearn.manifold import trustworthiness

    rows = images.reshape(len(images), -1)
    before = None if space is None or labels is None else neighbours_agree(space.reshape(len(space), -1), labels)
    trust = float(trustworthiness(rows, points, n_neighbors=_near(len(images))))
    return Map(name, points, trust, None if labels is None else neighbours_agree(points, labels), before)


def _near(count: int) -> int:
    """Of so many images: trustworthiness is defined for fewer than half."""
    return min(NEAR, max(1, count // 2 - 1))


def _yardstick(count: int, labels: Labels | None) -> str:
    near = _near(count)
    words = (
        f"All maps show the same {count:,} test images; trustworthiness compares {near} neighbours on the map with those among the pixels."
    )
    if labels is None:
        return words
    _, counts = np.unique(labels, return_counts=True)
    guess = counts.max() / counts.sum()
    neighbours, folds = voting(labels)
    vote = f"a vote of its {neighbours} nearest neighbours, out of {1 - 1 / folds:.0%} of the images without it, gives its class"
    return f"{words} An image is among its own class where {vote}; by chance that would be {guess:.0%}."


def _title(one: Map) -> str:
    return f"t-SNE map: {one.name}" if one.name in (PIXELS, PCA_MANY, CODE) else f"Plane: {one.name}"


def _numbers(maps: Maps) -> tuple[Number, ...]:
    found = []
    for one in maps.values():
        key = one.name.lower().replace(", ", "_")
        found.append(Number(f"trust_{key}", f"Trustworthiness, {_title(one)}", one.trust))
        if one.alike is not None:
            found.append(Number(f"alike_{key}", f"Among their own class, {_title(one)}", one.alike))
    return tuple(found)


def _table(maps: Maps) -> Table:
    return Table("Seven maps", COLUMNS, tuple((_title(one), one.trust, _share(one.alike), _share(one.before)) for one in maps.values()))


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def _charts(maps: Maps) -> tuple[Chart, ...]:
    places, names = tuple(float(place) for place in range(len(maps))), tuple(_title(one) for one in maps.values())
    series = [Series("Trustworthiness", places, tuple(one.trust for one in maps.values()), "bars")]
    alike = [one.alike for one in maps.values() if one.alike is not None]
    if len(alike) == len(maps):
        series.append(Series("Images among their own class", places, tuple(alike), "bars"))
    return (Chart("How well maps keep neighbours", "Map", "From 0 to 1", tuple(series), ticks=names),)


EXPERIMENT = Experiment(
    "dimensions",
    "introduction",
    "Maps of the data",
    "A code of 32 numbers and t-SNE after it make a good map of the data, and a learned plane shows more than PCA's.",
    measure,
)
