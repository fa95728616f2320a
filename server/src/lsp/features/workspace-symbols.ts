import { SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import type { FoundSymbol } from "../../index/report-index.js";
import { asksForPlaces } from "../capabilities.js";
import type { Feature } from "../feature.js";
import { placeToRange, SYMBOL_KINDS } from "../to-protocol.js";

/** More than anybody looks through: the next letter typed makes another query. */
const MOST = 2000;
/** How long a first query waits, in milliseconds, for reports that are still being read. */
const PATIENCE_MS = 300;

/** Sessions, speakers and reports of the whole workspace by name. */
export const workspaceSymbols: Feature = ({ connection, client, indexer, answerAll }) => {
  const lazily = asksForPlaces(client);
  /** The wait of the first query; while there still is something to read, later ones do not wait anew. */
  let patience: Promise<unknown> | undefined;
  const wait = () => {
    if (patience) return patience;
    const known = indexer.known();
    patience = Promise.race([known, rest(PATIENCE_MS)]);
    void known.then(() => {
      patience = undefined;
    });
    return patience;
  };
  connection.onWorkspaceSymbol(({ query }) =>
    answerAll<WorkspaceSymbol[]>("workspace symbols", async () => {
      await wait();
      const index = await indexer.current();
      return index.symbols(query, MOST).map((symbol) => toSymbol(symbol, lazily));
    }),
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
