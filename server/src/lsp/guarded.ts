import { type Connection, ErrorCodes, ResponseError } from "vscode-languageserver";

/** Runs the work of one request; what it throws is logged and answered as an error. */
export async function guarded<T>(connection: Connection, name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Meant for the client: the request was taken back, or asked for what cannot be.
    if (error instanceof ResponseError) throw error;
    connection.console.error(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    throw new ResponseError(ErrorCodes.InternalError, `${name} failed`);
  }
}
