"""The words budgets use, in Albanian and English: column names, categories, cash and in kind, currencies."""

from __future__ import annotations

from functools import cache

from facilitation.domain.budget import BudgetCategory, Currency, FundingKind
from facilitation.exchange.words import WordList, word_list
from facilitation.i18n.budget_words import category_label, currency_label, funding_label

COLUMNS = {
    "what": "çfarë,zëri,zëri i buxhetit,përshkrimi,emërtimi,artikulli,kostoja,shpenzimi,what,item,line,budget line,"
    "description,cost,expense",
    "category": "kategoria,lloji,grupi,category,type,group,heading",
    "quantity": "sasia,sasi,numri,copë,quantity,qty,number,units,pieces",
    "unit_price": "çmimi,çmimi për njësi,çmimi njësi,kosto për njësi,kosto njësi,unit price,price,unit cost,rate",
    "total": "shuma,totali,vlera,plani,planifikuar,kosto totale,total,amount,sum,value,planned,budget,plan",
    "actual": "fakti,faktike,realizuar,realizimi,e shpenzuar,shpenzuar,actual,spent,real cost",
    "currency": "monedha,valuta,currency",
    "source": "burimi,burimi i financimit,sponsori,donatori,financuesi,kush e mbulon,source,sponsor,donor,funder,"
    "borne by,paid by",
    "kind": "mënyra,kontributi,lloji i kontributit,cash or in kind,contribution,kind",
    "note": "shënim,shënime,vërejtje,koment,note,notes,remark,remarks,comment",
}
"""Field to the column names it goes by; compared without capitals, diacritics and punctuation."""
CATEGORY_WORDS = {
    BudgetCategory.VENUE: "salla,sallë,ambiente,qira,hapësira,hall,room,rent",
    BudgetCategory.MEALS: "ushqim,ushqimi,dreka,drekë,darka,kafe,kafeja,pushim kafeje,katering,meals,lunch,dinner,"
    "coffee,catering,food,refreshments",
    BudgetCategory.TRAVEL: "udhëtim,udhëtimi,transport,transporti,karburant,makinë,makina,travel,transport,fuel,"
    "vehicle,bus",
    BudgetCategory.ACCOMMODATION: "akomodim,hotel,hoteli,fjetje,fjetja,lodging,hotel,accommodation,per diem,dieta",
    BudgetCategory.FEES: "honorar,honorare,tarifë,ekspert,eksperti,trajner,lehtësues,lehtësuesit,fee,expert,trainer,"
    "facilitator,facilitators",
    BudgetCategory.INTERPRETATION: "interpretim,përkthim,përkthimi,interpreter,interpreters,translation",
    BudgetCategory.EQUIPMENT: "pajisje,zëri dhe ekrani,mikrofon,projektor,kabinë,equipment,sound,projector,booth",
    BudgetCategory.PRINTING: "shtyp,shtypi,printim,printime,fotokopje,materiale,materialet,dosje,print,printing,"
    "materials,folders,stationery",
    BudgetCategory.ACCESSIBILITY: "aksesueshmëri,qasje,akses,gjuha e shenjave,kujdes për fëmijë,kujdesi për fëmijët,"
    "sign language,childcare,access",
    BudgetCategory.COMMUNICATION: "komunikim,media,publikim,promovim,punimet,video,foto,communication,publicity,"
    "website",
    BudgetCategory.OTHER: "të tjera,tjetër,rezervë,other,reserve,contingency,miscellaneous",
}
KIND_WORDS = {
    FundingKind.CASH: "para,para në dorë,me para,kesh,money",
    FundingKind.IN_KIND: "natyrë,kontribut në natyrë,jofinanciar,pa pagesë,falas,in-kind,free,kind",
}
CURRENCY_WORDS = {Currency.ALL: "lekë,leke,l,lek shqiptar,ALL", Currency.EUR: "euro,eur,€,evro"}
TOTALS = frozenset(
    {"total", "totali", "shuma", "gjithsej", "sum", "subtotal", "nentotali", "grand total", "totali i pergjithshem"}
)
"""What stands in rows that only add up others (folded)."""


@cache
def category_words() -> WordList[BudgetCategory]:
    """Categories; a longer text is searched for them."""
    return word_list(BudgetCategory, category_label, CATEGORY_WORDS, is_loose=True)


@cache
def kind_words() -> WordList[FundingKind]:
    """Cash and in kind."""
    return word_list(FundingKind, funding_label, KIND_WORDS, is_loose=True)


@cache
def currency_words() -> WordList[Currency]:
    """Lek and euro."""
    return word_list(Currency, currency_label, CURRENCY_WORDS)
