"""The words lists of participants use, in Albanian and English: column names, sectors, qarqe, roles, answers."""

from __future__ import annotations

from functools import cache

from babel import Locale

from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Sex
from facilitation.errors import mark
from facilitation.exchange.words import WordList, folded, word_list
from facilitation.i18n.labels import (
    LANGUAGE_NAMES,
    consent_label,
    district_label,
    invitation_label,
    language_label,
    role_label,
    sector_label,
)
from facilitation.i18n.translator import LANGUAGES, Translator

TITLES_BEFORE_NAMES = ("titulli para emrit", "title before the name")
"""The column of our own list: whatever stands in it is a title, never a position."""
COLUMNS = {
    "name": "emri,emri dhe mbiemri,emri e mbiemri,emër mbiemër,emri mbiemri,emër dhe mbiemër,emri i plotë,"
    "emri i pjesëmarrësit,pjesëmarrësi,pjesëmarrësja,pjesëmarrës,personi,name,full name,name and surname,"
    "first name,first and last name,given name,name of participant,participant,participant name,person,emër,"
    "mbiemri emri,mbiemri dhe emri,mbiemër emër,surname and name,last name first name,име,име и презиме,презиме и име,"
    "ime,ime i prezime,prezime i ime",
    "title": f"{','.join(TITLES_BEFORE_NAMES)},titulli akademik,titull,grada,title,honorific,salutation,z/znj,znj/z,"
    "mr/ms,титула,titula",
    "last_name": "mbiemri,mbiemër,surname,last name,family name,презиме,prezime",
    "organisation": "organizata,organizatë,institucioni,institucion,organizata/institucioni,institucioni/organizata,"
    "zyra,emri i organizatës,emri i institucionit,organisation,organization,institution,organisation/institution,"
    "organization/institution,name of organisation,name of organization,name of institution,affiliation,office,agency,"
    "институција,организација,institucija,organizacija",
    "position": "pozicioni,pozicion,pozita,funksioni,detyra e punës,titulli,profesioni,position,job title,job,"
    "title and position,function,post,позиција,функција,pozicija,funkcija",
    "sector": "sektori,sektor,lloji i organizatës,lloji i institucionit,sector,type of organisation,"
    "type of organization,organisation type,organization type",
    "district": "qarku,qark,rajoni,rajon,qarku/rajoni,county,region,district,qark/district,prefektura",
    "municipality": "bashkia,bashki,komuna,bashkia/komuna,qyteti,qytet,vendi,vendbanimi,municipality,town,city,"
    "општина,opština,град,grad",
    "role": "roli,rol,roli në aktivitet,roli në takim,roli në konferencë,cilësia,role,role in the event,event role",
    "languages": "gjuhët,gjuha,gjuhë,gjuhët që flet,language,languages,spoken languages",
    "phone": "telefoni,telefon,tel,nr tel,nr telefoni,numri i telefonit,celulari,celular,cel,kontakti,phone,"
    "telephone,phone number,mobile,mobile phone,телефон,telefon kontakt",
    "email": "e-mail,email,e-maili,emaili,posta elektronike,adresa elektronike,adresa e-mail,e-mail address,"
    "email address,е-пошта,е-маил,e-pošta,имејл",
    "status": "statusi,status,gjendja,statusi i ftesës,ftesa,gjendja e ftesës,përgjigjja,konfirmimi,invitation,"
    "invitation status,rsvp,reply,confirmation",
    "photo_consent": "foto,pëlqim për fotografim,pëlqimi për fotografim,pëlqim foto,fotografim,photo,photos,"
    "photo consent,consent to photos",
    "list_consent": "pëlqim për listën,pëlqimi për listën,ndarja e listës,pëlqim për ndarjen e listës,"
    "pëlqim për shpërndarjen e listës,shpërndarja e listës,lista e kontakteve,list consent,list-sharing consent,"
    "list sharing,consent to share the list",
    "dietary_needs": "ushqimi,ushqim,nevojat ushqimore,nevoja ushqimore,dieta,kërkesa ushqimore,food,diet,"
    "dietary needs,dietary requirements,meals",
    "access_needs": "aksesi,akses,aksesueshmëria,nevojat për akses,nevoja për akses,nevoja të veçanta,access,"
    "access needs,accessibility,accessibility needs,special needs",
    "sex": "gjinia,gjini,seksi,sex,gender,m/f,f/m",
    "days_attended": "ditët e pranishme,ditët e pranisë,ditët,prania,prezenca,pjesëmarrja sipas ditëve,"
    "days attended,attendance,days present,present on days",
    "note": "shënim,shënime,vërejtje,koment,komente,note,notes,remark,remarks,comment,comments",
}
"""Field to the column names it goes by; compared without capitals, diacritics and punctuation."""

