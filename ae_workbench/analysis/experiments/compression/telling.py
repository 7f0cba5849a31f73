"""What compression came to, in words, tables and plots."""

from collections.abc import Sequence

from ae_workbench.analysis.experiments.compression.coders import BITS, as_images, as_pixels, once_stored, points_of, real_bytes
from ae_workbench.analysis.experiments.compression.contest import Contest, best_duel, duels, judged
from ae_workbench.analysis.experiments.compression.files import JPEG, WEBP, Format, all_in_one
from ae_workbench.analysis.experiments.compression.rates import Measure, Point, frontier
from ae_workbench.analysis.experiments.experiment import Chart, Findings, Number, Pictures, Series, Table
from ae_workbench.analysis.experiments.lab import Floats, Lab
from ae_workbench.analysis.experiments.making import Row, held_out, shown

SHOWN, SHOWN_SIZE = 10, 32
PUBLISHED_FACTOR = 24.5
MODEL_COLUMNS = ("Codes of", "Bits a number", "Bytes an image", "The same with LZMA", "PSNR (dB)", "SSIM", "Decoder (kB)")
FILE_COLUMNS = ("Format and quality", "Bytes an image", "The same in a file each", "PSNR (dB)", "SSIM")
ONE_FILE, EACH = "all in one file", "a file each"


def told(lab: Lab, contest: Contest, learned: Floats, images: Floats) -> Findings:
    """Findings of a contest on these test images."""
    verdict, reasons = judged(contest.points, contest.jpeg, contest.foreign)
    real = {
        each.coder.name: real_bytes(each.coder, learned, images, BITS[each.chosen]) for each in (*contest.models, *contest.pca)
    }  # fmt: skip
    return Findings(
        verdict,
        (*reasons, *_decoder(contest), _by_ssim(contest), _others(contest), _counted(contest, real), _headers(contest)),
        _numbers(lab, contest),
        (_models_table(contest, real), _files_table(contest)),
        (_chart(contest, "psnr", "PSNR (dB)"), _chart(contest, "ssim", "SSIM"), _foreign_chart(contest), _pictures(lab, contest, learned)),
    )


def _decoder(contest: Contest) -> list[str]:
    """Whoever reads codes needs the decoder; JPEG's is on every computer."""
    duel = best_duel(duels(contest.points, contest.jpeg))
    if duel is None:
        return []
    sizes = f"{duel.code.rate:.1f} bytes an image instead of JPEG's {duel.file.rate:.1f}"
    return [
        f"At home that is {sizes}; the decoder takes {duel.code.decoder / 1000:.0f} kB on top, "
        f"so that it pays from {duel.pays_from:,} images on."
    ]


def _by_ssim(contest: Contest) -> str:
    duel = best_duel(duels(contest.points, contest.jpeg, "ssim"))
    if duel is None:
        return "Judged by SSIM instead of PSNR, JPEG needs fewer bytes at every quality that autoencoders reach."
    share = duel.code.rate / duel.file.rate
    return f"Judged by SSIM instead of PSNR, an autoencoder needs {share:.0%} of JPEG's bytes at home for the same {duel.file.ssim:.2f}."


def _others(contest: Contest) -> str:
    """PCA and WebP as opponents."""
    pca = points_of(contest.pca)
    by_pca, by_webp = (len(points) - sum(duel.is_won for duel in duels(contest.points, points)) for points in (pca, contest.webp))
    return (
        f"PCA, whose code is stored in the same way, beats every autoencoder with {by_pca} of its {len(pca)} settings, "
        f"and WebP with {by_webp} of {len(contest.webp)}."
    )


def _counted(contest: Contest, real: dict[str, float]) -> str:
    ideal = sum(each.points[each.chosen].rate for each in (*contest.models, *contest.pca))
    more = sum(real.values()) / ideal - 1
    return (
        "Code numbers are rounded and counted as an ideal arithmetic coder would store them that knows how frequent they are in training; "
        f"LZMA, a real compressor, takes {more:.0%} more."
    )


def _headers(contest: Contest) -> str:
    """What small files are made of."""
    alone = contest.alone[f"{JPEG.name}, {EACH}"]
    return (
        f"JPEG's and WebP's bytes are those of one picture with all {contest.count:,} images side by side, which share its headers; "
        f"in a file of its own an image takes {alone[0].rate:.0f} bytes at JPEG's lowest quality instead of {contest.jpeg[0].rate:.0f}."
    )


