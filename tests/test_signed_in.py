"""What a token's claims amount to: a person of the roles file, a viewer, or somebody who counts as signed out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hengyang.access import Action, Actor, Role, may, require, signed_in
from hengyang.errors import NotAllowed
from hengyang.labels import LANGUAGES, words

NOW = datetime(2019, 7, 8, 9, tzinfo=UTC)
LI = Actor("Li@example.org", frozenset({Role.REVIEWER}))
SUBJECT = Actor("subject-7", frozenset({Role.REPORTER}), frozenset({"commerce"}))
PEOPLE = {"li@example.org": LI, "subject-7": SUBJECT, "wang": SUBJECT}


def claims(**more: object) -> dict[str, object]:
    """A good token of somebody unknown, changed; None leaves a claim out."""
    base = {"is_logged_in": True, "sub": "s-1", "exp": (NOW + timedelta(hours=1)).timestamp()}
    return {name: value for name, value in {**base, **more}.items() if value is not None}


def test_a_verified_address_gives_the_role_of_the_roles_file_until_the_token_ends() -> None:
    found = signed_in(claims(email="LI@example.org", email_verified=True), PEOPLE, NOW)
    assert found.reason is None
    assert found.actor is not None
    assert (found.actor.name, found.actor.roles) == (LI.name, LI.roles)
    assert found.actor.until == NOW + timedelta(hours=1)


@pytest.mark.parametrize("verified", [None, False, "true", 1])
def test_an_address_that_is_not_verified_gives_no_role(verified: object) -> None:
    found = signed_in(claims(email="li@example.org", email_verified=verified), PEOPLE, NOW)
    assert found.reason == "access-sign-in-unverified"
    assert not any(may(found.actor, action, "commerce") for action in Action)


def test_the_provider_s_own_name_for_somebody_gives_their_role() -> None:
    found = signed_in(claims(sub="subject-7"), PEOPLE, NOW)
    assert may(found.actor, Action.SUBMIT, "commerce")
    assert not may(found.actor, Action.SUBMIT, "education")


def test_a_username_counts_only_where_it_is_asked_for() -> None:
    told = claims(preferred_username="wang")
    assert signed_in(told, PEOPLE, NOW).reason == "access-sign-in-unknown"
    assert signed_in(told, PEOPLE, NOW, by_username=True).reason is None


@pytest.mark.parametrize("claim", ["sub", "preferred_username"])
def test_a_name_that_looks_like_an_address_stands_in_for_no_verified_one(claim: str) -> None:
    found = signed_in(claims(**{claim: "li@example.org"}), PEOPLE, NOW, by_username=True)
    assert found.reason == "access-sign-in-unknown"
    assert not may(found.actor, Action.APPROVE)


@pytest.mark.parametrize("people", [PEOPLE, {}, None])
def test_somebody_unknown_is_a_viewer_and_is_told_so(people: dict[str, Actor] | None) -> None:
    found = signed_in(claims(email="chen@example.org", email_verified=True), people, NOW)
    assert found.actor is not None
    assert (found.actor.name, found.actor.roles) == ("chen@example.org", {Role.VIEWER})
    assert found.reason == "access-sign-in-unknown"


def test_somebody_named_twice_is_a_viewer() -> None:
    told = claims(email="li@example.org", email_verified=True, sub="subject-7")
    found = signed_in(told, PEOPLE, NOW)
    assert found.reason == "access-sign-in-twice"
    assert not any(may(found.actor, action, "commerce") for action in Action)


@pytest.mark.parametrize("exp", [None, "soon", True, NOW.timestamp(), 0, 1e30, float("nan")])
def test_a_token_that_has_ended_or_says_no_end_is_a_signed_out_reader(exp: object) -> None:
    found = signed_in(claims(email="li@example.org", email_verified=True, exp=exp), PEOPLE, NOW)
    assert found.actor is None
    assert found.reason == "access-sign-in-expired"


@pytest.mark.parametrize("said", [None, False, "yes"])
def test_whoever_has_not_signed_in_is_nobody(said: object) -> None:
    found = signed_in(claims(sub="subject-7", is_logged_in=said), PEOPLE, NOW)
    assert (found.actor, found.reason) == (None, "access-signed-out")


def test_a_sign_in_is_judged_at_the_moment_of_writing() -> None:
    actor = signed_in(claims(sub="subject-7"), PEOPLE, NOW).actor
    until = NOW + timedelta(hours=1)
    require(actor, Action.SUBMIT, "commerce", at=until - timedelta(seconds=1))
    for at in (until, None):
        with pytest.raises(NotAllowed) as refused:
            require(actor, Action.SUBMIT, "commerce", at=at)
        assert refused.value.key == "access-sign-in-expired"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", ["unknown", "unverified", "twice", "expired"])
def test_every_reason_has_its_words(language: str, reason: str) -> None:
    assert words(language)(f"access-sign-in-{reason}")
