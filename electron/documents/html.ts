export declare function documentHtml(bytes: Uint8Array, name: string): Promise<string>;
