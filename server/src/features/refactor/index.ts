import { extractSession } from "./extract-session.js";
import { demote, promote } from "./levels-of-section.js";
import { moveDown, moveToDay, moveUp } from "./move.js";
import type { Refactoring } from "./refactoring.js";
import { sortByTime } from "./sort-by-time.js";
import { sayAudience, surround } from "./surround.js";

/** Every refactoring, in the order in which they are offered: the only place that lists them. */
export const refactorings: readonly Refactoring[] = [
  surround,
  sayAudience,
  moveUp,
  moveDown,
  moveToDay,
  promote,
  demote,
  sortByTime,
  extractSession,
];
