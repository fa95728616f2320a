import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  AcceptAgendaAnswer,
  AgendaChangesAnswer,
  ImportAgendaAnswer,
  ReadAgendaAnswer,
} from "../../server/src/lsp/protocol.js";
import { Text } from "../../server/src/text/text.js";
import { ServerProcess } from "../lsp/client.js";

const uri = "file:///reports/a.trip.md";
const content = JSON.stringify([
  {
    groupName: "All",
    sessions: [
      { id: 1, title: "Ten winters", startsAt: "2024-05-14T09:00:00", speakers: [{ name: "Ilse Varnholt" }] },
      { id: 2, title: "Cutting the tail", startsAt: "2024-05-15T10:00:00", speakers: [] },
      { title: "Without an id" },
    ],
  },
]);
const REPORT =
  '# Trip report\n\n## Tuesday\n\n### 8:30 Ten winters (Ilse Varnholt) {session="1"}\n\nNotes.\n';

/** A text after edits as the protocol has them, which hold for the text before all of them. */
function edited(text: string, answer: ImportAgendaAnswer | AcceptAgendaAnswer): string {
  if (answer.kind !== "edits") return answer.kind;
  const lines = Text.of(text);
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.offsetAt({ line, column: character });
  return [...answer.edits]
    .reverse()
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (done, { range, newText }) =>
        done.slice(0, offset(range.start)) + newText + done.slice(offset(range.end)),
      text,
    );
}

describe("agendas over the protocol", () => {
  let server: ServerProcess;
  beforeEach(async () => {
    server = new ServerProcess();
    await server.initialize();
    await server.open(uri, REPORT);
  });
  afterEach(async () => {
    expect(await server.stop()).toBe(0);
  });

  it("are read, to choose from", async () => {
    const answer = await server.request<ReadAgendaAnswer>("tripReport/readAgenda", { content });
    expect(answer).toEqual({
      kind: "agenda",
      sessions: [
        {
          id: "1",
          title: "Ten winters",
          kind: "breakout",
          day: "2024-05-14",
          start: "09:00",
          speakers: ["Ilse Varnholt"],
        },
        {
          id: "2",
          title: "Cutting the tail",
          kind: "breakout",
          day: "2024-05-15",
          start: "10:00",
          speakers: [],
        },
      ],
      problems: ["session 3: id is missing or not as Sessionize has it"],
    });
    const broken = { content: content.slice(0, 30), fileName: "a.json" };
    expect(await server.request("tripReport/readAgenda", broken)).toEqual({
      kind: "broken",
      reason: "the JSON is not well-formed: it ends too early",
    });
    expect(await server.request("tripReport/readAgenda", { content: "notes" })).toEqual({ kind: "none" });
  });

  it("become a new report, or edits of one", async () => {
    const report = await server.request<ImportAgendaAnswer>("tripReport/importAgenda", {
      content,
      chosen: ["2"],
    });
    expect(report).toEqual({
      kind: "report",
      text: '---\ntype: trip-report\ntitle: Trip report\ndates: 2024-05-14/2024-05-15\naudience: team\n---\n\n# Trip report\n\n## Wednesday, 2024-05-15\n\n### 10:00 Cutting the tail {.breakout session="2"}\n',
    });
    const edits = await server.request<ImportAgendaAnswer>("tripReport/importAgenda", {
      content,
      chosen: ["1", "2"],
      uri,
    });
    expect(edited(REPORT, edits)).toBe(
      `${REPORT}\n## Wednesday, 2024-05-15\n\n### 10:00 Cutting the tail {.breakout session="2"}\n`,
    );
    const plain = "file:///reports/b.txt";
    await server.open(plain, "Keynote\n\nNotes.\n");
    expect(
      await server.request("tripReport/importAgenda", { content, chosen: ["1"], uri: plain }),
    ).toMatchObject({ kind: "refused", reason: expect.stringContaining("plain text") });
  });

  it("are compared with a report, and accepted", async () => {
    const answer = await server.request<AgendaChangesAnswer>("tripReport/agendaChanges", { content, uri });
    expect(answer).toMatchObject({
      kind: "changes",
      version: 1,
      known: 1,
      changes: [
        {
          kind: "time",
          id: "1",
          message: "The agenda has it at 09:00, not 08:30",
          range: { start: { line: 4, character: 0 } },
        },
        { kind: "added", id: "2" },
      ],
    });
    const accepted = await server.request<AcceptAgendaAnswer>("tripReport/acceptAgenda", {
      content,
      uri,
      added: false,
    });
    expect(edited(REPORT, accepted)).toBe(REPORT.replace("8:30", "9:00"));
  });
});
