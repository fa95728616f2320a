import type { Report } from "../../report/model.js";
import { timeAt } from "../../report/times.js";
import { l10n } from "../../text/message.js";
import type { Text } from "../../text/text.js";
import { type EditCommand, refused } from "../edit-result.js";
import { moved } from "./moved.js";

/** How a report writes the time of day at the start of its lines. */
interface ClockStyle {
  /** What stands behind the minutes: a colon, or nothing. */
  readonly colon: string;
  /** `9:05` rather than `09:05`. */
  readonly bare: boolean;
  /** Hours go to twelve and begin again. */
  readonly twelve: boolean;
  /** `pm`, `PM`, ` p.m.` as the report writes it, where it does. */
  readonly half: string;
}

/** Writes the time at each cursor, in the way the report writes its times: `14:05 ` where it has none. */
export const insertTimestamp: EditCommand = ({ analysis }, selections, { time }) => {
  const said = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time ?? "");
  if (!said) return refused(l10n.t("The time of day is not known."));
  const written = clock(Number(said[1]), said[2]!, clockStyle(analysis.text, analysis.report));
  const { content } = analysis.text;
  const edits = selections.map(({ from }) => ({
    from,
    to: from,
    insert: `${/[\s[(]/.test(content[from - 1] ?? " ") ? "" : " "}${written} `,
  }));
  const cursors = selections.map(({ from }) => moved({ from, to: from }, edits));
  return { kind: "edits", edits, selections: cursors };
};

/** The time of day in a report's style. */
export function clock(hours: number, minutes: string, { colon, bare, twelve, half }: ClockStyle): string {
  const shown = twelve ? hours % 12 || 12 : hours;
  const padded = bare ? String(shown) : String(shown).padStart(2, "0");
  return `${padded}:${minutes}${half === "" ? "" : halfOf(hours, half)}${colon}`;
}

function halfOf(hours: number, like: string): string {
  const letter = hours < 12 ? "a" : "p";
  return like.replace(/[ap](?=\.?m)/i, (found) =>
    found === found.toUpperCase() ? letter.toUpperCase() : letter,
  );
}

/** How the times at the starts of lines and headings are written; most lines decide. */
export function clockStyle(text: Text, { frontMatter }: Report): ClockStyle {
  const found: { readonly hours: string; readonly half: string; readonly colon: string }[] = [];
  for (let line = text.lineAt(frontMatter?.to ?? 0); line < text.lineCount; line++) {
    const content = text.content.slice(
      text.lineStart(line),
      Math.min(text.lineEnd(line), text.lineStart(line) + 60),
    );
    const start = /^[ \t>#*_•–-]*(?=\d)/.exec(content)?.[0].length;
    const time = start === undefined ? undefined : timeAt(content, start);
    const said = time && /^(\d{1,2}):\d{2}([ \u00a0]?[ap]\.?m\.?)?/i.exec(content.slice(time.from, time.to));
    if (said)
      found.push({
        hours: said[1]!,
        half: said[2] ?? "",
        colon: /^:(?=\s|$)/.test(content.slice(time.to)) ? ":" : "",
      });
  }
  const most = (holds: (one: (typeof found)[number]) => boolean) =>
    found.filter(holds).length * 2 > found.length;
  const half = most((one) => one.half !== "") ? (found.find((one) => one.half !== "")?.half ?? "") : "";
  const bare =
    found.some(({ hours }) => hours.length === 1) && !found.some(({ hours }) => hours.startsWith("0"));
  const small = found.some(({ hours }) => hours.length === 1 && Number(hours) < 7);
  // Nobody writes at three in the morning: small hours without large ones are those of an afternoon.
  const twelve = half !== "" || (bare && small && !found.some(({ hours }) => Number(hours) > 12));
  return { colon: most((one) => one.colon !== "") ? ":" : "", bare, twelve, half };
}
