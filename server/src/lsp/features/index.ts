import type { Feature } from "../feature.js";
import { agendas } from "./agenda.js";
import { codeActions } from "./code-actions.js";
import { completions } from "./completion.js";
import { configuration } from "./configuration.js";
import { decorationAnswers } from "./decorations.js";
import { definitions } from "./definitions.js";
import { documentDiagnostics } from "./diagnostics.js";
import { documentLinks } from "./document-links.js";
import { documentSymbols } from "./document-symbols.js";
import { drafts } from "./drafts.js";
import { edits } from "./edits.js";
import { foldingRanges } from "./folding-ranges.js";
import { goTo } from "./go-to.js";
import { highlights } from "./highlights.js";
import { hovers } from "./hovers.js";
import { indexing } from "./indexing.js";
import { linkPaste } from "./link-paste.js";
import { linkUpdates } from "./link-updates.js";
import { publicCopies } from "./public-copy.js";
import { references } from "./references.js";
import { rename } from "./rename.js";
import { selectionRangeAnswers } from "./selection-ranges.js";
import { semanticTokenAnswers } from "./semantic-tokens.js";
import { views } from "./views.js";
import { workspaceSymbols } from "./workspace-symbols.js";

/** Everything the server can do: the only place that lists it. */
export const features: readonly Feature[] = [
  configuration,
  indexing,
  workspaceSymbols,
  definitions,
  references,
  highlights,
  rename,
  documentSymbols,
  foldingRanges,
  selectionRangeAnswers,
  hovers,
  semanticTokenAnswers,
  decorationAnswers,
  documentDiagnostics,
  documentLinks,
  linkUpdates,
  linkPaste,
  completions,
  codeActions,
  edits,
  publicCopies,
  agendas,
  drafts,
  views,
  goTo,
];
