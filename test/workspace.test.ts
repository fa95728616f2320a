import { describe, expect, it } from "vitest";
import { Analyser } from "../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../server/src/config.js";
import { decode, NotText } from "../server/src/workspace/decode.js";
import { formatOf, isReport } from "../server/src/workspace/report-files.js";
import { ReportStore } from "../server/src/workspace/report-store.js";

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("decoding a file", () => {
  it("reads UTF-8 and keeps its byte order mark", () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61)).text).toBe("\ufeffa");
  });
  it("reads UTF-16 of both orders", () => {
    expect(decode(bytes(0xff, 0xfe, 0x61, 0)).text).toBe("\ufeffa");
    expect(decode(bytes(0xfe, 0xff, 0, 0x61)).text).toBe("\ufeffa");
  });
  it("refuses binary files", () =>
    expect(() => decode(bytes(0x50, 0x4b, 0, 1))).toThrow("is a binary file, not a text"));
  it("says where UTF-8 is broken", () => {
    expect(() => decode(bytes(0x61, 0xc3, 0x28))).toThrow(NotText);
    expect(() => decode(bytes(0x61, 0x62, 0xff, 0x61))).toThrow("first at byte 2");
  });
});

describe("which files are reports", () => {
  it("by name", () => {
    expect(isReport("a/b.trip.md", () => "")).toBe(true);
    expect(isReport("b.tripreport.md", () => "")).toBe(true);
    expect(isReport("b.txt", () => "---\ntype: trip-report\n---")).toBe(false);
  });
  it("by front matter", () => {
    expect(isReport("b.md", () => "---\ntitle: x\ntype: trip-report\n---\n")).toBe(true);
    expect(isReport("b.md", () => "\ufeff---\r\ntype: trip-report\r\n---\r\n")).toBe(true);
    expect(isReport("b.md", () => "---\ntype: post\n---\n")).toBe(false);
    expect(isReport("b.md", () => "type: trip-report")).toBe(false);
  });
  it("and how they are written", () => {
    expect([formatOf("a.trip.md"), formatOf("a.markdown"), formatOf("notes.txt"), formatOf("notes")]).toEqual(
      ["markdown", "markdown", "plain-text", "plain-text"],
    );
  });
});

describe("the report store", () => {
  const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
  const store = () => new ReportStore();
  const edit =
    (from: number, to: number, insert: string) => (text: import("../server/src/text/text.js").Text) => ({
      text: text.replace({ from, to, insert }),
      edits: [{ from, to, insert }],
    });

  it("analyses the newest version only, all edits since the last analysis taken together", () => {
    const reports = store();
    reports.open("u", 1, "# A\n\n## B\n", "markdown");
    reports.get("u")!.analysis(analyser);
    reports.change("u", 2, edit(8, 9, "C"));
    reports.change("u", 3, edit(9, 9, "D"));
    expect(reports.get("u")!.analysis(analyser).report.sections[0]?.title).toBe("CD");
    expect(reports.get("u")!.version).toBe(3);
  });
  it("answers the same analysis until the next change", () => {
    const reports = store();
    reports.open("u", 1, "a", "markdown");
    expect(reports.get("u")!.analysis(analyser)).toBe(reports.get("u")!.analysis(analyser));
  });
  it("forgets closed documents and ignores changes to unknown ones", () => {
    const reports = store();
    reports.open("u", 1, "a", "markdown");
    reports.close("u");
    reports.change("u", 2, edit(0, 0, "x"));
    expect(reports.get("u")).toBeUndefined();
    expect(reports.all()).toEqual([]);
  });
});
