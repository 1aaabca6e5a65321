"""How Albanian bends a name, and the words that look like names and are none. All words here are folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]{2,})*")


def _words(text: str) -> frozenset[str]:
    """The words of a list written out in lines."""
    return frozenset(text.split())


TITLES = _words("""
    z zoti zotin zotit zoterise znj zj zonja zonjes zonjen zonjusha zonjushes zonjushen dr prof av ing mr mrs ms
    miss shoqja shoku mjeku mjekja inspektori inspektorja
""")
FIRST_NAMES = _words("""
    adriana afrim agim agron albana alban albert alketa alma altin ana anila anisa ardian ardit arjan arjana
    armando armend artan arta aurel aurora avni bardha bardhyl bashkim behar bekim besa besart besim besnik
    blerim blerina blerta bujar burim dashamir denisa desara dhimiter diana donika dorina drita dritan edlira
    edmond edona elda elena elira elona elton elvana enkela entela enver erblin erion erjon ermal ermira
    esmeralda etleva eva evis fadil fatbardha fatime fatjon fatmir fatos ferdinand flaka flamur flora florian
    flutura gazmend genc gentian gerta gezim gjergj gjon hajrie hamide hana harun hatixhe hava holta igli ilda
    ilir ina irena iris isa ismail jeta jeton jola jonida josif juliana kastriot klea klodian kreshnik krenar
    kristaq kujtim leke leonora lindita liri liridon lirie ljuljeta luan lule luljeta lulzim lumturi majlinda
    manjola marash mariglen marsela merita mimoza mira mirela mirjeta mirlinda nazmi nebi nexhip nora odeta olta
    orges pandeli pashk petrit pranvera qemal rajmonda redi remzi rina rovena rudina saimir sajmir sanie sefer
    selim shkelqim shpend shpetim shpresa skender sokol sonila spiro suela syzana tana teuta thanas valbona
    valdete valon vasil vera veton vezire violeta visar vjollca xhevdet xhevahire yllka ylli zana zef zenel
    zhaneta ana-maria zoran goran dragan milena jelena marija stefan nikola aleksandar vesna snezana mirjana
    milan jovana
""")
"""First names as they stand in lists; to notice people nobody has entered."""
ORDINARY = _words("""
    drita dritat drite shpresa shprese liria liri besa bese agim gezim vera vere bardha flutura pranvera lule
    bukuri dashuri jeta jete fati fat trim mira mire ylli yll bora bore zana zane dielli hana hene fatime nora
    rina kujtim bashkim burim shpetim dafina rrezart flaka flake malesori malesor bregu fusha mali guri kodra
    lumi besim ina eva isa ana tana diana iris aurora rudina visar leke
""")
"""Names that are words as well: alone they are taken for a name only where nothing else explains the capital letter."""
PLACES = _words("""
    shkoder shkodra tirane tirana elbasan vlore vlora korce korca berat durres fier lushnje lushnja kukes puke
    puka mat dibra diber lezhe lezha kruje kruja kavaje kavaja librazhd pogradec kolonje tepelene permet skrapar
    sarande saranda delvine himare himara tropoje prizren prishtine prishtina peje peja gjakove tetove shkup
    ulqin gjirokaster gjirokastra laci kurbin mallakaster devoll gramsh peqin
""")
INSTITUTIONS = tuple(
    _words("""
    shkoll gjimnaz universitet spital rrug bulevard shesh qend organizat shoqat kish xhami stadium aeroport
    bibliotek muze teat hotel fondacion projekt program salla salle
""")
)
OFFICES = tuple(
    _words("""
    zyr drejtor ministr bashki qark prefekt komitet koalicion qend organizat shoqat agjenc institut universitet
    shkoll spital polic prokuror gjykat sherbim fondacion perfaqes specialist koordinator lehtes mbajtes mikprit
    president kryetar mesues psikolog punonj ekspert konsulent asistent sekretar pjesemarr vezhgues perkthyes
    office representative ministry municipality directorate centre center police school coordinator participant
    unicef
""")
)
ADJECTIVES = frozenset({"evropian", "europian", "kombetar", "nderkombetar", "rajonal"})
"""After a word that is a name as well they make the name of an institution ("Bashkimi Evropian")."""
SMALL = frozenset({"i", "e", "de", "van", "von", "bin", "di"})


@lru_cache(20_000)
def folded(word: str) -> str:
    """A word in small letters without diacritics, for comparing."""
    plain = unicodedata.normalize("NFKD", word.casefold()).replace("đ", "dj").replace("’", "'")
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@lru_cache(5_000)
def forms(name: str) -> frozenset[str]:
    """Every form of one part of a name: indefinite and definite, all cases, both genders (and Slavic endings)."""
    base = folded(name)
    if "-" in base:
        first, _, last = base.rpartition("-")
        return frozenset(f"{first}-{form}" for form in forms(last))
    return frozenset({base, f"{base}'s", *(stem + end for stem, ends in _endings(base) for end in ends)})


def _endings(base: str) -> list[tuple[str, tuple[str, ...]]]:
    """Stems with the endings they take."""
    stem, last = base[:-1], base[-1:]
    if last == "a":
        long: tuple[str, ...] = ("se", "ne", "ja") if stem.endswith("i") else ()
        return [(stem, ("e", "es", "en", "ave", "as", "an", *long)), (base, ("j", "jt", "jve", "jn"))]
    if last == "e":
        return [(base, ("s", "n", "ja", "jes", "jen", "u", "ut", "un")), (stem, ("ja", "jes", "jen", "a", "es", "en"))]
    if last == "i":
        slavic: tuple[str, ...] = ("og", "om") if base.endswith("ski") else ()
        return [(base, ("t", "n", "u", "ut", "un")), (stem, ("it", "in", "u", *slavic))]
    if last == "u":
        return [(base, ("t", "n")), (stem, ("ut", "un"))]
    if last in "oy":
        return [(base, ("s", "n", "ja", "jes", "jen", "t", "ut", "un", "i", "in"))]
    ending: tuple[str, ...] = ("a", "u", "em", "om") if base.endswith(("ic", "ev", "ov", "an", "en")) else ()
    return [(base, ("i", "it", "in", "u", "ut", "un", *ending))]


def is_personal_name(name: str) -> bool:
    """Whether an entry of the list of people names a person, and not an office ("Përfaqësuese, Zyra e Punësimit")."""
    words = [word for word in WORD.findall(name) if folded(word) not in TITLES]
    if "," in name or not 2 <= len(words) <= 5:
        return False
    is_written_so = all(word[0].isupper() or folded(word) in SMALL for word in words)
    return is_written_so and not any(folded(word).startswith(OFFICES) for word in words)


@lru_cache(1)
def place_forms() -> frozenset[str]:
    """Every form of the names of places."""
    return frozenset(form for place in PLACES for form in forms(place))


@lru_cache(1)
def first_name_forms() -> frozenset[str]:
    """Every form of the first names that are no ordinary words."""
    return frozenset(form for name in FIRST_NAMES - ORDINARY for form in forms(name))
