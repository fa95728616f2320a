import { recognitionSettings } from "../../config.js";
import { decorations } from "../../features/decorations.js";
import type { Feature, OpenReport } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import {
  DECORATIONS_REQUEST,
  type DecorationsAnswer,
  type DecorationsParams,
  RECOGNITION_REQUEST,
  type RecognitionAnswer,
  type RecognitionParams,
} from "../protocol.js";
import { toRange } from "../to-protocol.js";

/** A report with more of them answers with what is near the view: sending and drawing them costs more than finding them. */
const MOST = 1000;
/** How much around the view is near it, in UTF-16 units. */
const MARGIN = 10_000;

/** What an editor tints, and the settings for those who find it themselves. */
export const decorationAnswers: Feature = ({ connection, answer, answerAll, settings }) => {
  connection.onRequest<DecorationsAnswer, void>(
    DECORATIONS_REQUEST,
    ({ uri, visible }: DecorationsParams, token) =>
      answer<DecorationsAnswer>("decorations", uri, null, (report) => decorated(report, visible), token),
  );
  connection.onRequest<RecognitionAnswer, void>(RECOGNITION_REQUEST, ({ uri }: RecognitionParams) =>
    answerAll<RecognitionAnswer>("recognition", async () => {
      const { audiences, words, kinds } = recognitionSettings((await settings.for(uri)).config);
      return { audiences, words, kinds: { ...kinds } };
    }),
  );
};

function decorated(
  { analysis, text, version }: OpenReport,
  visible: DecorationsParams["visible"],
): DecorationsAnswer {
  const stretches = visible.map(({ start, end }) => ({
    from: fromPosition(text, start) - MARGIN,
    to: fromPosition(text, end) + MARGIN,
  }));
  const { complete, internal, redacted } = decorations(analysis, { stretches, most: MOST });
  return {
    version,
    complete,
    internal: internal.map(({ from, to, audience, strength, block }) => ({
      range: toRange(text, { from, to }),
      audience,
      strength,
      block,
    })),
    redacted: redacted.map((span) => toRange(text, span)),
  };
}
