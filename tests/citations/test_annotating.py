import pytest

from chinhtrinoibo import Citation, Markup, annotate, find_citations

TEXT = 'A & B: "Chỉ thị 39-CT/TW" < Nghị quyết 35'
HTML = (
    'A &amp; B: &quot;<cite><a href="/v?a=1&amp;n=39">Chỉ thị 39-CT/TW</a></cite>&quot; '
    "&lt; <cite>Nghị quyết 35</cite>"
)
CITED = find_citations(TEXT)


def link(citation: Citation) -> str | None:
    """Link what has letters, to an address that needs escaping."""
    return f"/v?a=1&n={citation.number}" if citation.symbol else None


class TestAnnotate:
    """Marks and links go in, and nothing else changes."""

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ({}, 'A & B: "[Chỉ thị 39-CT/TW]" < [Nghị quyết 35]'),
            ({"marks": ("**", "**")}, 'A & B: "**Chỉ thị 39-CT/TW**" < **Nghị quyết 35**'),
            ({"link": link}, 'A & B: "[Chỉ thị 39-CT/TW](/v?a=1&n=39)" < [Nghị quyết 35]'),
            (
                {"markup": "html", "link": link},
                HTML,
            ),
            (
                {"markup": Markup.INLINE},
                'A & B: "<cite>Chỉ thị 39-CT/TW</cite>" < <cite>Nghị quyết 35</cite>',
            ),
        ],
    )
    def test_in_each_markup(self, options: dict[str, object], expected: str) -> None:
        """Plain text, text that becomes HTML, and HTML."""
        assert expected == annotate(TEXT, CITED, **options)  # type: ignore[arg-type]  # a table

    def test_never_overlaps(self) -> None:
        """The first of two that overlap is marked; order does not matter."""
        first = CITED[0]
        inner = first._replace(span=first.span._replace(start=first.span.start + 3))
        assert annotate(TEXT, [inner, *reversed(CITED)]) == annotate(TEXT, CITED)

    def test_ignores_places_beyond_the_text(self) -> None:
        """Citations of another text do no harm."""
        assert annotate("ngắn", CITED) == "ngắn"
