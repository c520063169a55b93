"""The words of a .docx as others made it, well or ill."""

import io
import struct
import zipfile
from pathlib import Path
from typing import IO

import pytest
from docx import Document

import chinhtrinoibo as ctnb
from chinhtrinoibo.errors import InvalidTemplate, UnreadableSource
from chinhtrinoibo.word import _archive
from chinhtrinoibo.word.reader import read_paragraphs
from word import inspection, samples

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def links(**targets: str) -> bytes:
    """Return a part of relationships, by type."""
    rows = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'.encode()


def parts(body: str, space: str = W) -> dict[str, bytes]:
    """Return the parts of a document with this body."""
    root = f'<w:document xmlns:w="{space}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
    return {
        "_rels/.rels": links(officeDocument="word/document.xml"),
        "word/document.xml": root.encode(),
    }


def read(body: str, space: str = W) -> tuple[str, ...]:
    """Read a body."""
    return read_paragraphs(inspection.packed(parts(body, space)))


def refused(content: bytes | str | Path | IO[bytes]) -> str:
    """Return why a file is not read."""
    with pytest.raises(UnreadableSource) as caught:
        read_paragraphs(content)  # type: ignore[arg-type]
    assert caught.value.reason.vietnamese
    return caught.value.reason.code


def p(content: str) -> str:
    """Return a paragraph."""
    return f"<w:p>{content}</w:p>"


def r(text: str) -> str:
    """Return a run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(kind: str) -> str:
    """Return a mark of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


