"""Words that tell what a piece of text is; folded (values.folding), all languages together."""

from pressdesk.values.folding import fold_words


def _words(text: str) -> frozenset[str]:
    return frozenset(word for one in text.split() for word in fold_words(one).split())


# What somebody does.
TITLE_WORDS = _words("""
officer director directora directeur directrice direttore direttrice diretor diretora head chief
manager spokesperson spokesman spokeswoman adviser advisor coordinator secretary deputy attorney
assistant executive president vice chair chairman chairwoman chairperson convenor editor
consultant agent special detective trooper constable commander lieutenant sheriff marshal warden
ranger judge councillor supervisor treasurer registrar curator librarian scientist researcher
engineer
lecturer specialist pio psa associate delegate lead ceo cfo coo cto mp mep professor doctor
minister
commissioner representative analyst strategist senior junior regional district publicist founder
partner principal superintendent sergeant inspector captain porte-parole attache attachee charge
chargee responsable chef cheffe conseiller conseillere secretaire president presidente delegue
deleguee redacteur redactrice coordinateur coordinatrice leiter leiterin referent referentin
pressereferent pressereferentin pressesprecher pressesprecherin sprecher sprecherin
geschäftsführer geschäftsführerin vorsitzende vorsitzender ansprechpartner ansprechpartnerin
ansprechperson redakteur redakteurin mitarbeiter mitarbeiterin stellvertretende stellvertretender
beauftragte beauftragter pressekontakt kommunikationsleiter kommunikationsleiterin mediensprecher
mediensprecherin vorstand oficial jefe jefa portavoz vocero vocera encargado encargada coordinador
coordinadora secretario secretaria responsable asesor asesora gerente periodista delegado delegada
portavoce addetto addetta responsabile capo coordinatore coordinatrice consigliere presidente
assessor assessora porta-voz chefe coordenador coordenadora responsavel gerente jornalista
perschef persvoorlichter woordvoerder woordvoerster hoofd medewerker presschef pressansvarig
kommunikationschef presstalesperson tiedottaja viestintäjohtaja viestintäpäällikkö rzecznik
rzeczniczka kierownik dyrektor εκπρόσωπος διευθυντής διευθύντρια υπεύθυνος υπεύθυνη секретарь
руководитель начальник директор менеджер координатор представитель заместитель советник специалист
портпарол مدير مديرة مسؤول مسؤولة متحدث متحدثة رئيس رئيسة منسق منسقة ناطق ناطقة موظف موظفة مستشار
""") - {"contact"}

# A unit, a desk, a house: what a nameless contact can be.
DESK_WORDS = _words("""
cabinet newsdesk pressdesk presseteam medienteam press media communications communication relations
department division office unit desk
team
centre center service services bureau newsroom secretariat headquarters branch section enquiries
inquiries affairs investor investors public ministerial departmental desk information presse
médias medias service bureau direction cellule relations pressestelle presseabteilung
pressereferat presseamt pressebüro medienstelle öffentlichkeitsarbeit kommunikation abteilung
referat medien büro geschäftsstelle auslandsbüro prensa oficina gabinete departamento comunicación
medios unidad dirección ufficio stampa comunicazione sede dipartimento imprensa gabinete
assessoria comunicação escritório пресс-служба отдел служба офис бюро сми прессы γραφείο τύπου
τμήμα مكتب المكتب الإعلامي الصحفي قسم إدارة الإعلام الصحافة persdienst voorlichting afdeling
presstjänst pressavdelning viestintä biuro prasowe media
""")

# What an organisation calls itself.
ORG_WORDS = _words("""
inc ltd limited llc llp plc corp corporation company co gmbh ag se kg ev sa sarl srl spa bv nv ab
oy oyj as asa ag group holding holdings foundation institute university college school society
association council commission committee agency authority board ministry federation union league
network alliance trust fund bank church hospital clinic international national australia global
world worldwide united nations organization organisation programme program project campaign
coalition center centre library museum house hall street road avenue board parliament senate
congress rights humanitarian aid relief health care education community society club party
government federal state county city town district republic capital partners associates agency
pr advisors advisers advisory ventures strategies consulting studio studios labs
technologies systems solutions software energy pharma sciences
research science cross crescent solidarity solidarités amnesty greenpeace oxfam unicef unhcr
unesco undp wfp who oms oim iom icrc cicr ikrk ifrc msf ngo ong un onu frontières fronteras
frontiere border borders without airport industries water food agriculture children women youth
enfance enfants stiftung verein verband bund gesellschaft institut universität hochschule kammer
ministerium amt zentrale mieterzentrale gewerkschaft fraktion partei landesverband bundesverband
naturwacht haus landkreis stadt gemeinde bezirk kreis kanton polizei polizeidirektion
polizeipräsidium staatsanwaltschaft landratsamt bürgermeisteramt feuerwehr mairie ville commune
préfecture ayuntamiento alcaldía comune prefeitura câmara gmina urząd
teatro theater theatre théâtre opera museo musée galleria galerie festival orchestra orchestre
philharmonie palazzo cinema kino fondation association
société université ministère conseil comité fédération
organisation croix fundación instituto universidad ministerio asociación sociedad consejo comité
roja vermelha rouge rossa federación fondazione istituto università ministero associazione società
consiglio comitato croce fundação universidade ministério associação sociedade conselho comissão
cruz stichting vereniging universiteit stiftelsen säätiö yliopisto fundacja uniwersytet ίδρυμα
πανεπιστήμιο υπουργείο фонд институт университет министерство ассоциация компания общество ооо
canada ireland zealand scotland wales england france germany deutschland italia españa portugal
brasil india kenya uganda nigeria japan china europe sweden norway finland denmark netherlands
belgium belgique switzerland schweiz suisse austria österreich
منظمة مؤسسة جامعة وزارة اللجنة الصليب الهلال
""")

