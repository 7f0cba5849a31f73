"""Whom a download over HTTPS trusts where OpenSSL finds no certificates."""

import os
import re
import ssl
from pathlib import Path

FILE_VARIABLE = "SSL_CERT_FILE"
HASHED = re.compile(r"[0-9a-f]{8}\.\d+")
"""How OpenSSL wants the files of its folder to be named; it reads no others."""


def trust_known_authorities() -> None:
    """Let this process trust certifi's authorities if OpenSSL has none of its own.

    The places where OpenSSL looks are those of the machine that it was compiled for: a bundle is mostly on another one, and python.org's
    Python for macOS has an empty folder there.
    """
    found = ssl.get_default_verify_paths()
    if not has_certificates(found.cafile, found.capath):
        import certifi

        os.environ[FILE_VARIABLE] = certifi.where()


def has_certificates(file: str | None, folder: str | None) -> bool:
    """Whether OpenSSL finds certificates in the file or in the folder; None stands for one that isn't there."""
    if file is not None and Path(file).is_file():
        return True
    try:
        return folder is not None and any(HASHED.fullmatch(path.name) for path in Path(folder).iterdir())
    except OSError:  # it isn't there, or may not be read
        return False
