"""Three editions in both workspaces and languages: every file and the page say what `status --json` says, in time.

Also: LibreOffice opens every file, and its pictures of the slides are as many as the slides.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import psutil
import pytest
from streamlit.testing.v1 import AppTest

from hengyang import access, meeting, store
from hengyang.exports.content import content_of
from hengyang.exports.makers import KINDS
from hengyang.meeting import DeckKind, Edition
from tests.exports.same_numbers import CHECKS, check_page, told
from tests.pages.conftest import board_html
from tests.sources import ROOT

NOW = datetime(2019, 6, 5, tzinfo=UTC)
PRESENTER = access.Actor("wang", frozenset({access.Role.PRESENTER}))
#: Name → what the edition is about.
EDITIONS: dict[str, dict[str, Any]] = {
    "plan": {"as_of": date(2019, 6, 30), "language": "zh"},
    "theme": {
        "as_of": date(2019, 5, 31),
        "deck": DeckKind.THEME,
        "themes": ("green",),
        "language": "en",
    },
    "department": {
        "as_of": date(2019, 3, 31),
        "deck": DeckKind.DEPARTMENT,
        "departments": ("housing_and_urban_rural",),
        "language": "zh",
    },
}
#: Of one processor, from Python's start on: whatever else the machine does, this is what it costs.
MOST_SECONDS, MOST_MEGABYTES = 10, 700


def close(text: str) -> str:
    """Without what lines break at: pdftotext leaves a hyphen out where a line ends with it."""
    return "".join(text.replace("-", "").split())


def asked(url: str, *arguments: str) -> dict[str, Any]:
    """What the command line answers, from a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "hengyang", *arguments, "--json"],
        cwd=ROOT,
        env={**os.environ, "HENGYANG_STORE": url},
        capture_output=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("workspace", list(store.WORKSPACES))
@pytest.mark.parametrize("name", EDITIONS)
def test_every_file_of_an_edition_and_the_page_say_what_status_says(
    name: str,
    workspace: str,
    own_store_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choices = dict(EDITIONS[name])
    language = choices.pop("language")
    opened = store.open_store(own_store_url, workspace)
    proposed = Edition.unfrozen(workspace, opened.latest_release(), **choices)
    edition = meeting.freeze(opened, proposed, actor=PRESENTER, now=NOW)
    content = content_of(
        meeting.material(opened, edition), is_demo=workspace == "demo", language=language
    )
    basis = ("--workspace", workspace, "--as-of", edition.as_of.isoformat())
    said = told(asked(own_store_url, "status", *basis), content)

    compared = {}
    for kind in KINDS:
        place = tmp_path / f"x.{kind}"
        which = ("--edition", f"{workspace}/{edition.id}", "--lang", language)
        asked(own_store_url, "export", kind, *which, "--output", str(place))
        compared[kind] = CHECKS[kind](place.read_bytes(), content, said)

    monkeypatch.setenv("HENGYANG_STORE", own_store_url)
    page = AppTest.from_file(str(ROOT / "pages" / "indicators.py"), default_timeout=60)
    parameters = {
        "workspace": workspace,
        "as_of": f"{edition.as_of:%Y-%m}",
        "lang": language,
        "theme": ".".join(edition.themes),
        "department": ".".join(edition.departments),
    }
    for parameter, value in parameters.items():
        page.query_params[parameter] = value
    page.run()
    assert not page.exception
    compared["page"] = check_page(board_html(page), content, said)
    print(name, workspace, compared)
    assert min(compared.values()) > 20


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_plan_is_made_in_ten_seconds_and_bounded_memory(
    kind: str, store_url: str, tmp_path: Path
) -> None:
    place = tmp_path / f"x.{kind}"
    started = time.monotonic()
    process = psutil.Popen(
        [sys.executable, "-m", "hengyang", "export", kind, "--output", str(place)],
        cwd=ROOT,
        env={**os.environ, "HENGYANG_STORE": store_url},
        stdout=subprocess.DEVNULL,
    )
    most, spent = 0, 0.0
    while process.poll() is None:
        try:
            most = max(most, process.memory_info().rss)
            spent = sum(process.cpu_times()[:2])
        except psutil.NoSuchProcess:
            break
        time.sleep(0.02)
    seconds = time.monotonic() - started
    assert process.wait() == 0
    size_kb = place.stat().st_size / 1e3
    print(f"{kind}: {spent:.1f} s ({seconds:.1f} s waited), {most / 1e6:.0f} MB, {size_kb:.0f} kB")
    assert spent < MOST_SECONDS
    assert most < MOST_MEGABYTES * 1e6


@pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None,
    reason="needs LibreOffice and pdftotext (Debian: libreoffice-impress, poppler-utils)",
)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "pdf"])
def test_libreoffice_opens_every_file_and_loses_no_sheet(
    kind: str, language: str, store_url: str, tmp_path: Path
) -> None:
    place = tmp_path / f"x.{kind}"
    made = asked(store_url, "export", kind, "--lang", language, "--output", str(place))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            *("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(place)),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "x.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    sheets = text.count("\f")
    assert sheets > 1
    mark = "演示数据" if language == "zh" else "Demo data"
    squeezed = close(text)
    assert close(mark) in squeezed
    assert str(made["release"]) in squeezed
    assert "\ufffd" not in text
    if kind == "pptx":
        from pptx import Presentation

        slides = Presentation(str(place)).slides
        assert sheets == len(slides)
        for slide in slides:
            assert close(slide.shapes.title.text_frame.text) in squeezed
