"""Writes a made file where somebody asked for it: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hengyang.errors import NotUnderstood

#: What a created file may be read by, before the umask: as `open` would make it.
_MODE = 0o666


def place_for(output: str, own_name: str, suffix: str) -> Path:
    """Where a file goes: the path itself, or a free name of its own in a folder that is there.

    Raises: NotUnderstood, before anything is made, for a path of another kind of file and for one that cannot be
    written: a folder that is missing, a device, a place that is closed to us.
    """
    try:
        place = Path(output)
        if place.is_dir():
            return _demanded(_free(place, own_name))
        if place.suffix.lower() in _OTHER_KINDS - {suffix}:
            raise NotUnderstood("export-error-suffix", path=output, kind=suffix.lstrip("."))
        if output.endswith(("/", os.sep)) or not place.parent.is_dir():
            raise FileNotFoundError(2, os.strerror(2), output)
        if place.exists() and not place.is_file():
            raise PermissionError(1, os.strerror(1), output)
        return _demanded(place)
    except (OSError, ValueError) as error:
        raise _refused(output, error) from error


def write_whole(content: bytes, place: Path) -> None:
    """Writes beside the place, to the disk, and renames: whoever looks sees the old file or the new one.

    Raises: NotUnderstood when it cannot be written; nothing is left then.
    """
    # A link stays a link: what it points to is replaced.
    place = Path(os.path.realpath(place))
    try:
        number, name = tempfile.mkstemp(
            prefix=f".{place.name[:40]}.", suffix=".part", dir=place.parent
        )
        beside = Path(name)
        try:
            with os.fdopen(number, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            beside.chmod(place.stat().st_mode if place.exists() else _MODE & ~_umask())
            beside.replace(place)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        _keep_the_name(place.parent)
    except (OSError, ValueError) as error:
        raise _refused(str(place), error) from error


_OTHER_KINDS = {".pptx", ".docx", ".xlsx", ".pdf", ".csv", ".png", ".svg"}


def _free(folder: Path, name: str) -> Path:
    """The name, numbered where it is taken: what lies there may have been worked on."""
    wanted = Path(name)
    found, number = folder / name, 1
    while found.exists():
        number += 1
        found = folder / f"{wanted.stem} ({number}){wanted.suffix}"
    return found


def _demanded(place: Path) -> Path:
    """The place, when its folder takes new files."""
    if not os.access(place.parent, os.W_OK | os.X_OK):
        raise PermissionError(13, os.strerror(13), str(place))
    return place


def _umask() -> int:
    # It can only be read by setting it.
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _keep_the_name(folder: Path) -> None:
    """Brings the renaming to the disk, where the system lets a folder be opened."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(number)
    except OSError:
        pass
    finally:
        os.close(number)


def _refused(path: str, error: Exception) -> NotUnderstood:
    detail = getattr(error, "strerror", None) or str(error)
    return NotUnderstood("review-error-output", path=path, detail=detail)
