import pytest

from chinhtrinoibo import Citation, Markup, annotate, find_citations
from chinhtrinoibo.errors import InvalidCitation

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
        place = first.span._replace(start=first.span.start + 3)
        inner = first._replace(span=place, text=place.of(TEXT))
        assert annotate(TEXT, [inner, *reversed(CITED)]) == annotate(TEXT, CITED)

    @pytest.mark.parametrize("text", ["ngắn", f"x{TEXT}", TEXT.replace("39", "93")])
    def test_refuses_citations_of_another_text(self, text: str) -> None:
        """And says what stands there, and what to do."""
        with pytest.raises(InvalidCitation, match="come from another text") as caught:
            annotate(text, CITED)
        assert CITED[0].text == caught.value.given
        assert "tìm lại" in caught.value.reason.vietnamese

    @pytest.mark.parametrize("markup", Markup)
    def test_links_to_no_empty_address(self, markup: Markup) -> None:
        """It is the same as none."""
        assert annotate(TEXT, CITED, markup=markup) == annotate(
            TEXT, CITED, markup=markup, link=lambda _: ""
        )


class TestInline:
    """No tag of the text is broken, and no link put into a link."""

    @pytest.mark.parametrize(
        "html",
        [
            '<p title="theo Nghị quyết 35">x</p>',
            "<p title='a > b; Nghị quyết 35' class=x>x</p>",
            '<a href="/35">Nghị quyết 35</a>',
            "<A HREF=x><b>Nghị quyết 35</b></A >",
            "<!-- > Nghị quyết 35 -->",
            "<script>let a = 'Nghị quyết 35'</script>",
            "<b>Nghị quyết</b> số 35-NQ/TW",
            "<b>Nghị quyết số 35-NQ/TW</b>, ngày 22/10/2018",
            "<p title='Nghị quyết 35",
            "<!-- Nghị quyết 35",
            "<style> Nghị quyết 35",
        ],
    )
    def test_leaves_tags_alone(self, html: str) -> None:
        """What stands in one, or reaches over one, stays; what stands beside it is marked."""
        text = f"<p>Chỉ thị 39-CT/TW</p> {html}"
        cited = find_citations(text)
        assert 2 == len(cited)
        marked = f"<p><cite>Chỉ thị 39-CT/TW</cite></p> {html}"
        assert marked == annotate(text, cited, markup="inline")

    def test_marks_what_stands_between(self) -> None:
        """Signs that open no tag are text."""
        text = "1 < 2; <b title='>'>Nghị quyết 35</b><br>Chỉ thị 39-CT/TW"
        assert annotate(text, find_citations(text), markup="inline") == (
            "1 < 2; <b title='>'><cite>Nghị quyết 35</cite></b><br><cite>Chỉ thị 39-CT/TW</cite>"
        )

    def test_is_quick_where_nothing_is_closed(self) -> None:
        """Each character is looked at once."""
        for piece in ("<a>", "<x '", '<x "', "<!--", "<", "<script>"):
            assert annotate(piece * 100_000, [], markup="inline") == piece * 100_000