# What stands in places, dates, headings and menus, and in no name.
OTHER_WORDS = _words("""
human resources toll free for immediate release releases news latest related sections section
copyright disclaimer privacy
statement page posted source note notes email mail tel phone fax mobile website web site www http
https please contact contacts call more information further details visit follow twitter facebook
linkedin instagram youtube about media date embargo embargoed ends end monday tuesday wednesday
thursday friday saturday sunday january february march april may june july august september
october november december today tomorrow hours office after before or and the of in on at by to
from with available interview interviews comment questions enquiries english french spanish arabic
german geneva genève genf ginebra nairobi london paris berlin brussels bruxelles brüssel
washington york madrid rome roma vienna wien zurich zürich bern bonn hamburg munich münchen
frankfurt leipzig bogotá lima mexico santiago buenos aires rio janeiro são paulo brasília lisbon
lisboa porto beijing shanghai tokyo delhi bangkok jakarta manila sydney melbourne canberra
brisbane perth ottawa toronto montreal montréal moscow москва cairo beirut amman baghdad kabul
islamabad dakar johannesburg pretoria kampala addis ababa khartoum juba bamako niamey guatemala
caracas quito hong kong singapore dublin edinburgh oslo stockholm copenhagen helsinki warsaw
warszawa athens north south east west northern southern eastern western central africa asia europe
america americas pacific middle caribbean latin bundestag straße strasse platz weg allee postfach
box suite floor building rue calle paseo plaza via viale corso piazza rua ulica nsw act vic qld
calif على في من إلى عن موقع الموقع العنوان زيارة الرجاء
يرجى مراسلتنا هاتف البريد بريد التواصل الاتصال مع verfügung gerne st str ave rd blvd und et
anfragen presseanfragen medienanfragen rückfragen investoren redaktion redaktionen
kontaktadresse themen aktuelle meldungen weitere weiterführende informationen pressekontakt
kontakt mehr contacto contatto contatti contato teléfono telefon telefono téléphone correo
электронная
""") - {
    "may",
    "april",
    "june",
    "august",
    "paris",
    "paulo",
    "sydney",
    "santiago",
    "melbourne",
    "mail",
}

# Words of lines for the public, of shops and of lists: what stands there is no press contact.
PUBLIC_WORDS = _words("""
donate donation donations hotline helpline unsubscribe subscribe subscription subscribers tickets
ticket booking bookings enrol enrolment enroll register registration volunteers customers customer
patients victims helpdesk spenden spendenkonto spendentelefon hotline bürgertelefon gartentelefon
kundenservice abmelden abbestellen faire-don dons donateurs abonnement désabonner donaciones donar
suscripción suscribirse baja donazioni donare numero-verde iscrizione doações doar inscrição iban
spender spenderinnen spendenhotline anzeigenabteilung abo classifieds vacancy vacancies submission
submissions applicants konto
пожертвования горячая подписка отписаться التبرع feedback criticisms non-media
unsubscribing
""") - {"faire", "don", "non", "media", "verde", "numero", "baja"}

# Between the words of a name, in small letters or large.
PARTICLES = frozenset(
    "de del della delle dello dei di da das do dos du d van von vom zu zum zur der den ter "
    "an na mac ten te el al la le les lo bin ibn ben bint abu abd af av y e i san santa".split()
)
HONORIFICS = frozenset(
    "dr ddr maga magin magfh bsc "
    "doctor prof professor mr ms mrs miss mx sir dame rev reverend hon senator sen "
    "ambassador m monsieur mme madame mlle mademoiselle dre docteur docteure pr professeur "
    "professeure me mgr frau herr herrn dipl ing mag pd sr sra srta senor senora senorita don "
    "dona d lic mtro mtra arq dra profa dott dottor dottoressa ssa sig signor signora ra avv "
    "on κ κα κος κυρια κυριος δρ sheikh الدكتور الدكتورة السيد السيدة د господин госпожа гн "
    "гжа проф доктор dhr mevr mw rt the rep representative congressman congresswoman governor "
    "mayor dottssa profssa cllr col lt capt sgt".split()
)
# Words of houses and places that are surnames too: behind a given name they are one.
SURNAMES = frozenset(
    "hall church house page west north east south washington london berlin paris rome york "
    "cross street bank banks park field may march april august chair head chief major bishop "
    "stone law senior water food young bond fund hunt city town day post board best cruz "
    "croce santos porto lima roma wien hamburg frankfurt sa toll french "
    "english german france ireland england".split()
)
# Behind a name, not of it.
POSTNOMINALS = frozenset(
    "mp mep phd md msc ma ba mba obe cbe mbe am ao qc kc jd esq jr sr llm rn ceo cfo coo cto "
    "mla msp td mdb mdl mdep mhr mlc mna mdbb kstj".split()
)
# Mailboxes for everybody, before the @.
PUBLIC_LOCAL_PARTS = _words("""
spenden donate donations tickets ticket service customerservice customer jobs hr careers career
bewerbung recruitment vacancies subscribe unsubscribe newsletter abo shop sales support help
helpdesk
booking bookings reservations noreply no-reply webmaster dons donativos donazioni doar empleo
lavoro
""") - {"no", "reply"}
PRESS_LOCAL_PARTS = _words("""
press media presse medien prensa stampa ufficiostampa imprensa comms communications communication
communicatie kommunikation comunicacion comunicazione comunicacao pressoffice mediarelations
newsroom news pr pers medios relations pressestelle mediaoffice pressdesk mediadesk mediaenquiries
mediainquiries investorrelations investors ir publicaffairs pressa pressekontakt pressteam
viestinta prasa mediateam publicrelations gabinete info tiedotus
""")
