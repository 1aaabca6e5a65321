"""The words checklists use, in Albanian and English: column names and statuses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from facilitation.domain.task import CountedFrom, TaskStatus
from facilitation.errors import mark
from facilitation.exchange.words import TICKS, WordList, folded, word_list
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import LANGUAGES, Translator

COLUMNS = {
    "title": "detyra,detyrë,titulli,veprimi,aktiviteti,çfarë,hapi,task,title,action,activity,what,to do,todo",
    "due": "afati,afat,data,data e afatit,deri më,kur,due,due on,due date,deadline,date,when,by when",
    "lead": "koha paraprake,ditë para,ditë para aktivitetit,ditët,D,D±,T,lead time,lead,days before,offset,"
    "days to the event",
    "owner_role": "roli përgjegjës,roli,roli i përgjegjësit,owner role,role,responsible role",
    "owner": "përgjegjësi,përgjegjës,përgjegjëse,personi përgjegjës,personi,kush,pronari,owner,responsible,"
    "responsible person,person,who,assigned to",
    "benchmark": "treguesi,tregues,treguesi krahasimor,tregues krahasimor,kriteri,benchmark,indicator,target,measure",
    "counted": "numërohet nga,llogaritet nga,counted from",
    "deputy": "zëvendësi,zëvendësues,zëvendësuesi,zëvendësuese,zëvendësimi,deputy,stand in,backup,substitute",
    "waits": "pret për,pret,varet nga,paraardhësit,pas detyrës,waits for,depends on,"
    "predecessor,predecessors,after task",
    "blocked_by": "bllokuar nga,çfarë e bllokon,pengesa,pengesë,blocked by,blocker,obstacle",
    "reached": "u arrit,arritur,treguesi u arrit,reached,benchmark reached,achieved",
    "proof": "prova,provë,dëshmia,dëshmi,lidhja,vërtetimi,proof,evidence,link,verification",
    "status": "statusi,status,gjendja,state,progress",
    "done_on": "kryer më,data e kryerjes,përfunduar më,done on,completed on,completion date",
    "note": "shënim,shënime,vërejtje,koment,komente,note,notes,remark,remarks,comment,comments",
}
"""Field to the column names it goes by; compared without capitals, diacritics and punctuation."""

FIELD_NAMES = {
    "title": mark("Task"),
    "due": mark("Due date"),
    "lead": mark("Lead time"),
    "counted": mark("Counted from"),
    "owner_role": mark("Owner role"),
    "owner": mark("Responsible person"),
    "deputy": mark("Deputy"),
    "status": mark("Status"),
    "benchmark": mark("Benchmark"),
    "reached": mark("Benchmark reached"),
    "proof": mark("Proof"),
    "waits": mark("Waits for"),
    "blocked_by": mark("Blocked by"),
    "done_on": mark("Done on"),
    "note": mark("Note"),
}
"""The columns a checklist can fill, as a person reads them."""

ROW_COLUMNS = {"id": "id", "version": "version", "no": "nr,nr rendor,no,number,numri"}
"""Columns that tell rows apart; a list of another office has at most the numbers."""

STATUS_WORDS = {
    TaskStatus.PLANNED: "planifikuar,i planifikuar,e planifikuar,pa filluar,nuk ka filluar,për t'u bërë,e hapur,hapur,"
    "planned,not started,open,to do,todo,new",
    TaskStatus.IN_PROGRESS: "në proces,në punë,në vazhdim,në zhvillim,filluar,ka filluar,in progress,started,ongoing,"
    "under way,underway,doing",
    TaskStatus.DONE: "kryer,e kryer,u krye,përfunduar,e përfunduar,përfundoi,mbyllur,gati,po,done,complete,completed,"
    "finished,closed,yes,x,100",
    TaskStatus.BLOCKED: "bllokuar,e bllokuar,pezulluar,e pezulluar,në pritje,blocked,on hold,waiting,stuck",
}


@cache
def status_words() -> WordList[TaskStatus]:
    """Task statuses."""
    return word_list(TaskStatus, status_label, STATUS_WORDS)


COUNTED_FROM: Mapping[CountedFrom, str] = {
    CountedFrom.EVENT: mark("Event"),
    CountedFrom.FIRST_DAY: mark("First day"),
    CountedFrom.LAST_DAY: mark("Last day"),
    CountedFrom.HALF_YEAR: mark("End of the half-year"),
    CountedFrom.TASK: mark("Task"),
}
COUNTED_WORDS = {
    CountedFrom.EVENT: "aktiviteti,takimi,event",
    CountedFrom.FIRST_DAY: "dita e parë,fillimi,start,first day,beginning",
    CountedFrom.LAST_DAY: "dita e fundit,fundi,mbarimi,end,last day",
    CountedFrom.HALF_YEAR: "fundi i gjashtëmujorit,gjashtëmujori,half year,end of half year,semester",
}


def counted_label(counted_from: CountedFrom, _: Translator) -> str:
    """What a lead time counts from: "Last day"."""
    return _(COUNTED_FROM[counted_from])


@cache
def counted_words() -> WordList[CountedFrom]:
    """What a lead time counts from, but for another task."""
    members = [member for member in CountedFrom if member is not CountedFrom.TASK]
    return word_list(members, counted_label, COUNTED_WORDS)


YES, NO = ("yes", "po", "x", "1", "true", "arritur", "u arrit", "reached"), ("no", "jo", "0", "false", "not reached")


def answer_label(is_yes: bool | None, _: Translator) -> str:
    """Yes, No, or "" while nobody has said."""
    return "" if is_yes is None else _("Yes") if is_yes else _("No")


@cache
def _answers() -> Mapping[str, bool]:
    own = {answer_label(is_yes, Translator(language)): is_yes for language in LANGUAGES for is_yes in (True, False)}
    return {
        folded(word): is_yes for word, is_yes in (own | dict.fromkeys(YES, True) | dict.fromkeys(NO, False)).items()
    }


def answer_of(text: str) -> bool | None:
    """What a yes or no means; nothing for any other word."""
    return _answers().get(folded(text.translate(TICKS)))
