import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  FullDocumentDiagnosticReport,
  Hover,
  MarkupContent,
  PublishDiagnosticsParams,
} from "vscode-languageserver";
import type {
  AgendaChangesAnswer,
  EditAnswer,
  OverviewAnswer,
  PrivatePlacesAnswer,
  PublicCopyAnswer,
  ReadAgendaAnswer,
  TemplateChoice,
} from "../../server/src/lsp/protocol.js";
import { KINDS } from "../../server/src/report/kind-table.js";
import { KNOWN_CODES, rules } from "../../server/src/rules/index.js";
import { Text } from "../../server/src/text/text.js";
import { NONSENSE, PseudoServer, plainWords, untranslated } from "../support/pseudo-server.js";

/** What is the same in every language besides the report's words: kinds, forms, audiences, ids, and what Markdown needs. */
const SAME = `${NONSENSE} ${KINDS.join(" ")} ${[...KNOWN_CODES].join(" ")} team company public container inline file trip md Day
  class span div button section table time`;

describe("what the server says in a pseudo-localised language", () => {
  let server: PseudoServer;
  let uri: string;
  beforeAll(async () => {
    server = await new PseudoServer({
      "file:///c/.tripreport.yaml":
        "audiences: [a b]\nrulez: {}\nrules:\n  no-such-rule: off\nterms:\n  - ''\n",
    }).start();
    uri = await server.open(NONSENSE);
  });
  afterAll(() => server.stop());

  /** Expects that nothing of the texts is in English, but for what is told of. */
  const isSaid = (texts: readonly (string | undefined)[], known = SAME) => {
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text = "") => plainWords(text, known))).toEqual([]);
  };
  const place = (needle: string, text = NONSENSE) => {
    const { line, column } = Text.of(text).positionAt(text.indexOf(needle));
    return { line, character: column };
  };
  const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

  it("is translated in the findings of every rule and in their fixes", async () => {
    const waivers =
      "# A\n\n<!-- trip-report-disable-next-line no-summary -->\n<!-- trip-report-disable credential -->\nx\n";
    const seen = new Set<string>();
    for (const text of [...rules.map(({ docs }) => docs.bad), waivers]) {
      const bad = await server.open(text, "rules");
      const { items } = await server.request<FullDocumentDiagnosticReport>("textDocument/diagnostic", {
        textDocument: { uri: bad },
      });
      for (const { code, message, relatedInformation = [] } of items) {
        seen.add(String(code));
        for (const told of [String(message), ...relatedInformation.map((related) => related.message)])
          expect(untranslated(told), `${code}: ${told}`).toBe("");
      }
      const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri: bad },
        range: whole,
        context: { diagnostics: [] },
      });
      for (const { title } of actions) expect(untranslated(title), title).toBe("");
    }
    expect([...KNOWN_CODES].filter((code) => !seen.has(code))).toEqual([]);
  });

  it("is translated in refactorings and in why they are refused", async () => {
    const titles = new Set<string>();
    for (const needle of ["### Drelm", "### Jandor", "Brenvol tarsk ["]) {
      const start = place(needle);
      const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range: { start, end: { ...start, character: start.character + 7 } },
        context: { diagnostics: [], only: ["refactor", "source.fixAll.tripReport"] },
      });
      for (const { title } of actions) titles.add(title);
    }
    expect(titles.size).toBeGreaterThan(5);
    isSaid([...titles]);
    for (const command of ["no-such-command", "redact-now", "change-audience", "add-speaker"]) {
      const answer = await server.request<EditAnswer>("tripReport/edit", {
        uri,
        version: 1,
        command,
        selections: [{ start: place("# Zorvex"), end: place("# Zorvex") }],
      });
      if (answer?.kind === "refused") expect(untranslated(answer.reason)).toBe("");
      else expect(command).not.toBe("no-such-command");
    }
  });

  it("is translated in hovers", async () => {
    const other = await server.open("# Solo\n\n%% qwelm\n", "w");
    const contents: string[] = [];
    for (const needle of [
      "### Drelm",
      "Ilvo Varnquist, P",
      "[internal",
      ":::internal",
      "<Redacted",
      "## Tuesday",
    ]) {
      const position = place(needle);
      const hover = await server.request<Hover | null>("textDocument/hover", {
        textDocument: { uri },
        position,
      });
      expect(hover, needle).not.toBeNull();
      contents.push((hover!.contents as MarkupContent).value);
    }
    const unclosed = await server.request<Hover | null>("textDocument/hover", {
      textDocument: { uri: other },
      position: { line: 2, character: 1 },
    });
    contents.push((unclosed!.contents as MarkupContent).value);
    isSaid(contents, `${SAME} obsidian Solo`);
  });

  it("is translated in code lenses, folds and the outline", async () => {
    const lenses = await server.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
    const resolved = await Promise.all(
      lenses.map((lens) => server.request<CodeLens>("codeLens/resolve", lens)),
    );
    expect(resolved.length).toBeGreaterThan(1);
    isSaid(resolved.map(({ command }) => command?.title));
    const folds = await server.request<FoldingRange[]>("textDocument/foldingRange", {
      textDocument: { uri },
    });
    isSaid(folds.flatMap(({ collapsedText }) => collapsedText ?? []));
    const symbols = await server.request<DocumentSymbol[]>("textDocument/documentSymbol", {
      textDocument: { uri },
    });
    const names = (nodes: readonly DocumentSymbol[]): string[] =>
      nodes.flatMap(({ name, detail = "", children = [] }) => [name, detail, ...names(children)]);
    isSaid(names(symbols));
    expect(names(symbols).some((name) => name.startsWith("⟦"))).toBe(true);
  });

  it("is translated in what completion tells of its items", async () => {
    const details: string[] = [];
    const explained: string[] = [];
    const same = [SAME, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"];
    for (const text of [
      "---\n\n---\n",
      "---\ntype: trip-report\ndates: \n---\n",
      "---\naudience: \n---\n",
      `${NONSENSE}\n## `,
      `${NONSENSE}\n[`,
      `${NONSENSE}\n\n# A {`,
    ]) {
      const report = await server.open(text, "completion");
      const lines = text.split("\n");
      const line = text.startsWith(NONSENSE)
        ? lines.length - 1
        : /^\s*$/.test(lines[1]!)
          ? 1
          : lines.findIndex((one) => one.endsWith(": "));
      const list = await server.request<CompletionList>("textDocument/completion", {
        textDocument: { uri: report },
        position: { line, character: lines[line]!.length },
      });
      expect(list.items.length, text).toBeGreaterThan(0);
      for (const item of list.items) {
        const { documentation } = await server.request<CompletionItem>("completionItem/resolve", item);
        details.push(item.detail ?? "");
        same.push(item.label, item.textEdit?.newText ?? "");
        if (documentation) explained.push((documentation as MarkupContent).value);
      }
    }
    expect(explained.length).toBeGreaterThan(10);
    for (const text of explained) expect(text).toMatch(/^⟦/);
    isSaid(explained);
    isSaid(details, same.join(" "));
    expect(details.filter((detail) => detail.includes("⟦")).length).toBeGreaterThan(10);
  });

  it("is translated in the overviews and the views", async () => {
    const one = await server.request<OverviewAnswer>("tripReport/overview", { uri });
    const all = await server.request<OverviewAnswer>("tripReport/overview", {});
    const shown = [one, all].flatMap((answer) => [answer!.text, answer!.html.replace(/<[^>]*>/g, " ")]);
    const labels = [one, all].flatMap((answer) =>
      [...answer!.html.matchAll(/(?:aria-label|title)="([^"]*)"/g)].map(([, label]) => label),
    );
    isSaid([...shown.slice(0, 2), ...labels]);
    for (const text of shown)
      expect(untranslated(text)).not.toMatch(/\b(?:Reports|Sections|Words|Speakers?|Kind|open|internal)\b/);
    const suspicious = await server.open(
      "# Qampo\n\nOff the record, two of their engineers are about to quit.\n",
    );
    const places = await server.request<PrivatePlacesAnswer>("tripReport/privatePlaces", { uri: suspicious });
    const why = places?.flatMap((found) => found.why ?? []) ?? [];
    expect(why.length).toBeGreaterThan(0);
    for (const text of why) expect(untranslated(text)).toBe("");
  });

  it("is translated in the templates of new reports", async () => {
    const templates = await server.request<readonly TemplateChoice[]>("tripReport/templates", {});
    expect(templates.length).toBeGreaterThan(3);
    for (const { title, summary } of templates) expect(untranslated(title + summary)).toBe("");
  });

  it("is translated where a copy or an agenda is refused", async () => {
    const open = await server.open("# Qampo\n\n:::internal\nx\n");
    const copy = await server.request<PublicCopyAnswer>("tripReport/publicCopy", { uri: open, format: "md" });
    expect(copy?.kind).toBe("refused");
    const reasons = copy?.kind === "refused" ? copy.reasons.map(({ message }) => message) : [];
    for (const reason of reasons) expect(untranslated(reason)).toBe("");
    for (const content of ["[{", "<schedule", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", '{"schedule": 7}']) {
      const fileName = content.startsWith("<") ? "a.xml" : content.startsWith("B") ? "a.ics" : "a.json";
      const read = await server.request<ReadAgendaAnswer>("tripReport/readAgenda", { content, fileName });
      expect(read.kind, content).toBe("broken");
      if (read.kind === "broken") expect(untranslated(read.reason)).toBe("");
    }
  });

  it("is translated in what an agenda changes", async () => {
    const agenda = (title: string, room: string, hour: string) =>
      [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "UID:a1",
        `DTSTART:20240514T${hour}0000`,
        `SUMMARY:${title}`,
        `LOCATION:${room}`,
        "END:VEVENT",
        "BEGIN:VEVENT",
        `UID:${title}`,
        "DTSTART:20240514T180000",
        "SUMMARY:Vusk",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
      ].join("\r\n");
    const content = agenda("Brenvol", "Plonk", "09");
    const made = await server.request<{ kind: string; text?: string }>("tripReport/importAgenda", {
      content,
      fileName: "a.ics",
      chosen: ["a1", "Brenvol"],
    });
    const report = await server.open(made.text ?? "");
    const answer = await server.request<AgendaChangesAnswer>("tripReport/agendaChanges", {
      uri: report,
      content: agenda("Drelm", "Quast", "11"),
      fileName: "a.ics",
    });
    const changes = answer?.kind === "changes" ? answer.changes : [];
    expect(changes.length).toBeGreaterThan(3);
    for (const { message, fix } of changes)
      expect([untranslated(message), untranslated(fix)]).toEqual(["", ""]);
  });

  it("is translated in the configuration's problems, but for what a library says of values", async () => {
    const told = new Promise<PublishDiagnosticsParams>((resolve) =>
      server.on<PublishDiagnosticsParams>("textDocument/publishDiagnostics", (params) => {
        if (params.uri.endsWith(".tripreport.yaml")) resolve(params);
      }),
    );
    await server.open("# A\n", "c");
    const messages = (await told).diagnostics.map(({ message }) => String(message));
    // Names of keys stand before what is wrong with their values.
    const ours = messages.filter((message) => message.includes("⟦"));
    expect(ours.length).toBeGreaterThan(2);
    for (const message of ours) expect(untranslated(message), message).toMatch(/^(?:[\w.]+: )?$/);
  });
});
