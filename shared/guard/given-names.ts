/** Given names that are common in the Netherlands, from several generations and backgrounds, folded to lower case. */
const names = `
aad aafke aaron abdel abdelkader abdullah abel abram achmed ada adam adil adriaan adrian agnes ahmed aicha aisha aïcha akram alex alexander alexandra ali alice
alicia alida alina aliyah amal amanda amani amelia amin amina amine amir amira amy an ana anass andrea andreas andre andré angela angelina anika anita anja ank anke
ann anna annabel anne anneke anneloes annelies annemarie annemiek annemieke annet annette annie annika anouk ans anthony antje anton antonia antoon antonius
aram ard ariana arie arjan arjen arno arnold arthur artur asma aukje aya ayden ayla aylin ayman ayoub ayse ayşe ayşegül aziz barbara bart bas bastiaan beatrix ben benjamin
bennie berend bernard bert bianca bilal birgit björn bjorn boris bouchra bram brandon brechtje brenda brian brigitte bruno burak busra büşra cas casper catharina
cees celine chaima chantal charlotte chiara chloe chloé christa christiaan christian christina christine cindy claire claudia cor corine corinne cornelia cornelis corrie daan damian
damir dani daniel daniël daniela danielle daniëlle danique danny daphne dave david davy dennis derk desiree dewi diana dick diederik diego dilan dimitri dina dion
dirk djoeke dominique donald donna dorien doutzen dounia dunya duncan dylan eddy edith eduard edward edwin eefje ef efe elena elif elin elina eline elisa elisabeth elise eliza ella
ellen elly elisha els elsa elsbeth elvira emilia emily emma emre enes enrico erica erik erika ermin ernst esmee esmée esra esther eva eveline evelien evi
evy ewout faisal fabian fabienne farah farid faris fatih fatima fatma feline femke fenna fenne ferdi fien fieke finn fleur floor floortje floris fouad frank frans fred freek
frederik friso fay faye gabriel gabriela geert gerard gerben gerda gerrit gert gertjan geertje gijs gijsbert gina ginny gökhan greet greetje guido guus gwen habiba hajar hakan
halil hamid hamza hanna hannah hanneke hanne hannie hans harm harmen harold harrie harry hasan hasna hassan hatice hayat hedwig heidi hein helen helena hendrik henk
henny henriëtte henri herman hicham hidde hilde hille huub hugo huseyin hüseyin ibrahim ida ikram ilias ilona ilse imane imke imran indy ineke inge ingrid irene irfan irma isa isaac isabel
isabella isabelle ismail ismaïl ivo ivar ivana izabela jaap jack jacob jacqueline jaimy jake jamal james jamie jamila jan jana janne janneke jannes jannie jantine jara jarno jasmijn jasmine jason jasper
jay jayden jaylen jeannette jeffrey jelle jelmer jennifer jenny jens jeroen jerney jesper jesse jessica jikke jill jim jimmy jip jitske joachim joan joanna job jochem joep joey
johan johanna johannes john jolanda jolien jonas jonathan joost jordi jordy joris jorn jos josé josefien joseph josephine joshua josien joya joyce judith juliaan julia julian juliana julie juliette julius
jurgen jurre jurriaan justin kadir kaoutar karel karen karim karima karin karolina kars kasper katarzyna kathleen katja kayleigh kees keith kelly kenan kenneth kevin khadija khalid khaled kian kiki kim
kimberly kirsten klaas klaartje koen koos kyan kyra lana lara lars laura lauren laurens leah leen leendert leila leni lenn lenna lennart leo leon leonie leonoor levi levy lex leyla liam lian liam lianne lieke
lien lies liesbeth lieselotte lina linda lindsay lisa lisanne lise lisette liv lizzy lobke loes lois lonneke lorenzo lotte lottie lou louis louise lowie luc luca lucas lucia lucie luciano lucy luka lukas luke luna
luuk lydia lynn maaike maarten maartje machteld madelief maikel maja malik malika malou manon mara marc marcel marcella marco margaret margot margriet maria mariam marian marianne marieke
mariëlle marije marijke marijn marijn marike marina marion marissa maria marit marith marjan marjolein marjolijn marleen marlies marlon marloes marlou marly marnix marit marta marthe martijn martin martine marty marvin
maryam mats matthias matthijs maud maureen maurice maurits mauro max maxime maya mayke mees mehdi mehmet meike melanie melissa melle melvin menno merel merle merve meryem mia michael michaël michal michel
michelle michiel mieke mies miguel mihai mika mike mikail mike mila milan milena milou mimoun mina minke mirjam mirre mirthe mitchell moad mohamed mohammad mohammed mohamad moniek monika monique morris mostafa moussa muhammed
murat mustafa mustapha nabil nadia nadine najib naomi narges nassim natalia natalie natasja nathalie nathan naut nawal nazli nick nico nicolaas nicole nicky nienke niek niels nikki nina nils nisa nizar noa noah noam noël noor noortje nora nordin noud nour
nouri novi okan oliver olivia olivier omar onno oscar osman oumaima oumayma owen özlem ozlem pascal patricia patrick paul paula pauline pavel pepijn peter petra philip philippe phileine piet pieter pieternel pim piotr pjotr quinn quinten rabia rachel rachid
rafael ralf ralph ramazan ramon ramona rania raoul raymond rayan rebecca reinier reinout remco remi rene renée renske renate rens resul ria richard rick ricardo rik rianne riley rinse rita ro rob robbert robbie robert robin robyn rochelle
roderick roel roelof rogier roland romana romy romée ron ronald ronja rosa rosalie rosalinde rosanne roy ruben rudy rutger ruth ruud ryan saar saartje sabine sabrina safa safae said saïd salim salima salma salomé samantha sami samir samira samuel sander sandra sanne sara
sarah sascha saskia savannah scott sebastiaan sebastian selin selma sem semih senna serena serkan sevda sevgi shanaya shanna sharon sheila shirley siem sien sietske sigrid silke silvia simon simone sina sipke sjaak sjoerd sjors sofia sofie soufiane sophia sophie soraya sofyan stefan stefanie
stella stephan stephanie steven stijn suze suzan suzanne suus sven svenja sylvana sylvia sylvie sytske tabitha tamara tanja tara tarik taylor tess tessa teun teunis thea theo thijs thijmen thirza thom thomas tibor tijmen tijn tijs tim timo timon timothy tina tinus titus tjeerd tobias
tom tomasz ton toon tristan trudy twan tycho tygo umut ursula valerie vanessa vera veronique victor victoria vincent vince vivian wanda ward wendy wesley wessel wiebe wieke wiktoria willeke willem willemijn wilma wim winnie wout wouter xander xavi yara yasin yasmin yasmina
yasmine yassin yassine yassir yentl yildiz ylva yoeri younes youssef youssra yousra yuna yunus yusuf yvette yvonne zainab zakaria zara zeliha zeynep ziggy zineb zoé zoë zohra zoe`;

/** Names that are ordinary words, plants or places as well: by themselves they say nothing. */
const ambiguous =
  'amber bas bo boy dean eden elke fleur iris jasmijn jet job jordan lente linde lot mare mark max merel mei mina noor paris pip puk rein ro roman roos rosa sam sil stan sterre storm ties wil an els ef';

export const givenNames: ReadonlySet<string> = new Set([...names.trim().split(/\s+/), ...ambiguous.split(' ')]);
const wordsToo: ReadonlySet<string> = new Set(
  ambiguous.split(' ').filter((name) => !['fleur', 'iris', 'noor', 'rosa', 'jasmijn', 'mina'].includes(name)),
);

/** Says of itself that it is a person. */
export function isClearGivenName(word: string): boolean {
  const folded = word.toLowerCase();
  return givenNames.has(folded) && !wordsToo.has(folded);
}
