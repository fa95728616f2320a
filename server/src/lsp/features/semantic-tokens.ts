import { type CancellationToken, type SemanticTokens, SemanticTokensBuilder } from "vscode-languageserver";
import { type SemanticToken, semanticTokens, tokensIn } from "../../features/semantic-tokens.js";
import { lineNear } from "../../text/line-near.js";
import type { Text } from "../../text/text.js";
import type { Feature, OpenReport } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { tokenNumber } from "../token-types.js";

/** Colours for the words that only the analysis knows: of the whole report, what changed, or a part. */
export const semanticTokenAnswers: Feature = ({ connection, answer, store, onDidChange }) => {
  /** What was answered last for each open report, for the differences to it. */
  const builders = new Map<string, SemanticTokensBuilder>();
  onDidChange((uri) => {
    if (!store.get(uri)) builders.delete(uri);
  });
  const { languages } = connection;

  const colours = <T>(uri: string, token: CancellationToken, work: (report: OpenReport) => T) =>
    answer<T | SemanticTokens>("semantic tokens", uri, { data: [] }, work, token);

  languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    colours(uri, token, ({ analysis, text }) => {
      const builder = new SemanticTokensBuilder();
      builders.set(uri, builder);
      return build(builder, semanticTokens(analysis), text).build();
    }),
  );
  languages.semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }, token) =>
    colours(uri, token, ({ analysis, text }) => {
      const builder = builders.get(uri) ?? new SemanticTokensBuilder();
      builders.set(uri, builder);
      builder.previousResult(previousResultId);
      return build(builder, semanticTokens(analysis), text).buildEdits();
    }),
  );
  languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
    colours(uri, token, ({ analysis, text }) => {
      const span = { from: fromPosition(text, range.start), to: fromPosition(text, range.end) };
      return build(new SemanticTokensBuilder(), tokensIn(semanticTokens(analysis), span), text).build();
    }),
  );
};

function build(
  builder: SemanticTokensBuilder,
  tokens: readonly SemanticToken[],
  text: Text,
): SemanticTokensBuilder {
  let line = 0;
  for (const { from, to, type } of tokens) {
    // They come in order, most a line or a few behind the one before.
    line = lineNear(text, from, line);
    builder.push(line, from - text.lineStart(line), to - from, tokenNumber(type), 0);
  }
  return builder;
}
