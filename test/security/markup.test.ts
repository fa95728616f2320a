import { describe, expect, it } from "vitest";
import { copyOf } from "../support/publish.js";
import { faults } from "./faults.js";
import { PAYLOADS } from "./payloads.js";

const places: Record<string, (payload: string) => string> = {
  "as a block": (payload) => `# A\n\n${payload}\n`,
  "in a sentence": (payload) => `# A\n\nIt was ${payload} good.\n`,
  "in a heading": (payload) => `# A\n\n## ${payload}\n\na\n`,
  "in a list in a quote": (payload) => `# A\n\n> - ${payload}\n`,
  "in the title": (payload) =>
    `---\ntitle: ${JSON.stringify(payload)}\nevent: ${JSON.stringify(payload)}\n---\n\na\n`,
  "beside a comment": (payload) => `# A\n\n[internal: x] ${payload} <internal>y</internal>\n`,
};

describe("nothing of a report runs or fetches in its page", () => {
  for (const [where, report] of Object.entries(places))
    it.each(PAYLOADS)(`${where}: %j`, (payload) => {
      expect(faults(copyOf(report(payload), { to: "html", fragment: true }))).toEqual([]);
    });

  it.each(PAYLOADS)("as plain text: %j", (payload) => {
    expect(
      faults(copyOf(`A day\n\n${payload}\n`, { to: "html", fragment: true, source: "plain-text" })),
    ).toEqual([]);
  });

  it("and the list would tell, were it let through", () => {
    const told = PAYLOADS.filter((payload) => payload.startsWith("<") && faults(payload).length > 0);
    expect(told.length).toBeGreaterThan(40);
  });
});
