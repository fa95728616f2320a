// Reports to measure with: the same for the same size, on every machine.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A report of about `size` characters: days, talks, lists, quotes, code and comments.
 * @param {number} size
 * @param {string} [name] stands in its first heading
 */
export function reportOf(size, name = "Bench") {
  const parts = [`---\ntype: trip-report\ntitle: ${name}\naudience: team\n---\n\n# ${name}\n`];
  for (let i = 0, length = 0; length < size; i++) {
    const part = `
${i % 20 === 0 ? `## Day ${i / 20 + 1}\n\n` : ""}### Talk number ${i} (Ada Brook, Elm Labs)

Some words about *the talk*, with a [link](https://example.org/${i}) and \`code\`. It went on for a while, and the
words went on with it.

- One thing [internal: ask about it]
- Another thing
  - and its detail

${i % 3 === 0 ? ":::internal\nWe should look at this.\n:::\n" : "> “A quotation,” somebody said.\n"}
${i % 5 === 0 ? "```js\nconst x = 1;\n```\n" : ""}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join("");
}

/**
 * Writes reports of about eight thousand characters; each has a heading with its number.
 * @param {string} folder
 * @param {number} count
 */
export function writeReports(folder, count) {
  for (let n = 0; n < count; n++) {
    const below = join(folder, `year-${n % 10}`);
    mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `report-${n}.trip.md`), reportOf(8_000, headingOf(n)));
  }
}

/** @param {number} n */
export const headingOf = (n) => `Harbour gathering ${n}`;

/** @typedef {{ from: number, to: number, insert: string }} Edit */

/**
 * Where keystrokes go, in the middle of a report: each answers a function that answers one edit after the other.
 * @type {Record<string, (text: string) => () => Edit>}
 */
export const places = {
  paragraph: (text) => letters(text.indexOf("words", text.length / 2)),
  heading: (text) => letters(text.indexOf("### Talk", text.length / 2) + 4),
  // A fence that nothing closes comes and goes: half of the text changes its meaning each time.
  fence: (text) => {
    const from = text.indexOf("\n\n### Talk", text.length / 2) + 2;
    let open = false;
    return () => {
      open = !open;
      return open ? { from, to: from, insert: "~~~\n" } : { from, to: from + 4, insert: "" };
    };
  },
};

/** @param {number} from */
function letters(from) {
  let count = 0;
  return () => ({ from: from + count, to: from + count++, insert: "x" });
}
