import { among } from "../text/characters.js";

/** The signs at which a mark can begin; anything else is skipped without a look. Those that need company have it in `inline-starts.ts`. */
export const MARK_SIGNS = "[<{%(\\█&!:";

/** Whether a unit is one of them. */
export const isMarkSign = among(MARK_SIGNS);

/** What any text with a mark has: of signs that are common otherwise, one with what makes it a mark. */
export const MAY_MARK = /[[\]<{\\█&]|\((?=[rR])|%%|:(?![ \t\r\n/\d])/;
