import { segments } from "./heading-parts.js";
import type { HeadingText } from "./heading-text.js";
import { isCommonWord } from "./names.js";

/** The last piece of a title behind a dash: a company, or not. */
export interface CompanyBehind {
  readonly words: string;
  /** Where the title ends without it. */
  readonly to: number;
  readonly likely: boolean;
}

/** `Title - Acme`: the piece behind the title's last dash, where the heading names no speakers. */
export function companyBehind({ text, from, to, speakers }: HeadingText): CompanyBehind | undefined {
  if (speakers?.firm || !/\s[-–—|]\s/.test(text)) return undefined;
  const parts = segments(text, { from, to }, /\s+[-–—|]\s+/y);
  const last = parts[parts.length - 1];
  const before = parts[parts.length - 2];
  if (!last || !before) return undefined;
  const words = text.slice(last.from, last.to);
  return { words, to: before.to, likely: isCompany(words) };
}

function isCompany(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= 2 &&
    text.length <= 24 &&
    /^[\p{L}\p{N}.&+ -]+$/u.test(text) &&
    !words.some((word) => isCommonWord(word))
  );
}
