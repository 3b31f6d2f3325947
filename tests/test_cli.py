"""The command line, asked as a reader asks it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang import commands, store
from hengyang.__main__ import main
from hengyang.commands.request import day_asked_for, language_asked_for
from hengyang.errors import NotUnderstood
from hengyang.labels import words
from hengyang.schema import LANGUAGES, Light
from tests.sources import ROOT

Ask = Callable[..., str]
#: The lights in the order of the contract.
LIGHTS = [light.value for light in Light]


def answer(ask: Ask, line: str) -> Any:
    return json.loads(ask(f"{line} --json"), parse_constant=pytest.fail)


def started(
    arguments: list[str], store_url: str, **options: Any
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "HENGYANG_STORE": store_url, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
        **options,
    )


def test_plan_answers_the_contract(ask: Ask) -> None:
    expected = {
        "themes": 5,
        "tasks": 31,
        "targets": 80,
        "milestones": 82,
        "departments": 30,
        "assignments": 111,
        "safeguards": 3,
        "status_zh": "征求意见稿",
    }
    facts = answer(ask, "plan")
    assert {name: facts[name] for name in expected} == expected
    assert answer(ask, "plan --workspace official") == facts


def test_status_answers_the_contract(ask: Ask) -> None:
    status = answer(ask, "status")
    assert status["workspace"] == "demo"
    assert status["is_simulated"] is True
    assert status["plan_status_zh"] == "征求意见稿"
    assert status["as_of"] == "2019-06-30"
    assert status["method_version"] == 1
    tasks = [task for theme in status["themes"] for task in theme["tasks"]]
    assert [theme["theme"] for theme in status["themes"]] == [
        "innovation",
        "coordination",
        "green",
        "openness",
        "sharing",
    ]
    assert sorted(task["task"] for task in tasks) == list(range(1, 32))
    for part in (*status["themes"], *tasks):
        assert list(part["counts"]) == LIGHTS
        assert list(part["milestone_counts"]) == LIGHTS
    for theme in status["themes"]:
        assert theme["light"] in ("green", "yellow", "red", None)
        assert 0 <= theme["reported"] <= theme["due"]
    of_plan = status["plan_items"]
    indicators = [row for task in tasks for row in task["indicators"]]
    milestones = [row for task in tasks for row in task["milestones"]]
    assert len(indicators) + sum("-M" not in row["id"] for row in of_plan) == 80
    assert len(milestones) + sum("-M" in row["id"] for row in of_plan) == 82
    assert {row["id"] for row in indicators if row["light"] is None} == {
        row["id"] for row in indicators if row["rule"] == "described"
    }


def test_counts_count_what_is_counted_and_add_up_to_their_theme(ask: Ask) -> None:
    for theme in answer(ask, "status --as-of 2019-03")["themes"]:
        for task in theme["tasks"]:
            lights = [
                row["light"]
                for row in task["indicators"]
                if row["rule"] not in ("described", "check_only")
            ]
            assert task["counts"] == {light: lights.count(light) for light in LIGHTS}
        for light in LIGHTS:
            assert theme["counts"][light] == sum(task["counts"][light] for task in theme["tasks"])


def test_what_is_not_reported_is_null_and_never_zero(ask: Ask) -> None:
    rows = [
        row
        for theme in answer(ask, "status --workspace official")["themes"]
        for task in theme["tasks"]
        for row in task["indicators"]
        if row["reference_date"] is None
    ]
    assert len(rows) > 50
    assert {row["actual"] for row in rows} == {None}
    assert {row["attainment_pct"] for row in rows} == {None}


def test_official_figures_are_not_called_simulated(ask: Ask) -> None:
    assert answer(ask, "status --workspace official")["is_simulated"] is False
    mark = words("zh")("frame-demo-long")
    assert ask("status").startswith(mark)
    assert ask("explain T05-3").startswith(mark)
    assert mark not in ask("status --workspace official")


def test_a_theme_leaves_only_itself(ask: Ask) -> None:
    status = answer(ask, "status --theme green")
    assert [theme["theme"] for theme in status["themes"]] == ["green"]
    text = ask("status --theme green --lang en")
    assert "Green development: theme light" in text
    assert "Innovation" not in text


def test_a_month_means_its_last_day(ask: Ask) -> None:
    assert answer(ask, "status --as-of 2019-05") == answer(ask, "status --as-of 2019-05-31")
    assert answer(ask, "status --as-of 2019-05")["as_of"] == "2019-05-31"


def test_an_earlier_release_answers_as_it_did_then(ask: Ask) -> None:
    first = answer(ask, "status --release 1")
    assert first["release"] == 1
    reported = [
        row for theme in first["themes"] for task in theme["tasks"] for row in task["indicators"]
    ]
    assert {row["actual"] for row in reported} == {None}


def test_the_text_of_status_holds_finding_themes_and_reasons(ask: Ask) -> None:
    status = answer(ask, "status")
    text = ask("status")
    assert status["finding_zh"] in text
    assert "征求意见稿" in text
    assert all(
        name in text for name in ("创新发展", "协调发展", "绿色发展", "开放发展", "共享发展")
    )
    behind = {
        row["id"]
        for theme in status["themes"]
        for task in theme["tasks"]
        for row in (*task["indicators"], *task["milestones"])
        if row["light"] in ("behind", "far_behind", "overdue") and row["rule"] != "check_only"
    }
    listed = set(re.findall(r"^\[.+?\] (T\d\d-M?\d+) .+[::].+", text, re.MULTILINE))
    assert behind
    assert behind <= listed


def test_explain_gives_inputs_arithmetic_and_the_sentence_in_both_languages(ask: Ask) -> None:
    found = answer(ask, "explain T05-3 --as-of 2019-05")
    assert found["inputs"]["actual"] == 15.0
    assert found["inputs"]["target"] == 50
    assert found["light"] == "behind"
    assert "15.0公里" in found["sentence_zh"]
    assert "21.7" in found["sentence_zh"]
    assert "15.0 km" in found["sentence_en"]
    attainment, expected, gap = [step["result"] for step in found["arithmetic"]][:3]
    assert attainment == pytest.approx(30)
    assert expected == pytest.approx(100 * 620 / 1200)
    assert gap == pytest.approx(attainment - expected)
    assert found["what_would_change_zh"] != found["what_would_change_en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_and_milestone_can_be_explained(
    language: str, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HENGYANG_STORE", store_url)
    tables = store.open_store(store_url, "demo").read()
    monkeypatch.setattr("hengyang.commands.explain.tables_of", lambda request: tables)
    for subject in (*tables.indicators["indicator"][::4], *tables.milestones["milestone"][::8]):
        text = commands.answer(["explain", subject, "--lang", language])
        assert words(language)("cli-inputs") in text  # type: ignore[arg-type]
        assert "None" not in text


def test_explain_takes_small_letters_and_milestones(ask: Ask) -> None:
    assert answer(ask, "explain t05-m1")["subject"] == "T05-M1"


def test_explain_shows_its_working_in_the_readers_language(ask: Ask) -> None:
    chinese, english = ask("explain T05-3"), ask("explain T05-3 --lang en")
    assert "计量单位 = 公里" in chinese
    assert "unit = km" in english
    assert not re.search("[\u4e00-\u9fff]", re.sub("source = .*", "", english))


def test_explain_suggests_the_nearest_when_there_is_no_such_subject(ask: Ask) -> None:
    assert "T05-3" in ask("explain T5-3", exit_code=2)
    assert ask("explain zzz --lang en", exit_code=2).strip() == words("en")(
        "cli-error-subject", value="zzz"
    )


def test_workspaces_says_which_figures_are_real(ask: Ask) -> None:
    found = {row["workspace"]: row for row in answer(ask, "workspaces")["workspaces"]}
    assert {name: row["is_simulated"] for name, row in found.items()} == {
        "official": False,
        "demo": True,
    }
    assert found["demo"]["as_of"] == "2019-06-30"
    assert found["demo"]["releases"] == found["demo"]["latest_release"] > 20
    text = ask("workspaces")
    assert "真实数据" in text
    assert "模拟数据" in text


def test_json_is_indented_and_keeps_chinese_readable(ask: Ask) -> None:
    assert '\n  "status_zh": "征求意见稿"' in ask("plan --json")


def test_the_order_of_words_and_options_does_not_matter(ask: Ask) -> None:
    usual = ask("explain T05-3 --json --as-of 2019-05")
    assert ask("--json explain --as-of=2019-05 T05-3") == usual
    assert ask("explain --json T05-3 --as-of 2019-05") == usual


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("", "status"),
        ("stauts", "stauts"),
        ("plan T05-3", "T05-3"),
        ("plan --verbose", "--verbose"),
        ("plan --workspac demo", "--workspac"),
        ("plan --json=3", "--json"),
        ("plan --as-of", "--as-of"),
        ("status --theme red", "innovation"),
        ("status --theme 绿色", "绿色"),
        ("status --workspace real", "official"),
        ("status --release 999", "999"),
        ("status --release 0", "0"),
        ("status --release -1", "-1"),
        ("status --release ²", "²"),
        ("status --as-of 2019-02-30", "2019-02-30"),
        ("status --as-of 2019-13", "2019-13"),
        ("status --as-of 0000-01", "0000-01"),
        ("status --as-of 31.5.2019", "31.5.2019"),
        ("status --as-of today", "today"),
        ("explain", "T05-3"),
        ("explain T99-9", "T99-9"),
        ("explain T05-3 T05-2", "T05-2"),
        ("roadmap --task 99", "31"),
        ("roadmap --task five", "five"),
        ("divisions --division 430400", "430481"),
        ("projects --division 999999", "430481"),
        ("template --roll-forward 1999", "2038"),
    ],
)
def test_bad_arguments_get_one_plain_line_in_the_readers_language(
    line: str, named: str, language: str, ask: Ask
) -> None:
    # in front, for an option at the end may be what lacks its value
    said = ask(f"--lang {language} {line}", exit_code=2)
    assert named in said
    assert said.count("\n") == 1
    is_chinese = bool(re.search("[\u4e00-\u9fff]", said.replace("绿色", "")))
    assert is_chinese == (language == "zh")


def test_an_unknown_language_is_refused_in_the_default_one(ask: Ask) -> None:
    assert "“fr”" in ask("status --lang fr", exit_code=2)


@given(st.text(max_size=12))
def test_no_text_after_as_of_breaks_the_parser(text: str) -> None:
    try:
        found = day_asked_for(text)
    except NotUnderstood:
        return
    assert found.isoformat().startswith(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_reads_back_as_itself(day: date) -> None:
    assert day_asked_for(day.isoformat()) == day


@given(st.lists(st.sampled_from(["status", "--lang", "en", "zh", "--lang=en", "--", "x", ""])))
def test_any_jumble_of_arguments_is_understood_or_refused(arguments: list[str]) -> None:
    assert language_asked_for(arguments) in LANGUAGES
    said = "understood"
    try:
        commands.parse(arguments)
    except NotUnderstood as error:
        said = commands.apology(error, arguments)
    assert said
    assert "\n" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_command_and_every_option(language: str, ask: Ask) -> None:
    said = ask(f"--help --lang {language}")
    for name in (*commands.COMMAND_NAMES, *commands.options()):
        assert re.search(rf"(?<![\w-]){name}(?![\w-])", said), name


def test_a_missing_store_is_prepared_at_start(
    tmp_path_factory: pytest.TempPathFactory, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = tmp_path_factory.mktemp("fresh") / "store"
    monkeypatch.setenv("HENGYANG_STORE", str(fresh))
    assert answer(ask, "plan --workspace official")["tasks"] == 31
    assert fresh.is_dir()


def test_prepare_says_where_the_store_is(ask: Ask, store_url: str) -> None:
    assert store_url in ask("prepare")
    assert answer(ask, "prepare") == {"store": store_url, "workspaces": ["official", "demo"]}


def test_an_answer_loads_neither_streamlit_nor_plotly_nor_pandera(store_url: str) -> None:
    script = (
        "import sys\n"
        "from hengyang.__main__ import main\n"
        "for line in (['status'], ['status', '--json'], ['explain', 'T05-3'], ['plan'], ['workspaces']):\n"
        "    assert main(line) == 0\n"
        "print(sorted({'streamlit', 'plotly', 'pandera'} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = started(["-c", script], store_url)
    assert done.stderr.decode().strip() == "[]"


def test_the_module_answers_in_utf8_whatever_the_terminal_says(store_url: str) -> None:
    done = started(["-m", "hengyang", "plan", "--json"], store_url)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["status_zh"] == "征求意见稿"
    assert done.stderr == b""


def test_a_reader_who_leaves_early_hears_no_complaint(store_url: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "hengyang", "status", "--json"],
        cwd=ROOT,
        env={**os.environ, "HENGYANG_STORE": store_url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait() == 141


def test_an_interruption_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(arguments: list[str]) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "answered", interrupted)
    assert main(["status"]) == 130
    assert capsys.readouterr() == ("", "")


def test_divisions_answer_the_contract_and_refuse_an_unknown_one(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = answer(ask, "divisions")
    assert found["boundary_faults"] is None
    monkeypatch.setenv("HENGYANG_BOUNDARIES", "nowhere.geojson")
    assert answer(ask, "divisions --lang en")["boundary_faults"] == ["the file cannot be opened"]
    assert len(found["divisions"]) == 12
    assert {check["indicator"]: check["difference"] for check in found["checks"]}["T31-1"] == 60
    assert sum(one["projects"] for one in found["divisions"]) == 255
    assert "耒阳市" in ask("divisions --division 430481")
    official = answer(ask, "divisions --workspace official")["divisions"]
    assert all(one["done_pct"] is None and one["values"] == [] for one in official)
    assert "430499" in ask("divisions --division 430499", exit_code=2)
