"""Another program that has a run open."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CODE = """
import sys
from pathlib import Path
from ae_workbench.storage.lock import hold
held = hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_elsewhere(run: Path) -> Iterator[None]:
    """Meanwhile another process holds this run; at the end it is killed, not asked."""
    with subprocess.Popen([sys.executable, "-c", CODE, str(run)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        try:
            assert other.stdout is not None and other.stdout.readline() == "held\n"
            yield
        finally:
            other.kill()
