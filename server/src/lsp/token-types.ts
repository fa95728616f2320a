import { SemanticTokenTypes } from "vscode-languageserver";
import type { TokenType } from "../features/semantic-tokens.js";

/** Our types as the protocol's own, which every theme colours: each its own, so that a client can tell them apart. */
const TYPES: Readonly<Record<TokenType, SemanticTokenTypes>> = {
  speaker: SemanticTokenTypes.function,
  kind: SemanticTokenTypes.keyword,
  time: SemanticTokenTypes.number,
  day: SemanticTokenTypes.enumMember,
  internalMark: SemanticTokenTypes.macro,
  audience: SemanticTokenTypes.type,
  redacted: SemanticTokenTypes.comment,
  followUp: SemanticTokenTypes.event,
};

/** What the numbers of types in an answer stand for. */
export const TOKEN_LEGEND: readonly string[] = Object.values(TYPES);

/** The number of a type in the legend. */
export function tokenNumber(type: TokenType): number {
  return TOKEN_LEGEND.indexOf(TYPES[type]);
}
