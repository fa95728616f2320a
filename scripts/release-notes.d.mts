/** What a changelog says of a version, without its heading; undefined where it says nothing. */
export function releaseNotes(changelog: string, version: string): string | undefined;
