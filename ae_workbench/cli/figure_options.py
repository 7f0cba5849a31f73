"""The words and options of ``figure``. Imports nothing that help would have to wait for."""

import argparse
from pathlib import Path


def add_figure(command: argparse.ArgumentParser) -> None:
    """Its words and options, besides ``--epoch`` and ``--data``."""
    command.usage = "ae-workbench figure RUN [RUN …] KIND --out FILE [options]"
    words = "run folders or .aew files, then a kind of figure (ae-workbench list figures)"
    command.add_argument("words", nargs="+", metavar="RUN … KIND", help=words)
    command.add_argument("--out", type=Path, required=True, metavar="FILE", help="a .png, .svg or .pdf file")
    command.add_argument("--count", type=int, metavar="N", help="how many examples, points or rows; what it means depends on the kind")
    command.add_argument("--examples", default="", metavar="I,J,…", help="test examples to show, counted from 0 (one of each class)")
    command.add_argument("--noise", metavar="KIND=AMOUNT", help="noise for denoising, such as gaussian=0.3 (the run's own)")
    command.add_argument("--layout", default="pca", metavar="pca|tsne", help="how latent lays out codes of more than two numbers (pca)")
    command.add_argument("--dpi", type=int, default=200, metavar="N", help="dots per inch of a PNG (200)")
    command.add_argument("--colour-map", default="grey", metavar="NAME", help="of grey images: grey, inverted, viridis, magma, cividis")
    command.add_argument("--dark", action="store_true", help="light on dark")
    command.add_argument("--transparent", action="store_true", help="no background")
    command.add_argument("--no-title", action="store_true", help="no title above the figure")
