import { describe, expect, it } from "vitest";
import * as protocol from "vscode-languageserver";
import { PseudoServer } from "../support/pseudo-server.js";

/** The requests that a capability promises an answer to. Source: the protocol's specification, 3.18. */
const REQUESTS: Readonly<Record<string, readonly string[]>> = {
  workspaceSymbolProvider: ["workspace/symbol"],
  "workspaceSymbolProvider.resolveProvider": ["workspaceSymbol/resolve"],
  definitionProvider: ["textDocument/definition"],
  referencesProvider: ["textDocument/references"],
  documentHighlightProvider: ["textDocument/documentHighlight"],
  renameProvider: ["textDocument/rename"],
  foldingRangeProvider: ["textDocument/foldingRange"],
  selectionRangeProvider: ["textDocument/selectionRange"],
  hoverProvider: ["textDocument/hover"],
  "semanticTokensProvider.full": ["textDocument/semanticTokens/full"],
  "semanticTokensProvider.full.delta": ["textDocument/semanticTokens/full/delta"],
  "semanticTokensProvider.range": ["textDocument/semanticTokens/range"],
  diagnosticProvider: ["textDocument/diagnostic"],
  "diagnosticProvider.workspaceDiagnostics": ["workspace/diagnostic"],
  "documentLinkProvider.resolveProvider": ["textDocument/documentLink", "documentLink/resolve"],
  "completionProvider.resolveProvider": ["textDocument/completion", "completionItem/resolve"],
  "codeActionProvider.resolveProvider": ["textDocument/codeAction", "codeAction/resolve"],
  "codeLensProvider.resolveProvider": ["textDocument/codeLens", "codeLens/resolve"],
  "workspace.fileOperations.willRename": ["workspace/willRenameFiles"],
};

/** Answered whatever is said: the outline may be registered later, and older clients do not say that they ask first. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  documentSymbolProvider: ["textDocument/documentSymbol"],
  "renameProvider.prepareProvider": ["textDocument/prepareRename"],
};

/** Every request of the protocol that a client can send at any time, as the library knows them. */
const ALL = Object.values(protocol as Readonly<Record<string, unknown>>).flatMap((one) =>
  isRequest(one) && !/^(?:initialize|shutdown)$/.test(one.method) ? [one.method] : [],
);

function isRequest(value: unknown): value is { readonly method: string } {
  const { method, type, messageDirection } = Object(value) as Readonly<Record<string, unknown>>;
  return (
    typeof method === "string" &&
    messageDirection === protocol.MessageDirection.clientToServer &&
    /^ProtocolRequestType/.test(type?.constructor.name ?? "")
  );
}

/** What no request belongs to. */
const OTHERS = ["positionEncoding", "textDocumentSync", "workspace"];

const CLIENTS: readonly (readonly [string, object])[] = [
  ["that can do nothing", {}],
  [
    "that can do much",
    {
      textDocument: {
        diagnostic: {},
        rename: { prepareSupport: true },
        documentSymbol: { dynamicRegistration: true },
      },
      workspace: { symbol: { resolveSupport: { properties: ["location.range"] } } },
    },
  ],
];

describe.each(CLIENTS)("what the server says to a client %s", (_, client) => {
  it("is what it answers, and nothing else", async () => {
    const server = await new PseudoServer().start(client);
    const uri = await server.open("# A\n");
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const params = {
      textDocument: { uri },
      position: range.start,
      positions: [range.start],
      range,
      context: { diagnostics: [] },
      query: "a",
      files: [],
      newName: "b",
      previousResultIds: [],
      location: { uri },
    };
    const isAnswered = (method: string) =>
      server.request(method, params).then(
        () => true,
        (error: unknown) =>
          !(error instanceof protocol.ResponseError && error.code === protocol.ErrorCodes.MethodNotFound),
      );
    for (const [key, methods] of Object.entries(REQUESTS)) {
      const said = key
        .split(".")
        .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], {
          ...server.capabilities,
        });
      for (const method of methods)
        expect([method, await isAnswered(method)]).toEqual([method, said !== undefined]);
    }
    for (const method of Object.values(ALWAYS).flat())
      expect([method, await isAnswered(method)]).toEqual([method, true]);
    const promised = new Set([REQUESTS, ALWAYS].flatMap((table) => Object.values(table).flat()));
    const others = ALL.filter((method) => !promised.has(method));
    expect(others).toContain("textDocument/colorPresentation");
    for (const method of others)
      expect(
        [method, await isAnswered(method)],
        "a capability and a line in REQUESTS go with a handler",
      ).toEqual([method, false]);
    const known = new Set(
      [...OTHERS, ...Object.keys(REQUESTS), ...Object.keys(ALWAYS)].map((key) => key.split(".")[0]),
    );
    const unknown = Object.keys(server.capabilities).filter((key) => !known.has(key));
    expect(unknown, "lines in REQUESTS, with what they promise").toEqual([]);
    await server.stop();
  });
});
