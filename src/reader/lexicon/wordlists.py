"""Word lists written as prose: one function that reads them."""


def words(listed: str) -> frozenset[str]:
    """The words of a list written out with spaces between them."""
    return frozenset(listed.split())
