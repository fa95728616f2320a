import { agendas } from "./agendas.js";
import { bytes } from "./bytes.js";
import { configuration } from "./configuration.js";
import { edits } from "./edits.js";
import { publishing } from "./publishing.js";
import { server } from "./server.js";
import type { Target } from "./target.js";

/** Everything that is fuzzed. */
export const targets: readonly Target[] = [edits, bytes, publishing, server, configuration, agendas];
