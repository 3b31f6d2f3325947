"""Where the stores lie that tests write to: each in a folder of its own, or below the URL in HENGYANG_TEST_STORE_URL."""

from __future__ import annotations

import os
import shutil
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from deltalake._internal import DeltaFileSystemHandler

#: Any address that deltalake reaches with the credentials in the environment: s3://bucket.
ELSEWHERE = os.environ.get("HENGYANG_TEST_STORE_URL")


def is_elsewhere(request: pytest.FixtureRequest) -> bool:
    """Whether the store of this test lies below the URL; not where a test looks into the folder itself."""
    return ELSEWHERE is not None and request.node.get_closest_marker("folder") is None


def empty(request: pytest.FixtureRequest, folder: Path) -> str:
    """An address where nothing lies yet."""
    return f"{ELSEWHERE}/{uuid.uuid4().hex}" if is_elsewhere(request) else str(folder)


def copied(
    request: pytest.FixtureRequest, template: Path, folder: Path, part: str | None = None
) -> str:
    """The address of a copy of the stores in a folder; elsewhere, where each file takes its time, of one part of it."""
    if not is_elsewhere(request):
        return str(shutil.copytree(template, folder))
    place = empty(request, folder)
    bucket = DeltaFileSystemHandler(place, None)  # the tables' own way there

    def put(file: Path) -> None:
        stream = bucket.open_output_stream(str(file.relative_to(template)), None)
        stream.write(file.read_bytes())
        stream.close()

    with ThreadPoolExecutor(16) as pool:
        list(
            pool.map(put, (file for file in (template / (part or "")).rglob("*") if file.is_file()))
        )
    return place
