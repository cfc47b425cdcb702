import type { DocumentText } from './document-text';
export interface ExtractorPoolOptions {
  readonly workers: number;
  /** The built `extract-worker.js`. */
  readonly entry: string;
  readonly timeLimitMs: number;
  readonly memoryLimitMb: number;
}
export interface ExtractorPool {
  extract(source: Uint8Array | string, name: string, signal?: AbortSignal): Promise<DocumentText>;
  close(): Promise<void>;
}
export declare function createExtractorPool(options: ExtractorPoolOptions): ExtractorPool;
