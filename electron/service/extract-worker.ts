import { serveExtraction } from '../documents/serve-extraction';
import { analyseDocument } from '../search/analyse-document';
import { createAnalyser } from '../search/dutch/analyse';
import { dutchWords } from '../search/dutch/dutch-words';
import type { PreparedDocument } from './prepared-document';

serveExtraction(({ resources }: { resources: string }) => {
  const analyser = createAnalyser(dutchWords(resources).split);
  return (document): PreparedDocument => {
    const { pages: _pages, headings: _headings, ...about } = document;
    return { document: about, analysed: analyseDocument(document, analyser) };
  };
});
