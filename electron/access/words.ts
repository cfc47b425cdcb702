/** 256 short Dutch words that sound different on the telephone: one for each value of a byte. */
export const words: readonly string[] = `
aap aarde accu acht adem akker album alarm anker appel arend asfalt auto avond baard bakker
balkon bamboe banaan bank beer been beker berg bezem bier biljart blad blauw blik bloem bocht
boek boter bord boom brief bril brood brug buik bus cactus cadeau camera cent chocola cirkel
citroen clown dak dans deken deur dief dijk ding dolfijn dorp douche draak droom duif duim
eend egel eiland ekster elf emmer engel erwt ezel fabriek feest fiets film fles fluit foto
fruit gans garage gast geit gitaar glas goud gras groen grot haas hamer hand haring hart haven
hek helm hemd herfst hond honing hout huis hut iglo ijs inkt insect jaar jager jas jeugd
juf kaars kaas kabel kameel kano kapper kast kater kelder kers ketel kip kist klok knoop
koffie komma koning konijn kraan krant kroon kruis kuil kwast laars lamp lepel ladder leeuw lied
lift lijm linde liter lucht maan mand markt mast meer melk merel mest metro mier molen mond
mosterd muis munt muur naald nacht natuur nest neus noot nul oever olie olifant oma oor orgel
oven paard palm pan papier parade park peer pen pijl piloot pinda piraat plank poes pols pop
post potlood punt puzzel raam radio regen reiger rib riem ring rivier robot rok roos rots
rozijn rug sap schaap schip schoen sjaal sleutel slot sneeuw soep spiegel spin stad ster stoel
storm strand stuur suiker tafel tak tand tapijt taxi tent thee tijger toren touw tram trein tulp vaas veer vis vlag vlam vlieg vlinder voet vogel vork
`
  .trim()
  .split(/\s+/u);
