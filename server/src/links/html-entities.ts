import { decodeHTML } from "entities";
import { escapeUTF8 } from "entities/lib/escape.js";

/**
 * Stands in the bundle for `he`, which the library for links wants to read attributes of HTML with: the tables of
 * names are there once.
 */
export { decodeHTML as decode, escapeUTF8 as encode };

export default { decode: decodeHTML, encode: escapeUTF8 };
