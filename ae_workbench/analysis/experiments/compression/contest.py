"""Autoencoders against JPEG: who needs fewer bytes for the same quality, and is the claim kept?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from ae_workbench.analysis.experiments.compression.coders import Stored, points_of
from ae_workbench.analysis.experiments.compression.rates import Measure, Point, cheapest
from ae_workbench.analysis.experiments.experiment import Verdict
from ae_workbench.analysis.experiments.making import verdict_of

Foreign = Mapping[str, tuple[Sequence[Point], Sequence[Point]]]
"""By kind of image the points of all autoencoders, and of JPEG."""
LOSSLESS_DB = 60.0
"""Beyond this no grey level of 256 is wrong."""


@dataclass(frozen=True)
class Contest:
    """What was measured on ``count`` test images. ``jpeg`` and ``webp`` are all images in one file, ``alone`` each in its own.

    ``foreign`` has, for each other kind of image, the points of all autoencoders and of JPEG.
    """

    models: Sequence[Stored]
    pca: Sequence[Stored]
    jpeg: Sequence[Point]
    webp: Sequence[Point]
    alone: Mapping[str, Sequence[Point]]
    foreign: Foreign
    count: int

    @property
    def points(self) -> list[Point]:
        """Of all autoencoders."""
        return points_of(self.models)


@dataclass(frozen=True)
class Duel:
    """A file's setting and the cheapest code that is at least as good."""

    file: Point
    code: Point

    @property
    def is_won(self) -> bool:
        """By the code."""
        return self.code.rate < self.file.rate

    @property
    def pays_from(self) -> int:
        """Number of images from which on the code wins with its decoder counted in."""
        return ceil(self.code.decoder / (self.file.rate - self.code.rate))


def duels(codes: Sequence[Point], files: Sequence[Point], by: Measure = "psnr") -> list[Duel]:
    """One for each setting of the files that any code reaches."""
    pairs = ((file, cheapest(codes, getattr(file, by), by)) for file in files)
    return [Duel(file, code) for file, code in pairs if code is not None]


def best_duel(found: Sequence[Duel]) -> Duel | None:
    """The one that codes win by the largest factor."""
    won = [duel for duel in found if duel.is_won]
    return min(won, key=lambda duel: duel.code.rate / duel.file.rate) if won else None


def judged(codes: Sequence[Point], jpeg: Sequence[Point], foreign: Foreign) -> tuple[Verdict, list[str]]:
    """The verdict and its sentences.

    The claim's parts: what comes back is worse than the input, and on each other kind of image JPEG is smaller at equal quality. A kind
    of which no code is as good as JPEG at its lowest quality can't be compared, and is no part of the verdict.
    """
    best = max(point.psnr for point in codes)
    fought = {name: found for name, (own, files) in foreign.items() if (found := duels(own, files))}
    beaten = [name for name, found in fought.items() if best_duel(found) is not None]
    verdict = verdict_of([best < LOSSLESS_DB, *(name not in beaten for name in fought)])
    at_home = best_duel(duels(codes, jpeg))
    if at_home is None:
        own = "even on images of the kind it learned from an autoencoder needs more bytes than JPEG for the same quality"
    else:
        share, quality = at_home.code.rate / at_home.file.rate, at_home.file.psnr
        own = f"on images of the kind it learned from an autoencoder needs {share:.0%} of JPEG's bytes for the same {quality:.1f} dB"
    return verdict, [f"At best {best:.1f} dB come back; {own}.", *_abroad(foreign, fought, beaten)]


def _abroad(foreign: Foreign, fought: Mapping[str, Sequence[Duel]], beaten: Sequence[str]) -> list[str]:
    """What is said of other kinds of images."""
    said = []
    if beaten:
        said.append(f"It beats JPEG on other images, too: {', '.join(beaten)}.")
    if lost := [name for name in fought if name not in beaten]:
        said.append(f"On other images ({', '.join(lost)}) JPEG needs fewer at every quality that it reaches.")
    if far := [name for name in foreign if name not in fought]:
        said.append(f"Of other images ({', '.join(far)}) it gives back nothing as good as JPEG at its lowest quality.")
    return said
