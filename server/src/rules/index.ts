import { inconsistentRedactedMarker } from "./inconsistent-redacted-marker.js";
import { internalCommentInCode } from "./internal-comment-in-code.js";
import { invisibleRedactedMarker } from "./invisible-redacted-marker.js";
import { misspeltInternalComment } from "./misspelt-internal-comment.js";
import type { Rule } from "./rule.js";
import { strayInternalClose } from "./stray-internal-close.js";
import { unclosedInternalComment } from "./unclosed-internal-comment.js";
import { unknownAudience } from "./unknown-audience.js";
import { unredactedInternalComment } from "./unredacted-internal-comment.js";

/** Every diagnostic: the only place that lists them. */
export const rules: readonly Rule[] = [
  unredactedInternalComment,
  unclosedInternalComment,
  strayInternalClose,
  misspeltInternalComment,
  internalCommentInCode,
  unknownAudience,
  invisibleRedactedMarker,
  inconsistentRedactedMarker,
];
