import { isDigit } from "../text/characters.js";

/** A time of day that a text says. */
export interface FoundTime {
  /** `HH:MM`, 24 hours. */
  readonly time: string;
  readonly from: number;
  readonly to: number;
}

const CLOCK =
  "(\\d{1,2})(?:[:.h](\\d{2}))?(?::\\d{2})?(?:[ \\u00a0]{0,2}(am|pm|a\\.m\\.|p\\.m\\.|[ap](?=[\\s–—-]|$)|uhr|h\\b|hrs))?";
const RANGE = new RegExp(`${CLOCK}(?:[ \\u00a0]{0,2}(?:[-–—]|to|bis|until)[ \\u00a0]{0,2}${CLOCK})?`, "iuy");

/**
 * The time at `at`, such as `9:30`, `09:30–10:15`, `2:37:`, `10:30am` or `14 Uhr`; of a range, its start.
 * A bare number is no time.
 */
export function timeAt(text: string, at: number): FoundTime | undefined {
  if (!isDigit(text.charCodeAt(at))) return undefined;
  RANGE.lastIndex = at;
  const found = RANGE.exec(text);
  if (!found) return undefined;
  const [all, hours, minutes, half, , toMinutes, toHalf] = found;
  const after = text[at + all.length] ?? " ";
  if (/[\p{L}\p{N}%]/u.test(after) || (after === "." && /\d/.test(text[at + all.length + 1] ?? "")))
    return undefined;
  if (minutes === undefined && half === undefined && (toHalf === undefined || toMinutes !== undefined))
    return undefined;
  // `10.30` is a time only where something says so: it is a date or a number as soon.
  if (
    text[at + hours!.length] === "." &&
    half === undefined &&
    toHalf === undefined &&
    !/^\s{0,2}[-–—:|]/.test(text.slice(at + all.length)) &&
    all.length < 8
  )
    return undefined;
  const afternoon =
    /^p/i.test(half ?? toHalf ?? "") && !(half === undefined && Number(hours) > Number(found[4] ?? 12));
  const hour = (Number(hours) % (half || toHalf ? 12 : 24)) + (afternoon ? 12 : 0);
  const hour24 = /^(?:uhr|h|hrs)$/i.test(half ?? toHalf ?? "") ? Number(hours) : hour;
  if (Number(hours) > 24 || Number(minutes ?? 0) > 59) return undefined;
  return {
    time: `${String(hour24 % 24).padStart(2, "0")}:${minutes ?? "00"}`,
    from: at,
    to: at + all.length,
  };
}