def _numbers(lab: Lab, contest: Contest) -> tuple[Number, ...]:
    found = []
    size = lab.dataset.shape.size
    for each in (*contest.models, *contest.pca):
        if each.coder.size == SHOWN_SIZE:
            key, point = f"{each.coder.family.lower()}_{each.coder.size}", each.points[each.chosen]
            found.append(Number(f"bytes_{key}", f"Bytes an image, {each.coder.name}", point.rate, "bytes"))
            found.append(Number(f"psnr_{key}", f"PSNR, {each.coder.name}", point.psnr, "dB"))
    label = f"Numbers in an image for each of {SHOWN_SIZE} in its code"
    factor = Number("numbers_factor", label, size / SHOWN_SIZE, published=PUBLISHED_FACTOR)
    return (factor, *found)


def _models_table(contest: Contest, real: dict[str, float]) -> Table:
    rows: tuple[Row, ...] = tuple(
        (each.coder.name, f"{BITS[each.chosen]}", point.rate, real[each.coder.name], point.psnr, point.ssim, point.decoder / 1000)
        for each in (*contest.models, *contest.pca)
        for point in (each.points[each.chosen],)
    )
    return Table("Codes, rounded as coarsely as costs a tenth of a decibel", MODEL_COLUMNS, rows)


def _files_table(contest: Contest) -> Table:
    rows: tuple[Row, ...] = tuple(
        (f"{kind.name}, {quality}", point.rate, alone.rate, point.psnr, point.ssim)
        for kind, points in ((JPEG, contest.jpeg), (WEBP, contest.webp))
        for quality, point, alone in zip(kind.qualities, points, contest.alone[f"{kind.name}, {EACH}"], strict=True)
    )
    return Table("Usual formats, all images in one file", FILE_COLUMNS, rows)


def _chart(contest: Contest, by: Measure, label: str) -> Chart:
    families = sorted({each.coder.family for each in contest.models}, reverse=True)
    named: dict[str, Sequence[Point]] = {
        family: points_of([each for each in contest.models if each.coder.family == family]) for family in families
    }
    named |= {"PCA": points_of(contest.pca), f"JPEG, {ONE_FILE}": contest.jpeg, f"WebP, {ONE_FILE}": contest.webp, **contest.alone}
    lines = tuple(_line(name, points, by) for name, points in named.items())
    return Chart(f"Rate and quality: {label}", "Bytes an image", label, lines, log_x=True)


def _line(name: str, points: Sequence[Point], by: Measure = "psnr") -> Series:
    best = frontier(points, by)
    return Series(name, tuple(point.rate for point in best), tuple(float(getattr(point, by)) for point in best))


def _foreign_chart(contest: Contest) -> Chart:
    lines = [
        _line(f"{name}, {who}", points)
        for name, pair in contest.foreign.items()
        for who, points in zip(("all autoencoders", "JPEG"), pair, strict=True)
    ]
    return Chart("The same on images of other kinds", "Bytes an image", "PSNR (dB)", tuple(lines), log_x=True)


def _pictures(lab: Lab, contest: Contest, learned: Floats) -> Pictures:
    """The same images from about the same number of bytes."""
    images, _ = held_out(lab, contest.count)
    rows = [("Input", shown(images[:SHOWN]))]
    for each in (*contest.models, *contest.pca):
        if each.coder.size == SHOWN_SIZE:
            point = each.points[each.chosen]
            rows.append((_caption(each.coder.name, point), shown(once_stored(each.coder, learned, images[:SHOWN], BITS[each.chosen]))))
    for kind, points in ((JPEG, contest.jpeg), (WEBP, contest.webp)):
        rows.append((_caption(kind.name, points[0]), _smallest(images, kind)))
    return Pictures("From few bytes", tuple(rows))


def _caption(name: str, point: Point) -> str:
    return f"{name}: {point.rate:.0f} bytes"


def _smallest(images: Floats, kind: Format) -> Floats:
    _, pixels = all_in_one(as_pixels(images), kind, kind.qualities[0])
    return shown(as_images(pixels[:SHOWN]))
