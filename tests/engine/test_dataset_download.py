"""Keras's data sets come whole or not at all: from a server on this machine."""

import http.server
import io
import os
import re
import ssl
import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import certifi
import numpy as np
import pytest

from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.data import loading
from ae_workbench.data.source import Cancelled
from ae_workbench.engine.datasets import TEMPORARY_PREFIX, fetch_keras_dataset


def archive() -> bytes:
    images = np.random.default_rng(0).integers(0, 256, (40, 28, 28), np.uint8)
    labels = (np.arange(40) % 10).astype(np.uint8)
    file = io.BytesIO()
    np.savez(file, x_train=images[:30], y_train=labels[:30], x_test=images[30:], y_test=labels[30:])
    return file.getvalue()


class Server(http.server.ThreadingHTTPServer):
    """Serves ``mnist.npz``; under ``/slow/`` it sends half and then waits until it is closed."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = archive()
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        content = self.server.content
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.path.startswith("/slow/"):
            self.wfile.write(content[: len(content) // 2])
            self.wfile.flush()
            self.server.closing.wait(60)
            return
        if self.path.startswith("/short/"):
            content = content[: len(content) // 2]
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.closing.set()
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def keras_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setenv("no_proxy", "*")
    return tmp_path / "keras"


def with_keras(url: str, name: str) -> None:
    """As ``keras.datasets`` does it, from this machine."""
    import keras

    keras.utils.get_file("mnist.npz", origin=f"{url}/mnist.npz")


def with_urllib(url: str, name: str) -> None:
    """The same without the seconds that importing Keras takes."""
    folder = Path(os.environ["KERAS_HOME"], "datasets")
    folder.mkdir(parents=True, exist_ok=True)
    urllib.request.urlretrieve(f"{url}/mnist.npz", folder / "mnist.npz")


def dying(name: str) -> None:
    os._exit(3)


def saying_what_keras_says(name: str) -> None:
    raise RuntimeError("URL fetch failure on https://example.org/mnist.npz: None -- [Errno -3] Temporary failure in name resolution")


def saying_whom_it_trusts(name: str) -> None:
    many = len(ssl.create_default_context().get_ca_certs()) > 50
    raise RuntimeError(f"{os.environ.get('SSL_CERT_FILE')}, {'many' if many else 'few'} authorities")


def files_in(home: Path) -> list[str]:
    return [str(path.relative_to(home)) for path in home.rglob("*") if path.is_file() or path.name.startswith(TEMPORARY_PREFIX)]


def test_a_download_lands_in_the_cache_and_is_found_from_then_on(server: Server, keras_home: Path) -> None:
    words: list[str] = []
    fetch_keras_dataset("mnist", lambda share, doing: words.append(doing), partial(with_keras, server.url))
    assert files_in(keras_home) == ["datasets/mnist.npz"]
    assert (keras_home / "datasets" / "mnist.npz").read_bytes() == server.content
    assert "MNIST" in words[0]
    assert len(loading.load(Choice("mnist")).train) == 30


def test_no_network_is_one_sentence_and_leaves_nothing(keras_home: Path) -> None:
    with Server() as closed:
        url = closed.url
    with pytest.raises(DataError, match=r"couldn't be downloaded \(Connection refused\): connect .* built-in digits") as refused:
        fetch_keras_dataset("mnist", download=partial(with_urllib, url))
    assert "\n" not in str(refused.value)
    assert files_in(keras_home) == []


@pytest.mark.parametrize(
    ("download", "reason"), [(dying, "the download ended early"), (saying_what_keras_says, "Temporary failure in name resolution")]
)
def test_whatever_ends_a_download_is_said_in_short(keras_home: Path, download: object, reason: str) -> None:
    with pytest.raises(DataError, match=rf"\({reason}\)"):
        fetch_keras_dataset("mnist", download=download)  # type: ignore[arg-type]
    assert files_in(keras_home) == []


def test_a_download_that_breaks_off_leaves_nothing(server: Server, keras_home: Path) -> None:
    with pytest.raises(DataError, match="couldn't be downloaded"):
        fetch_keras_dataset("mnist", download=partial(with_urllib, f"{server.url}/short"))
    assert files_in(keras_home) == []


def test_cancelling_in_the_middle_ends_the_download_and_leaves_nothing(server: Server, keras_home: Path) -> None:
    shares: list[float] = []

    def cancel_when_some_has_come(share: float, doing: str) -> None:
        shares.append(share)
        if share > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetch_keras_dataset("mnist", cancel_when_some_has_come, partial(with_urllib, f"{server.url}/slow"))
    assert shares[0] < 0 < shares[-1] < 1
    assert files_in(keras_home) == []


def test_a_cache_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "file"))
    with pytest.raises(DataError, match="nothing can be written"):
        fetch_keras_dataset("mnist", download=dying)


def test_a_download_trusts_certifi_where_openssl_finds_no_certificates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "certs").mkdir()
    (tmp_path / "certs" / "README").write_text("as python.org's Python for macOS has it")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "nothing.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "certs"))
    with pytest.raises(DataError, match=rf"\({re.escape(certifi.where())}, many authorities\)"):
        fetch_keras_dataset("mnist", download=saying_whom_it_trusts)


@pytest.mark.parametrize("name", ["mine.pem", "0a1b2c3d.0"])
def test_certificates_that_are_there_stay_the_ones_that_count(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).touch()
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "mine.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    with pytest.raises(DataError, match=re.escape(str(tmp_path / "mine.pem"))):
        fetch_keras_dataset("mnist", download=saying_whom_it_trusts)
