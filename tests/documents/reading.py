"""Reads printed files back."""

import pypdfium2


def pages(content: bytes) -> list[str]:
    """Return the text of each page."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [_text(document, index) for index in range(len(document))]
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    text_page = page.get_textpage()
    text = text_page.get_text_range().replace("\r\n", "\n")
    text_page.close()
    page.close()
    return str(text)


def outline(content: bytes) -> list[str]:
    """Return the titles of the bookmarks."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [bookmark.get_title() for bookmark in document.get_toc()]
    finally:
        document.close()


def flat(text: str) -> str:
    """Return *text* without line ends and double spaces, to look for names that stand on two lines."""
    return " ".join(text.split())
