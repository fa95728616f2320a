import { describe, expect, it } from "vitest";
import { readAgenda } from "../../server/src/agenda/read.js";
import { printable } from "../../server/src/cli/io.js";
import { loadConfig } from "../../server/src/config-file.js";
import { analyseText, copyOf } from "../support/publish.js";

const KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];
const nested = (key: string) => `{"${key}": {"polluted": true, "prototype": {"polluted": true}}}`;

describe("keys that objects have already are data like any others", () => {
  const clean = () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((() => {}).prototype).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty("polluted");
  };

  for (const key of KEYS) {
    it(`${key} in a configuration`, () => {
      for (const text of [
        nested(key),
        `rules: ${nested(key)}`,
        `kinds: ${nested(key)}`,
        `publish: ${nested(key)}`,
      ]) {
        const { config } = loadConfig(text);
        clean();
        expect(config.audiences).toEqual(["team", "company", "public"]);
        expect(Object.keys(config.rules)).not.toContain(key);
      }
    });

    it(`${key} in front matter`, () => {
      for (const front of [
        `${key}: {polluted: true}`,
        `<<: {${key}: {polluted: true}}`,
        `authors: ${nested(key)}`,
      ]) {
        const text = `---\ntitle: A\n${front}\n---\n\n# A\n`;
        expect(analyseText(text, "markdown").report.title?.text).toBe("A");
        copyOf(text, { to: "html" });
        clean();
      }
      analyseText(`---json\n${nested(key)}\n---\n\n# A\n`, "markdown");
      clean();
    });

    it(`${key} in an agenda`, () => {
      for (const text of [nested(key), `{"schedule": ${nested(key)}}`, `[${nested(key)}]`])
        readAgenda(text, "a.json");
      readAgenda(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${key.toUpperCase()}:x\nEND:VEVENT\nEND:VCALENDAR`, "a.ics");
      clean();
    });

    it(`${key} as a heading, a label and a name`, () => {
      const text = `# ${key}\n\n## ${key}\n\n## ${key}\n\n[a][${key}] by ${key}\n\n[${key}]: x\n\n[internal ${key}: y]\n`;
      for (const to of ["md", "html", "txt"] as const) copyOf(text, { to });
      clean();
    });
  }
});

describe("what is printed steers no terminal", () => {
  it.each([
    ["a colour", "\u001b[31mred"],
    ["a title", "\u001b]0;x\u0007"],
    ["a link", "\u001b]8;;http://e.example\u001b\\x"],
    ["a C1 control", "\u009b31m"],
    ["a line taken back", "good\rbad"],
    ["a second line", "a\nb\u2028c\u0085d"],
    ["a backspace", "ab\b\bc"],
    ["a turn of the order", "\u202egnp.exe\u202c \u2066x\u2069 \u200fy \u061c"],
  ])("%s", (_, text) => {
    expect(printable(text)).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
    expect([...printable(text)]).toHaveLength([...text].length);
  });
});