SECTOR_WORDS = {
    Sector.CIVIL_SOCIETY: "shoqëria civile,shoqëri civile,shoqërisë civile,ojf,ojq,oshc,shc,onj,ngo,ngos,cso,csos,npo,"
    "civil society,organizatë jofitimprurëse,organizata jofitimprurëse,organizatë joqeveritare,"
    "organizata joqeveritare,organizatë e shoqërisë civile,shoqatë,shoqata,fondacion,joqeveritar,joqeveritare,"
    "jofitimprurëse,jo fitimprurëse,non-governmental,nongovernmental,nonprofit,non-profit,association,ojq lokale",
    Sector.LOCAL_GOVERNMENT: "qeveria vendore,qeveri vendore,qeverisë vendore,qeverisje vendore,qeverisja vendore,"
    "vetëqeverisje vendore,vetëqeverisja vendore,vetëqeverisja lokale,qeverisje lokale,qeverisja lokale,"
    "pushtet vendor,pushteti vendor,pushteti lokal,bashki,bashkia,bashkitë,komunë,komuna,njësi vendore,"
    "njësi administrative,njësi e vetëqeverisjes vendore,njvv,këshilli bashkiak,këshilli i qarkut,vendore,"
    "local government,local self-government,local authority,local authorities,municipality,municipal,commune",
    Sector.REGIONAL_STATE: "institucion rajonal,institucione rajonale,institucion shtetëror rajonal,"
    "drejtori rajonale,drejtoria rajonale,zyrë rajonale,zyra rajonale,degë rajonale,dega rajonale,"
    "qeveri rajonale,prefekturë,prefektura,prefekti,degë e institucionit qendror,shërbim rajonal,"
    "regional state,regional institution,regional directorate,regional office,regional branch,"
    "regional branch of a central institution,regional government,prefecture,deconcentrated",
    Sector.CENTRAL_GOVERNMENT: "qeveria qendrore,qeveri qendrore,qeverisë qendrore,qeverisje qendrore,"
    "qeverisja qendrore,pushteti qendror,pushtet qendror,institucion qendror,institucione qendrore,ministri,ministria,"
    "agjenci qendrore,qendrore,central government,central institution,ministry,national government",
    Sector.INTERNATIONAL: "organizatë ndërkombëtare,organizata ndërkombëtare,ndërkombëtar,ndërkombëtare,"
    "agjenci ndërkombëtare,organizatë ndërqeveritare,agjenci e okb,okb,ojq ndërkombëtare,ojf ndërkombëtare,"
    "international,international organisation,international organization,international agency,international ngo,"
    "ingo,igo,un,un agency,intergovernmental",
    Sector.DONOR: "donator,donatori,donatorë,donatorët,donator ndërkombëtar,donor,donors,funder,funders,"
    "international donor",
    Sector.MEDIA: "media,mediat,medie,mediet,shtyp,shtypi,gazetar,gazetare,gazetari,televizion,radio,press,"
    "journalist,journalism",
    Sector.ACADEMIA: "akademia,akademi,bota akademike,botë akademike,akademik,akademike,universitet,universiteti,"
    "arsimi i lartë,kërkim shkencor,kërkimi shkencor,academia,academic,academy,university,research,higher education",
    Sector.BUSINESS: "biznes,biznesi,bizneset,sektori privat,sektor privat,privat,kompani,ndërmarrje private,"
    "business,private sector,private,company,enterprise",
    Sector.OTHER: "tjetër,tjera,të tjera,të tjerë,other,others",
}
UNCLEAR_GOVERNMENT = (
    "qeveri,qeveria,qeveritar,qeveritare,shtet,shteti,shtetëror,shtetërore,institucion shtetëror,publik,"
    "sektori publik,government,governmental,state,public,public sector,public institution"
)
"""Words that do not say whether central or local government is meant (domain.md 3.1: never mixed silently)."""

