import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { outline } from "../../server/src/features/outline.js";
import { cardJson } from "../../server/src/index/make-card.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

const TEXT = `---
type: trip-report
authors: Ada Brook
---
# Elm Days 2031

## Keynote: ten long winters (Ilse Varnholt, Elm Labs)

> [!internal] They will be late.

${"- Some words about what was said there, and more than that. TODO ask @jo\n".repeat(200)}
<internal>

They may not sign.

</internal>

See <https://elm.example/talks> or jo@elm.example.
`;

/** Does all with a report that is done with files nobody has open; its text is another each time. Answers how long its card is. */
export function readReport(): number {
  const analysis = analyser.analyse(`${TEXT}${Math.random()}`, "markdown");
  diagnostics(analysis, { config: DEFAULT_CONFIG });
  outline(analysis);
  return cardJson(analysis).length;
}
