"""The words of agendas: names of columns, and words that say what kind of session a title is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

from facilitation.domain.agenda import REST_KINDS, ItemKind
from facilitation.exchange.words import WordList, word_list
from facilitation.i18n.labels import kind_label

COLUMNS = {
    "starts": "koha,ora,orari,oret,fillimi,fillon,ora e fillimit,koha e fillimit,nga,time,times,start,starts,"
    "start time,starts at,begin,begins,from,when,hour",
    "ends": "fundi,mbarimi,mbaron,perfundimi,perfundon,ora e mbarimit,ora e perfundimit,deri,end,ends,end time,"
    "ends at,finish,to,until",
    "length": "kohezgjatja,kohezgjatje,zgjatja,zgjat,min,minuta,minutat,duration,length,mins,minutes,dur",
    "title": "seanca,seance,sesioni,sesion,titulli,titull,emertimi,aktiviteti,aktivitet,veprimtaria,tema,programi,"
    "axhenda,pika,pika e axhendes,cka,session,title,session title,activity,topic,subject,programme,program,agenda,"
    "agenda item,item,event,what",
    "room": "salla,salle,dhoma,vendi,ambienti,room,hall,place,location,venue,where",
    "speakers": "folesi,folesit,foles,flasin,flet,folesja,referuesi,prezantuesi,prezanton,paraqet,panelistet,"
    "ligjeruesi,speaker,speakers,presenter,presenters,panelists,by,with",
    "facilitators": "lehtesuesi,lehtesues,lehtesuesit,lehtesuesja,moderatori,moderator,moderon,drejton,drejtuesi,"
    "kryeson,udheheq,pergjegjes,pergjegjesi,kush,facilitator,facilitators,moderators,chair,lead,led by,"
    "responsible,host,who",
    "note_takers": "mbajtesi i shenimeve,mbajtesit e shenimeve,mbajtes shenimesh,shenimet i mban,raportuesi,note taker,"
    "note takers,notetaker,rapporteur,minutes by",
    "summary": "permbledhja,permbledhje,pershkrimi,pershkrim,permbajtja,detaje,summary,description,abstract,details,"
    "content",
    "kind": "lloji,lloj,tipi,formati,forma,metoda,kind,type,format,method",
    "day": "dita,data,day,date",
    "note": "shenime,shenim,verejtje,koment,komente,materiale,notes,note,remarks,comment,comments,internal note",
}
"""The names a column may have, by field; compared without diacritics and capitals."""

KIND_WORDS = {
    ItemKind.REGISTRATION: "registration,registration desk,check in,sign in,arrival,arrivals,arrival of participants,"
    "doors open,accreditation,regjistrimi,regjistrimi i pjesemarresve,mberritja,mberritja e pjesemarresve,akreditimi,"
    "pritja e pjesemarresve",
    ItemKind.OPENING: "opening,opening session,opening plenary,opening remarks,opening ceremony,opening speech,"
    "opening speeches,welcome,welcome remarks,welcome and introduction,welcome speech,hapja,hapja zyrtare,"
    "hapja e konferences,hapja e takimit,hapja e punimeve,fjala e hapjes,fjalet e hapjes,fjala hapese,"
    "fjala pershendetese,fjalet pershendetese,pershendetje,pershendetjet,mireseardhja,mireseardhje",
    ItemKind.PLENARY: "plenary session,keynote,keynote speech,talk,lightning talk,lightning talks,lecture,presentation,"
    "presentations,closing,closing session,closing remarks,closing plenary,closing ceremony,conclusions,wrap up,"
    "plenare,seanca plenare,sesion plenar,sesioni plenar,fjala kryesore,ligjerata,ligjerate,prezantim,prezantimi,"
    "prezantime,kumtese,kumtesa,mbyllja,mbyllja e punimeve,fjala e mbylljes,perfundime,konkluzione",
    ItemKind.PANEL: "panel discussion,panels,discussion panel,debate,round table,roundtable,paneli,sesion paneli,"
    "sesioni i panelit,panel diskutimi,paneli i diskutimit,debat,debati,tryeze e rrumbullaket,tryeza e rrumbullaket",
    ItemKind.WORKING_GROUPS: "working group,group work,small groups,small group work,breakout,breakouts,"
    "breakout session,breakout sessions,breakout groups,workshop,workshops,tutorial,training,training session,sprint,"
    "hackathon,grupi i punes,grupet e punes,grup pune,pune ne grupe,puna ne grupe,pune ne grup,punetori,punetoria,"
    "seminar,seminari,trajnim,trajnimi",
    ItemKind.WORLD_CAFE: "knowledge cafe,kafeneja boterore,kafene boterore,kafja boterore,kafeja boterore,"
    "kafe boterore,kafeneja e botes",
    ItemKind.NETWORKING: "speed networking,networking session,reception,evening reception,welcome reception,cocktail,"
    "social event,social programme,meet and greet,rrjetezimi,njohja,njohja e pjesemarresve,koktej,koktejl,kokteji,"
    "mbremje,mbremja,pritje mbremjeje",
    ItemKind.GALLERY: "gallery,posters,poster session,exhibition,marketplace,market place,fair,galeri,galeria,"
    "shetitja ne galeri,ekspozite,ekspozita,sesion posterash,panair,panairi",
    ItemKind.ENERGISER: "energizer,icebreaker,ice breaker,warm up,energjizuesi,akullthyes,loje hyrese",
    ItemKind.EVALUATION: "evaluation of the day,evaluation of the meeting,feedback,feedback round,reflection,survey,"
    "vleresimi,vleresimi i dites,vleresimi i takimit,vleresimi i konferences,reflektim,reflektimi,pyetesor,pyetesori",
    ItemKind.BREAK: "coffee break,coffee,coffee and tea,tea break,tea,short break,comfort break,health break,pause,"
    "refreshments,pushimi,pushim kafeje,pushimi i kafese,pushim kafe,pushim per kafe,kafe,kafeja,pauze,pauza,"
    "pauze kafeje",
    ItemKind.MEAL: "lunch,lunch break,working lunch,buffet lunch,dinner,gala dinner,breakfast,brunch,supper,buffet,"
    "dreke,dreka,dreke pune,dreka e punes,pushim dreke,pushimi i drekes,pushim per dreke,darke,darka,mengjes,mengjesi",
    ItemKind.STAFF: "staff,staff briefing,staff meeting,staff debriefing,set up,setup,dismantling,tear down,"
    "pergatitja e salles,pergatitja e sallave,takimi i stafit,takim i stafit,brifingu i stafit,montimi,cmontimi",
}
"""What titles and types of sessions say of their kind, besides the program's own words; the longest one found wins."""


