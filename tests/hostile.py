"""Values that mean harm, each with a mark at its end by which it is found again: "…§0001§"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count
from urllib.parse import quote_plus

SEEDS = (
    # markup and scripts
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<svg/onload=alert(1)>", "</w:t></w:r><w:br/>",
    "<iframe src=javascript:alert(1)>", "javascript:alert(1)", "[a](javascript:alert(1))", "![a](http://127.0.0.1/a)",
    "<!--", "-->", "<![CDATA[x]]>", "]]>", "<?xml version='1.0'?>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]>",
    "&lt;b&gt;", "&amp;amp;", "&#x3C;script&#x3E;", "&b;", "<style>*{display:none}</style>", "</title></head>",
    # spreadsheets
    '=HYPERLINK("http://127.0.0.1","x")', "=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)",
    '=IMPORTXML("http://127.0.0.1","//a")', "\t=1+1", "\r=1+1", "=-1", "+1", "-1", "@x", "'=1", "=A1", "{=1}",
    "_x0041_", "1E5", "0012", "1/2", "TRUE", "#REF!",
    # databases, templates, shells, paths
    "'; DROP TABLE persons; --", '" OR ""="', "1) UNION SELECT 1 --", "\\'; --", "%", "_", "%s%s%n", "%(name)s",
    "{}", "{0}", "{name}", "{0.__class__}", "{{7*7}}", "${7*7}", "#{7*7}", "{% x %}", "$(id)", "`id`", "| id", "; id",
    "../../etc/passwd", "..\\..\\windows", "CON", "nul.txt", "a/b\\c", "http://127.0.0.1:1/?q=1#f", "file:///x",
    # calendars, mail, web
    "BEGIN:VEVENT", "\nEND:VCALENDAR\nBEGIN:VCALENDAR", "a,b;c:d", "DTSTART:19700101T000000Z", "\r\nX-EVIL:1",
    "Subject: a\r\nBcc: b@example.org", "%0d%0aSet-Cookie:x", "\\n\\,\\;", "ATTACH:http://127.0.0.1",
    # letters and signs
    "\u202eevil\u202c", "\u2066x\u2069", "\u200bzero\u200b", "\u200d", "\ufeffmark", "\u00ad", "\u2028line\u2029",
    "مرحبا", "שלום", "Ђорђе Ж", "Ω≈ç√", "ﷺ", "ë ç Ë Ç", "e\u0308 c\u0327", "Z\u0351\u0363a\u0310l\u0334g\u0321o",
    "😀", "👩🏽‍🚀", "🏳️‍🌈", "🇦🇱", "𝕬𝖑𝖇", "𠜎", "İı", "ß", "\u0001", "\u0007", "\u001b[31m", "\u007f",
    "\u0085", "\ufffe", "\uffff", "\U0010ffff", "\ue000", "a\vb", "a\fb",
    # space, lines, size, markdown
    "\n\n\n", "\t\t", "   ", "\u00a0", "a\r\nb\rc\nd", "# H", "**b**", "~~x~~", ":red[x]", "$$x$$", "- a", "1. a",
    "> q", "|a|b|\n|-|-|", "---", ":material/delete:", "x" * 10_000, "ë " * 5_000, "<b>" * 3_000, "{" * 5_000,
    # what strangers typed into forms
    "</textarea><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title></head><body onload=alert(1)>",
    '"><b>', "' onfocus='alert(1)' autofocus='", "</form><form action=//evil.example>",
    "<meta http-equiv=refresh content=0>", "</style>", "data:text/html,<b>", "&amp;", "&#60;script&#62;", "&", "<",
    ">", '"', "'", "`", "{question}", "%s", "%(x)s", "{event.__class__}", "%00", "%3Cscript%3E",
    '=HYPERLINK("http://evil.example")', "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", 'DDE("cmd")', "' OR '1'='1",
    "'; DROP TABLE replies; --", '" OR 1=1 --', "1; SELECT pg_sleep(9)", "NULL", "None", "true", "C:\\con",
    "file:///etc/passwd", "\\\\server\\share", "\x07\x08\x1b[31m", "\u202eevil", "\u202d\u2066x\u2069",
    "\u200b\u200c\u200d", "\ufeff", "e\u0301\u0302\u0303" * 50, "ﷺ" * 50, "😀👩\u200d👩\u200d👧\u200d👦🇦🇱", "𝕳𝖊𝖑𝖑𝖔",
    "ć č š đ ž", "Ћирилица", "Ελληνικά", "עברית", "العربية", "中文", "ａｂｃ", "ǅ", "ı İ ß", "a\nb\r\nc\rd", " \t ",
    "\u2028\u2029", "BEGIN:VCALENDAR\r\nATTACH:x", "Bcc: a@example.org\r\n\r\nx", "HTTP/1.1 200 OK", "0", "-0",
    "1e309", "9" * 400, "٣", "Ⅷ", "😀" * 5_000,
)  # fmt: skip
FORMS = ("{}", " {} ", "a{}", "{0}{0}")
LONGEST_DOUBLED = 1_000


def marked(value: str, number: int) -> str:
    """The value with its mark."""
    return f"{value}§{number:04}§"


def hostile_values() -> tuple[str, ...]:
    """All of them, each seed alone, between spaces, behind a letter and twice."""
    numbers = count()
    return tuple(
        marked(form.replace("{0}", "{}").replace("{}", seed), next(numbers))
        for seed in SEEDS
        for form in FORMS
        if form == "{}" or len(seed) < LONGEST_DOUBLED
    )


def packed(values: Iterable[str], most: int, size: int) -> Iterator[tuple[str, ...]]:
    """The values in packages of at most ``most``, and of ``size`` bytes, so that few requests carry them all."""
    held: list[str] = []
    for value in values:
        if held and (len(held) == most or sum(map(weight, (*held, value))) > size):
            yield tuple(held)
            held = []
        held.append(value)
    yield tuple(held)


def weight(value: str) -> int:
    """Its bytes in the body of a form."""
    return len(quote_plus(value))


def plainly(text: str) -> str:
    """The text as files that take no control characters, and no odd line ends, can keep it; spaces do not count."""
    kept = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cs", "Cn") or sign.isspace())
    return re.sub(r"[\s\ufffe\uffff\x7f\x85]+", "", kept)


VALUES = hostile_values()
MARK = re.compile(r"§\d{4}§")
KEPT_BY_NO_DATABASE = ("\x00", "a\x00b", "<b>\x00", "\ud800", "x\udfff", "\udcff=1")
"""PostgreSQL keeps no NUL and UTF-8 no half of a pair."""
