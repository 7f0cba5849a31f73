"""``python -m tests.faults.hostile --count 2000``: open many hostile and broken inputs and say what came of it."""

import argparse
import sys

from tests.faults.hostile.cases import KINDS
from tests.faults.hostile.running import Figures, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.hostile", description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="how many inputs (2000)")
    parser.add_argument("--seed", type=int, default=1, help="start of the random numbers (1)")
    parser.add_argument("--first", type=int, default=0, help="number of the first case (0), to see one again")
    chosen = parser.parse_args()
    figures = run(chosen.count, chosen.seed, chosen.first, _tell)
    _print(figures)
    return 1 if figures.faults else 0


def _tell(done: int, figures: Figures) -> None:
    if done % 100 == 0:
        print(f"{done} opened, {len(figures.faults)} faults", file=sys.stderr, flush=True)


def _print(figures: Figures) -> None:
    print(f"{'kind':<10}{'opened':>8}{'refused':>9}")
    for kind in KINDS:
        print(f"{kind:<10}{figures.opened[kind]:>8}{figures.refused[kind]:>9}")
    print(f"{figures.count} inputs: {figures.opened.total()} opened rightly, {figures.refused.total()} refused in one sentence")
    print(f"slowest: {figures.slowest[0]:.2f} s of the processor (case {figures.slowest[1]}), ", end="")
    print(f"{figures.slowest_wall[0]:.2f} s by the clock (case {figures.slowest_wall[1]})")
    print(f"most memory: {figures.largest[0] / 1e6:.0f} MB (case {figures.largest[1]})")
    print(f"{len(figures.faults)} faults")
    for fault in figures.faults:
        print(f"  {fault}")


if __name__ == "__main__":
    sys.exit(main())
