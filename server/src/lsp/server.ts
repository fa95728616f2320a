import type { Connection, InitializeParams } from "vscode-languageserver";
import { VERSION } from "../version.js";
import { capabilitiesFor } from "./capabilities.js";
import type { HeldMessages } from "./held-messages.js";
import type { ServerHost } from "./server-host.js";

/**
 * Serves a connection until the client ends it. Call `connection.listen()` afterwards. Only what answers `initialize` is
 * there at once; the rest is loaded right behind the answer, and `held`, which the connection was made with, has what
 * comes meanwhile wait for it.
 */
export function serve(connection: Connection, held: HeldMessages, load: () => Promise<ServerHost>): void {
  connection.onInitialize((params) => {
    held.until(started(connection, params, load));
    return {
      capabilities: capabilitiesFor(params),
      serverInfo: { name: "Trip Report", version: VERSION },
    };
  });
}

async function started(
  connection: Connection,
  params: InitializeParams,
  load: () => Promise<ServerHost>,
): Promise<void> {
  // Loading stops everything else: in the first turn the answer comes to the front of what is written, in the second it goes.
  for (let turns = 0; turns < 2; turns++) await new Promise((go) => setTimeout(go, 0));
  const [{ startServices }, host] = await Promise.all([import("./services.js"), load()]);
  await startServices(connection, params, host);
}
