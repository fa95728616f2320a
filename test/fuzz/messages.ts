import fc from "fast-check";
import { arbitraryInsert } from "../support/arbitrary-report.js";

/** What the server answers, and what it does not know. */
export const METHODS = [
  ...[
    "hover",
    "completion",
    "documentSymbol",
    "foldingRange",
    "codeAction",
    "codeLens",
    "definition",
    "references",
  ],
  ...[
    "rename",
    "prepareRename",
    "documentHighlight",
    "documentLink",
    "selectionRange",
    "semanticTokens/full",
  ],
  ...[
    "semanticTokens/range",
    "semanticTokens/full/delta",
    "diagnostic",
    "onTypeFormatting",
    "formatting",
    "linkedEditingRange",
  ],
].map((name) => `textDocument/${name}`);
const WORKSPACE = [
  ...["workspace/symbol", "workspace/diagnostic", "workspace/executeCommand", "workspace/willRenameFiles"],
  ...[
    "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
  ],
  ...[
    "codeAction/resolve",
    "completionItem/resolve",
    "codeLens/resolve",
    "documentLink/resolve",
    "workspaceSymbol/resolve",
  ],
  ...[
    "initialize",
    "window/workDoneProgress/cancel",
    "$/setTrace",
    "$/unknown",
    "unknown",
    "__proto__",
    "constructor",
    "",
  ],
];
const OWN = [
  ...[
    "acceptAgenda",
    "agendaChanges",
    "checkDates",
    "decorations",
    "edit",
    "findSessions",
    "followUpGroups",
    "followUps",
  ],
  ...[
    "headingAnchor",
    "importAgenda",
    "internalFolds",
    "newReport",
    "nextPlace",
    "overview",
    "place",
    "privatePlaces",
  ],
  ...[
    "privateReports",
    "publicCopy",
    "readAgenda",
    "recognition",
    "sessionAt",
    "sessionGroups",
    "sessions",
    "takesLink",
  ],
  ...["templates", "tidyNotes"],
].map((name) => `tripReport/${name}`);

export const method = fc.constantFrom(...METHODS, ...WORKSPACE, ...OWN);

const number = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 12 }) },
  fc.constantFrom(-1, 1e9, 2 ** 31, 2 ** 53, 1e308, 0.5, -1e308),
);
const junk = fc.oneof(
  fc.constantFrom(
    null,
    true,
    "",
    "x",
    [],
    {},
    [null],
    "file:///",
    "http://[",
    "\u0000",
    "../../../etc/passwd",
  ),
  number,
  fc.string({ unit: "binary", maxLength: 8 }),
);
const position = fc.oneof({ weight: 8, arbitrary: fc.record({ line: number, character: number }) }, junk);
const range = fc.oneof({ weight: 8, arbitrary: fc.record({ start: position, end: position }) }, junk);
const uri = fc.oneof(
  fc.constantFrom(
    "file:///nowhere/a.trip.md",
    "untitled:a",
    "a b",
    "file://%zz",
    "vscode-notebook-cell:x#1",
    "file:///C:/a.md",
  ),
  junk,
);

/** Parameters of any request: those it takes, with values that are right, wrong, or of no type it knows. */
export const params = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record(
      {
        textDocument: fc.oneof(fc.record({ uri }), junk),
        position,
        range,
        positions: fc.oneof(fc.array(position, { maxLength: 3 }), junk),
        selections: fc.oneof(fc.array(range, { maxLength: 3 }), junk),
        ranges: fc.oneof(fc.array(range, { maxLength: 3 }), junk),
        context: fc.oneof(
          fc.record({ diagnostics: junk, includeDeclaration: junk, only: junk, triggerKind: junk }),
          junk,
        ),
        newName: junk,
        query: junk,
        command: junk,
        arguments: junk,
        previousResultId: junk,
        previousResultIds: junk,
        identifier: junk,
        settings: junk,
        changes: fc.oneof(fc.array(fc.record({ uri, type: junk }), { maxLength: 2 }), junk),
        event: junk,
        files: fc.oneof(fc.array(fc.record({ oldUri: uri, newUri: uri }), { maxLength: 2 }), junk),
        options: junk,
        ch: junk,
        data: junk,
        uri,
        audience: junk,
        format: junk,
        content: junk,
        template: junk,
        kind: junk,
        label: junk,
        id: junk,
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 2, arbitrary: junk },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** Changes of a document, whose ranges it may not have. */
export const textChange = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc.record({
            range: fc.record({
              start: fc.record({ line: number, character: number }),
              end: fc.record({ line: number, character: number }),
            }),
            text: arbitraryInsert,
          }),
        },
        { weight: 2, arbitrary: fc.record({ text: arbitraryInsert }) },
        fc.record({ range, text: junk }, { requiredKeys: [] }),
      ),
      { maxLength: 3 },
    ),
  },
  junk,
);

/** Bodies that are no messages. */
export const garbage = fc.oneof(
  fc.constantFrom(
    "",
    "{",
    "[]",
    "[[]]",
    "null",
    "42",
    '"x"',
    "{}",
    '{"jsonrpc":"2.0"}',
    '{"id":[]}',
    '{"jsonrpc":"1.0","method":3}',
  ),
  fc.constantFrom(
    '{"jsonrpc":"2.0","id":{},"method":"textDocument/hover"}',
    '{"jsonrpc":"2.0","id":99999,"result":1}',
    '{"jsonrpc":"2.0","method":"x","params":7}',
  ),
  fc.constantFrom("[".repeat(20_000), `{"a":${'{"a":'.repeat(5000)}1`, '{"__proto__":{"method":"exit"}}'),
  fc.string({ unit: "binary", maxLength: 30 }),
);

/** Bytes behind which nothing can be told to be a message: headers that are none, and messages that are cut off. */
export const brokenStream = fc.oneof(
  fc
    .constantFrom("-1", "-0", "1e3", "NaN", "", " ", "0x2", "2,2", "1.5", "9".repeat(30), "٣")
    .map((length) => `Content-Length: ${length}\r\n\r\n{}`),
  fc.constantFrom(
    "\r\n\r\n",
    "Content-Type: x\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
  ),
  fc
    .string({ unit: "binary", minLength: 1, maxLength: 30 })
    .map((text) => `${text}\nContent-Length: 2\r\n\r\n{}`),
  fc.nat({ max: 9000 }).map((length) => `a:${"b".repeat(length)}`),
  fc.nat({ max: 100_000 }).map((length) => `Content-Length: ${length + 3}\r\n\r\n{}`),
  fc.constantFrom("Content", "Content-Length: 5", "Content-Length: 5\r\n", "Content-Length: 5\r\n\r"),
);
