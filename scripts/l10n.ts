import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Texts by their keys: of a manifest's `package.nls.json`, or of a bundle, whose keys are the English texts. */
export type Bundle = Readonly<Record<string, string>>;

/** A call of `l10n.t`: its English text, or `undefined` where the first argument is not one literal text. */
export interface Call {
  /** The file's path from the project's root, and the line, from 1. */
  readonly place: string;
  readonly message: string | undefined;
  /** How many values the call gives for the placeholders; `undefined` where they are not told apart. */
  readonly values: number | undefined;
}

/** The beginning of a call; what follows is read from where it ends. */
const CALL = /\bl10n\s*\.\s*t\s*\(\s*/g;
/** A text in double quotes with nothing joined to it. Its escapes are those of JSON. */
const LITERAL = /"(?:[^"\\\n]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"(?=\s*[,)])/y;

/** Every call of `l10n.t` below a folder of TypeScript; `folder` is a path from `root`. */
export function callsBelow(root: string, folder: string): readonly Call[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) => callsIn(readFileSync(file, "utf8"), file.slice(root.length).replace(/^[/\\]/, "")));
}

/** Every call of `l10n.t` in one source, whose name is told in the places. */
export function callsIn(source: string, name: string): readonly Call[] {
  return [...source.matchAll(CALL)].map((call) => {
    const at = call.index + call[0].length;
    LITERAL.lastIndex = at;
    const literal = LITERAL.exec(source)?.[0];
    return {
      place: `${name}:${source.slice(0, at).split("\n").length}`,
      message: literal === undefined ? undefined : (JSON.parse(literal) as string),
      values: literal === undefined ? undefined : valuesAt(source, at + literal.length),
    };
  });
}

/** How many values follow a first argument that ends at `at`; `undefined` where one has an escape, a substitution or a pattern in it. */
function valuesAt(source: string, at: number): number | undefined {
  let depth = 0;
  let values = 0;
  let empty = true;
  for (let offset = at; offset < source.length; offset++) {
    const char = source[offset] ?? "";
    if (/["'`/]/.test(char)) {
      const end = char === "/" ? -1 : source.indexOf(char, offset + 1);
      const text = source.slice(offset + 1, end);
      if (end < 0 || /[\\\n$]/.test(text)) return undefined;
      offset = end;
      empty = false;
    } else if (/[([{]/.test(char)) depth++;
    else if (/[)\]}]/.test(char) && depth-- === 0) return empty ? values : values + 1;
    else if (char === "," && depth === 0) {
      if (!empty) values++;
      empty = true;
    } else if (!/\s/.test(char)) empty = false;
  }
  return undefined;
}

/**
 * The English bundle of what calls say, and of further texts, sorted. Throws where a call has no literal text, for it
 * could not be translated.
 */
export function englishBundle(calls: readonly Call[], further: readonly string[] = []): Bundle {
  const wrong = calls.filter(({ message }) => message === undefined).map(({ place }) => place);
  if (wrong.length > 0) throw new Error(`l10n.t needs one literal text at ${wrong.join(", ")}`);
  const messages = new Set([...calls.map(({ message }) => message ?? ""), ...further]);
  return Object.fromEntries([...messages].sort().map((message) => [message, message]));
}

/** A translation of a file of texts: `l10n/server.l10n.de.json` is that of `l10n/server.l10n.json` into `de`. */
export interface Translation {
  readonly language: string;
  /** The file's path from the project's root. */
  readonly file: string;
  readonly bundle: Bundle;
}

/** Every translation of a file of texts, which is named by its path from `root`. */
export function translations(root: string, english: string): readonly Translation[] {
  const [folder, name] = [dirname(english), basename(english, ".json")];
  return readdirSync(join(root, folder))
    .sort()
    .flatMap((file) => {
      const language = file.startsWith(`${name}.`)
        ? /^([\w-]+)\.json$/.exec(file.slice(name.length + 1))
        : null;
      if (!language) return [];
      const bundle = JSON.parse(readFileSync(join(root, folder, file), "utf8")) as Bundle;
      return [{ language: language[1] ?? "", file: join(folder, file), bundle }];
    });
}

/** A translation with the keys of the English texts, in their order: without what is gone, and empty where it lacks one. */
export function completed(english: Bundle, translation: Bundle): Bundle {
  const known = new Map(Object.entries(translation));
  return Object.fromEntries(Object.keys(english).map((key) => [key, known.get(key) ?? ""]));
}

/** A text of the manifest in the words of `bundle`: `%key%` is looked up, anything else stays. Throws where there is no such key. */
export function resolved(text: string, bundle: Bundle): string {
  const key = keyOf(text);
  if (key === undefined) return text;
  const found = bundle[key];
  if (found === undefined)
    throw new Error(`no text ${key}: it belongs in package.nls.json and its translations`);
  return found;
}

/** The key that a text of the manifest stands for; `undefined` for a plain text. */
export function keyOf(text: string): string | undefined {
  return /^%([\w.-]+)%$/.exec(text)?.[1];
}
