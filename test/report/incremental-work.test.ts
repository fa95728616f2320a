import { describe, expect, it } from "vitest";
import { Analyser, type Analysis } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { outline } from "../../server/src/features/outline.js";
import { noWork, type Work } from "../../server/src/report/work.js";
import type { Format } from "../../server/src/syntax/parse.js";

/** Talks of a report; a keynote, comments and follow-ups among them. */
const TALK = `### Talk N (Ada Brook, Elm Labs)

Some words about it, and a few more. [internal: ask her]

- One thing
- Another

TODO look at the slides

`;

const SIZES = [40, 200] as const;

interface Step {
  /** Where the edit is made: behind the first such words after the middle. */
  readonly at: string;
  readonly insert: string;
}

/** Does edits in reports of two sizes and answers the work of the last edit for each, the rules included. */
function workOf(steps: readonly Step[], format: Format = "markdown"): Work[] {
  return SIZES.map((talks) => {
    const work = noWork();
    const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG), work);
    const body = Array.from({ length: talks }, (_, index) => TALK.replace("N", String(index))).join("");
    let analysis: Analysis = analyser.analyse(
      `---\ntype: trip-report\n---\n\n# Harbour Days\n\n${body}`,
      format,
    );
    diagnostics(analysis, { config: DEFAULT_CONFIG });
    for (const { at, insert } of steps) {
      Object.assign(work, noWork());
      const { content, length } = analysis.text;
      const from = content.indexOf(at, length / 2) + at.length;
      const edit = { from, to: from, insert };
      analysis = analyser.update(analysis, analysis.text.replace(edit), [edit]);
      diagnostics(analysis, { config: DEFAULT_CONFIG });
    }
    return { ...work };
  });
}

describe("the work of a first look", () => {
  it("reads headings of the same words once and, for an outline, no block for its marks", () => {
    const work = noWork();
    const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG), work);
    const lines = "Some words about it.\n".repeat(12);
    const text = `# Harbour Days\n\n${`## Talk\n\n${lines}\n- One\n- Two\n\n`.repeat(20)}`;
    const analysis = analyser.analyse(text, "markdown");
    outline(analysis);
    expect(work).toMatchObject({ headings: 2, bodies: 20, blocks: 0, suspects: 0 });
    // Behind three lines that say nothing of a speaker, nothing in running text does.
    expect(work.prose).toBe(3 * 20);
  });

  it("is done once for all who ask the same", () => {
    const work = noWork();
    const analysis = new Analyser(recognitionSettings(DEFAULT_CONFIG), work).analyse(
      TALK.repeat(20),
      "markdown",
    );
    const found = diagnostics(analysis, { config: DEFAULT_CONFIG });
    const done = { ...work };
    expect(diagnostics(analysis, { config: DEFAULT_CONFIG })).toBe(found);
    expect(work).toEqual(done);
  });
});

describe("the work of an edit", () => {
  it("in a paragraph is that paragraph and the section it stands in", () => {
    const [small, large] = workOf([{ at: "Some words", insert: "x" }]);
    // The parser reads a block or two more where it takes up its thread.
    expect(large!.blocks).toBeLessThanOrEqual(3);
    expect(large!.suspects).toBeLessThanOrEqual(3);
    expect(large!.paired).toBeLessThanOrEqual(3);
    expect(large).toMatchObject({ headings: 0, inferred: 0 });
    expect(large!.bodies).toBeLessThanOrEqual(2);
    expect({ ...large, sections: 0 }).toEqual({ ...small, sections: 0 });
  });

  it("in the words of a heading reads one heading, then decides among all again", () => {
    const [small, large] = workOf([{ at: "### Talk", insert: "s" }]);
    expect(large!.headings).toBeLessThanOrEqual(2);
    expect(large!.bodies).toBeLessThanOrEqual(3);
    expect({ ...large, sections: 0, inferred: 0 }).toEqual({ ...small, sections: 0, inferred: 0 });
  });

  it("that opens a new line reads no other section again", () => {
    const [small, large] = workOf([{ at: "a few more.", insert: "\n" }]);
    expect(large!.blocks).toBeLessThanOrEqual(4);
    expect(large!.headings).toBe(0);
    expect({ ...large, sections: 0 }).toEqual({ ...small, sections: 0 });
  });

  it("that opens a comment for the rest of the report reads the blocks it hides no more", () => {
    const [small, large] = workOf([{ at: "- Another\n\n", insert: ":::internal\n\n" }]);
    expect(large!.blocks).toBeLessThanOrEqual(5);
    expect({ ...large, sections: 0 }).toEqual({ ...small, sections: 0 });
  });

  it("between the fences of a comment pairs that comment's marks and no others", () => {
    const [small, large] = workOf([
      { at: "- Another\n\n", insert: ":::internal\n\nWe should.\n\n:::\n\n" },
      { at: "We should", insert: " look" },
    ]);
    expect(large!.paired).toBeLessThanOrEqual(2);
    expect({ ...large, sections: 0 }).toEqual({ ...small, sections: 0 });
  });

  it("that takes back or closes a fence does not read again what it hid", () => {
    const closed = workOf([
      { at: "- Another\n\n", insert: "```\n" },
      { at: "```\n", insert: "code" },
      { at: "```\ncode", insert: "\n```\n\n" },
    ]);
    expect(closed[1]!.blocks).toBeLessThanOrEqual(5);
    expect({ ...closed[1], sections: 0, inferred: 0 }).toEqual({ ...closed[0], sections: 0, inferred: 0 });
  });

  it("places again only what stands behind it or around it", () => {
    const [, large] = workOf([{ at: "Some words", insert: "x" }]);
    expect(large!.sections).toBeLessThanOrEqual(SIZES[1] / 2 + 2);
  });

  it("reads no more than the first lines of a section for who speaks in running text", () => {
    const [small, large] = workOf([{ at: "Some words", insert: "x" }]);
    expect(large!.prose).toBeLessThanOrEqual(3 * large!.bodies);
    expect(large!.prose).toBe(small!.prose);
  });

  it("in the middle of a plain text is bounded as well", () => {
    const [small, large] = workOf([{ at: "Some words", insert: "x" }], "plain-text");
    expect(large!.blocks).toBeLessThanOrEqual(3);
    expect(large!.headings).toBeLessThanOrEqual(1);
    // The edited line reads as a heading there, so that all are decided again.
    expect({ ...large, sections: 0, inferred: 0 }).toEqual({ ...small, sections: 0, inferred: 0 });
  });
});
