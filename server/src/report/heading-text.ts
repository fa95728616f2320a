import { isDigit, isSpace, wordsOf } from "../text/characters.js";
import { l10n, type Message } from "../text/message.js";
import { type DayMention, mayBeginDay, scanDay, wholeDay } from "./days.js";
import { HOLDS, heldBy } from "./heading-holds.js";
import { ASIDE, CODE, KIND_ONLY, KIND_WORD, NUMBERINGS } from "./heading-marks.js";
import { lastParenthesis, lastSquare, type Window } from "./heading-parts.js";
import { isBefore, isBehind, lastWords, mayCount, opensBracket } from "./heading-scan.js";
import { type HeadingSpeakers, headingSpeakers } from "./heading-speakers.js";
import type { Reason, Said } from "./model.js";
import { SPEAKER_PLACES } from "./speaker-places.js";
import { timeAt } from "./times.js";

/** The number or letter before a heading's title. */
export interface Numbering {
  /** What counts: `letter` for `A.`, `number` for `2.`, or the word in `Talk 3`. */
  readonly style: string;
  readonly words: string;
}

/** What a heading's text says, offsets counted in it. */
export interface HeadingText {
  readonly text: string;
  /** The title's place. */
  readonly from: number;
  readonly to: number;
  readonly day: DayMention | undefined;
  /** Whether the heading is a day and nothing else, or begins with one. */
  readonly opensDay: "whole" | "first" | undefined;
  readonly time: string | undefined;
  readonly numbering: Numbering | undefined;
  readonly speakers: HeadingSpeakers | undefined;
  /** The title with the speakers still in it. */
  readonly unsplit: Window;
  /** The company that stands where speakers stand. */
  readonly organisation: string | undefined;
  readonly reasons: readonly Reason[];
}

const SEPARATED =
  /[\s\u00a0]{0,3}[-–—:|,.)\]/]{1,3}[\s\u00a0]{1,4}(?=\S)|[\s\u00a0]{0,3}[–—:|)\]][\s\u00a0]{0,4}(?=\S)/uy;

/** Takes a heading's plain text apart: title, speakers, day, time, numbering, asides. Total. */
export function readHeading(source: string): HeadingText {
  return new HeadingReader(source.length > 600 ? source.slice(0, 600) : source).read();
}

class HeadingReader {
  private from = 0;
  private to: number;
  private day: DayMention | undefined;
  private opensDay: HeadingText["opensDay"];
  private time: string | undefined;
  private numbering: Numbering | undefined;
  private speakers: HeadingSpeakers | undefined;
  private organisation: string | undefined;
  private readonly reasons: Reason[] = [];

  /** What the text may hold: see `HOLDS`. */
  private readonly holds: number;

  constructor(private readonly text: string) {
    this.holds = heldBy(text);
    this.to = text.length;
    this.trim();
  }

  read(): HeadingText {
    const whole = { from: this.from, to: this.to };
    const only = this.wholeDay(this.text);
    if (only) {
      this.because(l10n.t("the heading is a day"), whole, "day");
      this.day = only;
      this.opensDay = "whole";
      return this.found(whole);
    }
    for (let i = 0; i < 5 && this.prefix(); i++);
    for (let i = 0; i < 6 && this.suffix(); i++);
    const unsplit = this.window;
    const found = headingSpeakers(this.text, unsplit, this.holds);
    if (found) this.speakers = found;
    if (found?.firm) {
      this.because(SPEAKER_PLACES[found.place], { from: found.people[0]!.from, to: found.people.at(-1)!.to });
      this.from = found.from;
      this.to = found.to;
      this.trim();
      for (let i = 0; i < 4 && this.suffix(); i++);
      for (let i = 0; i < 2 && this.prefix(); i++);
    }
    if (this.from >= this.to) {
      this.from = whole.from;
      this.to = whole.to;
    }
    return this.found(unsplit);
  }

  private found(unsplit: Window): HeadingText {
    const { text, from, to, day, opensDay, time, numbering, speakers, organisation, reasons } = this;
    return { text, from, to, unsplit, day, opensDay, time, numbering, speakers, organisation, reasons };
  }

  private mayHold(what: number): boolean {
    return (this.holds & what) !== 0;
  }

