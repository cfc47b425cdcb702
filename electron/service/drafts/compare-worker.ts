import { parentPort, workerData } from 'node:worker_threads';
import { compareTexts } from '../../../shared/text/compare-texts';

const { before, after } = workerData as { readonly before: string; readonly after: string };

parentPort?.postMessage(compareTexts(before, after));
