import { serveExtraction } from './serve-extraction';

serveExtraction((document) => document);
