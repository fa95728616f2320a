import type { Piece } from "./token-pieces.js";
import type { TokenReport } from "./token-report.js";

/** A plain-text report with comments, told by its numbers: each picks what comes next. */
export function plainReport(picks: readonly number[], eol: string): TokenReport {
  const pieces: Piece[] = [];
  let token = 0;
  const open = (text: string) => pieces.push({ text, level: 9 });
  const secret = (text: string, level = 0) => pieces.push({ text, level });
  const word = (level = 9) => `${level === 9 ? "P" : `S${level}`}x${++token}q`;
  open(`Title ${word()}${eol}${eol}`);
  for (const pick of picks) {
    switch (pick % 12) {
      case 0:
        open(`Keynote ${word()}${eol}${eol}`);
        break;
      case 1:
        open(`• ${word()} `);
        secret(`[internal: ${word(0)}]`);
        open(` ${word()}${eol}`);
        break;
      case 2:
        open("• ");
        secret(`[internal company: ${word(1)} ${word(1)}]`, 1);
        open(`${eol}${eol}`);
        break;
      case 3:
        open(eol);
        secret(`:::internal${eol}${word(0)}${eol}${eol}• ${word(0)}${eol}:::`);
        open(`${eol}${eol}`);
        break;
      case 4:
        open(`${word()} `);
        secret(`<internal>${word(0)} ${word(0)}</internal>`);
        open(`, ${word()}${eol}${word()}${eol}${eol}`);
        break;
      case 5:
        open(`${word()} `);
        secret(`<!-- internal: ${word(0)}${eol}${word(0)} -->`);
        open(` ${word()}${eol}${eol}`);
        break;
      case 6:
        open(`${word()} `);
        secret(`{>> ${word(0)} <<}`);
        open(` ${word()}${eol}${eol}`);
        break;
      case 7:
        open(`${word()} `);
        secret(`%% ${word(0)} %%`);
        open(` ${word()}${eol}${eol}`);
        break;
      case 8:
        open(`– ${word()}${eol}– ${word()} *${word()}* [${word()}](x) <${word()}> & #${eol}${eol}`);
        break;
      case 9:
        open(`${word()} `);
        secret(`<!-- ${word(0)} -->`, -1);
        open(`.${eol}${eol}`);
        break;
      case 10:
        open(`1. ${word()}${eol}2. `);
        secret(`[private: ${word(0)}]`);
        open(`${eol}${eol}`);
        break;
      default:
        open(`\t${word()}  ${word()}\u00a0${word()}${eol}`);
    }
  }
  return { text: pieces.map(({ text }) => text).join(""), pieces };
}
