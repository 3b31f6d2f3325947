"""What one cell says: text made comparable, numbers with their units, and the many spellings of a date.

Pure parsers: they never raise, and answer None where a cell does not say what was asked.
"""

from __future__ import annotations

import calendar
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache

from hengyang.ingest.vocabulary import spellings, vocabulary

#: What a sheet can hold; None is an empty cell.
CellValue = str | float | int | bool | date | datetime | None

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufe00-\ufe0f]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPACES = re.compile(r"[ \t\n\x0b\f\r]+")
_DASHES = re.compile("[\u2010-\u2015\u2212\u2500\u30fc\ufe58\ufe63]")
_PUNCTUATION = re.compile(r"[\W_]+")
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|\d+)?"
    r"(?P<rest>\.\d*)?(?P<power>[eE][+-]?\d{1,3})?"
)
_UNIT = re.compile(r"[A-Za-z\u4e00-\u9fff%\u2030\u00b0/\u00b7]{0,12}[23]?")
_EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day has no zone
_SERIALS = range(36526, 73051)  # 2000-01-01 … 2099-12-31
_YEARS = range(2000, 2100)


@dataclass(frozen=True)
class Amount:
    """A number as somebody wrote it: 2.5万人 is value 2.5, unit 万人. `unit` is None where none was written."""

    value: float
    unit: str | None = None
    is_approximate: bool = False
    is_at_least: bool = False
    is_at_most: bool = False


