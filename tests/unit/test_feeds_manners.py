"""When a feed may be asked again, as its server says, within bounds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reader.feeds import manners
from reader.feeds.manners import LONGEST, LONGEST_RETRY, SHORTEST, USUAL

NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({}, USUAL),
        ({"Cache-Control": "max-age=3600"}, timedelta(hours=1)),
        ({"Cache-Control": 'public, Max-Age="3600"'}, timedelta(hours=1)),
        ({"Cache-Control": "max-age=3600", "Expires": "Sat, 14 Mar 2026 18:00:00 GMT"}, timedelta(hours=1)),
        ({"Expires": "Sat, 14 Mar 2026 14:00:00 GMT"}, timedelta(hours=2)),
        # The server's clock is an hour ahead.
        ({"Expires": "Sat, 14 Mar 2026 14:00:00 GMT", "Date": "Sat, 14 Mar 2026 13:00:00 GMT"}, timedelta(hours=1)),
        ({"Cache-Control": "max-age=5"}, SHORTEST),
        ({"Cache-Control": "no-cache, max-age=0"}, SHORTEST),
        ({"Cache-Control": "no-store"}, USUAL),
        ({"Expires": "0"}, USUAL),
        ({"Expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, SHORTEST),
        ({"Expires": "Fri, 31 Dec 9999 23:59:59 GMT"}, LONGEST),
        ({"Cache-Control": "max-age=" + "9" * 5000}, LONGEST),
        ({"Cache-Control": "max-age=-1"}, USUAL),
        ({"Cache-Control": "max-age=٣"}, USUAL),
    ],
)
def test_a_feed_that_answered_is_left_alone_as_long_as_it_says(headers: dict[str, str], pause: timedelta) -> None:
    assert manners.due_after_answer(headers, NOW) - NOW == pause


@pytest.mark.parametrize(
    ("failures", "headers", "pause"),
    [
        (0, {}, USUAL),
        (1, {}, 2 * USUAL),
        (3, {}, 8 * USUAL),
        (6, {}, LONGEST),
        (10**9, {}, LONGEST),
        (0, {"Retry-After": "7200"}, timedelta(hours=2)),
        (0, {"Retry-After": "Sat, 14 Mar 2026 15:00:00 GMT"}, timedelta(hours=3)),
        (2, {"Retry-After": "10"}, 4 * USUAL),
        (0, {"Retry-After": "Sat, 14 Mar 2020 15:00:00 GMT"}, USUAL),
        (0, {"Retry-After": "9" * 5000}, LONGEST_RETRY),
        (0, {"Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"}, LONGEST_RETRY),
        (0, {"Retry-After": "later"}, USUAL),
    ],
)
def test_a_feed_that_failed_is_left_alone_for_longer_each_time(
    failures: int, headers: dict[str, str], pause: timedelta
) -> None:
    assert manners.due_after_failure(failures, headers, NOW) - NOW == pause


def test_what_a_server_called_its_answer_goes_back_to_the_letter() -> None:
    assert manners.conditions('W/"a b"', "sat, 14 mar 2026") == {
        "If-None-Match": 'W/"a b"',
        "If-Modified-Since": "sat, 14 mar 2026",
    }
    assert manners.conditions(None, "") == {}


@pytest.mark.parametrize(
    ("redirects", "has_moved"), [((), False), ((301,), True), ((308, 301), True), ((302,), False), ((301, 302), False)]
)
def test_only_redirects_for_good_are_taken_over(redirects: tuple[int, ...], has_moved: bool) -> None:
    assert manners.has_moved(redirects) is has_moved
