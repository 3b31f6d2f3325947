"""Received files that went wrong on their way: truncated, with flipped bits, with shuffled or spoiled members."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator
from functools import cache

from tests.ingest import received


@cache
def sound_files() -> dict[str, bytes]:
    """One small sound file of each kind."""
    long, wide = received.LONG, received.WIDE
    return {
        "long.xlsx": received.xlsx(
            long, ("里程碑", [("里程碑", "阶段"), ("建成市图书馆", "在建")])
        ),
        "wide.xlsx": received.xlsx([("2018年台账",), *wide], merged=("A1:D1",)),
        "formula.xlsx": received.xlsx([*long, ("县城污水处理率", "2018年6月", "=C3-1", "%")]),
        "macros.xlsm": received.xlsm(),
        "old.xls": received.xls(),
        "open.ods": received.ods(),
        "utf8.csv": received.csv_text().encode("utf-8-sig"),
        "gbk.csv": received.csv_text(wide).encode("gbk"),
        "utf16.csv": received.csv_text(delimiter="\t").encode("utf-16"),
        "page.xls": received.html(),
    }


def mutated(seed: int) -> tuple[str, bytes]:
    """The file of this seed: its name and its spoiled bytes."""
    chance = random.Random(seed)
    name, content = sorted(sound_files().items())[seed % len(sound_files())]
    ways = [_truncated, _flipped, _overwritten, _cut_out, _doubled]
    if content.startswith(b"PK"):
        # spoiled inside, so that the parsers behind the checksums get to see it
        ways += [_shuffled, _without_member, _spoiled_member, _spoiled_member, _spoiled_xml] * 2
    return name, chance.choice(ways)(content, chance)


def mutations(first: int, count: int) -> Iterator[tuple[int, str, bytes]]:
    for seed in range(first, first + count):
        yield (seed, *mutated(seed))


def _truncated(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _flipped(content: bytes, chance: random.Random) -> bytes:
    spoiled = bytearray(content)
    for _ in range(chance.choice((1, 1, 4, 40))):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def _overwritten(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + chance.randbytes(chance.randrange(1, 64)) + content[start + 64 :]


def _cut_out(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randrange(1, 200) :]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content + content[start : start + 4096]


def _members(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _packed(members: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def _shuffled(content: bytes, chance: random.Random) -> bytes:
    """The members' contents under each other's names."""
    members = _members(content)
    bodies = [data for _, data in members]
    chance.shuffle(bodies)
    return _packed([(name, data) for (name, _), data in zip(members, bodies, strict=True)])


def _without_member(content: bytes, chance: random.Random) -> bytes:
    members = _members(content)
    members.pop(chance.randrange(len(members)))
    return _packed(members)


def _spoiled_member(content: bytes, chance: random.Random) -> bytes:
    members = _members(content)
    at = chance.randrange(len(members))
    way = chance.choice((_truncated, _flipped, _overwritten, _cut_out))
    members[at] = (members[at][0], way(members[at][1] or b" ", chance))
    return _packed(members)


def _spoiled_xml(content: bytes, chance: random.Random) -> bytes:
    """Numbers in the XML replaced by ones that no program writes."""
    members = _members(content)
    at = chance.randrange(len(members))
    wild = [
        b"-1",
        b"0",
        b"99999999999999999999",
        b"1048577",
        b"NaN",
        b"",
        b"1e308",
        b"\xff",
        b"ZZZZ9",
    ]

    def replaced(found: re.Match[bytes]) -> bytes:
        return chance.choice(wild) if chance.random() < 0.2 else found[0]

    members[at] = (members[at][0], re.sub(rb"\d+", replaced, members[at][1]))
    return _packed(members)