def clean(value: object) -> str:
    """The text of a cell, half-width, without invisible characters, with single spaces, never None.

    >>> clean("\\u3000完成\\u00a0值\\u200b ")
    '完成 值'
    >>> clean(95.0), clean(None)
    ('95', '')
    """
    if value is None:
        return ""
    if type(value) is str:  # nearly every cell
        return _cleaned(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return _cleaned(str(value))


@lru_cache(maxsize=50_000)
def _cleaned(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", _DASHES.sub("-", text)).strip()


@lru_cache(maxsize=50_000)
def key(text: str) -> str:
    """Text reduced to what decides whether two spellings are the same: letters and digits, in lower case.

    >>> key("全市建成 地下综合管廊里程（力争）") == key("全市建成地下综合管廊里程(力争)")
    True
    """
    return _PUNCTUATION.sub("", _cleaned(text)).casefold()


@cache
def _not_reported() -> frozenset[str]:
    return frozenset(word.casefold() for word in spellings("not_reported"))


def is_not_reported(value: object) -> bool:
    """Whether a cell says that there is no figure: empty, dashes, a slash, 无, NA. Never a zero.

    >>> [is_not_reported(cell) for cell in ("", "——", "/", "无", "N/A", 0, "0")]
    [True, True, True, True, True, False, False]
    """
    text = clean(value)
    return not text.strip("-/\\.*·…_ ×") or text.casefold() in _not_reported()


def number(value: object) -> Amount | None:
    """The one number that a cell holds, with its unit and its hedges; None where it is no single number.

    >>> number("约160公里")
    Amount(value=160.0, unit='公里', is_approximate=True, is_at_least=False, is_at_most=False)
    >>> number("１，２３４．５").value, number("2.5万人").unit, number("3-5家"), number("T05-3")
    (1234.5, '万人', None, None)
    """
    if isinstance(value, bool) or value is None or isinstance(value, date):
        return None
    if isinstance(value, int | float):
        try:
            figure = float(value)
        except OverflowError:
            return None
        return Amount(figure) if math.isfinite(figure) else None
    return _number(clean(value)) if isinstance(value, str) else None


@lru_cache(maxsize=50_000)
def _number(text: str) -> Amount | None:
    hedges = {"approximate": False, "at_least": False, "at_most": False}
    for hedge in hedges:
        for word in spellings(f"{hedge}_before"):
            if text.casefold().startswith(word):
                hedges[hedge], text = True, text[len(word) :].lstrip()
                break
        for word in spellings(f"{hedge}_after"):
            if len(text) > len(word) and text.endswith(word):
                hedges[hedge], text = True, text[: -len(word)].rstrip()
                break
    is_negative = re.fullmatch(r"\([\d,. ]+\)", text) is not None  # as accountants write it
    text = text[1:-1] if is_negative else text
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text)
    found = _NUMBER.match(text)
    if found is None or (found["digits"] is None and len(found["rest"] or "") < 2):
        return None
    unit = text[found.end() :].strip().strip("()[]").strip()
    if _UNIT.fullmatch(unit) is None:
        return None
    # a figure's own word for "more than" may stand between the number and its unit: 20余个
    for word in spellings("approximate_after"):
        rest = split_unit(unit)[1]
        if len(rest) > len(word) and rest.startswith(word):  # or after its 万: 3万多人
            hedges["approximate"], unit = True, unit.removesuffix(rest) + rest[len(word) :]
    digits = (found["digits"] or "0").replace(",", "")
    figure = float(f"{found['sign']}{digits}{found['rest'] or ''}{found['power'] or ''}")
    if not math.isfinite(figure):
        return None
    return Amount(
        -figure if is_negative else figure,
        unit or None,
        is_approximate=hedges["approximate"],
        is_at_least=hedges["at_least"],
        is_at_most=hedges["at_most"],
    )


@lru_cache(maxsize=10_000)
def split_unit(unit: str) -> tuple[float, str]:
    """How many of the plain unit one of this unit is, and the plain unit: 万公顷 is (10000, 公顷)."""
    text = clean(unit).strip("()[]").replace(" ", "")
    for word, scale in sorted(vocabulary()["scales"].items(), key=lambda item: -len(item[0])):
        if text.startswith(word):
            return scale, text[len(word) :]
    return 1.0, text


def to_unit(amount: Amount, unit: str, *, percent_as: str | None = None) -> float | None:
    """The amount in another unit; None where the two do not measure the same thing.

    An amount without a unit is taken to be in that unit already. A bare fraction (`percent_as="fraction"`)
    becomes a percentage. 万 and 亿 are scaled, lengths and areas converted; counting words count alike.

    >>> to_unit(Amount(2.5, "万人"), "人"), to_unit(Amount(3.25, "万公顷"), "公顷")
    (25000.0, 32500.0)
    >>> to_unit(Amount(0.95), "%", percent_as="fraction"), to_unit(Amount(5, "公里"), "%")
    (95.0, None)
    """
    scale, wanted = split_unit(unit)
    if amount.unit is None:
        is_fraction = wanted == "%" and percent_as == "fraction"
        return _tidy(amount.value * 100) if is_fraction else amount.value
    own_scale, own = split_unit(amount.unit)
    ratio = _ratio(own, wanted) if own else 1.0
    return None if ratio is None else _tidy(amount.value * own_scale * ratio / scale)


def _tidy(figure: float) -> float:
    return float(f"{figure:.12g}")  # 0.29 * 100 is 29, not 28.999999999999996


@lru_cache(maxsize=10_000)
def _ratio(own: str, wanted: str) -> float | None:
    if own.casefold() == wanted.casefold():
        return 1.0
    if any(own in alike and wanted in alike for alike in vocabulary()["counters"]["alike"]):
        return 1.0
    for quantity in vocabulary()["quantities"]:
        sizes = {word.casefold(): size for word, size in quantity.items()}
        if own.casefold() in sizes and wanted.casefold() in sizes:
            return float(sizes[own.casefold()] / sizes[wanted.casefold()])
    return None


def period(value: object, default_year: int | None = None) -> date | None:
    """The day that a period ends on: June 2018 is 2018-06-30, the year 2018 is 2018-12-31.

    A spreadsheet's first day of a month is how it keeps a month, so it means the month; a day written out in
    Chinese stays that day. Months without a year (6月底) need `default_year`.

    >>> [str(period(text)) for text in ("2018.6", "201806", "二〇一八年六月", "2018年1-6月", "2018-06-15")]
    ['2018-06-30', '2018-06-30', '2018-06-30', '2018-06-30', '2018-06-15']
    >>> period("6月底"), period("6月底", 2018)
    (None, datetime.date(2018, 6, 30))
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _first_means_month(value) if value.year in _YEARS else None
    if isinstance(value, int | float):
        return _period_of_number(float(value))
    return _period(clean(value).casefold(), default_year) if isinstance(value, str) else None


def day_of(value: object) -> date | None:
    """The day that a cell says where a day is asked for: the first of a month stays the first.

    A month alone is its last day, as among periods.

    >>> [str(day_of(text)) for text in ("2019-09-01", "2019/9/1", "二〇一九年九月一日", 43709, "2019-09")]
    ['2019-09-01', '2019-09-01', '2019-09-01', '2019-09-01', '2019-09-30']
    """
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return day if day.year in _YEARS else None
    if isinstance(value, int | float) and not isinstance(value, bool) and value in _SERIALS:
        return (_EXCEL_EPOCH + timedelta(days=int(value))).date()
    if isinstance(value, str):
        text = clean(value).casefold()
        stamp = _patterns()["stamp"].fullmatch(text)
        text = _arabic((stamp["date"] if stamp else text).replace(" ", ""))
        for kind in ("day", "day_digits"):
            found = _patterns()[kind].fullmatch(text)
            if found is not None:
                year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
                return _day(year, int(found["month"]), int(found["day"]))
    return period(value)


def _period_of_number(figure: float) -> date | None:
    if not math.isfinite(figure):
        return None
    if figure.is_integer() and int(figure) in _SERIALS:
        return _first_means_month((_EXCEL_EPOCH + timedelta(days=int(figure))).date())
    return None if tenth_of(figure) is not None else _period(clean(figure), None)


def tenth_of(value: object) -> int | None:
    """The year of a number like 2018.1, which a spreadsheet makes of both 2018.1 and 2018.10; else None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    text = clean(value)
    return int(text[:4]) if re.fullmatch(r"20\d\d\.1", text) else None


def resolved_tenths(cells: Sequence[object], chosen: date | None = None) -> dict[int, date]:
    """January or October for the numbers like 2018.1 in a run of periods, by position.

    Told by the months beside them or by the period that the reader chose; where neither tells, left out.

    >>> resolved_tenths([2018.8, 2018.9, 2018.1, 2018.11])
    {2: datetime.date(2018, 10, 31)}
    >>> resolved_tenths([2018.1, 2018.1])
    {}
    """
    resolved: dict[int, date] = {}
    for position, cell in enumerate(cells):
        year = tenth_of(cell)
        if year is None:
            continue
        january, october = date(year, 1, 31), date(year, 10, 31)
        before = period(cells[position - 1]) if position else None
        after = period(cells[position + 1]) if position + 1 < len(cells) else None
        is_january = before == date(year - 1, 12, 31) or after == _month_end(year, 2)
        is_october = before == date(year, 9, 30) or after == date(year, 11, 30)
        if is_january != is_october:
            resolved[position] = january if is_january else october
        elif chosen in (january, october):
            resolved[position] = january if chosen == january else october
    return resolved


def _first_means_month(day: date) -> date:
    return _month_end(day.year, day.month) if day.day == 1 else day  # type: ignore[return-value]


def _month_end(year: int, month: int) -> date | None:
    if year not in _YEARS or not 1 <= month <= 12:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _either(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    year_mark, month_mark = _either(spellings("year_marks")), _either(spellings("month_marks"))
    day_mark, quarter = _either(spellings("day_marks")), _either(spellings("quarter_marks"))
    between, ordinal = _either(spellings("range_marks")), _either(spellings("ordinal"))
    year = rf"(?P<year>\d{{4}}|\d{{2}}(?={year_mark}))(?:{year_mark}|[-/.])?"
    names = "|".join(vocabulary()["months"]["names"])
    half = _either((*spellings("first_half"), *spellings("second_half")))
    texts = {
        "day": rf"{year}(?P<month>\d{{1,2}})(?P<mark>{month_mark}|[-/.])(?P<day>\d{{1,2}}){day_mark}?",
        "day_digits": r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)",
        "month_digits": r"(?P<year>20\d\d)(?P<month>\d\d)",
        "span": rf"(?:{year})?\d{{1,2}}{month_mark}?{between}(?P<month>\d{{1,2}}){month_mark}",
        "month": rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}}){month_mark}?"
        rf"|(?:(?P<year2>\d{{4}}|\d{{2}}){year_mark})(?P<month2>\d{{1,2}}){month_mark}?",
        "bare_month": rf"(?P<month>\d{{1,2}}){month_mark}",
        "bare_day": rf"(?P<month>\d{{1,2}}){month_mark}(?P<day>\d{{1,2}}){day_mark}",
        "quarter": rf"(?:{year})?-?{ordinal}?(?:(?P<quarter>[1-4]){quarter}|q(?P<quarter2>[1-4]))",
        "half": rf"(?:{year})?(?P<half>{half})",
        "year": rf"(?P<year>20\d\d){year_mark}?|(?P<year2>\d\d){year_mark}",
        "english": rf"(?P<name>{names})[a-z]*[-/.]?(?P<year>20\d\d|\d\d)",
        "stamp": r"(?P<date>\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2})[ t][\d:.]+z?",
    }
    return {name: re.compile(text) for name, text in texts.items()}