LONGEST_REST_TITLE = 4
_VALUES = frozenset(kind.value for kind in ItemKind)


@cache
def _kinds(is_loose: bool) -> WordList[ItemKind]:
    return word_list(ItemKind, kind_label, KIND_WORDS, is_loose=is_loose)


def guessed_kind(title: str, words: Iterable[str], *, is_rest: bool = False) -> ItemKind:
    """The kind of a session: by a type that is a kind's own word, by its title, then by what else is said of it.

    Where nothing says more it is a break (``is_rest``) or a plenary.
    """
    hints = [word for word in words if word]
    found = chain(map(_own_kind, hints), map(_kind_in_title, (title,)), map(_kind_in, hints))
    otherwise = ItemKind.BREAK if is_rest else ItemKind.PLENARY
    return next((kind for kind in found if kind is not None), otherwise)


def _own_kind(hint: str) -> ItemKind | None:
    """The kind whose own word, or whose name in files of this program, the hint is."""
    if hint in _VALUES:
        return ItemKind(hint)
    meaning = _kinds(False).meaning(hint)
    return meaning.member if meaning and meaning.is_exact else None


def _kind_in(text: str) -> ItemKind | None:
    meaning = _kinds(True).meaning(text)
    return meaning.member if meaning else None


def _kind_in_title(title: str) -> ItemKind | None:
    """As in other texts; but a talk "before breakfast" is no meal: rests have short titles."""
    kind = _kind_in(title)
    words = re.split(r"[(:,–—]", title)[0].split()
    return None if kind in REST_KINDS and len(words) > LONGEST_REST_TITLE else kind
