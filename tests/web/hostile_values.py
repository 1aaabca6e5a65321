"""What a stranger may type to do harm, or what merely looks odd to a program."""

from __future__ import annotations

SEEDS = (
    "<script>alert(1)</script>", "</textarea><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>", "</title></head><body onload=alert(1)>", '"><b>',
    "' onfocus='alert(1)' autofocus='", "<!--", "-->", "]]>", "<![CDATA[x]]>",
    "</form><form action=//evil.example>", "<meta http-equiv=refresh content=0>",
    "<style>*{display:none}</style>", "</style>", "javascript:alert(1)", "data:text/html,<b>", "&lt;b&gt;",
    "&amp;", "&#60;script&#62;", "&", "<", ">", '"', "'", "`", "{{7*7}}", "${7*7}", "#{7*7}", "{0}",
    "{question}", "%s", "%(x)s", "{event.__class__}", "%00", "%3Cscript%3E",
    '=HYPERLINK("http://evil.example")', "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1",
    'DDE("cmd")', "' OR '1'='1", "'; DROP TABLE replies; --", '" OR 1=1 --', "\\'; --", "1; SELECT pg_sleep(9)",
    "NULL", "None", "true", "../../etc/passwd", "C:\\con", "file:///etc/passwd", "\\\\server\\share", "a\x00b",
    "\x00", "\x07\x08\x1b[31m", "\x7f", "\u202eevil", "\u202d\u2066x\u2069", "\u200b\u200c\u200d", "\ufeff",
    "\ufffe", "\uffff", "e\u0301\u0302\u0303" * 50, "ﷺ" * 50, "😀👩‍👩‍👧‍👦🇦🇱", "𝕳𝖊𝖑𝖑𝖔", "ë ç Ë Ç", "ć č š đ ž",
    "Ћирилица", "Ελληνικά", "עברית", "العربية", "中文", "ａｂｃ", "ǅ", "ı İ ß", "a" * 10_000, "ë" * 10_000,
    "😀" * 5_000, "a\nb\r\nc\rd", "\n\n\n", " \t ", "\u00a0", "\u2028\u2029", "\x85",
    "BEGIN:VCALENDAR\r\nATTACH:x", "Bcc: a@example.org\r\n\r\nx", "HTTP/1.1 200 OK", "0", "-0", "1e309",
    "9" * 400, "٣", "Ⅷ",
)  # fmt: skip
WRAPPED = tuple(shape.format(seed) for seed in SEEDS for shape in ("{}", "x{}y", "\"'>{}") if len(seed) < 6000)
VALUES = tuple(value for value in (*SEEDS, *WRAPPED) if len(value) <= 10_000)
