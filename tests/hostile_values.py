"""Values that mean harm, each with a mark at its end by which it is found again: "…§001§"."""

from __future__ import annotations

from itertools import count

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


KEPT_BY_NO_DATABASE = ("\x00", "a\x00b", "<b>\x00", "\ud800", "x\udfff", "\udcff=1")
"""PostgreSQL keeps no NUL and UTF-8 no half of a pair."""