DISTRICT_WORDS = {
    District.BERAT: "berat,berati,beratit,ura vajgurore,urë vajgurore,kuçovë,kuçova,skrapar,skrapari,çorovodë,poliçan",
    District.DIBER: "dibër,dibra,dibrës,peshkopi,peshkopia,bulqizë,bulqiza,mat,burrel,klos",
    District.DURRES: "durrës,durrësi,durrësit,krujë,kruja,shijak",
    District.ELBASAN: "elbasan,elbasani,elbasanit,cërrik,belsh,peqin,gramsh,librazhd,prrenjas",
    District.FIER: "fier,fieri,fierit,patos,roskovec,lushnjë,lushnja,divjakë,divjaka,mallakastër,ballsh",
    District.GJIROKASTER: "gjirokastër,gjirokastra,gjirokastrës,libohovë,tepelenë,tepelena,memaliaj,përmet,përmeti,"
    "këlcyrë,këlcyra,dropull",
    District.KORCE: "korçë,korça,korçës,maliq,pustec,kolonjë,kolonja,ersekë,erseka,devoll,bilisht,pogradec,pogradeci",
    District.KUKES: "kukës,kukësi,kukësit,has,krumë,tropojë,tropoja,bajram curri",
    District.LEZHE: "lezhë,lezha,lezhës,kurbin,laç,mirditë,mirdita,rrëshen",
    District.SHKODER: "shkodër,shkodra,shkodrës,malësi e madhe,malësia e madhe,koplik,vau i dejës,pukë,puka,"
    "fushë-arrëz,fushë arrëz",
    District.TIRANE: "tiranë,tirana,tiranës,kamëz,kamza,vorë,vora,rrogozhinë,rrogozhina,kavajë,kavaja",
    District.VLORE: "vlorë,vlora,vlorës,selenicë,selenica,himarë,himara,sarandë,saranda,konispol,finiq,delvinë,delvina",
}
"""Each qark: its forms first, then its municipalities (bashki) and their towns."""
QARK_FORMS = 3
AROUND_PLACE = r"^(qarku|qark|county of|prefektura|bashkia|municipality of)( i| e)? +| +(county|region|municipality)$"
"""Words around the name of a place: "Qarku i Vlorës", "Shkodër county"."""

