import { type CancellationToken, SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import type { FoundSymbol } from "../../index/report-index.js";
import { asksForPlaces } from "../capabilities.js";
import type { Feature } from "../feature.js";
import { placeToRange, SYMBOL_KINDS } from "../to-protocol.js";
import { refuseCancelled } from "../turns.js";

/** More than anybody looks through: the next letter typed makes another query. */
const MOST = 2000;
/** How long a query of which nothing is found waits, in milliseconds, for reports that are still being read, */
const PATIENCE_MS = 300;
/** and how often it looks whether there is something meanwhile. */
const LOOK_EVERY_MS = 25;

/** Sessions, speakers and reports of the whole workspace by name. */
export const workspaceSymbols: Feature = ({ connection, client, indexer, answerAll }) => {
  const lazily = asksForPlaces(client);
  /** Resolves when all reports are known; none where they were when somebody asked last. */
  let reading: Promise<void> | undefined;
  const find = async (query: string, token: CancellationToken) => {
    // As somebody waits now, reading goes on without regard to others.
    reading ??= indexer.known().then(() => {
      reading = undefined;
    });
    for (let ms = 0; ; ms += LOOK_EVERY_MS) {
      // As it is before looking: what comes meanwhile is not to be missed.
      const known = reading;
      const found = (await indexer.current()).symbols(query, MOST);
      if (found.length > 0 || !known || ms >= PATIENCE_MS) return found;
      await Promise.race([known, rest(LOOK_EVERY_MS)]);
      refuseCancelled(token);
    }
  };
  connection.onWorkspaceSymbol(({ query }, token) =>
    answerAll<WorkspaceSymbol[]>("workspace symbols", async () =>
      (await find(query, token)).map((symbol) => toSymbol(symbol, lazily)),
    ),
  );
  if (!lazily) return;
  connection.onWorkspaceSymbolResolve((symbol) =>
    answerAll("workspace symbol", async () => {
      const { what, place } = symbol.data as { readonly what: FoundSymbol["what"]; readonly place: number };
      const index = await indexer.current();
      const at = index.placeOf({ uri: symbol.location.uri, what, name: symbol.name, index: place });
      return at ? { ...symbol, location: { uri: symbol.location.uri, range: placeToRange(at) } } : symbol;
    }),
  );
};

function toSymbol(
  { what, kind, name, container, uri, at, index }: FoundSymbol,
  lazily: boolean,
): WorkspaceSymbol {
  const symbolKind =
    what === "person" ? SymbolKind.Object : what === "report" ? SymbolKind.File : SYMBOL_KINDS[kind];
  return {
    name,
    kind: symbolKind,
    ...(container === undefined ? {} : { containerName: container }),
    ...(lazily
      ? { location: { uri }, data: { what, place: index } }
      : { location: { uri, range: placeToRange(at) } }),
  };
}

function rest(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