class TestText:
    """Paragraphs in the order of the document, as the page shows them."""

    @pytest.mark.parametrize("name", samples.ALL)
    def test_reads_what_we_write(self, name: str) -> None:
        """As python-docx does, but for breaks, which have signs of their own."""
        content = ctnb.to_docx(samples.ALL[name], allow_classified=True)
        found = [text.replace("\n", "").replace("\t", "") for text in read_paragraphs(content)]
        assert inspection.text(content).split("\n") == found

    def test_comments_are_no_text(self) -> None:
        """A commented draft reads as the draft."""
        findings = ctnb.check(samples.FULL)
        assert findings
        assert read_paragraphs(ctnb.to_docx(samples.FULL)) == read_paragraphs(
            ctnb.to_docx(samples.FULL, findings=findings)
        )

    def test_ways_to_give_a_file(self, tmp_path: Path) -> None:
        """A path, its text, bytes, and an open file."""
        path = tmp_path / "a.docx"
        Document().save(str(path))
        content = inspection.packed(parts(p(r("một"))))
        path.write_bytes(content)
        with path.open("rb") as file:
            found = {read_paragraphs(source) for source in (path, str(path), content, file)}
        assert {("một",)} == found

    @pytest.mark.parametrize("space", [W, STRICT])
    def test_tables_in_row_order(self, space: str) -> None:
        """Each paragraph of a cell by itself; tables within tables, too."""
        inner = f"<w:tbl><w:tr><w:tc>{p(r('trong'))}</w:tc></w:tr></w:tbl>"
        rows = (("a", "b"), ("c", "d"))
        table = "".join(
            f"<w:tr>{''.join(f'<w:tc>{p(r(cell))}{p(r(cell))}</w:tc>' for cell in row)}</w:tr>"
            for row in rows
        )
        last = f"<w:sdt><w:sdtPr/><w:sdtContent><w:tr><w:tc>{inner}{p('')}</w:tc></w:tr>"
        body = (
            f"{p(r('x'))}<w:tbl><w:tblPr/>{table}{last}</w:sdtContent></w:sdt></w:tbl>{p(r('y'))}"
        )
        found = read(body, space)
        assert ("x", "a", "a", "b", "b", "c", "c", "d", "d", "trong", "", "y") == found

    def test_signs(self) -> None:
        """Tabs and breaks; tab stops are none."""
        stops = '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
        signs = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:cr/><w:noBreakHyphen/></w:r>"
        assert ("a\tb\n\n\u2011",) == read(p(stops + signs))

    def test_comments_within_text(self) -> None:
        """A comment of XML takes nothing away."""
        assert ("ab",) == read(p("<w:r><w:t>a<!-- x --><?y z?>b</w:t></w:r>"))

    def test_revisions(self) -> None:
        """Deleted and moved text is gone, inserted text stays."""
        deleted = '<w:del w:id="1"><w:r><w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></w:del>'
        moved = f"<w:moveFrom>{r('đây')}</w:moveFrom><w:moveTo>{r(' đó')}</w:moveTo>"
        assert ("mới đó",) == read(p(f"{deleted}<w:ins>{r('mới')}</w:ins>{moved}"))

    def test_deleted_end_of_a_paragraph(self) -> None:
        """It goes on in the next; a row that is deleted is gone."""
        end = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
        row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('x'))}</w:tc></w:tr>"
        cell = f"<w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{p(r('y'))}</w:tc></w:tr>"
        body = f"{p(end + r('một '))}{p(r('hai'))}<w:tbl>{row}{cell}</w:tbl>{p(end + r('ba'))}"
        assert ("một hai", "ba") == read(body)

    def test_fields(self) -> None:
        """What they print, whether simple, nested, or over several paragraphs."""
        instruction = "<w:r><w:instrText>IF 1</w:instrText><w:t>lệnh</w:t></w:r>"
        nested = field("begin") + instruction + field("separate") + r("1") + field("end")
        whole = field("begin") + nested + field("separate") + r("kết quả") + field("end")
        simple = f'<w:fldSimple w:instr="PAGE">{r("2")}</w:fldSimple>'
        toc = p(field("begin") + field("separate") + r("mục")) + p(r("lục") + field("end") + r("."))
        stray = field("end") + field("separate") + r(" lẻ")
        assert ("kết quả, 2", "mục", "lục.", " lẻ") == read(
            f"{p(whole + r(', ') + simple)}{toc}{p(stray)}"
        )

    def test_links_and_containers(self) -> None:
        """Hyperlinks, smart tags and content controls are looked into."""
        inside = f"<w:hyperlink>{r('a')}</w:hyperlink><w:smartTag>{r('b')}</w:smartTag>"
        control = (
            f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('c')}</w:sdtContent></w:sdt>"
        )
        block = f"<w:sdt><w:sdtContent>{p(r('d'))}{p(r('e'))}</w:sdtContent></w:sdt>"
        assert ("abc", "d", "e") == read(p(inside + control) + block)

    def test_text_boxes_once(self) -> None:
        """Behind the paragraph that holds them, from the choice and not the fallback."""
        box = f"<w:txbxContent>{p(r('hộp'))}{p(r('thư'))}</w:txbxContent>"
        drawn = f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        other = f"<mc:Choice Requires='x'>{r('khác')}</mc:Choice>"
        fallback = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        alternatives = f"<mc:AlternateContent>{drawn}{other}{fallback}</mc:AlternateContent>"
        old = f"<w:r><w:pict>{box}</w:pict></w:r>"
        found = read(p(f"{r('trước')}<w:r>{alternatives}</w:r>{r(' sau')}") + p(old))
        assert ("trước sau", "hộp", "thư", "", "hộp", "thư") == found

    def test_notes_behind_the_body(self) -> None:
        """Footnotes, then endnotes; the lines that part them are none."""
        package = parts(p(r("thân")))
        package["word/_rels/document.xml.rels"] = links(
            endnotes="endnotes.xml", footnotes="/word/footnotes.xml"
        )
        for kind in ("footnote", "endnote"):
            notes = (
                f'<w:{kind} w:type="separator">{p(r("-"))}</w:{kind}>'
                f'<w:{kind} w:id="1">{p("<w:r><w:footnoteRef/></w:r>" + r(kind))}</w:{kind}>'
            )
            root = f'<w:{kind}s xmlns:w="{W}">{notes}</w:{kind}s>'
            package[f"word/{kind}s.xml"] = root.encode()
        found = read_paragraphs(inspection.packed(package))
        assert ("thân", "footnote", "endnote") == found

    def test_main_part_of_another_name(self) -> None:
        """It is the one that the package names."""
        package = parts(p(r("thân")))
        package["word/document2.xml"] = package.pop("word/document.xml")
        package["_rels/.rels"] = links(officeDocument="/word/document2.xml")
        assert ("thân",) == read_paragraphs(inspection.packed(package))

    def test_long_document_in_little_memory(self) -> None:
        """Rows are let go as they are read."""
        rows = ((str(n), "Tổ chức " * 9) for n in range(5_000))
        stream = ctnb.AnnexStream(title="Danh sách", columns=("STT", "Tên"), rows=rows)
        found = read_paragraphs(ctnb.to_docx(samples.PLAIN, annexes=[stream]))
        assert 5_000 == sum(text.startswith("Tổ chức") for text in found)


DTD = (
    '<!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
)


