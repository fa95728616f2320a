import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { tripReportPreview } from "../../server/src/preview/plugin.js";
import { faults } from "./faults.js";
import { PAYLOADS } from "./payloads.js";

/** Where the preview shows what Markdown would not, or shows it in another way. */
const places: Record<string, (payload: string) => string> = {
  "in a comment": (payload) => `a [internal: ${payload}] b\n`,
  "in a container": (payload) => `:::internal\n${payload}\n:::\n`,
  "as an audience": (payload) => `:::internal ${payload}\na\n:::\n\n[internal ${payload}: b]\n`,
  "in a callout": (payload) => `> [!INTERNAL ${payload}]\n> a ${payload}\n`,
  "in a tag": (payload) => `<internal audience="${payload}">${payload}</internal>\n`,
  "in an HTML comment": (payload) => `a <!-- internal: ${payload} --> b\n\n<!-- internal:\n${payload}\n-->\n`,
  "in attributes": (payload) => `# a {.internal audience=${payload}}\n\n${payload}\n`,
  "beside a marker": (payload) =>
    `${payload} <Redacted comments> ${payload}\n\n<Redacted comments>${payload}\n`,
  "in a task": (payload) => `- [ ] ${payload} @anna\n\nTODO: ${payload}\n`,
  "in what other tools write": (payload) => `a {>> ${payload} <<} b %% ${payload} %% c\n`,
  "in front matter": (payload) =>
    `---\naudience: ${JSON.stringify(payload)}\ntitle: ${payload}\n---\n\n[internal: a]\n`,
};

const render = (text: string, html: boolean, reports: boolean) => {
  const renderer = new MarkdownIt({ html, linkify: true });
  return (reports ? tripReportPreview(renderer, () => ({ format: "markdown" })) : renderer).render(text);
};

describe("the preview lets nothing run that the editor's own would not", () => {
  for (const [where, report] of Object.entries(places)) {
    it.each(PAYLOADS)(`${where}, HTML being shown as text: %j`, (payload) => {
      const own = faults(render(payload, false, false));
      expect(faults(render(report(payload), false, true)).filter((fault) => !own.includes(fault))).toEqual(
        [],
      );
    });

    it.each(PAYLOADS)(`${where}, HTML being let through: %j`, (payload) => {
      // Behind a mark that is not shown, the writer's HTML is HTML where it was the mark's before.
      const own = [...faults(render(report(payload), true, false)), ...faults(payload)];
      expect(faults(render(report(payload), true, true)).filter((fault) => !own.includes(fault))).toEqual([]);
    });
  }

  it("and what is let through would be told", () => {
    const told = PAYLOADS.filter((payload) => faults(render(payload, true, false)).length > 0);
    expect(told.length).toBeGreaterThan(40);
  });
});
