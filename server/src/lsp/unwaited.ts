import type { Connection } from "vscode-languageserver";

/** Lets a request to the client run by itself. A client may refuse it: that is logged and has no other effect. */
export function unwaited(connection: Connection, name: string, request: Promise<unknown>): void {
  request.catch((error: unknown) => connection.console.error(`${name}: ${String(error)}`));
}
