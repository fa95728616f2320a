/** What the bench measures of the core. */
export { Analyser } from "../../server/src/analysis.js";
export { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
export { decorations } from "../../server/src/features/decorations.js";
export { diagnostics } from "../../server/src/features/diagnostics.js";
export { folding } from "../../server/src/features/folding.js";
export { outline } from "../../server/src/features/outline.js";
export { semanticTokens } from "../../server/src/features/semantic-tokens.js";
export { toDocumentSymbols } from "../../server/src/lsp/document-symbols.js";
export { Encoder } from "../../server/src/lsp/encoding.js";
