"""What is not shown (điều không in lại): figures of a line in which a number of a person stands."""

import re
from collections.abc import Iterable

from chinhtrinoibo.findings import Finding

_FAMILY = "PERSON"
_FIGURE = re.compile("[0-9]")


def private(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the lines and passages that hold a number of a person."""
    return frozenset(
        text
        for finding in findings
        if finding.code.startswith(_FAMILY)
        for text in (finding.text, finding.spot.excerpt if finding.spot else "")
        if text
    )


def discreet(text: str, hidden: frozenset[str]) -> str:
    """Return a line with its figures blotted out where it is among ``hidden``.

    >>> discreet("gọi 0900 000 000", frozenset({"gọi 0900 000 000"}))
    'gọi •••• ••• •••'
    """
    return _FIGURE.sub("•", text) if text in hidden else text
