import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import clientGerman from "../../l10n/bundle.l10n.de.json" with { type: "json" };
import german from "../../l10n/server.l10n.de.json" with { type: "json" };
import english from "../../l10n/server.l10n.json" with { type: "json" };
import { type Bundle, callsBelow, callsIn } from "../../scripts/l10n.js";
import { libraryMessage } from "../../server/src/lsp/features/link-messages.js";
import { sayFor } from "../../server/src/lsp/languages.js";
import { inEnglish, isSameMessage, l10n, sayIn } from "../../server/src/text/message.js";
import { wrongGermanQuotes } from "../support/check-translation.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const calls = callsBelow(root, "server/src");

describe("a message", () => {
  const say = sayIn({
    code: "de",
    messages: { "{0} of {1}": "von {1}: {0}", one: "eins", "known are {0}": "{0} bekannt" },
  });

  it("is said with its values, which are words as they are, in the order of the language", () => {
    expect(say(l10n.t("{0} of {1}", "one", 2))).toBe("von 2: one");
    expect(inEnglish(l10n.t("{0} of {1}", "one", 2))).toBe("one of 2");
    expect(inEnglish(l10n.t("{0} of {1}", "{1}", "$&"))).toBe("{1} of $&");
  });

  it("has messages in it said too, several as a list", () => {
    expect(say(l10n.t("known are {0}", ["one", l10n.t("{0} of {1}", 1, 2), "two"]))).toBe(
      "eins, von 2: 1 und two bekannt",
    );
    expect(inEnglish(l10n.t("known are {0}", ["a", "b", "c"]))).toBe("known are a, b and c");
  });

  it("is in English where the language lacks it, whatever its name", () => {
    expect(say("two")).toBe("two");
    expect(say("constructor")).toBe("constructor");
  });
});

describe("two messages", () => {
  const list = (...names: readonly string[]) => l10n.t("known are {0}", names);
  for (const [a, b, same] of [
    ["one", "one", true],
    ["one", "two", false],
    ["one", l10n.t("{0} of {1}", 1, 2), false],
    [l10n.t("{0} of {1}", 1, 2), l10n.t("{0} of {1}", 1, 2), true],
    [l10n.t("{0} of {1}", 1, 2), l10n.t("{0} of {1}", 1, 3), false],
    [list("a", "b"), list("a", "b"), true],
    [list("a", "b"), list("a"), false],
    [l10n.t("known are {0}", list("a")), l10n.t("known are {0}", list("a")), true],
    [l10n.t("known are {0}", list("a")), l10n.t("known are {0}", ["a"]), false],
  ] as const)
    it(`${inEnglish(a)} and ${inEnglish(b)} are ${same ? "the same" : "others"}`, () =>
      expect(isSameMessage(a, b)).toBe(same));
});

describe("the language of a client", () => {
  const message = "nothing stands below this heading";
  const translated = "unter dieser Überschrift steht nichts";
  for (const locale of ["de", "de-AT", "de_CH", "DE"])
    it(`${locale} is German`, async () => expect((await sayFor(locale))(message)).toBe(translated));
  for (const locale of [undefined, "", "en", "xx", "constructor", 7, "den"])
    it(`${String(locale)} is English`, async () => expect((await sayFor(locale))(message)).toBe(message));
});

describe("what the library for links says", () => {
  for (const [said, expected] of [
    ["No header found: 'it's'", "No header found: '{0}'"],
    ["Link definition is unused", "Link definition is unused"],
    ["Link to '# a' in 'b.md'", "Link to '# {0}' in '{1}'"],
    ["Something new", "{0}"],
    ["No header found: '", "{0}"],
  ] as const)
    it(`is a message: ${said}`, () => {
      const message = libraryMessage(said);
      expect(typeof message === "string" ? message : message.text).toBe(expected);
      expect(inEnglish(message)).toBe(said);
    });
});

describe("the server's messages", () => {
  it("are literal, so that they can be translated", () => {
    expect(calls.length).toBeGreaterThan(300);
    expect(calls.filter(({ message }) => message === undefined)).toEqual([]);
  });

  it("get a value for each placeholder", () => {
    const placeholders = (text: string) => new Set(text.match(/\{\d+\}/g) ?? []).size;
    const wrong = calls.filter(
      ({ message = "", values }) => values !== undefined && values !== placeholders(message),
    );
    expect(wrong).toEqual([]);
  });

  it("are in German quotation marks", () => {
    expect(Object.values(german).flatMap(wrongGermanQuotes)).toEqual([]);
  });

  it("are in the client's words where the English is the same", () => {
    const client: Bundle = clientGerman;
    for (const [text, translated] of Object.entries(german))
      if (text in client) expect(translated, text).toBe(client[text]);
  });

  it("are never made without the bundle", () => {
    const plain = readdirSync(join(root, "server/src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/^(?:cli|drafts.templates.template)/.test(file))
      .flatMap((file) => plainMessages(readFileSync(join(root, "server/src", file), "utf8"), file));
    expect(plain).toEqual([]);
  });

  it("are seen where they are made without it", () => {
    expect(plainMessages('yield { from, to, message: "no summary" };', "a")).toHaveLength(1);
    expect(plainMessages('return refused("There is none.");', "a")).toHaveLength(1);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source is what is read
    expect(plainMessages("{ title: `Change to ${near}` }", "a")).toHaveLength(1);
    expect(plainMessages('{ message: l10n.t("no summary"), title: "" }', "a")).toEqual([]);
    expect(callsIn('l10n.t("{0} of {1}", a, b)', "a")).toHaveLength(1);
  });
});

/** Messages of a source that no translation can find: texts given to what users see. */
function plainMessages(source: string, file: string): readonly string[] {
  const found = source.matchAll(
    /(?:(?<!\w)(?:message|messageWithText|reason|problem|slip|fix|meaning|rule|detail):|\brefused\(|\bbroken\(|(?<!\w)title: (?=["`][A-Z]\w* ))\s*(["`](?:[^"`\\]|\\.)*["`])/g,
  );
  return [...found]
    .map(([, text = ""]) => text.slice(1, -1))
    .filter(
      (text) => /[A-Za-z]{2,} [a-z]/.test(text.replace(/\$\{[^}]*\}/g, "")) && !isDocumentation(source, text),
    )
    .filter((text) => !(text in english))
    .map((text) => `${file}: ${text}`);
}

/** The rules' pages are not translated: `docs` and what templates and formats are named. */
function isDocumentation(source: string, text: string): boolean {
  return /\bdocs: \{/.test(source.slice(0, source.indexOf(text)));
}
