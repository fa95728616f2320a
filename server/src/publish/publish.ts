import { append } from "../text/append.js";
import { applyEdits } from "../text/edit.js";
import { l10n } from "../text/message.js";
import { blockers, type Reason } from "./blockers.js";
import { leftOver, spoken } from "./gate.js";
import type { Unrendered } from "./html-tree.js";
import { markdownMarker } from "./marker.js";
import type { OutputFormat, RedactionOptions } from "./options.js";
import { type RedactionInput, redact } from "./redact.js";
import { hiddenComments, nestedTooDeep, type Region } from "./regions.js";
import { render } from "./render.js";
import { forbiddenPhrases } from "./withheld.js";

/** Shorter comments (`ok`) are found in any name. */
const NAME_LENGTH = 3;

/** What publishing needs besides the report. */
export interface PublishOptions extends RedactionOptions {
  readonly format: OutputFormat;
  /** HTML without the page around it. */
  readonly fragment: boolean;
  /** The names of the files that will be written: they must not repeat a comment either. */
  readonly names: readonly string[];
  /** Reads a text as the source was read. */
  readonly reanalyse: (text: string) => RedactionInput;
}

export type PublishResult =
  | {
      readonly kind: "published";
      readonly output: string;
      /** The redacted report in its own format, of which `output` was made. */
      readonly copy: RedactionInput;
      readonly redactions: readonly Region[];
    }
  | { readonly kind: "refused"; readonly reasons: readonly Reason[]; readonly redactions: readonly Region[] };

/**
 * Makes the copy of a report for an audience, reads it again, and answers it only when nothing of a comment that
 * is not for that audience is in it. Pure, total, synchronous.
 */
export function publish(input: RedactionInput, options: PublishOptions): PublishResult {
  const redaction = redact(input, { ...options, marker: written(input, options) });
  const redactions = redaction.regions;
  const reasons = blockers(input.report).filter(
    (reason) => !options.force || !canBeForced(reason, redactions),
  );
  append(reasons, tooDeep(input, options));
  if (reasons.length > 0) return { kind: "refused", reasons, redactions };
  const copy = options.reanalyse(applyEdits(input.syntax.text, redaction.edits));
  const rendered = render(copy, options);
  if (typeof rendered === "string") return { kind: "refused", reasons: [UNRENDERED[rendered]], redactions };
  const phrases = forbiddenPhrases(input, redaction, options, rendered.generated);
  const leaks = [
    ...leftOver(copy, options),
    // Of Markdown both are the same text.
    ...[...new Set([copy.syntax.text, rendered.output])].flatMap((text) => spoken(text, phrases)),
    ...spoken(
      options.names.join("\n"),
      phrases.filter(({ letters }) => letters.length >= NAME_LENGTH),
    ).map(inName),
  ];
  if (leaks.length > 0) return { kind: "refused", reasons: leaks, redactions };
  return { kind: "published", output: rendered.output, copy, redactions };
}

/** What cannot be checked is not published, forced or not. */
function tooDeep({ report }: RedactionInput, options: PublishOptions): Reason[] {
  const [first] = nestedTooDeep(hiddenComments(report, options));
  if (!first) return [];
  const message = l10n.t("internal comments that are nested too deep to be checked");
  return [{ code: "nested-too-deep", ...first.open, message, in: "source" }];
}

const UNRENDERED: Readonly<Record<Unrendered, Reason>> = {
  "nested-too-deep": {
    code: "nested-too-deep",
    from: 0,
    to: 0,
    message: l10n.t("HTML that is nested too deep to be rendered"),
    in: "copy",
  },
  "repeated-too-often": {
    code: "repeated-too-often",
    from: 0,
    to: 0,
    message: l10n.t("addresses that are repeated too often to be rendered"),
    in: "copy",
  },
};

/** Whether redacting further than a comment was meant to reach is enough; an end without a beginning tells no reach. */
function canBeForced({ from, to, isClose }: Reason, redactions: readonly Region[]): boolean {
  if (!isClose) return true;
  return redactions.some((region) => region.from <= from && to <= region.to);
}

/** Plain text has no escapes; what becomes of it as Markdown has. */
function written({ syntax }: RedactionInput, { format, marker }: PublishOptions): string {
  return syntax.format === "plain-text" && format === "md" ? markdownMarker(marker) : marker;
}

function inName(reason: Reason): Reason {
  return {
    ...reason,
    message: l10n.t("the name of a file would repeat text of a comment that is not for its readers"),
  };
}