class TestHostile:
    """“DTDs refused, no network, entity expansion off, zip bombs bounded”."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
    @pytest.mark.parametrize("name", ["word/document.xml", "_rels/.rels"])
    def test_document_type(self, name: str, encoding: str) -> None:
        """In any encoding; nothing is expanded or fetched."""
        package = parts(p(r("&b;&x;")))
        text = f"{DTD}{package[name].decode()}"
        package[name] = text.encode(encoding)
        assert "docx-doctype" == refused(inspection.packed(package))

    def test_document_type_far_behind(self) -> None:
        """Behind a long comment."""
        package = parts(p(r("&b;")))
        text = f"<!--{' ' * 10_000}-->{DTD}{package['word/document.xml'].decode()}"
        package["word/document.xml"] = text.encode()
        assert "docx-doctype" == refused(inspection.packed(package))
        package["_rels/.rels"], package["word/document.xml"] = (
            f"<!--{' ' * 10_000}-->{DTD}{package['_rels/.rels'].decode()}".encode(),
            parts("")["word/document.xml"],
        )
        assert "docx-doctype" == refused(inspection.packed(package))

    def test_ratio(self) -> None:
        """A part of nothing but spaces packs too well."""
        package = parts("") | {"word/media/a.bin": b" " * 2**21}
        assert "docx-size" == refused(inspection.packed(package))

    def test_size(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Of all parts together."""
        monkeypatch.setattr(_archive, "MOST_BYTES", 100)
        assert "docx-size" == refused(inspection.packed(parts(p(r("x")))))

    def test_size_that_lies(self) -> None:
        """A part that says it is small is read no further than it says."""
        content = bytearray(inspection.packed(parts(p(r("x" * 5_000)))))
        at = content.index(b"PK\1\2", content.index(b"PK\1\2") + 1)  # of the document
        content[at + 24 : at + 28] = struct.pack("<L", 50)
        assert refused(bytes(content)) in {"docx-no-zip", "docx-broken"}

    def test_number_of_parts(self) -> None:
        """Each costs something, however small."""
        package = parts("") | {f"x/{n}": b"" for n in range(_archive.MOST_PARTS)}
        assert "docx-parts" == refused(inspection.packed(package))

    @pytest.mark.parametrize("wrapped", [True, False])
    def test_block_without_end(self, wrapped: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        """One paragraph of runs without number, or one control around all."""
        monkeypatch.setattr(_archive, "MOST_HELD", 200_000)
        control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
        many = control.format("<w:p/>" * 60_000) if wrapped else p("<w:r/>" * 60_000)
        assert "docx-block" == refused(inspection.packed(parts(many)))
        assert 60_000 == len(read("<w:p/>" * 60_000))

    def test_depth(self) -> None:
        """Nesting beyond measure is refused by the parser."""
        deep = "<w:smartTag>" * 5_000 + "</w:smartTag>" * 5_000
        assert "docx-broken" == refused(inspection.packed(parts(p(deep))))

    def test_not_xml(self) -> None:
        """A part that is cut off."""
        package = parts(p(r("x")))
        package["word/document.xml"] = package["word/document.xml"][:-9]
        assert "docx-broken" == refused(inspection.packed(package))

    @pytest.mark.parametrize("content", [b"", b"PK\3\4 no zip", b"<html>", b"%PDF-1.7"])
    def test_not_a_zip(self, content: bytes) -> None:
        """Said to be none."""
        assert "docx-no-zip" == refused(content)

    def test_damaged(self) -> None:
        """A byte that fails its checksum, and a method that Word never uses."""
        content = inspection.packed(parts(p(r("một hai ba " * 99))))
        at = content.index(b"word/document.xml") + 40
        damaged = content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]
        assert refused(damaged) in {"docx-no-zip", "docx-broken"}
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as package:
            package.writestr("word/document.xml", b"<a/>")
        assert "docx-no-zip" == refused(packed.getvalue())

    def test_other_packages(self) -> None:
        """A zip without a document of Word, or whose document is missing or elsewhere."""
        assert "docx-no-document" == refused(inspection.packed({"a.txt": b"a"}))
        package = parts("")
        del package["word/document.xml"]
        assert "docx-no-document" == refused(inspection.packed(package))
        package["_rels/.rels"] = links(officeDocument="../../../etc/passwd")
        assert "docx-no-document" == refused(inspection.packed(package))

    def test_encrypted(self, tmp_path: Path) -> None:
        """With a password of Word or of zip; older files are told apart."""
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
        path = tmp_path / "mat-khau.docx"
        path.write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
        assert "docx-encrypted" == refused(path)
        assert "docx-legacy" == refused(ole)
        content = bytearray(inspection.packed(parts(p(r("x")))))
        for sign, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            content[content.index(sign) + offset] |= 1
        assert "docx-encrypted" == refused(bytes(content))

    def test_no_file(self, tmp_path: Path) -> None:
        """Missing, a folder, a name that no file can have; the error names it."""
        missing = tmp_path / "none.docx"
        with pytest.raises(UnreadableSource, match=r"none\.docx: .*no such file"):
            read_paragraphs(missing)
        assert "source-folder" == refused(tmp_path)
        assert "source-unreadable" == refused("a\0b.docx")

    def test_templates_are_read_with_the_same_care(self, tmp_path: Path) -> None:
        """A bomb is no template."""
        path = tmp_path / "mau.docx"
        Document().save(str(path))
        bomb = inspection.parts(path.read_bytes()) | {"word/media/a.bin": b" " * 2**21}
        path.write_bytes(inspection.packed(bomb))
        with pytest.raises(InvalidTemplate, match="unpacks to too much"):
            ctnb.to_docx(samples.PLAIN, template=path)
