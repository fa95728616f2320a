export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}
export function processes(): Process[];
export function languageServers(extensionHost: number): number[];
