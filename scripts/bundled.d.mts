export declare function bundled(entry: string, name: string, external?: readonly string[]): Promise<unknown>;
