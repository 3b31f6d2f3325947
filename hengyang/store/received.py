"""Received files, byte for byte, each named by its own hash: what a release was made from can be shown for ever."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hengyang.errors import DataMissing, PlanError
from hengyang.store.location import below

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def keep(folder: str, content: bytes, suffix: str) -> str:
    """Keep the content below the folder, under its sha256, which is returned; kept once however often it comes.

    A suffix that is none is left out. Whoever looks sees the whole file or none. Raises: PlanError.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    name = sha256 + (suffix if _SUFFIX.fullmatch(suffix) else "")
    with _spoken(name):
        if "://" in folder:
            stream = _remote(folder).open_output_stream(name, None)
            stream.write(content)
            stream.close()
        else:
            _keep_in_folder(Path(folder), name, content)
    return sha256


def read(folder: str, sha256: str, suffix: str) -> bytes:
    """The content that was kept under its hash. Raises: DataMissing when it is not there or no longer itself."""
    if not _SHA256.fullmatch(sha256):
        raise DataMissing(f"{sha256!r} is no hash", name=sha256)
    name = sha256 + (suffix if _SUFFIX.fullmatch(suffix) else "")
    try:
        if "://" in folder:
            content = bytes(_remote(folder).open_input_file(name).read(None))
        else:
            content = Path(folder, name).read_bytes()
    except OSError as error:
        raise DataMissing(f"{below(folder, name)}: {error}", name=name) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DataMissing(f"{below(folder, name)} is not what was received", name=name)
    return content


def _keep_in_folder(folder: Path, name: str, content: bytes) -> None:
    place = folder / name
    if place.exists() and place.read_bytes() == content:
        return
    folder.mkdir(parents=True, exist_ok=True)
    half_written = folder / f".{name}.{secrets.token_hex(4)}"
    try:
        with half_written.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        half_written.replace(place)
    finally:
        half_written.unlink(missing_ok=True)


def _remote(folder: str):  # type: ignore[no-untyped-def]  # pyarrow has no types
    # The tables' own way to their place, credentials included. deltalake.fs wraps it in pyarrow files, whose
    # writing hands on buffers that it does not take (deltalake 1.6).
    from deltalake._internal import DeltaFileSystemHandler

    return DeltaFileSystemHandler(folder, None)


@contextmanager
def _spoken(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise PlanError(
            f"{name}: {error}", key="store-cannot-keep", detail=error.strerror or str(error)
        ) from error
