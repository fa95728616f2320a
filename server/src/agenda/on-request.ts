// What the server needs of this room beside reading, in one file, so that it is loaded with the first request about agendas.
export { acceptAll } from "./accept.js";
export { agendaFacts, composeAgenda } from "./compose.js";
export { escapeMarkdown } from "./escape.js";
export { importEdits } from "./import.js";
export { sessionSections } from "./places.js";
export { agendaChanges } from "./sync.js";
