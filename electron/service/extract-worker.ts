import { serveExtraction } from '../documents/serve-extraction';
import { analyseDocument } from '../search/analyse-document';
import { createDutchAnalyser } from '../search/dutch/dutch-words';
import type { PreparedDocument } from './prepared-document';

const analyser = createDutchAnalyser();

serveExtraction((document): PreparedDocument => {
  const { pages: _pages, headings: _headings, ...about } = document;
  return { document: about, analysed: analyseDocument(document, analyser) };
});