  private get window(): Window {
    return { from: this.from, to: this.to };
  }

  /** Takes one thing off the front: a time, a day or a number. */
  private prefix(): boolean {
    return this.leadingTime() || this.leadingDay() || this.leadingNumber();
  }

  private leadingTime(): boolean {
    const open = opensBracket(this.text.charCodeAt(this.from)) ? 1 : 0;
    const found = this.time === undefined ? timeAt(this.text, this.from + open) : undefined;
    if (!found) return this.leadingMark();
    const next =
      this.separated(found.to) ?? (/[\s\u00a0]/.test(this.text[found.to] ?? "") ? found.to + 1 : undefined);
    if (next === undefined || next >= this.to) return false;
    this.time = found.time;
    this.because(l10n.t("a time before the title"), found, "time");
    this.from = next;
    this.trim();
    return true;
  }

  /** `65:05 Questions`: a mark on a recording, which is no time of day. */
  private leadingMark(): boolean {
    if (!isDigit(this.text.charCodeAt(this.from))) return false;
    const found = /^\d{2,3}:\d{2}(?::\d{2})?:?\s{1,3}(?=\S)/.exec(this.text.slice(this.from, this.from + 16));
    if (!found) return false;
    this.because(l10n.t("a mark on a recording"), { from: this.from, to: this.from + found[0].length });
    this.from += found[0].length;
    return true;
  }

  /** The day that a piece of the heading is. */
  private wholeDay(piece: string): DayMention | undefined {
    return this.mayHold(HOLDS.day) ? wholeDay(piece) : undefined;
  }

