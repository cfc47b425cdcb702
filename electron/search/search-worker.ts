import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { openDatabase } from '../library/database';
import { dutchWords } from './dutch/dutch-words';
import { createSearcher } from './search';
import { answerSearches, type SearchWorkerData } from './search-port';

/** Answers full rankings on a connection of its own, so that the library process goes on meanwhile. Started by `openSearchWorker`. */
const { path, resources } = workerData as SearchWorkerData;
const database = openDatabase(path);
// The system keeps the file's pages in memory already; the library's own connection has the larger share.
database.exec('PRAGMA query_only = ON; PRAGMA cache_size = -4096');
answerSearches(parentPort as unknown as MessagePort, createSearcher(database, { words: dutchWords(resources) }));
