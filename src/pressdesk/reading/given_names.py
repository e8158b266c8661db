"""Common given names, folded: they decide which of two lines is the person."""

GIVEN_NAMES = frozenset("""
aaron abdul abdullah adam adrian agnes ahmad ahmed aisha alain alan alana albert alberto alejandra
alejandro alessandra alessandro alex alexander alexandra alexei alexey ali alice alicia aline
alison amanda amina amir amy ana anastasia andre andrea andreas andrei andres andrew andrzej
angela angelika anita anja ann anna anne annette annika anthony antoine anton antonella antonia
antonio armin arnaud arthur astrid audrey barbara bart beatrice beatriz ben benjamin benoit
bernadette bernard bernd bernhard beth bettina bill birgit bob boris brenda brian brigitte bruno
camila camilla carl carla carlo carlos carmen carol carolina caroline catherine cecile cecilia
celine chantal charles charlotte chiara chloe chris christa christian christiane christina
christine christoph christophe christopher claire clara claudia claudine claudio colin connie
cristina cynthia dan dana daniel daniela daniele danielle dave david deborah denis denise diana
diane didier diego dieter dina dirk dmitri dmitry dolores dominic dominik dominique donald dora
doris dorothea duncan eduardo edward elena eleni elisa elisabeth elizabeth ellen emily emma
emmanuel enrico eric erik erika ernesto esther eva evelyn fabian fabio fatima fatma federica
federico felipe felix fernanda fernando fiona florence florian frances francesca francesco
francisco francois frank franz fred frederic frederik friedrich gabriel gabriela gabriele gary
george georges georgios gerard gerd gerhard giorgio giovanna giovanni giulia giuseppe grace graham
greg gregory guillaume gunther gustavo guy hamid hannah hans harald hassan heather heidi heike
heinz helen helena helene helga henri henrik henry herbert holger hugo hussein ian ibrahim igor
ines ingrid irene irina iris isabel isabella isabelle ivan ivana jack jacob jacqueline jacques
jaime jakob james jan jana jane janet janine jason javier jean jeff jennifer jens jeremy jessica
jill jim joachim joan joanna joao joe joel joerg johan johanna johannes john jon jonas jonathan
jorg jorge jose josef joseph joyce juan judith julia julian julie juliette jurgen justin kamal
karen karin karl karsten katarina kate katharina katherine kathleen kathrin katja katrin kay keith
kelly kenneth kerstin kevin khaled kim kirsten klaus konstantin kristina kurt lars laura laurence
laurent lea leila lena leo leon leonardo leonie liam lidia lina linda lisa liz lorenzo louis
louise luca lucas lucia lucie lucy luigi luis luisa lukas luke lynn magdalena manfred manuel
manuela marc marcel marcelo marcia marco marcos margaret margarita maria mariam marianne marie
mario marion mark markus marta martha martin martina mary massimo mathias matteo matthew matthias
maurice mauricio max maya mehmet melanie michael michel michela michele michelle miguel mike
miriam mohamed mohammad mohammed moira monica monika mustafa nadia nadine nancy natalia natalie
natasha neil nicholas nick nicola nicolas nicole niels nikolai nina noah noor nora norbert nuria
olaf oleg olga oliver olivia olivier omar oscar pablo paola paolo pascal patricia patrick paul
paula paulo pedro peggy peter petra philip philippe pierre pietro rachel rafael raj ralf ramon
raquel raul rebecca regina reinhard renate rene ricardo riccardo richard rita rob robert roberta
roberto robin rodrigo roger roland rolf roman ron rosa rosemary ruben rudolf ruth ryan sabine
sabrina sally salma sam samir samuel sandra sara sarah scott sebastian sergei sergey sergio
shirley silke silvia simon simone sofia sonia sonja sophia sophie stefan stefania stefanie stefano
stella stephan stephane stephanie stephen steve steven stuart sue susan susana susanne suzanne
sven svetlana sylvia sylvie tania tanja tatiana teresa terry theo theresa thomas thorsten tim tina
tobias tom tomas toni tony udo ulrich ulrike ursula uwe vadim valentina valerie vanessa vera
veronica veronika victor victoria viktor vincent virginia vladimir walter wendy werner william
wolfgang yolanda yusuf rui nuno tiago diogo vasco yves yvonne zoe
мария анна елена ольга иван сергей александр дмитрий
наталья
""".split())  # fmt: skip
