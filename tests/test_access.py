"""Who may do what: everything that is not granted is refused."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang import access, store
from hengyang.access import (
    GRANTED,
    LOCAL_REPORTER,
    LOCAL_REVIEWER,
    Action,
    Actor,
    Role,
    local_identities,
    may,
    person,
    require,
    roles_from,
    why_no_local_identities,
)
from hengyang.errors import NotAllowed
from hengyang.labels import LANGUAGES, words
from tests.sources import modules


def actor(*roles: Role, departments: tuple[str, ...] = (), **more) -> Actor:
    return Actor("wang", frozenset(roles), frozenset(departments), **more)


def roles_file(folder: Path, text: str) -> Path:
    path = folder / "roles.toml"
    path.write_text(text, encoding="utf-8")
    return path


EXPECTED = {
    Role.VIEWER: set(),
    Role.REPORTER: {"see_proposals", "draft", "submit", "freeze", "reply_to_case"},
    Role.REVIEWER: {
        *{"see_proposals", "approve", "return", "publish", "restore", "freeze"},
        *{"assign_case", "decide_case"},
    },
    Role.PRESENTER: {"freeze"},
    Role.ADMINISTRATOR: {
        "see_proposals",
        "restore",
        "audit",
        "remove_versions",
        "fill_lake",
        "freeze",
    },
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_a_role_may_what_the_table_grants_and_nothing_else(role: Role, action: Action) -> None:
    somebody = actor(role, departments=("commerce",))
    assert may(somebody, action, "commerce") == (action.value in EXPECTED[role])


@pytest.mark.parametrize("action", Action)
def test_nobody_and_somebody_without_a_role_may_nothing(action: Action) -> None:
    assert not may(None, action, "commerce")
    assert not may(actor(departments=("commerce",)), action, "commerce")


@given(st.text(max_size=20).filter(lambda text: text not in set(Action)), st.sampled_from(Role))
def test_an_action_that_is_none_is_granted_to_nobody(text: str, role: Role) -> None:
    assert not may(actor(role, departments=("*",)), text, "commerce")


def test_no_single_role_both_submits_and_decides() -> None:
    for role, actions in GRANTED.items():
        assert not (Action.SUBMIT in actions and Action.APPROVE in actions), role


def test_a_reporter_reports_for_their_own_departments_only() -> None:
    theirs = actor(Role.REPORTER, departments=("commerce", "sports"))
    assert may(theirs, Action.SUBMIT, "sports")
    assert not may(theirs, Action.SUBMIT, "education")
    assert not may(theirs, Action.SUBMIT, None)


def test_a_reporter_of_every_department_may_report_for_all_at_once() -> None:
    everybody_s = actor(Role.REPORTER, departments=("*",))
    assert may(everybody_s, Action.SUBMIT, None)
    assert may(everybody_s, Action.SUBMIT, "education")


def test_roles_add_up() -> None:
    both = actor(Role.REPORTER, Role.REVIEWER, departments=("commerce",))
    assert may(both, Action.APPROVE, "education")
    assert may(both, Action.SUBMIT, "commerce")
    assert not may(both, Action.SUBMIT, "education")


@pytest.mark.parametrize("workspace", ["official", None, "", "DEMO"])
def test_a_local_identity_may_nothing_outside_the_demo(workspace: str | None) -> None:
    for action in Action:
        assert not may(LOCAL_REPORTER, action, workspace=workspace)
        assert not may(LOCAL_REVIEWER, action, workspace=workspace)
    assert may(LOCAL_REPORTER, Action.SUBMIT, workspace="demo")
    assert may(LOCAL_REVIEWER, Action.APPROVE, workspace="demo")


def test_the_local_workspace_is_the_simulated_one() -> None:
    assert store.WORKSPACES[access.LOCAL_WORKSPACE] is True
    assert access.LOCAL_WORKSPACE == store.DEMO


@pytest.mark.parametrize(
    ("somebody", "action", "key"),
    [
        (None, Action.SUBMIT, "access-denied-nobody"),
        (LOCAL_REVIEWER, Action.APPROVE, "access-denied-workspace"),
        (
            actor(Role.REPORTER, departments=("commerce",)),
            Action.SUBMIT,
            "access-denied-department",
        ),
        (actor(Role.VIEWER), Action.REMOVE_VERSIONS, "access-denied-remove-versions"),
    ],
)
def test_a_refusal_says_what_is_lacking(somebody: Actor | None, action: Action, key: str) -> None:
    with pytest.raises(NotAllowed) as refusal:
        require(somebody, action, "education", workspace="official")
    assert refusal.value.key == key
    for language in LANGUAGES:
        assert words(language)(key, **refusal.value.arguments)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_its_refusal(action: Action, language) -> None:
    with pytest.raises(NotAllowed) as refusal:
        require(actor(Role.VIEWER), action)
    assert words(language)(refusal.value.key, **refusal.value.arguments)


# The roles file


def test_a_roles_file_names_people_with_a_role_or_several(tmp_path: Path) -> None:
    people = roles_from(
        roles_file(
            tmp_path,
            '["Li@fgw.example"]\nrole = "reviewer"\n'
            '[wang]\nrole = ["reporter", "viewer"]\ndepartments = ["commerce"]\n'
            '["赵"]\nrole = "reporter"\ndepartments = "*"\n',
        )
    )
    found = person(people, "li@FGW.example ")
    assert found is not None
    assert (found.name, found.roles) == ("Li@fgw.example", {Role.REVIEWER})
    assert may(person(people, "wang"), Action.SUBMIT, "commerce", workspace="official")
    assert may(person(people, "赵"), Action.SUBMIT, None)


def test_somebody_whom_the_file_does_not_name_is_nobody(tmp_path: Path) -> None:
    people = roles_from(roles_file(tmp_path, '[wang]\nrole = "reviewer"\n'))
    assert person(people, "wan") is None
    assert person(None, "wang") is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "fault", "named"),
    [
        ('wang = "reviewer"', "no-person", "wang"),
        ("[wang]", "no-role", "wang"),
        ("[wang]\nrole = []", "no-role", "wang"),
        ('[wang]\nrole = "boss"', "unknown-role", "boss"),
        ('[wang]\nrole = ["reviewer", "boss"]', "unknown-role", "boss"),
        ("[wang]\nrole = 1", "no-role", "wang"),
        ('[wang]\nrole = "reporter"', "no-departments", "wang"),
        ('[wang]\nrole = "reporter"\ndepartments = []', "no-departments", "wang"),
        ('[wang]\nrole = "reporter"\ndepartments = [1]', "no-departments", "wang"),
        ('[wang]\nrole = "reporter"\ndepartments = ["commerse"]', "unknown-department", "commerse"),
        ('[wang]\nroles = "reviewer"', "unknown-setting", "roles"),
        ('[" "]\nrole = "reviewer"', "no-person", " "),
        ('[wang]\nrole = "viewer"\n[Wang]\nrole = "reviewer"', "twice", "Wang"),
        ('[demo-reviewer]\nrole = "reviewer"', "local-name", "demo-reviewer"),
        ("[wang", "no-toml", "at end"),
    ],
)
def test_an_unclear_entry_makes_the_whole_file_void_and_says_what_is_unclear(
    tmp_path: Path, text: str, fault: str, named: str, language
) -> None:
    with pytest.raises(NotAllowed) as refusal:
        roles_from(roles_file(tmp_path, text), {"commerce"})
    assert refusal.value.key == f"access-roles-{fault}"
    assert named in words(language)(refusal.value.key, **refusal.value.arguments)


def test_a_file_that_cannot_be_read_makes_nobody_an_actor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(access.ROLES_SETTING, str(tmp_path))
    with pytest.raises(NotAllowed, match="access-roles-unreadable"):
        access.configured_roles()
    monkeypatch.setenv(access.ROLES_SETTING, str(tmp_path / "missing.toml"))
    with pytest.raises(NotAllowed, match="access-roles-unreadable"):
        access.configured_roles()


def test_without_the_setting_there_are_no_roles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(access.ROLES_SETTING, raising=False)
    assert access.configured_roles() is None


@pytest.mark.parametrize(
    ("text", "is_set_up"),
    [
        (None, False),
        ("", False),
        ("[auth]\nclient_id = 1\n", True),
        ("[auth", True),
        ("a = 1", False),
    ],
)
def test_signing_in_is_set_up_by_streamlit_s_secrets_and_what_cannot_be_read_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, is_set_up: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    if text is not None:
        (tmp_path / ".streamlit").mkdir()
        (tmp_path / ".streamlit" / "secrets.toml").write_text(text)
    assert access.is_sign_in_configured() is is_set_up


# Local identities

LOOPBACK = ["localhost", "localhost:8501", "LocalHost", "127.0.0.1", "127.8.9.1:80", "[::1]:8501"]
ELSEWHERE = [
    None,
    "",
    "192.168.1.20:8501",
    "hengyang.example",
    "localhost.example",
    "127.0.0.1.example:80",
    "127.0.0.1, hengyang.example",
    "0.0.0.0:8501",
    "[::]:8501",
    "127.1",
    "2130706433",
    "localhost:8501:1",
    "somebody@localhost",
]
PROXY_HEADERS = [
    "X-Forwarded-For",
    "x-forwarded-host",
    "X-FORWARDED-PROTO",
    "X-Forwarded-Anything",
    "Forwarded",
    "Via",
    "X-Real-IP",
    "CF-Connecting-IP",
]


@pytest.mark.parametrize("host", LOOPBACK)
def test_a_reader_on_this_machine_gets_both_demo_identities(host: str) -> None:
    assert local_identities("demo", host, {"Host": host, "Accept": "*/*"}) == (
        LOCAL_REPORTER,
        LOCAL_REVIEWER,
    )


@pytest.mark.parametrize("host", ELSEWHERE)
def test_another_host_gets_none(host: str | None) -> None:
    assert local_identities("demo", host, {}) == ()
    assert why_no_local_identities("demo", host, {}) == "access-read-only-host"


@pytest.mark.parametrize("name", PROXY_HEADERS)
@pytest.mark.parametrize("value", ["127.0.0.1", ""])
def test_any_sign_of_a_proxy_turns_them_off(name: str, value: str) -> None:
    assert local_identities("demo", "localhost:8501", {name: value}) == ()
    reason = why_no_local_identities("demo", "localhost:8501", {name: value})
    assert reason == "access-read-only-forwarded"


def test_a_host_header_that_contradicts_turns_them_off() -> None:
    assert local_identities("demo", "localhost", {"host": "hengyang.example"}) == ()


@pytest.mark.parametrize("origin", ["https://hengyang.example", "http://203.0.113.7:8080", "null"])
def test_a_proxy_that_passes_nothing_on_is_given_away_by_the_browser(origin: str) -> None:
    headers = {"Host": "127.0.0.1:8501", "Origin": origin}
    assert why_no_local_identities("demo", "127.0.0.1:8501", headers) == "access-read-only-host"
    headers["Origin"] = "http://127.0.0.1:8501"
    assert len(local_identities("demo", "127.0.0.1:8501", headers)) == 2


def test_a_connection_from_another_machine_turns_them_off() -> None:
    assert local_identities("demo", "localhost", {}, peer="192.168.1.20") == ()
    assert why_no_local_identities("demo", "localhost", {}, peer="192.168.1.20") == (
        "access-read-only-peer"
    )
    assert len(local_identities("demo", "localhost", {}, peer="127.0.0.1")) == 2


@pytest.mark.parametrize("text", ['[wang]\nrole = "viewer"\n', "unreadable", None])
@pytest.mark.parametrize("workspace", ["demo", "official"])
def test_a_roles_file_turns_them_off_readable_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, workspace: str
) -> None:
    path = tmp_path / "missing.toml" if text is None else roles_file(tmp_path, text)
    monkeypatch.setenv(access.ROLES_SETTING, str(path))
    assert local_identities(workspace, "localhost", {}) == ()
    assert why_no_local_identities(workspace, "localhost", {}) == "access-read-only-roles"


@pytest.mark.parametrize("host", LOOPBACK)
def test_official_has_none_wherever_the_reader_is(host: str) -> None:
    assert local_identities("official", host, {}) == ()
    assert why_no_local_identities("official", host, {}) == "access-read-only-official"


@given(st.text(max_size=30))
def test_only_names_of_this_machine_are_loopback(host: str) -> None:
    if local_identities("demo", host, {}):
        bare = host.strip().casefold()
        assert bare.startswith(("localhost", "127.", "[::1", "::1", "[127.", "[localhost", "0"))


# The table is asked


@pytest.mark.parametrize("action", Action)
def test_every_action_is_required_by_whoever_does_it(action: Action) -> None:
    assert f"Action.{action.name}" in required(), f"nothing requires {action}"


@cache
def required() -> frozenset[str]:
    """What calls of functions called require…, and of those that hand their action on to one, are given, as written."""
    return frozenset(
        ast.unparse(argument)
        for module in modules()
        if module.path != "hengyang/access.py"
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).endswith(("require", "_require_for_cells", "_decide"))
        for argument in call.args
    )


# Many plans


def test_a_role_holds_for_the_plans_that_are_named_and_else_for_this_one_alone(
    tmp_path: Path,
) -> None:
    people = roles_from(
        roles_file(
            tmp_path,
            '[li]\nrole = "reviewer"\n'
            '[wang]\nrole = "reviewer"\nplans = ["city-1"]\n'
            '[zhao]\nrole = "reviewer"\nplans = "*"\n',
        )
    )
    allowed = {
        name: [plan for plan in ("", "city-1", "city-2") if may(actor, Action.PUBLISH, plan=plan)]
        for name, actor in people.items()
    }
    assert allowed == {"li": [""], "wang": ["city-1"], "zhao": ["", "city-1", "city-2"]}
    with pytest.raises(NotAllowed) as refused:
        access.require(people["wang"], Action.PUBLISH, plan="city-2")
    assert refused.value.key == "access-denied-plan"


@pytest.mark.parametrize("plans", ["[]", "3", "[3]", "true"])
def test_unclear_plans_close_the_whole_roles_file(tmp_path: Path, plans: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        roles_from(roles_file(tmp_path, f'[li]\nrole = "viewer"\nplans = {plans}\n'))
    assert refused.value.key == "access-roles-no-plans"


def test_the_demo_s_identities_are_lent_in_no_plan_of_a_lake() -> None:
    assert local_identities("demo", "localhost", {}, plan="city-1") == ()
    assert (
        why_no_local_identities("demo", "localhost", {}, plan="city-1") == "access-read-only-plan"
    )


def test_whoever_asks_the_table_about_a_store_says_which_plan() -> None:
    room = Path(access.__file__).parent
    silent = [
        f"{path.name}:{call.lineno}"
        for path in room.rglob("*.py")
        if path.name != "access.py"
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) in ("may", "require", "access.may", "access.require")
        and "plan" not in {keyword.arg for keyword in call.keywords}
    ]
    assert silent == []
