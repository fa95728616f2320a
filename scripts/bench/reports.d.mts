export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export function reportOf(size: number, name?: string): string;

export function writeReports(folder: string, count: number): void;

export function headingOf(n: number): string;

export const places: Readonly<Record<string, (text: string) => () => Edit>>;
