import type { Feature } from "../feature.js";
import { codeActions } from "./code-actions.js";
import { configuration } from "./configuration.js";
import { documentDiagnostics } from "./diagnostics.js";
import { documentSymbols } from "./document-symbols.js";
import { foldingRanges } from "./folding-ranges.js";
import { hovers } from "./hovers.js";
import { publicCopies } from "./public-copy.js";

/** Everything the server can do: the only place that lists it. */
export const features: readonly Feature[] = [
  configuration,
  documentSymbols,
  foldingRanges,
  hovers,
  documentDiagnostics,
  codeActions,
  publicCopies,
];
