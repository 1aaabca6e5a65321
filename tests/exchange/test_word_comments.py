"""Comments and tracked changes as Word and LibreOffice write them, and files that mean harm."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from facilitation.domain.proceedings import CommentKind, Section
from facilitation.errors import InvalidInput
from facilitation.exchange.word_comments import section_titled, word_remarks
from facilitation.i18n.labels import section_label
from facilitation.i18n.translator import LANGUAGES, Translator

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
NAMES = f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:w15="{W15}"'


def packed(body: str, comments: str = "", threads: str = "") -> bytes:
    """The smallest Word file with this body."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        if comments:
            package.writestr("word/comments.xml", f"<w:comments {NAMES}>{comments}</w:comments>")
        if threads:
            package.writestr("word/commentsExtended.xml", f"<w15:commentsEx {NAMES}>{threads}</w15:commentsEx>")
    return data.getvalue()


def paragraph(*runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def around(key: int, *runs: str) -> str:
    """Runs with a comment on them, as both programs write it."""
    reference = f'<w:r><w:commentReference w:id="{key}"/></w:r>'
    return f'<w:commentRangeStart w:id="{key}"/>{"".join(runs)}<w:commentRangeEnd w:id="{key}"/>{reference}'


def comment(key: int, text: str, author: str = "Ministria", day: str = "2027-05-03T10:00:00Z", para: str = "") -> str:
    mark = f' w14:paraId="{para}"' if para else ""
    lines = "".join(f"<w:p{mark}>{run(line)}</w:p>" for line in text.split("\n"))
    return f'<w:comment w:id="{key}" w:author="{author}" w:date="{day}">{lines}</w:comment>'


def changed(tag: str, text: str, author: str = "Donatori") -> str:
    inner = f"<w:r><w:delText>{text}</w:delText></w:r>" if tag == "del" else run(text)
    return f'<w:{tag} w:id="9" w:author="{author}" w:date="2027-05-04T09:30:00Z">{inner}</w:{tag}>'


def test_comments_of_python_docx_come_back_with_words_and_part() -> None:
    document = Document()
    document.add_heading("1 Përmbledhje ekzekutive", 1)
    first = document.add_paragraph("Strehimi kërkon ")
    middle = first.add_run("para për tre vjet")
    first.add_run(".")
    second = document.add_paragraph("Qeveria vendos.")
    document.add_heading("Lessons learned", 1)
    third = document.add_paragraph("Begin earlier.")
    document.add_comment(runs=[middle], text="Nga cili fond?", author="Ministria e Financave")
    document.add_comment(runs=[first.runs[1], second.runs[0]], text="Dy paragrafë", author="Donatori")
    document.add_comment(runs=third.runs, text="Yes\nhow much?", author="Bashkia")
    data = BytesIO()
    document.save(data)

    found = [(one.author, one.text, one.anchor, one.section) for one in word_remarks(data.getvalue(), "a.docx")]

    assert found == [
        ("Ministria e Financave", "Nga cili fond?", "para për tre vjet", Section.SUMMARY),
        ("Donatori", "Dy paragrafë", "para për tre vjet. Qeveria vendos.", Section.SUMMARY),
        ("Bashkia", "Yes\nhow much?", "Begin earlier.", Section.LESSONS),
    ]


def test_answers_and_resolved_threads_are_read() -> None:
    body = paragraph(around(0, run("një")), around(1, run("dy")), run(" tre"))
    comments = comment(0, "Pse?", para="0000AAAA") + comment(1, "Kush?", para="0000BBBB")
    comments += comment(2, "Sepse.", author="Sekretariati", para="0000CCCC")
    threads = (
        '<w15:commentEx w15:paraId="0000AAAA" w15:done="1"/><w15:commentEx w15:paraId="0000BBBB" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000CCCC" w15:paraIdParent="0000AAAA" w15:done="0"/>'
    )

    found = [(one.text, one.anchor, one.is_resolved) for one in word_remarks(packed(body, comments, threads), "a.docx")]

    assert found == [("Pse?", "një", True), ("Sepse.", "një", True), ("Kush?", "dy", False)]


def test_a_comment_without_a_range_says_what_stands_before_it() -> None:
    body = paragraph(run("Para kësaj "), '<w:r><w:commentReference w:id="4"/></w:r>', run("dhe pas"))
    (found,) = word_remarks(packed(body, comment(4, "Këtu", day="jo datë")), "a.docx")

    assert (found.anchor, found.section, found.written_at) == ("Para kësaj", None, None)


def test_days_are_those_of_the_writers_clock() -> None:
    (found,) = word_remarks(packed(paragraph(around(0, run("x"))), comment(0, "y")), "a.docx")
    assert found.written_at == datetime(2027, 5, 3, 10)


def test_tracked_changes_become_suggestions() -> None:
    body = (
        paragraph(run("Executive summary"), style="Heading1")
        + paragraph(
            run("Ka "), changed("del", "20"), changed("ins", "35"), run(" strehëza në "), changed("ins", "gjithë "),
            changed("ins", "vendin"), run("."),
        )
        + paragraph(run("Kjo "), changed("del", "nuk "), run("duhet."), '<w:r><w:rPr><w:ins w:id="3"/></w:rPr></w:r>')
    )  # fmt: skip

    found = [(one.kind, one.text, one.anchor, one.author, one.section) for one in word_remarks(packed(body), "a.docx")]

    assert found == [
        (CommentKind.REPLACE, "35", "20", "Donatori", Section.SUMMARY),
        (CommentKind.PUT_IN, "gjithë vendin", "Ka 35 strehëza në", "Donatori", Section.SUMMARY),
        (CommentKind.TAKE_OUT, "nuk", "Kjo", "Donatori", Section.SUMMARY),
    ]


def test_two_readers_who_change_the_same_place_stay_two() -> None:
    body = paragraph(run("Ka "), changed("del", "20", "A"), changed("ins", "35", "B"), run("."))
    assert [(one.kind, one.author) for one in word_remarks(packed(body), "a.docx")] == [
        (CommentKind.TAKE_OUT, "A"),
        (CommentKind.PUT_IN, "B"),
    ]


def test_text_shown_twice_for_older_programs_is_read_once() -> None:
    box = (
        f"<mc:AlternateContent xmlns:mc='m'><mc:Choice>{run('një')}</mc:Choice><mc:Fallback>{run('një')}</mc:Fallback>"
    )
    body = paragraph(around(0, f"<w:r>{box}</mc:AlternateContent></w:r>"))
    assert word_remarks(packed(body, comment(0, "x")), "a.docx")[0].anchor == "një"


def test_the_contents_are_no_headings() -> None:
    body = paragraph(run("7 Lessons learned"), style="TOC1") + paragraph(around(0, run("x")))
    assert word_remarks(packed(body, comment(0, "y")), "a.docx")[0].section is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_known_by_its_heading_with_or_without_its_number(language: str) -> None:
    for section in Section:
        label = section_label(section, Translator(language))
        for heading in (label, f"3 {label}", f"3.1 {label.upper()}", f"Shtojca A. {label}", f"Annex B. {label}"):
            assert section_titled(heading) is section
    assert section_titled("5.1 Panel 1") is None


def test_a_file_without_any_has_none() -> None:
    assert word_remarks(packed(paragraph(run("x"))), "a.docx") == ()


def bomb() -> bytes:
    return packed(paragraph(run("a" * 30_000_000)))


def with_macros() -> bytes:
    data = BytesIO(packed(paragraph(run("x"))))
    with ZipFile(data, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    return data.getvalue()


def with_doctype() -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as package:
        package.writestr("word/document.xml", f"<w:document {NAMES}><w:body/></w:document>")
        evil = f'<!DOCTYPE a [<!ENTITY b "c">]><w:comments {NAMES}><w:comment w:id="0"/></w:comments>'
        package.writestr("word/comments.xml", evil)
    return data.getvalue()


@pytest.mark.parametrize(
    "make",
    [
        bomb,
        with_macros,
        with_doctype,
        lambda: b"",
        lambda: b"PK\x03\x04" + b"\x00" * 99,
        lambda: b"\xd0\xcf\x11\xe0" * 9,
    ],
)
def test_hostile_files_are_refused_with_a_sentence_and_soon(make: Callable[[], bytes]) -> None:
    data, before = make(), time.perf_counter()

    with pytest.raises(InvalidInput):
        word_remarks(data, "keq.docx")
    assert time.perf_counter() - before < 1


def test_thousands_of_comments_that_never_end_take_little_time() -> None:
    starts = "".join(f'<w:commentRangeStart w:id="{key}"/>' for key in range(5_000))
    body = paragraph(starts) + paragraph(run("fjalë ")) * 20_000
    comments = "".join(comment(key, f"k{key}") for key in range(5_000))
    before = time.process_time()

    found = word_remarks(packed(body, comments), "a.docx")

    assert len(found) == 2_000
    assert all(len(one.anchor) <= 300 for one in found)
    assert time.process_time() - before < 5
