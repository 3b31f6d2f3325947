"""What a file is by its content, whatever its name says."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from hengyang.errors import UploadRejected
from hengyang.ingest.limits import Limits

Kind = Literal["xlsx", "xlsm", "xls", "ods", "csv", "html"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00")
_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", "RTF"),
    (b"PAR1", "Parquet"),
    (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
)
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div|style)\b",
    re.IGNORECASE | re.DOTALL,
)
#: A workbook's stream begins with BOF (BIFF8: 16 bytes); FILEPASS after it says that the rest is encrypted.
_FILEPASS = re.compile(
    rb"\x09\x08\x10\x00\x00\x06.{14}(?:\x86\x00\x00\x00)?\x2f\x00[\x04-\xff].", re.DOTALL
)
_MHT = re.compile(rb"^\s*mime-version:", re.IGNORECASE)


def kind_of(content: bytes, limits: Limits) -> Kind:
    """The kind of a file, read from its bytes. Text that is no HTML is taken to be CSV.

    Raises: UploadRejected for an empty file, one that is too large, encrypted, of another kind, or a
    compressed one that would unpack into too much.
    """
    if len(content) > limits.megabytes * 1_000_000:
        raise UploadRejected(
            key="rejected-too-large",
            size=f"{len(content) / 1_000_000:.1f}",
            limit=str(limits.megabytes),
        )
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UploadRejected(key="rejected-empty")
    if content.startswith(_OLE):
        return _kind_of_compound(content)
    if content.startswith(b"PK"):
        return _kind_of_zip(content, limits)
    if content.startswith(_BARE_BIFF):
        return "xls"
    for start, name in _OTHER_KINDS:
        if content.startswith(start) and (len(start) > 2 or b"\x00" in content[:64]):
            raise UploadRejected(key="rejected-type", kind=name)
    head = content[:8192].removeprefix(b"\xef\xbb\xbf")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[2:].replace(b"\x00", b"")
    if _HTML.match(head):
        return "html"
    if _MHT.match(head) or (head.lstrip()[:5] == b"<?xml"):
        raise UploadRejected(key="rejected-save-as", kind="MHT" if _MHT.match(head) else "XML")
    return "csv"


def _kind_of_compound(content: bytes) -> Kind:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage") or _FILEPASS.search(content):
        raise UploadRejected(key="rejected-encrypted")
    if holds("Workbook") or holds("Book"):
        return "xls"
    if holds("WordDocument") or holds("PowerPoint Document"):
        raise UploadRejected(
            key="rejected-type", kind="Word" if holds("WordDocument") else "PowerPoint"
        )
    raise UploadRejected(key="rejected-corrupt")


def _kind_of_zip(content: bytes, limits: Limits) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            packed, unpacked = len(content), sum(member.file_size for member in members)
            if (
                unpacked > limits.uncompressed_megabytes * 1_000_000
                or len(members) > 5000
                # small files squeeze well without being bombs: XML of a short sheet is mostly repetition
                or (unpacked > 10_000_000 and unpacked > packed * limits.uncompressed_ratio)
            ):
                raise UploadRejected(key="rejected-bomb", size=f"{unpacked / 1_000_000:.0f}")
            if any(member.flag_bits & 1 for member in members):
                raise UploadRejected(key="rejected-encrypted")
            names = {member.filename.replace("\\", "/").lower() for member in members}
            media_type = archive.read("mimetype")[:100] if "mimetype" in names else b""
            if "meta-inf/manifest.xml" in names and b"encryption-data" in archive.read(
                next(m for m in members if m.filename.lower() == "meta-inf/manifest.xml")
            ):
                raise UploadRejected(key="rejected-encrypted")
            # A directory can understate sizes. Reading each member stops at the stated size and
            # compares its checksum, so what was measured above is what will be unpacked.
            faulty = archive.testzip()
    except UploadRejected:
        raise
    except Exception as error:  # zipfile meets mangled bytes in many ways of its own
        raise UploadRejected(key="rejected-corrupt") from error
    if faulty is not None:
        raise UploadRejected(key="rejected-corrupt")
    if any(name.startswith("word/") for name in names):
        raise UploadRejected(key="rejected-type", kind="Word")
    if any(name.startswith("ppt/") for name in names):
        raise UploadRejected(key="rejected-type", kind="PowerPoint")
    if "xl/workbook.bin" in names:
        raise UploadRejected(key="rejected-save-as", kind="XLSB")
    if b"opendocument.spreadsheet" in media_type:
        return "ods"
    if b"opendocument" in media_type:
        raise UploadRejected(key="rejected-type", kind="OpenDocument")
    if any(name.startswith("xl/") for name in names):
        return "xlsm" if "xl/vbaproject.bin" in names else "xlsx"
    if "[content_types].xml" in names or "content.xml" in names:
        raise UploadRejected(key="rejected-corrupt")
    raise UploadRejected(key="rejected-type", kind="ZIP")
