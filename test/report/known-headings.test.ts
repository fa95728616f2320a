import { describe, expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { outline } from "../../server/src/features/outline.js";
import { allSections } from "../../server/src/report/model.js";
import { noWork } from "../../server/src/report/work.js";

const settings = recognitionSettings(DEFAULT_CONFIG);
const titles = (analyser: Analyser, text: string) =>
  allSections(analyser.analyse(text, "markdown").report.sections).map(({ title }) => title);

describe("headings that were read before", () => {
  it("say the same in other reports, at the places that they have there", () => {
    const work = noWork();
    const analyser = new Analyser(settings, work);
    const heading = "## Ten *winters* (Ada Brook, Elm Labs)\n";
    analyser.analyse(`# Harbour Days\n\n${heading}`, "markdown");
    const { headings } = work;
    const { report } = analyser.analyse(`# Other\n\nSome words.\n\n${heading}`, "markdown");
    expect(work.headings).toBe(headings + 1);
    const alone = new Analyser(settings).analyse(`# Other\n\nSome words.\n\n${heading}`, "markdown").report;
    expect(report.sections.map(({ speakers, title }) => [title, speakers])).toEqual(
      alone.sections.map(({ speakers, title }) => [title, speakers]),
    );
  });

  it("are read again where brackets in them may be links there", () => {
    const analyser = new Analyser(settings);
    expect(titles(analyser, "# Days\n\n## See [a] b\n")).toEqual(["See [a] b"]);
    expect(titles(analyser, "# Days\n\n## See [a] b\n\n[a]: https://example.org\n")).toEqual(["See a b"]);
  });

  it("are forgotten where they become too many, and then read anew", () => {
    const work = noWork();
    const analyser = new Analyser(settings, work);
    const many = Array.from({ length: 1500 }, (_, index) => `## Talk ${index}\n\n`).join("");
    const first = titles(analyser, many);
    expect(titles(analyser, many)).toEqual(first);
    expect(work.headings).toBeGreaterThan(2000);
  });

  it("stay apart where they stand in one report several times", () => {
    const analyser = new Analyser(settings);
    const text = "# Days\n\n## Talk\n\nSpeaker: Ada Brook\n\n## Talk\n\nSpeaker: Bo Elm\n";
    const before = analyser.analyse(text, "markdown");
    const edit = { from: 8, to: 8, insert: "## Talk\n\nSpeaker: Cy Oak\n\n" };
    const after = analyser.update(before, before.text.replace(edit), [edit]);
    expect(outline(after)).toEqual(outline(analyser.analyse(after.text.content, "markdown")));
    expect(outline(after).map(({ detail }) => detail)).toEqual(["Cy Oak", "Ada Brook", "Bo Elm"]);
  });
});
