import type { Settings } from "../workspace/settings-store.js";
import { readSource } from "./files.js";
import { Failure } from "./io.js";
import { outlineJson } from "./outline-json.js";
import { outlineText } from "./outline-text.js";

/** One file whose outline is to be printed. */
export interface OutlineJob {
  readonly kind: "outline";
  readonly cwd: string;
  readonly path: string;
  readonly format: "text" | "json";
  readonly colour: boolean;
}

/** What is printed for it, or why it cannot be read. */
export interface OutlineResult {
  readonly printed?: string;
  readonly failure?: string;
}

/** Reads a file and prints its outline, as JSON indented for a list. */
export function outlineReport({ cwd, path, format, colour }: OutlineJob, settings: Settings): OutlineResult {
  try {
    const source = readSource(cwd, path);
    const analysis = settings.analyser.analyse(source.text, source.format);
    if (format === "text") return { printed: outlineText(path, analysis, colour) };
    const json = JSON.stringify(outlineJson(path, analysis), undefined, 2);
    return { printed: `  ${json.replaceAll("\n", "\n  ")}` };
  } catch (error) {
    if (error instanceof Failure) return { failure: error.message };
    throw error;
  }
}
