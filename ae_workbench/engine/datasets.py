"""Data sets, with those of Keras downloaded when they aren't here. No import of TensorFlow: that happens in a child process."""

import multiprocessing
import os
import re
import shutil
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.request import getproxies

from ae_workbench.core.recipe import Choice
from ae_workbench.data import loading
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.mnist import FILES, HOME_VARIABLE, TITLES, keras_home, not_here
from ae_workbench.data.source import Progress, silent
from ae_workbench.engine.certificates import trust_known_authorities
from ae_workbench.engine.child import be_quiet, end_with_parent
from ae_workbench.storage.atomic import sync, sync_folder
from ae_workbench.storage.patience import replace
from ae_workbench.storage.stale import remove_stale

HOST = "storage.googleapis.com"
TOTAL_BYTES = {"mnist": 11_490_434, "fashion_mnist": 30_878_645}
POLL_S = 0.1
NETWORK_TIMEOUT_S = 30.0
STALE_S = 24 * 3600
TEMPORARY_PREFIX = ".ae-workbench-download-"

Download = Callable[[str], object]
"""Runs in the child with ``KERAS_HOME`` set; must be importable by name."""


def load(choice: Choice, progress: Progress = silent, to_learn: bool = True) -> Dataset:
    """``data.loading.load`` with downloads."""
    return loading.load(choice, progress, fetch_keras_dataset, to_learn)


def keras_download(name: str) -> None:
    """Keras's own download, with its checksums; first a quick look for a network, since importing Keras takes seconds."""
    if not getproxies():
        socket.getaddrinfo(HOST, 443)
    import_module(f"keras.datasets.{name}").load_data()


def fetch_keras_dataset(name: str, progress: Progress = silent, download: Download = keras_download) -> None:
    """Bring a Keras data set into Keras's cache: whole, or not at all.

    A child process does it, so that a download that hangs can be ended at once.

    Raises:
        DataError: no network, or no place to write. Whatever ``progress`` raises to cancel.
    """
    with _temporary_home(name) as home:
        _run_child(name, home, progress, download)
        try:
            _keep(name, home)
        except OSError as problem:
            raise not_here(name, f"its files can't be kept in {keras_home()}: {problem.strerror}") from None


def _run_child(name: str, home: Path, progress: Progress, download: Download) -> None:
    progress(-1.0, f"Preparing to download {TITLES[name]}")
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(name, str(home), download, sender), daemon=True, name=f"download {name}")
    child.start()
    sender.close()
    try:
        while not receiver.poll(POLL_S):
            _report(name, home, progress)
        try:
            problem = receiver.recv()
        except EOFError:
            problem = "the download ended early"
    finally:
        child.kill()
        child.join()
        child.close()
        receiver.close()
    if problem:
        raise not_here(name, problem)


def _child(name: str, home: str, download: Download, sender: Connection) -> None:
    """In the child: download, then send what went wrong, or nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C too, and ends this process
    end_with_parent()
    be_quiet()
    os.environ[HOME_VARIABLE] = home
    socket.setdefaulttimeout(NETWORK_TIMEOUT_S)
    try:
        trust_known_authorities()
        download(name)
    except Exception as problem:  # process boundary: handed on, not lost
        sender.send(_in_short(problem))
    else:
        sender.send("")


def _in_short(problem: Exception) -> str:
    """Keras's "URL fetch failure on …: None -- [Errno 111] Connection refused" as "Connection refused"."""
    last = str(problem).strip().split("\n")[0].rsplit(" -- ", 1)[-1]
    reason = re.sub(r"^<?(urlopen error )?(\[Errno -?\d+\] )?", "", last)
    return reason.strip(" .<>")[:200] or type(problem).__name__


def _report(name: str, home: Path, progress: Progress) -> None:
    done, total = _bytes_in(home / "datasets"), TOTAL_BYTES[name]
    if done:
        share = min(done / total, 1.0)
        progress(share, f"Downloading {TITLES[name]}: {done / 1e6:.1f} of {total / 1e6:.1f} MB")
    else:
        progress(-1.0, f"Preparing to download {TITLES[name]}")


def _bytes_in(folder: Path) -> int:
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += Path(parent, name).stat().st_size
            except FileNotFoundError:  # Keras removed or renamed it since
                continue
    return total


def _keep(name: str, home: Path) -> None:
    """Move the files to where Keras looks for them, first those that are read last."""
    for file in reversed(FILES[name]):
        source, target = home / "datasets" / file, keras_home() / "datasets" / file
        if not source.is_file():
            raise not_here(name, "the download was incomplete")
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(source, "rb+") as content:
            sync(content.fileno())
        replace(source, target)
        sync_folder(target.parent)


@contextmanager
def _temporary_home(name: str) -> Iterator[Path]:
    """A folder inside Keras's cache, on the same disk, that is gone afterwards."""
    cache = keras_home() / "datasets"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        remove_stale(cache, f"{TEMPORARY_PREFIX}*", STALE_S)
        home = Path(tempfile.mkdtemp(prefix=TEMPORARY_PREFIX, dir=cache))
    except OSError as problem:
        raise not_here(name, f"nothing can be written to {cache}: {problem.strerror}") from None
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)
