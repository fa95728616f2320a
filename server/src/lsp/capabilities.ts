import {
  type ClientCapabilities,
  CodeActionKind,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { InitializationOptions } from "./protocol.js";
import { TOKEN_LEGEND } from "./token-types.js";

/** The name under which an editor can be told to settle all findings on saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.tripReport`;

/** What kinds of refactorings there are. */
export const REFACTOR_KINDS = ["refactor.move", "refactor.rewrite", "refactor.extract"] as const;

/** How the outline is registered. */
export const OUTLINE_OPTIONS = { label: "Trip Report" };

/** What opens the list of completions by itself where no word is being written: marks that something known may follow. */
const COMPLETION_TRIGGERS = [":", "#", "(", "@", "{", "/"];

/** Whether a client asks where a symbol stands only when it is chosen. */
export function asksForPlaces({ workspace }: ClientCapabilities): boolean {
  return workspace?.symbol?.resolveSupport?.properties.includes("location.range") === true;
}

/**
 * Whether the outline is registered, as opposed to said at the start: only for a client that wants it, for a registration comes
 * when what does the work is loaded, and not all wait for it.
 */
export function registersOutline({
  capabilities: { textDocument },
  initializationOptions,
}: Pick<InitializeParams, "capabilities" | "initializationOptions">): boolean {
  const options = (initializationOptions ?? {}) as InitializationOptions;
  return options.registersOutline === true && textDocument?.documentSymbol?.dynamicRegistration === true;
}

/** Whether a client asks for findings, as opposed to being told them. */
export function asksForFindings({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

/**
 * What the server can do for a client. It is data, so that it is said before anything that does it is loaded; a test
 * holds that each capability has its handler, and each handler its capability.
 */
export function capabilitiesFor(params: InitializeParams): ServerCapabilities {
  const { capabilities: client } = params;
  return {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspaceSymbolProvider: asksForPlaces(client) ? { resolveProvider: true } : true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    ...(registersOutline(params) ? {} : { documentSymbolProvider: OUTLINE_OPTIONS }),
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_LEGEND], tokenModifiers: [] },
      full: { delta: true },
      range: true,
    },
    ...(asksForFindings(client)
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    documentLinkProvider: { resolveProvider: true },
    completionProvider: { resolveProvider: true, triggerCharacters: COMPLETION_TRIGGERS },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, ...REFACTOR_KINDS, FIX_ALL],
      resolveProvider: true,
    },
    codeLensProvider: { resolveProvider: true },
    workspace: {
      fileOperations: { willRename: { filters: [{ pattern: { glob: "**" } }] } },
      // Said here, changes of folders need not be registered, which not every client that tells them can do.
      workspaceFolders: { supported: true, changeNotifications: true },
    },
  };
}
