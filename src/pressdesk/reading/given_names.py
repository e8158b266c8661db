"""Common given names, folded: they decide which of two lines is the person."""

GIVEN_NAMES = frozenset("""
aaron abdel abdi abdirahman abdul abdullah abel abigail abraham achim adam adama adele adrian
adriana agata agnes agnieszka ahmad ahmed aida aino aisha aisling aissatou aki akiko akira al al
alain
alan alana alastair alba albert alberto alejandra alejandro aleksandar aleksander aleksandr
aleksandra alena alessandra alessandro alessio alex alexander alexandra alexei alexey alfonso
alfred alfredo ali alice alicia alina aline alison alistair allan allen allison allyson alma alois
alonso alphonse alvaro alvin alyssa amadou amal amanda amelia amelie amina aminata amir amit amjad
amos amparo amy ana anais ananya anastasia anders andre andrea andreas andreea andrei andreja
andres andreu andrew andriy andrzej andy angel angela angelika angelique angelo angus anica anika
anil anit anita anja anju anka anke ann anna anne anneke annelies annemarie annette annick annie
annika anouk ansgar anthony antje antoine anton antonella antonia antonin antonio anu anya araceli
archie ari ariane arianna arif arjun armand armando armin arnaud arne arno arnold arthur arturo
arvid ashley ashok asif asma astou astrid atsushi aude audra audrey aurelie aurelien avery axel
ayesha aylin aymeric ayse azra babacar baptiste barbara barry bart bartosz bastian beate beatrice
beatriz becky belen belinda ben benedetta benedict benedikt benita benjamin benny benoit berit
bernadette bernard bernardo bernd bernhard bernice bert bertha bertrand bessie beth betsy bettina
betty bev beverly bianca bilal bill birgit bjorn blanca bob bogdan bonnie boris boubacar brad
bradley brandon branka brenda brendan brent bret brett brian bridget brigid brigitte britta bronwyn
brooke
bruce bruno bryan bryce burak caitlin caleb calvin cameron camila camilla candice caren carina
carine caris carl carla carlo carlos carlotta carly carmela carmen carol carolina caroline carolyn
carsten casey catalina cath cathal catherine cathy catriona cayetano cecil cecile cecilia cedric
celeste celia celine cesar chandra chantal chantale charlene charles charlie charlotte cheng cherie
cheryl chiamaka chiara chidi chika chinedu chloe chris christa christelle christian christiane
christina christine christof christoph christophe christopher christy chuck ciara cinzia claas
claire clara clare clarissa claude claudia claudine claudio clemens clement cliff clifford clive
coby colette colin colleen connie conrad constance consuelo corinna corinne cornelia cornelis cory
courtney craig cristian cristiana cristiano cristina curt curtis cynthia cyril dagmar daisy dale
dalia damian damien damir dan dana daniel daniela daniele danielle danuta daphne dariusz darko
darlene darrell darren daryl dave david deanna deb debbie deborah dee deirdre delphine denis denise
denisse dennis derek desmond detlef diana diane dianne dick didi didier diederik diego dieter
dietmar dietrich dilip dimitri dimitrios dimitris dina dino diogo dirk djibril dmitri dmitry
dolores dominic dominik dominika dominique don donal donald donata donna dora doreen doris dorothea
doug douglas drew duarte duncan dunja dustin dwayne dylan eamon eberhard eckhard eddie edgar edith
edmund edna eduard eduardo edward edwin eileen eirik ekaterina elaine elena eleni eleonora eli
elias elisa elisabeth elise elizabeth elke ella ellen ellie elliot elliott elma elodie els elsa
elsie elvira emanuel emil emilia emilie emilio emily emine emma emmanuel emre endre enrico enrique
eric erik erika erin ernest ernesto ernst erwin estefania estelle esther ethan etienne eugen eugene
eugenia eugenio eunice eva evan evelina evelyn evgeny ewa ewan ezra fabian fabien fabienne fabio
fabrice fabrizio fadela fadi faisal faiza fanny farah farid farida farouk faruk fatih fatima fatma
fatou fatoumata federica federico felicia felicity felipe felix ferdinand fergus fernanda fernando
filip filippo filomena finn fiona fionn flavia flavio fleur flora florence florent florian florin
floris fouad fran franca frances francesca francesco francine francis francisco franck francois
frank franz frauke fred freddy frederic frederick frederik frederike fredrik frida frieda friedrich
fritz fumiko gabi gabor gabriel gabriela gabriele gabriella gail galina gareth gary gaspard gavin
gemma gene genevieve geoff geoffrey george georges georgios gerald geraldine gerard gerardo gerd
gerhard gerry gert gertrud ghassan gianluca gianni gideon gil gilbert gilles gillian gina giorgio
giovanna giovanni gisela giselle gita giulia giulio giuseppe gladys glen glenda glenn gloria goncal
goran gordon gosia gottfried grace graham greet greg gregory greta gretchen grzegorz guadalupe
gudrun guido guilherme guillaume gunilla gunnar gunter gunther gustavo guus guy gwen gwendolyn
habib hadi hadiza hailey hakan hakim halima hamid hamish hana hanna hannah hanne hannes hans hans-
peter hanspeter harald harriet harry harvey hasan hashim hassan hayley hazel heather hector hedwig
heidi heike heiko heiner heinz helen helena helene helga helle helmut hendrik henk henning henny
henri henriette henrik henry herbert herman hermann hernan herve hilary hilda hilde hillary hind
hiroko hiroshi holger holly horst howard hubert huda hugh hugo hugues humberto hussein ian ibrahim
ida idris ignacio igor ilaria ilka ilona ilse iman imran ina ines inga inge ingeborg ingo ingrid
inka ioana ioannis iona ira irene irina iris irma irmgard isaac isabel isabela isabell isabella
isabelle isla ismael ismail isolde issa istvan itziar ivan ivana ivo iwona izabela jaap jacinta
jack jackie jacky jacob jacopo jacqueline jacques jade jadwiga jaime jakob jakub jalal jamal james
jamie jamila jan jana jane janet janice janina janine janis janna jared jarek jarmila jaroslav
jasmin jasmina jasmine jason jasper javed javier javiera jaya jean jeanette jeanne jeannette jed
jeff jeffrey jelena jen jenna jennie jennifer jenny jens jeremy jerome jerry jess jesse jessica
jessie jesus jette jill jim jo joachim joan joana joann joanna joanne joannes joao joaquin jochen
jodi jodie joe joel joelle joerg johan johann johanna johannes john john-paul johnny jolanda
jolanta jon jonah jonas jonathan joost jordi jorg jorge joris jorn jose josef josefa josefina
josefine joseph josephine josh joshua josie josip joy joyce jozef juan juana juanita judith judy
juergen jules julia julian juliane julie juliet julieta juliette julio julius junko jurgen jussi
justin justine justyna jutta kadir kaitlin kaja kamal kamala kamil kamila kara karen karim karima
karin karina karl karolina karoline karsten kasia katarina katarzyna kate katerina kath katharina
katherine kathleen kathrin kathy katia katie katja katrin katy kay kaya kayla kazuo kees keiko
keiran keith kelly kelvin ken kendra kenji kenneth kerry kerstin kevan kevin khadija khaled khalid
kiera kieran kim kirk kirsten kirstin kirsty kitty kjell klara klaus klemens knut koen kofi koji
konrad konstantin kostas kristina kriszta krzysztof kumar kurt kwame kyle kyoko lachlan laila
lambert lana lance lara larissa larry lars lasse latifa laura laurel lauren laurence laurent laurie
lawrence layla lea leah leandro leanne lee leif leigh leila lena lene lenka lennart leo leon
leonard leonardo leonid leonie leonor leroy lesley leslie leszek leticia lew lewis lia liam libby
lidia lidija lieke lilian liliana lillian lily lina linda lindsay lindsey lionel lior lisa lisbeth
lise livia liz ljiljana lloyd lluis loic lois lola loredana loren lorena lorenzo loretta lori lorna
lorraine lothar lotte lou louis louisa louise lourdes luc luca lucas lucia luciana luciano lucie
lucien lucy ludger ludmila ludovic luigi luis luisa luisella lukas luke lutz luz lydia lynda
lyndsey lynette lynn lynne maarten mabel maciej maddalena madeleine mads maeve magda magdalena
maggie magnus mahmoud maike maja malcolm malgorzata malik malin mamadou mandy manfred manfredi
manoj manolo manon manuel manuela mara marc marcel marcela marcella marcelo marcia marcin marco
marcos marek maren mareike marga margaret margarete margarida margarita margaux margherita margit
margot margret
margrit maria mariam mariana marianna marianne mariano marie mariela marija marijke marina mario
marion marisa marisol marissa marit marius mariusz marjan marjorie mark marketa markku markus
marlene marlies marlon marnie marshall marta martha martin martina martine martyn marwan mary
maryam masako masha massimiliano massimo matej mateo mateusz mathew mathias mathieu mathilde mats
matt matteo matthew matthias matti mattia maud maureen maurice mauricio mauro max maximilian
maximilien maya meg megan mehmet mei meike melanie melinda melissa melvin mercedes meredith merle
mette mia michael michaela michail michal micheal michel michela michele michelle mick miguel
mikael mike mikhail mikko mila milan milena milica milos mina ming mira miranda mireille mirella
miriam mirjam mirjana miroslav misha mitch mitchell mo mohamad mohamed mohammad mohammed mohamud
moira moises molly mona monica monika moritz morris muhammad muhammed mukesh murat muriel murray
mustafa mustapha myriam myrna nabil nada nadege nadezhda nadia nadine nadja naila naima naja nalini
nancy naomi narges nasir nasrin nasser natacha natalia natalie natalya natascha natasha nathalie
nathan nathaniel ned neema neil nele nelly nelson nenad nestor nevena ngozi nic nicholas nick
nicola nicolae nicolas nicole nicoletta nicolette niels nigel nikita nikki niklas nikolai nikolaos
nikolas nikolaus nils nina nino nir nisha nita noah noel noelia noemi noor nora norbert norma
norman nuno nuria nyasha octavia octavio odile olaf olav ole oleg oleksandr olena olesya olga
oliver olivia olivier olof oluwaseun omar ondrej oriana oriol orla oscar oskar osman osvaldo otto
oumar owen pablo paddy paloma pam pamela pancho paola paolina paolo pascal pat patrice patricia
patricio patrick patrik patrizia patsy patti patty paul paula paulette paulina pauline paulo pavel
pawel pedro peer peggy pelle penelope penny perry pete peter petr petra petros phil philip philipp
philippe phillip phoebe pia pierre pieter pieterjan pietro pilar piotr poul prakash priscilla priya
prue przemyslaw quentin quinn rabea rabia rachael rachel rachid radoslav rafael rafaela rafal
raffaele ragnar rahel rahul raimund rainer raj rajesh ralf ralph ramesh rami ramon ramona rana
randy rania raoul raphael raquel rashid raul ravi ray raymond rebecca rebecka reem regina regine
reiner reinhard reinhold reinout remi remy renata renate renaud rene renee reto reuben rhoda rhona
rhys ricardo riccardo richard rick ricky riikka riitta rike rima rina rinaldo rita rob robbert
robbie robert roberta roberto robin robyn rocio rod rodney rodolfo rodrigo rogelio roger rogier
rohan roland rolf romain roman romy ron ronald ronan ronja ronnie rory rosa rosalie rosalind rosana
rosanna rosario rosemarie rosemary rosie ross roswitha roxana roy ruben rudi rudiger rudolf rudy
rui rupert russ russell ruta ruth ryan ryszard saad sabina sabine sabrina sadia safa said saida
salah salim sally salma salome salvador salvatore sam sami samia samir samira samu samuel sandeep
sandra sandrine sandro sandy sanjay sanna sara sarah sascha saskia satoshi saul savannah scott
sebastian sebastien selim selina selma serena serge sergei sergej sergey sergi sergio seth shane
shannon sharon shaun shauna sheila shelley sheryl shilpa shinji shirley shiv shona sibylle sid
siegfried sigrid silas silke silvana silvano silvia silvio simon simona simone simonetta sina
sinead siobhan sita sixten slawomir slobodan snezana sofia sofie solange solveig sonali sonia sonja
sophia sophie soraya soren sri stacey stacy stan stanislav stanislaw stavros stefan stefania
stefanie stefano steffen steffi stella sten stephan stephane stephania stephanie stephany stephen
steve steven stig stuart sudha sue sunil sunita susan susana susanne suzana suzanne suzie svein
sven svenja svetlana sybille sylvia sylvie tadeusz tae taina taiwo takashi takeshi tamar tamara
tami tamsin tania tanja tanya tara tareq tariq tarja tasha tatiana tatjana taylor ted teodora
terence teresa teresita terje terrence terri terry tess tessa thea thekla theo theodor theodora
theresa therese thibault thierry thilo thomas thomasz thor thorsten tiago tibor tiffany tilman tim
timo timothy tina tobi tobias toby tod todd tom tomas tomasz tomislav tommaso tommy toni tonia
toniann tonje tony torben toril torsten tracey tracy trevor tricia trish troy trudy truls tsvetana
tuomas tyler tyrone udo ugo ulf uli ulla ulrich ulrika ulrike umberto ursel ursina ursula usha ute
uwe vaclav vadim valentin valentina valeria valerie valerio vaneska vanessa vania vasco vasile
vasilis vassilis veit velma vera verena vernon veronica veronika vesna vibeke vic vicki vicky
victor
victoria vidya vijay vikas vikram viktor viktoria vilma vince vincent vincente vincenzo viola
violeta virginia virginie vita vito vittoria vivian viviana vivien vivienne vladimir vladislav
volker volodymyr wafa waldemar walid walter wanda wanjiru warren wayne wendelin wendy werner wes
wesley whitney wiebke wilfred wilhelm willem william wilma winfried winifred wojciech woldemar wolf
wolfgang xavier ximena yael yahya yan yann yannick yara yasmin yasmina yasser yaw yelena yemi
yetunde yigal ying yngve yoko yolanda yolande yorgos yoshiko youssef yuki yuko yulia yuri yuriy
yusuf yvan yves yvette yvonne zachary zahra zaid zainab zara zdenek zeynep zhanna zineb zita zoe
zofia zoltan zora zuzana
александр алексей алина алла анастасия андрей анна артем борис вадим валентина валерий валерия
василий вера вероника виктор виктория виталий владимир вячеслав галина геннадий георгий григорий
дарья денис дмитрий евгений евгения екатерина елена жанна зинаида иван игорь илья инна ирина кирилл
константин ксения лариса леонид людмила максим маргарита марина мария михаил надежда наталья никита
николай оксана олег ольга павел петр полина роман светлана семен сергей софия станислав степан
тамара тарас татьяна федор эдуард юлия юрий яна ярослав
""".split())  # fmt: skip
