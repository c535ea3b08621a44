"""Remake `src/ligzda/publishing/assets/reference.docx`, the styles of every Word document.

Takes the reference document that Pandoc carries, replaces the styles named below, sets A4 with
our margins and a page number. Run it after changing a style:

    .venv/bin/python tools/reference_docx.py
"""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pypandoc

TARGET = Path(__file__).parents[1] / "src/ligzda/publishing/assets/reference.docx"
INK, SOFT, ACCENT, LINE, PALE = "1B2422", "53605C", "0F5F59", "DBD9D1", "E1EEEB"
FONT = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'


def paragraph(
    style: str, name: str, *, based_on: str = "Normal", ppr: str = "", rpr: str = ""
) -> str:
    """Write one paragraph style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:next w:val="BodyText"/><w:qFormat/>'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def size(points: float, colour: str = INK, extra: str = "") -> str:
    """Write character properties: size and colour."""
    half = round(points * 2)
    return f'{extra}<w:color w:val="{colour}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def spacing(before: int, after: int, extra: str = "") -> str:
    """Write the space around a paragraph, in twentieths of a point."""
    return (
        f'{extra}<w:spacing w:before="{before}" w:after="{after}" w:line="264" w:lineRule="auto"/>'
    )


KEEP = "<w:keepNext/><w:keepLines/>"
BOX = (
    f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/>'
)
STYLES = {
    "BodyText": paragraph("BodyText", "Body Text", ppr=spacing(0, 140)),
    "FirstParagraph": paragraph("FirstParagraph", "First Paragraph", based_on="BodyText"),
    "Compact": paragraph("Compact", "Compact", based_on="BodyText", ppr=spacing(30, 30)),
    "Title": paragraph("Title", "Title", ppr=spacing(0, 80), rpr=size(24, extra="<w:b/>")),
    "Subtitle": paragraph("Subtitle", "Subtitle", ppr=spacing(0, 120), rpr=size(13, SOFT)),
    "Author": paragraph("Author", "Author", ppr=spacing(0, 0), rpr=size(9.5, SOFT)),
    "Date": paragraph("Date", "Date", ppr=spacing(0, 320), rpr=size(9.5, SOFT)),
    "Heading1": paragraph(
        "Heading1", "heading 1", rpr=size(15, extra="<w:b/>"),
        ppr=spacing(440, 120, KEEP) + '<w:outlineLvl w:val="0"/>',
    ),
    "Heading2": paragraph(
        "Heading2", "heading 2", rpr=size(12, extra="<w:b/>"),
        ppr=spacing(280, 100, KEEP) + '<w:outlineLvl w:val="1"/>',
    ),
    "Heading3": paragraph(
        "Heading3", "heading 3", rpr=size(11, extra="<w:b/>"),
        ppr=spacing(240, 80, KEEP) + '<w:outlineLvl w:val="2"/>',
    ),
    "TOCHeading": paragraph(
        "TOCHeading", "TOC Heading", ppr=spacing(120, 80), rpr=size(11, extra="<w:b/>")
    ),
    "TOC1": paragraph("TOC1", "toc 1", ppr=spacing(0, 40), rpr=f'<w:color w:val="{ACCENT}"/>'),
    "TableCaption": paragraph(
        "TableCaption", "Table Caption", ppr=spacing(240, 80, KEEP), rpr=size(9, SOFT)
    ),
    "ImageCaption": paragraph(
        "ImageCaption", "Image Caption", ppr=spacing(60, 240), rpr=size(9, SOFT)
    ),
    "Figure": paragraph("Figure", "Figure", ppr=spacing(240, 60, KEEP)),
    "Lead": paragraph("Lead", "Lead", ppr=spacing(120, 200), rpr=size(13)),
    "Boxed": paragraph("Boxed", "Boxed", ppr=BOX + spacing(200, 200)),
    "KeyFigure": paragraph("KeyFigure", "Key Figure", ppr=spacing(0, 80)),
    "TableNote": paragraph("TableNote", "Table Note", ppr=spacing(60, 200), rpr=size(9, SOFT)),
    "SourceCode": paragraph(
        "SourceCode", "Source Code",
        ppr='<w:wordWrap w:val="off"/><w:shd w:val="clear" w:color="auto" w:fill="F1F0EB"/>'
        + spacing(120, 160),
        rpr='<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>' + size(9),
    ),
    "DefinitionTerm": paragraph(
        "DefinitionTerm", "Definition Term", ppr=spacing(80, 0, KEEP), rpr=size(9, SOFT)
    ),
    "Definition": paragraph("Definition", "Definition", ppr=spacing(0, 40)),
    "Table": (
        '<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:rPr><w:sz w:val="18"/></w:rPr>'
        f'<w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="4" w:color="{LINE}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:color="{LINE}"/></w:tblBorders>'
        '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
        '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        f'<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:color="{INK}"/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    ),
}  # fmt: skip

DEFAULTS = (
    f"<w:rPrDefault><w:rPr>{FONT}{size(10.5)}"
    '<w:lang w:val="lv-LV" w:eastAsia="lv-LV" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
)
FOOTER = (
    '<?xml version="1.0" encoding="UTF-8"?><w:ftr xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="right"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)
SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId90"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1250" w:right="1250" w:bottom="1360" '
    'w:left="1250" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'
)


def restyle(styles: str) -> str:
    """Replace our styles in styles.xml and add those it does not know."""
    styles = re.sub(r"<w:rPrDefault>.*?</w:rPrDefault>", DEFAULTS, styles, flags=re.DOTALL)
    for style in STYLES:
        styles = re.sub(
            rf'<w:style [^>]*w:styleId="{style}"[^>]*>.*?</w:style>', "", styles, flags=re.DOTALL
        )
    return styles.replace("</w:styles>", "".join(STYLES.values()) + "</w:styles>")


def main() -> None:
    """Write the reference document; the same bytes every time."""
    original = subprocess.run(
        [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"],
        check=True, capture_output=True,
    ).stdout  # fmt: skip
    with (
        zipfile.ZipFile(io.BytesIO(original)) as source,
        zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        files = {name: source.read(name).decode() for name in source.namelist()}
        files["word/styles.xml"] = restyle(files["word/styles.xml"])
        files["word/footer90.xml"] = FOOTER
        files["word/document.xml"] = re.sub(
            r"<w:sectPr.*</w:sectPr>", SECTION, files["word/document.xml"], flags=re.DOTALL
        )
        files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
            "</Relationships>",
            '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/footer" Target="footer90.xml"/></Relationships>',
        )
        files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
            "</Types>",
            '<Override PartName="/word/footer90.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.footer+xml"/></Types>',
        )
        for name, text in files.items():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)


if __name__ == "__main__":
    main()
