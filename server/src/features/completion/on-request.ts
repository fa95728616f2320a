// What the server needs of this folder, in one file, so that it is loaded with the first request for completion.
export { complete, describeCompletion } from "./complete.js";
export { plainInsert } from "./item.js";
export { wordsElsewhere } from "./words-elsewhere.js";
