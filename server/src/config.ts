import type { RecognitionSettings } from "./analysis.js";
import { DEFAULTS } from "./config-defaults.js";
import type { Config } from "./config-schema.js";
import type { Kind } from "./report/kind-table.js";
import type { KindWords } from "./report/kinds.js";

export type { Config } from "./config-schema.js";

/** The names under which a configuration is looked for, from each file's folder upwards. */
export const CONFIG_NAMES = [".tripreport.yaml", ".tripreport.json"] as const;

export const DEFAULT_CONFIG: Config = DEFAULTS;

/** The part of a configuration that decides what is recognised. */
export function recognitionSettings({ audiences, internal, kinds }: Config): RecognitionSettings {
  return { audiences, words: internal.words, kinds: kinds as Partial<Record<Kind, string[]>> as KindWords };
}
