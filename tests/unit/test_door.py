"""Who is let in to the screen in a browser."""

from __future__ import annotations

import pytest

from reader.serve.door import Door, Verdict

PORT = 8137
HERE = f"127.0.0.1:{PORT}"
NO_MATTER = "not-the-secret"


def judge(door: Door, **changed: object) -> Verdict:
    request: dict[str, object] = {"host": HERE, "origin": None, "cookie": None, "token": None, "is_websocket": False}
    return door.judge(**{**request, **changed})  # type: ignore[arg-type]


def test_the_token_works_once() -> None:
    door = Door(PORT)
    assert judge(door, token=door.token) is Verdict.ENTER
    assert judge(door, token=door.token) is Verdict.REFUSE


def test_a_wrong_token_costs_the_right_one_nothing() -> None:
    door = Door(PORT)
    assert judge(door, token=NO_MATTER) is Verdict.REFUSE
    assert judge(door, token=door.token) is Verdict.ENTER


REFUSED = [
    ("nothing shown", {}),
    ("a wrong cookie", {"cookie": NO_MATTER}),
    ("a cookie with odd characters", {"cookie": "\udcff“"}),
    ("a name that was pointed here", {"host": f"evil.example:{PORT}", "cookie": "right"}),
    ("another port", {"host": "127.0.0.1:80", "cookie": "right"}),
    ("no host", {"host": "", "cookie": "right"}),
    ("the default port", {"host": "127.0.0.1", "cookie": "right"}),
    ("this machine in IPv6", {"host": f"[::1]:{PORT}", "cookie": "right"}),
    ("this machine by another number", {"host": f"127.0.0.2:{PORT}", "cookie": "right"}),
    ("every address", {"host": f"0.0.0.0:{PORT}", "cookie": "right"}),
    ("a name that only ends like ours", {"host": f"evil.localhost:{PORT}", "cookie": "right"}),
    ("a user before the host", {"host": f"{HERE}@evil.example", "cookie": "right"}),
    ("two hosts", {"host": f"{HERE}, evil.example", "cookie": "right"}),
    ("another page's origin", {"origin": "http://evil.example", "cookie": "right"}),
    ("another server on this machine", {"origin": "http://127.0.0.1:9000", "cookie": "right"}),
    ("an origin that hides itself", {"origin": "null", "cookie": "right"}),
    ("an empty origin", {"origin": "", "cookie": "right", "is_websocket": True}),
    ("an origin that only begins like ours", {"origin": f"http://{HERE}.evil.example", "cookie": "right"}),
    ("the same place over https", {"origin": f"https://{HERE}", "cookie": "right"}),
    ("localhost asking 127.0.0.1", {"origin": f"http://localhost:{PORT}", "cookie": "right", "is_websocket": True}),
    ("a websocket of no origin", {"cookie": "right", "is_websocket": True}),
    ("a websocket with the token", {"token": "right", "origin": f"http://{HERE}", "is_websocket": True}),
]


@pytest.mark.parametrize("shown", [row[1] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(shown: dict[str, object]) -> None:
    door = Door(PORT)
    secrets = {"cookie": door.session, "token": door.token}
    shown = {key: secrets[key] if value == "right" else value for key, value in shown.items()}
    assert judge(door, **shown) is Verdict.REFUSE
    assert judge(door, token=door.token) is Verdict.ENTER


PASSED = [
    ("a page of ours", {}),
    ("by its other name", {"host": f"localhost:{PORT}"}),
    ("a websocket of our page", {"origin": f"http://{HERE}", "is_websocket": True}),
]


@pytest.mark.parametrize("shown", [row[1] for row in PASSED], ids=[row[0] for row in PASSED])
def test_passed_with_the_cookie(shown: dict[str, object]) -> None:
    door = Door(PORT)
    assert judge(door, cookie=door.session, **shown) is Verdict.PASS


def test_the_address_opened_again_in_the_same_browser_leads_on() -> None:
    door = Door(PORT)
    assert judge(door, token=door.token) is Verdict.ENTER
    assert judge(door, token=door.token, cookie=door.session) is Verdict.ENTER


def test_the_place_of_the_cookie_is_not_to_be_met_by_chance() -> None:
    homes = {Door(PORT).home for _ in range(3)}
    assert len(homes) == 3
    assert all(len(home) >= 16 and home[0] == home[-1] == "/" for home in homes)


def test_secrets_differ() -> None:
    doors = [Door(PORT) for _ in range(3)]
    assert len({secret for door in doors for secret in (door.token, door.session)}) == 6
    assert min(len(secret) for door in doors for secret in (door.token, door.session)) >= 43
