"""The .docx room: the only one that knows python-docx, lxml and WordprocessingML."""

from chinhtrinoibo.word.writer import to_document, to_docx, write

__all__ = ["to_document", "to_docx", "write"]
