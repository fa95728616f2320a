import { type Document, isMap, isNode, isScalar } from "yaml";
import { type Config, DEFAULT_CONFIG } from "./config.js";
import { configSchema } from "./config-schema.js";
import { KNOWN_CODES } from "./rules/index.js";
import { l10n, type Message, verbatim } from "./text/message.js";
import { nearest } from "./text/nearest.js";
import type { Span } from "./text/span.js";
import { readYaml } from "./text/yaml.js";

/** What is wrong with a configuration, and where in its file. */
export interface ConfigProblem extends Span {
  /** `unknown-rule` is a warning; everything else is an error. */
  readonly code: "configuration" | "unknown-rule";
  readonly message: Message;
}

export interface LoadedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** Larger files are no configuration that somebody wrote. */
const MAX_LENGTH = 5_000_000;

const UNREADABLE = l10n.t(
  "the configuration cannot be read: it is nested too deeply or repeats itself too often",
);

/**
 * Reads a configuration, YAML or JSON. Total: what is wrong is told with its place, and the defaults hold for the
 * keys it concerns.
 */
export function loadConfig(text: string): LoadedConfig {
  if (text.length > MAX_LENGTH) return broken(l10n.t("the configuration is too large"), { from: 0, to: 1 });
  let document: Document.Parsed;
  let data: unknown;
  try {
    document = readYaml(text);
    const error = document.errors[0];
    if (error?.code === "RESOURCE_EXHAUSTION") return broken(UNREADABLE, { from: 0, to: 1 });
    if (error)
      return broken(verbatim(error.message.split("\n")[0]!), {
        from: error.pos[0],
        to: Math.max(error.pos[1], error.pos[0] + 1),
      });
    data = document.toJS({ maxAliasCount: 50 });
  } catch {
    return broken(UNREADABLE, { from: 0, to: 1 });
  }
  if (data === null || data === undefined) return { config: DEFAULT_CONFIG, problems: [] };
  if (!isMap(document.contents))
    return broken(l10n.t("a configuration is a list of keys and values"), {
      from: 0,
      to: Math.max(1, text.length),
    });
  return validate(data as Readonly<Record<string, unknown>>, document);
}

function broken(message: Message, span: Span): LoadedConfig {
  return { config: DEFAULT_CONFIG, problems: [{ code: "configuration", message, ...span }] };
}

/** Checks key by key, so that one mistake costs no other key its setting. */
function validate(data: Readonly<Record<string, unknown>>, document: Document.Parsed): LoadedConfig {
  const problems: ConfigProblem[] = [];
  const config: Record<string, unknown> = { ...DEFAULT_CONFIG };
  for (const [key, value] of Object.entries(nested(data))) {
    if (!isKey(key)) {
      problems.push({
        code: "configuration",
        message: unknownKey(key, Object.keys(configSchema.shape)),
        ...keyPlace(document, [key]),
      });
      continue;
    }
    const result = configSchema.shape[key].safeParse(
      key === "rules" ? knownRules(value, document, problems) : value,
    );
    if (result.success) config[key] = result.data;
    else
      for (const issue of result.error.issues) {
        const path = [key, ...issue.path];
        const unknown = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
        const place =
          unknown === undefined
            ? placeOf(document, path)
            : keyPlace(document, [...path.map(String), unknown]);
        problems.push({ code: "configuration", message: about(path.join("."), issue.message), ...place });
      }
  }
  return { config: config as Config, problems };
}

/** The `rules` that there are; the others are told and left out, so that they cost no other its severity. */
function knownRules(value: unknown, document: Document.Parsed, problems: ConfigProblem[]): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  for (const [code] of entries)
    if (!KNOWN_CODES.has(code))
      problems.push({
        code: "unknown-rule",
        message: unknownRule(code),
        ...keyPlace(document, ["rules", code]),
      });
  return Object.fromEntries(entries.filter(([code]) => KNOWN_CODES.has(code)));
}

function isKey(key: string): key is keyof typeof configSchema.shape {
  return Object.hasOwn(configSchema.shape, key);
}

/** `internal.words: […]` as `internal: { words: […] }`: both spellings mean the same. */
function nested(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(data)) {
    const [outer, inner] = key.split(".", 2) as [string, string?];
    if (inner === undefined || !isKey(outer)) result[key] = value;
    else result[outer] = { ...(result[outer] as object | undefined), [inner]: value };
  }
  return result;
}

/** What a value's problem is, behind the name of its key. The names of keys are in no language. */
function about(key: string, problem: Message): Message {
  return { text: "{0}: {1}", values: [key, [problem]] };
}

function unknownRule(code: string): Message {
  const near = nearest(code, KNOWN_CODES);
  const said = code.slice(0, 60);
  return near === undefined
    ? l10n.t("there is no rule “{0}”", said)
    : l10n.t("there is no rule “{0}”; did you mean “{1}”?", said, near);
}

function unknownKey(key: string, known: readonly string[]): Message {
  const near = nearest(key, known);
  const said = key.slice(0, 60);
  return near === undefined
    ? l10n.t("unknown key “{0}”", said)
    : l10n.t("unknown key “{0}”; did you mean “{1}”?", said, near);
}

/** What is wrong with single terms, at their places in the configuration's text. */
export function termProblems(
  text: string,
  problems: readonly { readonly index: number; readonly message: Message }[],
): ConfigProblem[] {
  if (problems.length === 0) return [];
  const document = readYaml(text);
  return problems.map(({ index, message }) => ({
    code: "configuration",
    message: about(`terms.${index}`, message),
    ...placeOf(document, ["terms", index]),
  }));
}

/** Where the value of a path stands, or its nearest parent that is written. */
function placeOf(document: Document.Parsed, path: readonly PropertyKey[]): Span {
  const written = path.filter((part): part is string | number => typeof part !== "symbol");
  for (let length = written.length; length > 0; length--) {
    const node =
      document.getIn(written.slice(0, length), true) ??
      document.getIn(dotted(written.slice(0, length)), true);
    if (isNode(node) && node.range)
      return { from: node.range[0], to: Math.max(node.range[1], node.range[0] + 1) };
  }
  return { from: 0, to: 1 };
}

/** Where the last key of a path stands. */
function keyPlace(document: Document.Parsed, path: readonly string[]): Span {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent) && parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  const range = pair && isScalar(pair.key) ? pair.key.range : undefined;
  return range ? { from: range[0], to: range[1] } : placeOf(document, path);
}

/** `[internal, words]` as the one key `internal.words`. */
function dotted([outer, inner, ...rest]: readonly (string | number)[]): (string | number)[] {
  return inner === undefined ? [outer!] : [`${outer}.${inner}`, ...rest];
}