ROLE_WORDS = {
    EventRole.PARTICIPANT: "pjesëmarrës,pjesëmarrëse,i ftuar,e ftuar,participant,guest,attendee",
    EventRole.SPEAKER: "folës,folëse,prezantues,prezantuese,panelist,paneliste,referues,referuese,ligjërues,speaker,"
    "presenter,panellist,panelist,keynote",
    EventRole.FACILITATOR: "lehtësues,lehtësuese,moderator,moderatore,facilitator,moderator,trajner,trajnere,trainer",
    EventRole.NOTE_TAKER: "mbajtës shënimesh,mbajtëse shënimesh,mbajtës i shënimeve,raportues,raportuese,note-taker,"
    "note taker,notetaker,rapporteur",
    EventRole.HOST: "mikpritës,mikpritëse,nikoqir,host,table host,mikpritës tavoline,mikpritës tryeze",
    EventRole.ORGANISER: "organizator,organizatore,staf,stafi,logjistikë,organiser,organizer,staff,logistics",
    EventRole.OBSERVER: "vëzhgues,vëzhguese,këshillues,këshilluese,observer,adviser,advisor",
    EventRole.INTERPRETER: "përkthyes,përkthyese,interpret,interprete,interpreter,translator",
}
STATUS_WORDS = {
    InvitationStatus.TO_INVITE: "për t'u ftuar,për tu ftuar,për ftesë,pa ftuar,i paftuar,e paftuar,to invite,"
    "to be invited,not invited,not yet invited",
    InvitationStatus.INVITED: "ftuar,i ftuar,e ftuar,u ftua,ftesa u dërgua,në pritje,pa përgjigje,invited,"
    "invitation sent,no reply,no answer,pending,waiting",
    InvitationStatus.CONFIRMED: "konfirmuar,i konfirmuar,e konfirmuar,konfirmoi,ka konfirmuar,pranoi,vjen,po,"
    "confirmed,accepted,coming,attending,yes,ok",
    InvitationStatus.DECLINED: "refuzuar,refuzoi,nuk vjen,nuk merr pjesë,nuk mundet,anuloi,jo,declined,refused,"
    "not coming,cancelled,canceled,no,regrets",
}
CONSENT_WORDS = {
    Consent.YES: "po,pranon,pranoj,dakord,jep pëlqim,e dhënë,yes,y,true,1,x,agrees,agreed,given,ok",
    Consent.NO: "jo,nuk pranon,nuk pranoj,nuk jep pëlqim,refuzon,no,n,false,0,refuses,refused,not given",
    Consent.NOT_ASKED: "pa pyetur,nuk është pyetur,nuk u pyet,not asked,unknown",
}
OTHER_LANGUAGES = ("de", "fr", "es", "hr", "ru")
"""Languages of guests beyond those the screens offer."""
LANGUAGE_WORDS = {
    "sq": "alb,shq,gjuha shqipe,shqipe",
    "en": "eng,ang,angleze",
    "mk": "maqedonase",
    "cnr": "malazeze,malazezisht,montenegrin",
    "rom": "rome,roma,romisht,romani",
    "sgn": "gjuha e shenjave,shenjave,sign language",
}
SEXES = {Sex.FEMALE: mark("Woman"), Sex.MALE: mark("Man"), Sex.NOT_STATED: mark("Not stated")}
SEX_WORDS = {
    Sex.FEMALE: "f,femër,femra,grua,vajzë,zonjë,znj,female,woman,w,girl",
    Sex.MALE: "m,mashkull,burrë,djalë,zotëri,z,male,man,boy",
    Sex.NOT_STATED: "pa deklaruar,e pacaktuar,nuk dëshiron ta thotë,not stated,prefer not to say,unknown",
}


@cache
def sector_words() -> WordList[Sector]:
    """Sectors; also found inside a longer description."""
    return word_list(Sector, sector_label, SECTOR_WORDS, is_loose=True)


@cache
def unclear_government() -> frozenset[str]:
    """The folded words of ``UNCLEAR_GOVERNMENT``."""
    return frozenset(folded(word) for word in UNCLEAR_GOVERNMENT.split(","))


@cache
def district_words() -> WordList[District]:
    """Qarqe by their names and by the names of their municipalities."""
    return word_list(District, district_label, DISTRICT_WORDS)


@cache
def qark_names() -> frozenset[str]:
    """The folded names of the qarqe themselves, without the municipalities."""
    return frozenset(folded(word) for words in DISTRICT_WORDS.values() for word in words.split(",")[:QARK_FORMS])


@cache
def role_words() -> WordList[EventRole]:
    """Roles; also found inside a longer description."""
    return word_list(EventRole, role_label, ROLE_WORDS, is_loose=True)


@cache
def status_words() -> WordList[InvitationStatus]:
    """Invitation statuses."""
    return word_list(InvitationStatus, invitation_label, STATUS_WORDS)


@cache
def consent_words() -> WordList[Consent]:
    """Answers to a question for consent."""
    return word_list(Consent, consent_label, CONSENT_WORDS)


@cache
def sex_words() -> WordList[Sex]:
    """Sex, in words or letters."""
    return word_list(Sex, sex_word, SEX_WORDS)


def sex_word(sex: Sex, _: Translator) -> str:
    """What one person is (the labels of the figures count many): "Woman"."""
    return _(SEXES[sex])


@cache
def language_codes() -> dict[str, str]:
    """Folded names of languages in Albanian and English, and their codes."""
    codes = {code: code for code in (*LANGUAGE_NAMES, *OTHER_LANGUAGES)}
    for code in codes.copy():
        for language in LANGUAGES:
            names = (language_label(code, Translator(language)), Locale(language).languages.get(code, ""))
            codes |= {folded(name): code for name in names if name}
    return codes | {folded(name): code for code, names in LANGUAGE_WORDS.items() for name in names.split(",")}
