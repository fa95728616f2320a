import { audienceFor } from "../../features/redaction.js";
import type { Reason } from "../../publish/blockers.js";
import type { Say } from "../../text/message.js";
import type { Text } from "../../text/text.js";
import type { Feature } from "../feature.js";
import {
  type CopyBlocker,
  PUBLIC_COPY_REQUEST,
  type PublicCopyAnswer,
  type PublicCopyParams,
} from "../protocol.js";

/** Makes the public copy of a report for the editor to show, compare or save. */
export const publicCopies: Feature = ({ connection, answer, say }) => {
  connection.onRequest<PublicCopyAnswer, void>(
    PUBLIC_COPY_REQUEST,
    ({ uri, format, audience }: PublicCopyParams) =>
      answer<PublicCopyAnswer>("public copy", uri, null, async ({ analysis, config, analyser, text }) => {
        // Loaded only now: the libraries that write HTML are large.
        const { publicCopy } = await import("../../features/public-copy.js");
        const { outDir } = config.publish;
        const about = {
          audience: audienceFor(config, audience) ?? config.audiences.at(-1)!,
          audiences: config.audiences,
          ...(outDir === undefined ? {} : { outDir }),
        };
        const result = publicCopy(analysis, config, analyser, { format, audience });
        if (result.kind === "refused")
          return {
            kind: "refused",
            ...about,
            reasons: result.reasons.map((reason) => blocker(text, reason, say)),
          };
        const redacted = result.redactions.filter(({ kind }) => kind === "redact").length;
        return { kind: "published", ...about, text: result.output, redacted };
      }),
  );
};

/** Places in a copy that was thrown away mean nothing to the writer. */
function blocker(text: Text, { code, message, from, in: where }: Reason, say: Say): CopyBlocker {
  if (where === "copy") return { code, message: say(message) };
  const { line, column } = text.positionAt(from);
  return { code, message: say(message), line, character: column };
}
