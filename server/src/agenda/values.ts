import { decodeHTML } from "entities";
import type { Nodes } from "hast";
import { isIsoDate } from "../report/dates.js";
import { boundedHtml } from "../syntax/bounded-html.js";
import { append } from "../text/append.js";

const MAX_LINE = 300;
const MAX_HTML = 20_000;

/** Controls, marks that turn the direction of text around, and line ends of every kind. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** A text on one line without unprintable characters, entities decoded; undefined where nothing is left. */
export function oneLine(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).slice(0, MAX_LINE * 4);
  const decoded = text.includes("&") ? decodeHTML(text) : text;
  const line = decoded.toWellFormed().replace(UNPRINTABLE, " ").replace(/\s+/gu, " ").trim();
  if (line === "") return undefined;
  return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE).toWellFormed().trimEnd()}…` : line;
}

/** The lines of a description that may be HTML, as a reader has them. */
export function descriptionLines(value: unknown): string[] {
  if (typeof value !== "string") return [];
  const text = value.slice(0, MAX_HTML);
  const plain = /<\/?[a-z][^<>]{0,400}>|&[#\w]{2,10};/i.test(text) ? htmlText(text) : text;
  return plain.split(/\r\n?|\n/).flatMap((line) => oneLine(line) ?? []);
}

const BLOCKS = /^(?:p|div|li|ul|ol|br|h[1-6]|tr|table|blockquote|section|article|dl|dt|dd|pre)$/;
const SILENT = /^(?:script|style|template|head|title)$/;

/** The text of HTML, its blocks on lines of their own; what is nested too deep for a browser has none. */
function htmlText(html: string): string {
  const pieces: string[] = [];
  const open: (Nodes | string)[] = [boundedHtml(html) ?? ""];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === "string") pieces.push(node);
    else if (node.type === "text") pieces.push(node.value);
    else if ("children" in node && !(node.type === "element" && SILENT.test(node.tagName))) {
      const block = node.type === "element" && BLOCKS.test(node.tagName);
      if (block) pieces.push("\n");
      if (block) open.push("\n");
      append(open, [...node.children].reverse());
    }
  }
  return pieces.join("");
}

/** An address of the web, without anything that ends a Markdown link or is a mark of ours; undefined for any other text. */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > 1000 || !/^\s*https?:\/\//i.test(value)) return undefined;
  try {
    const { href } = new URL(value.trim());
    return href.replace(/[<>()[\]\\`*_{}|]|(?<=:):|%(?![0-9A-Fa-f]{2})/g, (char) => encoded(char));
  } catch {
    return undefined;
  }
}

function encoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The ISO date that a text begins with, if the calendar has it. */
export function dayOf(value: unknown): string | undefined {
  const day = typeof value === "string" ? value.trim().slice(0, 10) : "";
  return isIsoDate(day) && day >= "1900" ? day : undefined;
}

/** `HH:MM` of a time, or of a date and time, as it is written: no time zone is applied. */
export function timeOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const found = /^(?:\d{4}-\d{2}-\d{2}[T ])?(\d{1,2}):(\d{2})(?![\d])/.exec(value.trim().slice(0, 30));
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return undefined;
  return `${found[1]!.padStart(2, "0")}:${found[2]}`;
}

/** The time a duration after another, where it is on the same or the next day: `00:45`, `1:30`, `1:02:30` (a day more). */
export function timeAfter(start: string | undefined, duration: unknown): string | undefined {
  if (start === undefined) return undefined;
  const found = typeof duration === "string" ? /^(\d{1,2}):(\d{2})$/.exec(duration.trim()) : null;
  const minutes = found
    ? Number(found[1]) * 60 + Number(found[2])
    : typeof duration === "number"
      ? Math.round(duration)
      : Number.NaN;
  if (!(minutes > 0 && minutes < 24 * 60)) return undefined;
  const [hours, past] = start.split(":").map(Number);
  const end = (hours! * 60 + past! + minutes) % (24 * 60);
  return `${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`;
}
