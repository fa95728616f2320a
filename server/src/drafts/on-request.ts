// What the server needs of this room, in one file, so that it is loaded with the first request about drafts.
export { lineEdits } from "./line-edits.js";
export { newReport, saidDates } from "./new-report.js";
export { snippetOf } from "./snippet.js";
export { templatesWith } from "./templates/index.js";
export { tidyNotes } from "./tidy-notes.js";
