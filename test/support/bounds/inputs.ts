import { blocks, front, sentences } from "./block-inputs.js";
import type { Family } from "./families.js";
import { html } from "./html-inputs.js";
import { inline, marks, plain } from "./inline-inputs.js";

/** All families of reports, by the group they are in. */
export const families: Readonly<Record<string, Readonly<Record<string, Family>>>> = {
  plain,
  inline,
  marks,
  blocks,
  front,
  sentences,
  html,
};
