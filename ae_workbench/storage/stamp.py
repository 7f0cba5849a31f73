"""Whether a file is still what it was."""

from pathlib import Path


def stamp(path: Path) -> tuple[int, int]:
    """When a file or folder last changed, in nanoseconds, and its size in bytes; zeros where it has gone meanwhile."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
