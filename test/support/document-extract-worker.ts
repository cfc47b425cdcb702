import { serveExtraction } from '../../electron/documents/serve-extraction';

serveExtraction(() => (document) => document);
