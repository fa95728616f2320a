import { PassThrough } from "node:stream";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { createConnection, type InitializeResult, type ServerCapabilities } from "vscode-languageserver/node";
import english from "../../l10n/server.l10n.json" with { type: "json" };
import { readAgenda } from "../../server/src/agenda/read.js";
import { findCredentials } from "../../server/src/credentials/find.js";
import { HeldMessages } from "../../server/src/lsp/held-messages.js";
import { serve } from "../../server/src/lsp/server.js";
import { NO_FILES } from "../../server/src/workspace/files.js";
import { pseudoBundle } from "./check-translation.js";

/** A report in words of no language, so that what is not its own stands out. */
export const NONSENSE = `---
type: trip-report
event: Zorvex Qampo
dates: 2024-05-14/2024-05-15
audience: team
authors: Ilvo Varnquist
---

# Zorvex Qampo

## Tuesday

### 9:00 Keynote: Brenvol tarsk (Ilvo Varnquist, Pelvix Grid)

Brenvol tarsk [internal company: qwelm drovn].

:::internal
Vexil hornt.
:::

<Redacted comments>

- [ ] Action: morvik telsan @ilvo

### Drelm sovik

Speaker: Ilvo Varnquist (Pelvix Grid)

- hulvex

### Jandor mivel

## Wednesday

### 10:00 Parvel tinok (Ilvo Varnquist)

Parvel.
`;

const CAPABILITIES = {
  textDocument: {
    diagnostic: {},
    codeAction: { resolveSupport: { properties: ["edit"] }, dataSupport: true },
    foldingRange: { foldingRange: { collapsedText: true } },
    completion: { completionItem: { snippetSupport: true } },
  },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
};

/** A server in this process whose language is pseudo-localised English, as a client that asked for it sees it. */
export class PseudoServer {
  private readonly connection;
  private opened = 0;

  constructor(private readonly files: Readonly<Record<string, string>> = {}) {
    const held = new HeldMessages();
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), {
      messageStrategy: held,
    });
    serve(server, held, async () => ({
      files: { ...NO_FILES, read: async (uri) => this.files[uri] },
      languages: { "en-x-pseudo": async () => pseudoBundle(english) },
      credentials: findCredentials,
      agendas: async () => ({ readAgenda }),
    }));
    server.listen();
    this.connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.listen();
  }

  /** What the server says that it can do, once it was started. */
  capabilities: ServerCapabilities = {};

  async start(capabilities: object = CAPABILITIES): Promise<this> {
    const params = { processId: null, rootUri: null, capabilities, locale: "en-x-pseudo" };
    const answer = await this.connection.sendRequest<InitializeResult>("initialize", {
      ...params,
      initializationOptions: { outline: { showMarkers: true }, codeLens: { enabled: true } },
    });
    this.capabilities = answer.capabilities;
    await this.connection.sendNotification("initialized", {});
    return this;
  }

  /** Opens a report under a name of its own and answers its URI. */
  async open(text: string, folder = "w"): Promise<string> {
    const uri = `file:///${folder}/${++this.opened}.trip.md`;
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "trip-report", version: 1, text },
    });
    return uri;
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  /** Has `listener` called with each notification of a method. */
  on<T>(method: string, listener: (params: T) => void): void {
    this.connection.onNotification(method, listener);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    this.connection.dispose();
  }
}

/** What of a text did not come from the pseudo-localised bundle: what is left without the stretches in brackets. */
export function untranslated(text: string): string {
  let rest = text;
  // Messages stand in messages: the innermost go first.
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, "");
  }
  return rest;
}

/** The words of a text that neither the bundle nor what is told of has. */
export function plainWords(text: string, known: string): readonly string[] {
  const there = new Set(wordsOf(known));
  return wordsOf(untranslated(text)).filter((word) => !there.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}{2,}/gu) ?? [];
}
