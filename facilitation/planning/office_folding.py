"""Organisations and offices as they are compared: synonyms, abbreviations and endings folded away."""

from __future__ import annotations

from functools import lru_cache

from facilitation.planning.name_folding import SMALL_WORDS, folded_word, plain_letters, words_of

SYNONYMS = {
    "ministri": "ministria ministrise ministri min ministry ministarstvo ministerstvo ministerot",
    "bashki": "bashkia bashkise bashki municipality municipal opstina komuna komune komunes commune",
    "qark": "qarku qarkut qark county region rajoni rajon",
    "prefekture": "prefektura prefekture prefektures prefekti prefecture prefektit",
    "drejtori": "drejtoria drejtorise drejtori drejt directorate direkcija direktorat",
    "zyre": "zyra zyres zyre office kancelarija",
    "njesi": "njesia njesise njesi nja unit",
    "shoqate": "shoqata shoqates shoqate association zdruzenie udruzenje organizata organizate organisation"
    " organization ojf ojq oshc ngo cso fondacioni fondacion foundation qendra qender center centre",
    "agjenci": "agjencia agjencise agjenci agency agencija",
    "universitet": "universiteti universitetit universitet university univerzitet",
    "instituti": "instituti institutit institut institute",
    "punesim": "punesimit punesimi punesim employment vrabotuvanje",
    "shendetesi": "shendetesise shendetesia shendetit health zdravstvo",
    "arsim": "arsimit arsimi arsim arsimor education obrazovanie",
    "sherbim": "sherbimi sherbimit sherbimeve sherbimet services service",
    "social": "sociale social socialeve shoqerore",
    "rajonal": "rajonale rajonal regional vendore lokal lokale local",
    "pergjithshem": "pergjithshme pergjithshem general",
    "tiran": "tirana tiranes tirane",
    "skoder": "shkodra shkodres shkoder",
    "dures": "durresit durresi durres",
}
"""The one word that stands for each group: written variants in Albanian, English, Macedonian and Serbian."""

_OFFICES = "ministri bashki qark prefekture drejtori zyre njesi shoqate agjenci universitet instituti sherbim"
OFFICE_WORDS = frozenset(folded_word(word) for word in _OFFICES.split())
_POSITIONS = (
    "përfaqësues përfaqësuese drejtor drejtore drejtoreshë kryetar kryetare nënkryetar nënkryetare specialist"
    " specialiste koordinator koordinatore sekretar sekretare këshilltar këshilltare përgjegjës përgjegjëse"
    " ekspert eksperte inspektor inspektore mësues mësuese gazetar gazetare zëvendësministër zëvendësministre"
    " ministër ministre deputet deputete punonjës punonjëse menaxher menaxhere asistent asistente ekonomist"
    " ekonomiste jurist juriste mjek mjeke infermier infermiere psikolog psikologe pedagog pedagoge drejtues"
    " drejtuese anëtar anëtare administrator administratore prefekt prefekte sektori sektor shef shefe trajner"
    " trajnere pjesëmarrës pjesëmarrëse representative director head officer specialist mayor deputy coordinator"
    " adviser secretary teacher journalist manager assistant expert member chair chairperson shkolla shkollë"
    " spitali spital qendra këshilli këshill policia polici gjykata prokuroria komiteti komisioni klubi rrjeti"
    " projekti departamenti fakulteti televizioni radio gazeta media kompania sh.p.k ltd department council school"
    " hospital police претставник директор општина министерство представник predstavnik direktor opština"
)
POSITIONS = frozenset(folded_word(word) for word in _POSITIONS.split())
"""Words that say an office or a post, so that the text is no person's name."""

_ENDINGS = ("ise", "eve", "it", "es", "se", "ve", "is", "s")


def _office_stem(word: str) -> str:
    """A folded word without the ending of its case and without its last vowels: Elbasanit and Elbasani are one."""
    for ending in _ENDINGS:
        if len(word) - len(ending) >= 4 and word.endswith(ending):
            word = word[: -len(ending)]
            break
    bare = word.rstrip("aeiou") if len(word) > 3 else word
    return bare[:-2] + bare[-1] if len(bare) > 4 and bare[-2:] in ("er", "el") else bare


_MEANING = {folded_word(word): folded_word(name) for name, words in SYNONYMS.items() for word in (*words.split(), name)}


@lru_cache(50_000)
def office_word(word: str) -> str:
    """One word of an organisation's name: its synonym's, or its stem."""
    folded = folded_word(word)
    return _MEANING.get(folded) or _office_stem(folded)


@lru_cache(20_000)
def office_words(text: str) -> frozenset[str]:
    """What an organisation's name says, in no order and without small words."""
    return frozenset(
        meaning for word in words_of(text) if word.casefold() not in SMALL_WORDS and (meaning := office_word(word))
    )


@lru_cache(20_000)
def is_office(text: str) -> bool:
    """Whether a text names an office or a post rather than a person."""
    folded = {folded_word(word) for word in words_of(text)}
    return bool(folded & POSITIONS) or any(office_word(word) in OFFICE_WORDS for word in folded)


@lru_cache(20_000)
def _abbreviations(text: str) -> frozenset[str]:
    """What an organisation's name is shortened to: by first letters, or by first sounds (Sh, Dh, Gj …)."""
    words = [plain_letters(word) for word in words_of(text) if word.casefold() not in SMALL_WORDS]
    sounds = (word[:2] if word[:2] in ("sh", "dh", "th", "gj", "nj", "xh", "zh") else word[:1] for word in words)
    return frozenset({"".join(word[:1] for word in words), "".join(sounds)})


@lru_cache(50_000)
def office_likeness(one: str, other: str) -> float:
    """How alike two organisations are: 1 = the same, 0 = nothing in common."""
    mine, theirs = office_words(one), office_words(other)
    if not mine or not theirs:
        return 0.0
    if mine == theirs or _is_abbreviation(one, other) or _is_abbreviation(other, one):
        return 1.0
    return len(mine & theirs) / len(mine | theirs)


def _is_abbreviation(short: str, long: str) -> bool:
    text = short.strip()
    return 3 <= len(text) <= 8 and text.isupper() and text.isalpha() and plain_letters(text) in _abbreviations(long)