  private leadingDay(): boolean {
    if (this.day || !this.mayHold(HOLDS.day)) return false;
    const open = opensBracket(this.text.charCodeAt(this.from)) ? 1 : 0;
    const found = scanDay(this.text, this.from + open);
    if (!found) return false;
    const timed = /^[,.]?[\s\u00a0]{1,3}(?:@ |at )?(?=\d{1,2}[:.h]\d{2}|\d{1,2}\s?[ap]m)/i.exec(
      this.text.slice(found.to, found.to + 20),
    );
    const next = timed ? found.to + timed[0].length : this.separated(found.to);
    const dated = found.mention.weekday !== undefined || found.mention.date !== undefined;
    if (next === undefined) {
      const rest = this.text.slice(found.to, this.to);
      // `Monday Keynote` is a keynote on Monday; `Day 2 Operations` is no day.
      if (
        found.mention.short ||
        !/^[\s’']/.test(rest) ||
        !KIND_WORD.test(rest) ||
        (!dated && rest.trim().split(/\s+/).length > 4)
      )
        return false;
      this.day = found.mention;
      this.because(l10n.t("a day and a kind"), this.window, "day");
      return false;
    }
    if (next >= this.to) return false;
    this.day = found.mention;
    this.opensDay = "first";
    this.because(l10n.t("a day before the title"), found, "day");
    this.from = next;
    this.trim();
    return true;
  }

  private leadingNumber(): boolean {
    if (!mayCount(this.text, this.from)) return false;
    for (const { begins, pattern, style } of NUMBERINGS) {
      if (!begins(this.text.charCodeAt(this.from))) continue;
      pattern.lastIndex = this.from;
      const found = pattern.exec(this.text);
      if (!found || pattern.lastIndex >= this.to) continue;
      this.numbering ??= { style: style(found), words: found[0].trim() };
      this.because(l10n.t("numbering"), { from: this.from, to: pattern.lastIndex });
      this.from = pattern.lastIndex;
      this.trim();
      return true;
    }
    return false;
  }

  /** Takes one thing off the end: an aside, a day, a time, a code. */
  private suffix(): boolean {
    return this.bracketed() || this.trailingDay() || this.trailingTime();
  }

  private bracketed(): boolean {
    const end = this.text.charCodeAt(this.to - 1);
    if (end !== 41 && end !== 93) return false;
    const found =
      this.text[this.to - 1] === "]"
        ? lastSquare(this.text, this.window)
        : lastParenthesis(this.text, this.window);
    if (!found || found.to !== this.to || found.from <= this.from) return false;
    const inner = this.text.slice(found.from + 1, found.to - 1).trim();
    const dayAndTime = this.mayHold(HOLDS.digit)
      ? /^(.{3,40}?)[\s,]{1,3}(\d{1,2}[:.h]\d{2}.{0,16})$/.exec(inner)
      : null;
    const day = this.day
      ? undefined
      : (this.wholeDay(inner) ?? (dayAndTime ? this.wholeDay(dayAndTime[1]!) : undefined));
    const time = timeAt(day && dayAndTime ? dayAndTime[2]! : inner, 0);
    if (day) {
      this.day = day;
      const timed = dayAndTime && time && this.time === undefined;
      if (timed) this.time = time.time;
      this.because(l10n.t("a day in brackets"), found, timed ? "day and time" : "day");
    } else if (ASIDE.test(inner)) this.because(l10n.t("an aside"), found);
    else if (CODE.test(inner)) this.because(l10n.t("a session code"), found);
    else if (time && time.to === inner.length && this.time === undefined) {
      this.time = time.time;
      this.because(l10n.t("a time in brackets"), found, "time");
    } else if (this.organisationIn(inner, found)) this.organisation = inner;
    else return false;
    this.to = found.from;
    this.trim();
    return true;
  }

  /** `Keynote Day 1 (Acme)`: a short name behind nothing but a kind is who gives it. */
  private organisationIn(inner: string, found: Window): boolean {
    if (inner.length > 62 || wordsOf(inner).length > 3) return false;
    const before = this.text.slice(this.from, found.from).trim();
    if (wordsOf(before).length > 4 || !/^\p{Lu}[^()]{1,30}$/u.test(inner)) return false;
    if (!KIND_ONLY.test(before) || headingSpeakers(this.text, this.window, this.holds)?.firm) return false;
    this.because(l10n.t("a company in place of speakers"), found);
    return true;
  }

  private trailingDay(): boolean {
    if (this.day || !this.mayHold(HOLDS.day)) return false;
    for (const { from, to: at } of lastWords(this.text, this.window, 6, mayBeginDay)) {
      const found = scanDay(this.text, at);
      if (!found || found.to < this.to) continue;
      const before = this.text.slice(this.from, from);
      const apart = /[,–—:|(]/.test(this.text.slice(from, at)) || /\s-$/.test(before);
      const both = found.mention.number !== undefined && found.mention.date !== undefined;
      if (
        !apart &&
        !both &&
        (found.mention.short || !KIND_WORD.test(before) || before.split(/\s+/).length > 4)
      )
        continue;
      this.day = found.mention;
      this.because(apart ? l10n.t("a day behind the title") : l10n.t("a kind and a day"), found, "day");
      if (!apart && !both) return false;
      this.to = from;
      this.trim();
      return true;
    }
    return false;
  }

  private trailingTime(): boolean {
    if (this.time !== undefined || !this.mayHold(HOLDS.digit)) return false;
    const found = /(?:\s[-–—@|]|,|\bat)\s{1,3}(?=\d{1,2}[:.h]\d{2}|\d{1,2}\s?[ap]m)/i.exec(
      this.text.slice(this.from, this.to),
    );
    const time = found && timeAt(this.text, this.from + found.index + found[0].length);
    if (!found || !time || time.to < this.to || found.index === 0) return false;
    this.time = time.time;
    this.because(l10n.t("a time behind the title"), time, "time");
    this.to = this.from + found.index;
    this.trim();
    return true;
  }

  private separated(at: number): number | undefined {
    SEPARATED.lastIndex = at;
    return SEPARATED.test(this.text) ? SEPARATED.lastIndex : undefined;
  }

  private because(rule: Message, { from, to }: Window, says?: Said): void {
    const words = this.text.slice(from, to).trim();
    this.reasons.push(says === undefined ? { rule, words } : { rule, words, says });
  }

  private trim(): void {
    const { text } = this;
    while (this.from < this.to && isBefore(text.charCodeAt(this.from))) this.from++;
    while (this.to > this.from && isBehind(text.charCodeAt(this.to - 1))) this.to--;
    const dashed = text.charCodeAt(this.to - 1) === 45 && isSpace(text.charCodeAt(this.to - 2));
    if (dashed && this.to - 1 > this.from) {
      this.to--;
      this.trim();
    }
  }
}