@cache
def _numerals() -> dict[int, str]:
    return {
        ord(spelling.casefold()): str(digit)
        for digit, spelled in enumerate(vocabulary()["numerals"]["digits"])
        for spelling in spelled
    }


def _arabic(text: str) -> str:
    """Chinese numerals as digits: 二〇一八年十二月 is 2018年12月."""
    ten = vocabulary()["numerals"]["ten"]
    if not any(ord(letter) in _numerals() or letter == ten for letter in text):
        return text
    digits = "".join(chr(letter) for letter in _numerals() if chr(letter) not in "oο0о")
    text = re.sub(
        rf"([{digits}])?{ten}([{digits}])?",
        lambda found: (
            f"{(found[1] or '1').translate(_numerals())}{(found[2] or '0').translate(_numerals())}"
        ),
        text,
    )
    return text.translate({k: v for k, v in _numerals().items() if chr(k).isascii() is False})


@lru_cache(maxsize=50_000)
def _period(text: str, default_year: int | None) -> date | None:
    text = text.strip("()[] ")
    stamp = _patterns()["stamp"].fullmatch(text)
    text = _arabic((stamp["date"] if stamp else text).replace(" ", ""))
    for word in spellings("period_before"):
        text = text.removeprefix(word.replace(" ", ""))
    for word in spellings("period_after"):
        if text.endswith(word) and len(text) > len(word):
            # 6月底 keeps its month: only what follows 月 or 年 is dropped
            text = text[: -len(word)] + (word[0] if len(word) > 1 else "")
            break
    for kind, pattern in _patterns().items():
        found = pattern.fullmatch(text)
        if found is not None:
            answer = _dated(kind, found, default_year)
            if answer is not None:
                return answer
    return None


def _dated(kind: str, found: re.Match[str], default_year: int | None) -> date | None:
    parts = found.groupdict()
    written = parts.get("year") or parts.get("year2")
    year = int(written) if written else (default_year or 0)
    year = year + 2000 if written and len(written) == 2 else year
    month = int(parts.get("month") or parts.get("month2") or 0)
    match kind:
        case "day" | "day_digits" | "bare_day":
            day = _day(year, month, int(parts["day"]))
            is_spelled_out = kind == "bare_day" or (parts.get("mark") or "-") not in "-/."
            return day if day is None or is_spelled_out else _first_means_month(day)
        case "quarter":
            return _month_end(year, 3 * int(parts["quarter"] or parts["quarter2"]))
        case "half":
            return _month_end(year, 6 if parts["half"] in spellings("first_half") else 12)
        case "year":
            return _month_end(year, 12)
        case "english":
            return _month_end(year, vocabulary()["months"]["names"].index(parts["name"]) + 1)
        case "stamp":
            return None
        case _:
            return _month_end(year, month)
