import { serveExtraction } from '../documents/serve-extraction';
import { analyseDocument } from '../search/analyse-document';
import { createAnalyser } from '../search/dutch/analyse';
import type { PreparedDocument } from './prepared-document';

const analyser = createAnalyser();

serveExtraction((document): PreparedDocument => {
  const { pages: _pages, headings: _headings, ...about } = document;
  return { document: about, analysed: analyseDocument(document, analyser) };
});
