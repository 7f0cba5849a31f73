"""Why something can't be kept, as a sentence that says what to do."""

import errno
from pathlib import Path

from ae_workbench.core.errors import RunError

FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
GONE = {errno.ENOENT, errno.ENOTDIR, getattr(errno, "ESTALE", errno.ENOENT)}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class SaveError(RunError):
    """What a training has learned can't be written into its run; it is still in memory."""


def save_error(run: Path, problem: OSError) -> SaveError:
    """The sentence for a run's folder."""
    if problem.errno in FULL:
        return SaveError(f"The disk is full, so the run in {run} can't be kept on: free some space, or choose another folder.")
    if problem.errno in GONE:
        return SaveError(f"The run's folder {run} is no longer there: it was moved or deleted. Put it back, or choose another folder.")
    if problem.errno in FORBIDDEN:
        return SaveError(f"The run's folder {run} can't be written to: allow writing there, or choose another folder.")
    return SaveError(f"The run in {run} can't be kept on ({problem.strerror or problem}): choose another folder.")
