"""Where the memory of one more session goes: what Streamlit keeps for a reader of the overview, by what keeps it.

`python -m tests.measure.held` draws the overview for two readers (AppTest, a prepared store) and prints the kilobytes that
the second adds: what both share is not counted. What lies outside a session's state is not in it, as the connection.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pympler import asizeof
from streamlit.testing.v1 import AppTest

from hengyang import store

ROOT = Path(__file__).parents[2]
#: How the names of the frame's widgets begin; the others are the page's.
_OURS = "frame_"


def held_kb(store_url: str) -> Mapping[str, float]:
    """Part of a session's state → kilobytes that a second reader adds, for whom the overview was drawn and drawn again."""
    os.environ["HENGYANG_STORE"] = store_url
    first, second = _parts(), _parts()
    return {name: _kb(*first[name], *second[name]) - _kb(*first[name]) for name in second}


def _parts() -> dict[str, list[object]]:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for _ in range(2):
        app.run()
        assert not app.exception
    state = app.session_state._state._state  # Streamlit names no way to it
    kept = state._new_widget_state.widget_metadata
    frame = [one for name, one in kept.items() if name.rsplit("-", 1)[-1].startswith(_OURS)]
    page = [one for name, one in kept.items() if not name.rsplit("-", 1)[-1].startswith(_OURS)]
    return {
        f"{len(frame)} widgets of the frame": [frame],
        f"{len(page)} widgets and boards of the page": [page],
        "names of widgets": [state._key_id_mapper],
        "their values": [state._old_state, state._new_session_state],
    }


def _kb(*parts: object) -> float:
    return asizeof.asizeof(*parts, code=False) / 1024


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        store.prepare(folder)
        for part, size in held_kb(folder).items():
            print(f"{size:6.1f} kB  {part}")
