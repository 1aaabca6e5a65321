"""What an organisation's name says of its sector and its district, where no column says it."""

from __future__ import annotations

from functools import cache, lru_cache

from facilitation.domain.event import Sector
from facilitation.domain.person import District
from facilitation.exchange.people_words import SECTOR_WORDS, district_words
from facilitation.exchange.words import WordList, folded, word_list
from facilitation.i18n.labels import sector_label

IN_ORGANISATIONS = {
    Sector.CIVIL_SOCIETY: "shoqata e,fondacioni,qendra rinore,rrjeti,здружение,udruženje,udruzenje,nevladina",
    Sector.LOCAL_GOVERNMENT: "bashkisë,bashkia e,njësia administrative,qarku,këshilli i qarkut,општина,opština,opstina,"
    "municipality of,county council",
    Sector.REGIONAL_STATE: "prefekti i qarkut,institucioni i prefektit,zyra vendore arsimore,zva",
    Sector.CENTRAL_GOVERNMENT: "min e,ministrisë,министерство,ministarstvo,kuvendi,parlamenti,agjencia kombëtare,"
    "drejtoria e përgjithshme,inspektorati shtetëror,kryeministria,presidenca,parliament,national agency",
    Sector.INTERNATIONAL: "undp,unicef,unfpa,unhcr,osbe,osce,iom,ilo,who,kombet e bashkuara,united nations,"
    "këshilli i evropës,council of europe",
    Sector.DONOR: "giz,usaid,sida,bashkimi evropian,delegacioni i be,european union,ambasada,embassy",
    Sector.MEDIA: "gazeta,revista,portali,televizioni,tv,agjencia e lajmeve,newspaper,television",
    Sector.ACADEMIA: "fakulteti,universitetit,faculty,универзитет,univerzitet",
    Sector.BUSINESS: "sh p k,shpk,sh a,ltd,llc,dhoma e tregtisë,chamber of commerce",
}
ONLY_AFTER_A_MUNICIPALITY = frozenset({"mat", "has"})
"""Places whose names are words of their own."""
MOST_WORDS_OF_A_PLACE = 3


@cache
def _organisation_words() -> WordList[Sector]:
    words = {sector: f"{SECTOR_WORDS[sector]},{more}" for sector, more in IN_ORGANISATIONS.items()}
    return word_list(IN_ORGANISATIONS, sector_label, words, is_loose=True)


@lru_cache(5_000)
def guessed_sector(*texts: str) -> Sector | None:
    """The sector the first telling one of these texts speaks of; nothing where none does."""
    meanings = (_organisation_words().meaning(text) for text in texts if text)
    return next((meaning.member for meaning in meanings if meaning is not None), None)


@lru_cache(5_000)
def guessed_district(*texts: str) -> District | None:
    """The qark whose name, or the name of whose municipality, stands in the first telling text and no other's."""
    for text in texts:
        districts = set(_districts_in(folded(text).split()))
        if districts:
            return districts.pop() if len(districts) == 1 else None
    return None


def _districts_in(words: list[str]) -> list[District]:
    places = district_words().synonyms
    found = []
    for start, word in enumerate(words):
        if word in ONLY_AFTER_A_MUNICIPALITY and not (start and words[start - 1].startswith("bashki")):
            continue
        for length in range(MOST_WORDS_OF_A_PLACE, 0, -1):
            if district := places.get(" ".join(words[start : start + length])):
                found.append(district)
                break
    return found
