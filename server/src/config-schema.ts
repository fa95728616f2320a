import * as z from "zod";
import { DEFAULTS } from "./config-defaults.js";
import { KINDS } from "./report/kind-table.js";
import { KNOWN_CODES } from "./rules/index.js";
import { SEVERITIES } from "./rules/rule.js";
import { l10n } from "./text/message.js";

// The validator compiles nothing at run time: no evaluation, whatever a configuration holds.
z.config({ jitless: true });

/** The Traffic Light Protocol 2.0, narrowest first; its labels are never translated. Source: FIRST, 2022. */
const TLP = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"] as const;

const audience = z
  .string()
  .regex(/^(?:TLP:[A-Z+]{1,20}|[\p{L}\p{N}_.+-]{1,40})$/u, l10n.t("an audience is one word"));
/** Two audiences of one name would make the widest the narrowest. */
const areDifferent = (names: readonly string[]) =>
  new Set(names.map((name) => name.toLowerCase())).size === names.length;
const word = z.string().regex(/^[\p{L}\p{M}]{2,32}$/u, l10n.t("a comment word is one word of letters"));
/** Below the folder that it counts from: without a root, a drive, a home or a way upwards. */
const below = z
  .string()
  .max(1000)
  .regex(
    /^(?![/\\~]|[A-Za-z]:)(?!(?:.*[/\\])?\.\.(?:[/\\]|$)).+$/,
    l10n.t("a folder below the configuration's"),
  );
const phrase = z.string().min(1).max(200);
const patterns = z.array(z.string().min(1).max(1000)).max(10_000);
const level = z.enum([...SEVERITIES, "off"]);

/**
 * Everything a team can set: type and documentation of each key. The published JSON schema is made of it. Loaded with the
 * first configuration that there is: without one, the defaults do.
 */
export const configSchema = z.strictObject({
  audiences: z
    .union([
      z.literal("tlp").transform(() => [...TLP] as string[]),
      z.array(audience).min(1).max(20).refine(areDifferent, l10n.t("an audience is listed twice")),
    ])
    .default(DEFAULTS.audiences)
    .describe(
      "Who may read a report, narrowest first; `tlp` stands for the labels of the Traffic Light Protocol 2.0.",
    ),
  include: patterns
    .default(DEFAULTS.include)
    .describe("Patterns of further files that are reports, from the configuration's folder."),
  exclude: patterns.default([]).describe("Patterns of files that are never searched for reports."),
  internal: z
    .strictObject({
      words: z
        .array(word)
        .min(1)
        .max(50)
        .default(DEFAULTS.internal.words)
        .describe("The words that mark a comment as internal, in any case."),
    })
    .prefault({})
    .describe("How internal comments are marked."),
  redacted: z
    .strictObject({
      marker: z
        .string()
        .min(1)
        .max(100)
        .default(DEFAULTS.redacted.marker)
        .describe("What stands where a comment was."),
    })
    .prefault({})
    .describe("How redacted comments are marked."),
  terms: z
    .array(z.union([phrase, z.strictObject({ pattern: z.string().min(1).max(1000) })]))
    .max(20_000)
    .default(DEFAULTS.terms)
    .describe("Words, phrases or patterns that mark text as internal: code names, customers, hosts."),
  rules: z
    .partialRecord(z.enum([...KNOWN_CODES]), level)
    .default(DEFAULTS.rules)
    .describe("The severity of single rules, or `off`."),
  kinds: z
    .partialRecord(z.enum(KINDS), z.array(phrase).max(1000))
    .default(DEFAULTS.kinds)
    .describe("More words by which headings tell their kind, in any language."),
  templates: below
    .optional()
    .describe("A folder with templates for new reports, from the configuration's folder and inside it."),
  publish: z
    .strictObject({
      htmlComments: z
        .enum(["drop", "keep"])
        .default(DEFAULTS.publish.htmlComments)
        .describe(
          "What becomes of HTML comments that are no internal comments. One that has an internal comment in it is dropped in any case.",
        ),
      dropKeys: z
        .array(phrase)
        .max(200)
        .default(DEFAULTS.publish.dropKeys)
        .describe("Keys of the front matter that no copy has."),
      outDir: below
        .optional()
        .describe("Where copies are written, from the configuration's folder and inside it."),
    })
    .prefault({})
    .describe("How copies are published."),
});

/** A configuration: what the file says, and the defaults where it says nothing. */
export type Config = z.output<typeof configSchema>;
