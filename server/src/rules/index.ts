import { bareHeading } from "./bare-heading.js";
import { credential } from "./credential.js";
import { dayOutsideEvent } from "./day-outside-event.js";
import { duplicateSection } from "./duplicate-section.js";
import { emptySection } from "./empty-section.js";
import { followupLeft } from "./followup-left.js";
import { frontMatterMissing } from "./front-matter-missing.js";
import { frontMatterRequiredKey } from "./front-matter-required-key.js";
import { frontMatterSyntax } from "./front-matter-syntax.js";
import { frontMatterUnknownKey } from "./front-matter-unknown-key.js";
import { frontMatterValue } from "./front-matter-value.js";
import { headingLevelSkip } from "./heading-level-skip.js";
import { inconsistentRedactedMarker } from "./inconsistent-redacted-marker.js";
import { internalCommentInCode } from "./internal-comment-in-code.js";
import { invisibleRedactedMarker } from "./invisible-redacted-marker.js";
import { missingSpeaker } from "./missing-speaker.js";
import { missingSummary } from "./missing-summary.js";
import { misspeltInternalComment } from "./misspelt-internal-comment.js";
import type { Rule } from "./rule.js";
import { speakerSpelling } from "./speaker-spelling.js";
import { strayInternalClose } from "./stray-internal-close.js";
import { summaryNotFirst } from "./summary-not-first.js";
import { suspectedInternalComment } from "./suspected-internal-comment.js";
import { unclosedInternalComment } from "./unclosed-internal-comment.js";
import { unknownAudience } from "./unknown-audience.js";
import { unredactedInternalComment } from "./unredacted-internal-comment.js";

/** Every diagnostic: the only place that lists them. */
export const rules: readonly Rule[] = [
  unredactedInternalComment,
  suspectedInternalComment,
  unclosedInternalComment,
  strayInternalClose,
  misspeltInternalComment,
  internalCommentInCode,
  unknownAudience,
  credential,
  invisibleRedactedMarker,
  inconsistentRedactedMarker,
  frontMatterSyntax,
  frontMatterMissing,
  frontMatterRequiredKey,
  frontMatterValue,
  frontMatterUnknownKey,
  missingSummary,
  summaryNotFirst,
  emptySection,
  duplicateSection,
  headingLevelSkip,
  bareHeading,
  missingSpeaker,
  speakerSpelling,
  dayOutsideEvent,
  followupLeft,
];

/** The codes that a configuration or a waiver may name: those of rules, and those about what is named. */
export const KNOWN_CODES: ReadonlySet<string> = new Set([
  "unknown-rule",
  "unused-waiver",
  ...rules.map(({ code }) => code),
]);
