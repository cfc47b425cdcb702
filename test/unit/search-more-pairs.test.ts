import { expect, it } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../support/search-library';

/*
 * Pairs of the kinds that search promises (compounds both ways, inflection and families, short and long forms), thought up before anything was tried on
 * them and in nobody's list; and words that only look alike.
 */

function libraryOf(text: string): TestLibrary {
  const library = openTestLibrary();
  library.put({ n: 1, fields: { title: 'Stuk 1' }, file: 1 });
  library.putText(1, [text]);
  return library;
}

it.each([
  ['stageplekken', 'Een stageplek vinden lukt niet.'],
  ['gesprek', 'Na het intakegesprek belt de mentor.'],
  ['intakegesprekken', 'Het gesprek op de eerste dag.'],
  ['BBL', 'De beroepsbegeleidende leerweg groeit.'],
  ['beroepsopleidende leerweg', 'Van de BOL naar werk.'],
  ['uitvallen', 'De uitvallers zijn gebeld.'],
  ['overstappen', 'Elke overstapper krijgt een coach.'],
  ['begeleiding', 'Wij begeleiden hen een jaar.'],
  ['diploma', "Twee diploma's uitgereikt."],
  ['leerwerkbaan', 'Tien leerwerkbanen gevonden.'],
  ['huiswerk', 'Met huiswerkbegeleiding na school.'],
  ['gemeente', 'De contactgemeente betaalt.'],
  ['ISK', 'De internationale schakelklas sluit.'],
  ['jongerenwerkers', 'Het jongerenwerk belt aan.'],
  ['melding', 'De verzuimmelding komt te laat.'],
  ['werkgever', 'Met zes werkgevers gesproken.'],
  ['OCW', 'Het ministerie van Onderwijs, Cultuur en Wetenschap betaalt.'],
])('%s finds: %s', (query, text) => expect(libraryOf(text).titles(`${query} `)).toEqual(['Stuk 1']));

it.each([
  ['ster', 'De meester komt.'],
  ['ring', 'De leerling komt.'],
  ['stand', 'Zij heeft verstand van zaken.'],
  ['baar', 'Het openbaar vervoer.'],
  ['taal', 'Hij betaalt in totaal veel.'],
  ['plan', 'De plant groeit.'],
  ['elijk', 'Dit is werkelijk waar.'],
  ['groep', 'Zij heeft haar beroep gekozen.'],
])('%s does not find: %s', (query, text) => expect(libraryOf(text).titles(`${query} `)).toEqual([]));
