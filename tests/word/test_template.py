"""An office's own file as template."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

import chinhtrinoibo as ctnb
from chinhtrinoibo.errors import InvalidTemplate
from word import inspection, samples


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A file as an office keeps it: a style of its own, wide margins, a header, old text."""
    office = Document()
    style = office.styles.add_style("Nội dung", WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(13)
    office.sections[0].left_margin = Mm(40)
    office.sections[0].header.paragraphs[0].text = "VĂN PHÒNG"
    office.add_paragraph("Nội dung cũ của một báo cáo khác")
    office.core_properties.author = "Người soạn"
    path = tmp_path / "mau.docx"
    office.save(str(path))
    return path


class TestTemplate:
    """Styles and page set-up are taken over; content and history are not."""

    def test_styles_by_role_name(self, template: Path) -> None:
        """A style called like a role is the office's; the others are ours."""
        document = Document(io.BytesIO(ctnb.to_docx(samples.PLAIN, template=template)))
        assert 13 == document.styles["Nội dung"].font.size.pt
        assert 16 == document.styles["Tên loại văn bản"].font.size.pt

    def test_page_set_up(self, template: Path) -> None:
        """Margins and header are the office's."""
        section = Document(io.BytesIO(ctnb.to_docx(samples.PLAIN, template=template))).sections[0]
        assert section.left_margin is not None
        assert 40 == round(section.left_margin.mm)
        assert "VĂN PHÒNG" == section.header.paragraphs[0].text

    def test_content_and_history_stay_out(self, template: Path) -> None:
        """No old text, author, thumbnail or revision mark comes along."""
        parts = inspection.parts(ctnb.to_docx(samples.PLAIN, template=template))
        together = b"".join(parts.values()).decode()
        for trace in ("Nội dung cũ", "Người soạn", "python-docx", "rsid"):
            assert trace not in together
        assert not [name for name in parts if "thumbnail" in name or "customXml" in name]

    def test_sound_package(self, template: Path, tmp_path: Path) -> None:
        """The result passes both checks, with every kind of annex."""
        target = tmp_path / "bao-cao.docx"
        ctnb.write(samples.FULL, target, template=template)
        assert [] == inspection.audit(target)
        assert [] == list(inspection.faults(target.read_bytes()))

    def test_page_number_where_the_office_has_no_header(self, tmp_path: Path) -> None:
        """Without a header of the office, ours numbers the pages."""
        path = tmp_path / "mau.docx"
        Document().save(str(path))
        content = ctnb.to_docx(samples.PLAIN, template=path)
        section = Document(io.BytesIO(content)).sections[0]
        assert "PAGE" in section.header._element.xml
        assert [] == list(inspection.faults(content))

    def test_ids_of_a_word_in_another_language(self, tmp_path: Path) -> None:
        """Ids are looked up by name, and one that is taken is not taken twice."""
        office = Document()
        for element in office.styles.element.iter():
            for name, value in element.attrib.items():
                if value == "Normal" and element.tag != qn("w:name"):
                    element.set(name, "Binhthng")
        style = office.styles.add_style("Của cơ quan", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), "Number")
        path, target = tmp_path / "mau.docx", tmp_path / "bao-cao.docx"
        office.save(str(path))
        ctnb.write(samples.FULL, target, template=path)
        assert [] == inspection.audit(target)
        assert [] == list(inspection.faults(target.read_bytes()))

    def test_picture_in_a_header(self, tmp_path: Path) -> None:
        """A header brings along what it shows; a later section shares it."""
        office = Document()
        picture = Path(__file__).parents[2] / "docs" / "images" / "page.png"
        office.sections[0].header.paragraphs[0].add_run().add_picture(str(picture), Mm(10))
        office.add_section()
        path, target = tmp_path / "mau.docx", tmp_path / "bao-cao.docx"
        office.save(str(path))
        ctnb.write(samples.PLAIN, target, template=path)
        assert [] == inspection.audit(target)
        assert [name for name in inspection.parts(target.read_bytes()) if "media/" in name]

    @pytest.mark.parametrize("name", ["styles", "settings", "theme/theme1", "document"])
    def test_refuses_document_types(self, name: str, template: Path) -> None:
        """A part that declares a document type, and entities with it, is not read."""
        with ZipFile(template) as package:
            parts = {part: package.read(part) for part in package.namelist()}
        declared = b'?><!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        parts[f"word/{name}.xml"] = parts[f"word/{name}.xml"].replace(b"?>", declared, 1)
        with ZipFile(template, "w") as package:
            for part, blob in parts.items():
                package.writestr(part, blob)
        with pytest.raises(InvalidTemplate, match=r"choose a \.docx"):
            ctnb.to_docx(samples.PLAIN, template=template)

    def test_refuses_what_is_not_there(self, tmp_path: Path) -> None:
        """A missing file is said to be missing."""
        with pytest.raises(InvalidTemplate, match="no such template"):
            ctnb.to_docx(samples.PLAIN, template=tmp_path / "mau.docx")

    @pytest.mark.parametrize("content", [b"", b"PK\3\4 no zip", b"<html>"])
    def test_refuses_what_is_no_docx(self, content: bytes, tmp_path: Path) -> None:
        """A broken file is said to be one, in our own words."""
        path = tmp_path / "mau.docx"
        path.write_bytes(content)
        with pytest.raises(InvalidTemplate, match=r"choose a \.docx"):
            ctnb.to_docx(samples.PLAIN, template=path)
