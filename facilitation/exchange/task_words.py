"""The words checklists use, in Albanian and English: column names and statuses."""

from __future__ import annotations

from functools import cache

from facilitation.domain.task import TaskStatus
from facilitation.exchange.words import WordList, word_list
from facilitation.i18n.labels import status_label

COLUMNS = {
    "title": "detyra,detyrë,titulli,veprimi,aktiviteti,çfarë,hapi,task,title,action,activity,what,to do,todo",
    "due": "afati,afat,data,data e afatit,deri më,kur,due,due on,due date,deadline,date,when,by when",
    "lead": "koha paraprake,ditë para,ditë para aktivitetit,ditët,D,D±,T,lead time,lead,days before,offset,"
    "days to the event",
    "owner_role": "roli përgjegjës,roli,roli i përgjegjësit,owner role,role,responsible role",
    "owner": "përgjegjësi,përgjegjës,përgjegjëse,personi përgjegjës,personi,kush,pronari,owner,responsible,"
    "responsible person,person,who,assigned to",
    "benchmark": "treguesi,tregues,treguesi krahasimor,tregues krahasimor,kriteri,benchmark,indicator,target,measure",
    "status": "statusi,status,gjendja,state,progress",
    "done_on": "kryer më,data e kryerjes,përfunduar më,done on,completed on,completion date",
    "note": "shënim,shënime,vërejtje,koment,komente,note,notes,remark,remarks,comment,comments",
}
"""Field to the column names it goes by; compared without capitals, diacritics and punctuation."""

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
