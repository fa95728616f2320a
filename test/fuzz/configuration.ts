import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { stringify } from "yaml";
import { Analyser } from "../../server/src/analysis.js";
import { CONFIG_NAMES, type Config, recognitionSettings } from "../../server/src/config.js";
import { loadConfig, termProblems } from "../../server/src/config-file.js";
import { configSchema } from "../../server/src/config-schema.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { publish } from "../../server/src/publish/publish.js";
import { compileTerms } from "../../server/src/report/compile-terms.js";
import { KNOWN_CODES } from "../../server/src/rules/index.js";
import { SettingsStore } from "../../server/src/workspace/settings-store.js";
import { COPY } from "../support/publish.js";
import { pick, sample, type Target } from "./target.js";

const KEYS = [
  ...Object.keys(configSchema.shape),
  "internal.words",
  "publish.dropKeys",
  "__proto__",
  "constructor",
];
const WORDS = [
  ...[
    "team",
    "company",
    "public",
    "tlp",
    "TLP:RED",
    "internal",
    "off",
    "error",
    "keynote",
    "missing-speaker",
  ],
  ...[
    "**/*.md",
    "[",
    "(a+)+$",
    "(?:",
    "\\",
    "{a,b}",
    "!(x)",
    "../x",
    "/",
    "C:\\x",
    "\u0000",
    "\ud800",
    "",
    "é",
    "a b",
  ],
  ...["<Redacted comments>", "[internal: x]", "-->", "# h", "| a |", "`", "$&", "words", "marker", "pattern"],
];
const leaf = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.double(),
  fc.constantFrom(null, true, false),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...WORDS, ...KEYS), tie("any"), { maxKeys: 4 }),
  ),
})).any;
const some = (arbitrary: fc.Arbitrary<unknown>) => fc.array(arbitrary, { maxLength: 4 });
const word = fc.constantFrom("internal", "intern", "geheim", "vertraulich", "é", "x", "a b");
const level = fc.constantFrom("error", "warning", "information", "hint", "off", "no");
/** What each key takes, or nearly. */
const proper: Record<keyof Config, fc.Arbitrary<unknown>> = {
  audiences: fc.oneof(
    fc.constant("tlp"),
    some(fc.constantFrom("team", "company", "public", "TLP:RED", "a b")),
  ),
  include: some(leaf),
  exclude: some(leaf),
  internal: fc.record({ words: some(word) }),
  redacted: fc.record({ marker: fc.oneof(leaf, fc.string({ minLength: 1, maxLength: 9 })) }),
  terms: some(
    fc.oneof(leaf, fc.record({ pattern: fc.oneof(leaf, fc.stringMatching(/^[a-c(|)*+?.[\]\\^$]{1,8}$/)) })),
  ),
  rules: fc.dictionary(fc.constantFrom(...KNOWN_CODES, "missing-speker"), level, { maxKeys: 4 }),
  kinds: fc.dictionary(fc.constantFrom("keynote", "expo", "none"), some(leaf), { maxKeys: 2 }),
  templates: leaf,
  publish: fc.record(
    { htmlComments: fc.constantFrom("drop", "keep", "x"), dropKeys: some(leaf), outDir: leaf },
    { requiredKeys: [] },
  ),
};
const settings = fc.oneof(
  { weight: 4, arbitrary: fc.record(proper, { requiredKeys: [] }) },
  fc.dictionary(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...KEYS) }, fc.string()), value, {
    maxKeys: 6,
  }),
);
const cut = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 6 }),
  insert: fc.constantFrom("", "&a ", "*a", "<<: ", "\t", ": ", "- ", "{", '"'),
});

const REPORT =
  "---\ntitle: a\naudience: company\ncode: b\n---\n# T\n\n## Talk (Ada Brook)\n\nteam [internal: x] a b <!-- c -->\n";

/** Whatever a configuration says, it is told or holds; with what holds reports are read, checked and published. */
export const configuration: Target = {
  name: "configuration",
  async try(seed) {
    const text = textOf(seed);
    const { config, problems } = loadConfig(text);
    const wrong = problems
      .filter(({ from, to }) => !(from >= 0 && from < to))
      .map(({ code }) => `${code} has no place`);
    if (!isDeepStrictEqual(loadConfig(text).config, config)) wrong.push("read twice it differs");
    if (Object.getPrototypeOf({}).polluted !== undefined) wrong.push("prototypes are changed");
    wrong.push(...used(config, text, seed), ...(await stored(text)));
    return wrong;
  },
};

function used(config: Config, text: string, seed: number): string[] {
  const analyser = new Analyser(recognitionSettings(config));
  const { ok: terms, problems } = compileTerms(config.terms);
  termProblems(text, problems);
  const analysis = analyser.analyse(REPORT, pick(["markdown", "plain-text"] as const, seed));
  diagnostics(analysis, { config, terms });
  const audience = config.audiences.at(-1)!;
  const result = publish(analysis, {
    ...COPY,
    audiences: config.audiences,
    audience,
    marker: config.redacted.marker,
    dropKeys: config.publish.dropKeys,
    keepHtmlComments: config.publish.htmlComments === "keep",
    fragment: false,
    names: [],
    reanalyse: (content) => analyser.analyse(content, analysis.format),
    format: pick(["md", "html", "txt"] as const, seed),
  });
  const secret = config.internal.words.includes("internal") && config.audiences.length > 1;
  return secret && result.kind === "published" && /internal: x/.test(result.output)
    ? ["a comment is published"]
    : [];
}

/** What the server and the command line make of it. */
async function stored(text: string): Promise<string[]> {
  const store = new SettingsStore(async (uri) => (uri === `file:///w/${CONFIG_NAMES[0]}` ? text : undefined));
  const found = await store.for("file:///w/a/b.md");
  const answer = found.isReport("file:///w/a/b.md", () => REPORT);
  return typeof answer === "boolean" && found.source?.text === text
    ? []
    : ["the settings are not those of the file"];
}

function textOf(seed: number): string {
  const data = sample(settings, seed);
  if (seed % 7 === 0) return sample(fc.string({ unit: "binary", maxLength: 80 }), seed);
  let text: string;
  try {
    text = seed % 2 === 0 ? JSON.stringify(data, null, seed % 3) : stringify(data);
  } catch {
    return "";
  }
  if (seed % 5 > 1) return text;
  const { at, length, insert } = sample(cut, seed);
  const from = at % (text.length + 1);
  return text.slice(0, from) + insert + text.slice(from + length);
}
