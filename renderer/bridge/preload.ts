/** What the preload script gives the window. Only this folder may touch it. */
export interface PreloadApi {
  request(name: string, input: unknown): Promise<unknown>;
  listen(receive: (name: string, payload: unknown) => void): void;
  pathOfFile(file: File): string;
}

declare global {
  interface Window {
    readonly raakvlak: PreloadApi;
  }
}
