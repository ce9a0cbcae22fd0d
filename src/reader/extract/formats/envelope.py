"""Mails and archives as the standard library parses them, with headers of bounded length."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Any

# The parser of headers takes more than linear time and memory: a subject of 40,000 encoded words took 5.5 GB.
LONGEST_HEADER = 10_000


class _Bounded(EmailPolicy):
    def header_fetch_parse(self, name: str, value: str) -> str:
        shown: str = super().header_fetch_parse(name, value[:LONGEST_HEADER] if len(value) > LONGEST_HEADER else value)
        return shown


def parsed(content: bytes) -> EmailMessage:
    """A mail, or an archive in its form; of a very long header the beginning is read."""
    # Its type has no room for what a policy makes.
    policy: Any = _Bounded()
    return message_from_bytes(content, EmailMessage, policy=policy)
