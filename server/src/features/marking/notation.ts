import type { Config } from "../../config.js";

/** The forms that a selection is marked with, in the order in which they are tried. */
export type WrittenForm = "inline" | "tag";

/** How an internal comment is written under a configuration: its word and, where it is not the narrowest, its audience. */
export class Notation {
  private readonly word: string;
  private readonly said: string | undefined;

  constructor({ internal, audiences }: Config, audience: string) {
    this.word = internal.words.find((word) => word === "internal") ?? internal.words[0] ?? "internal";
    this.said = audience === audiences[0] ? undefined : audience;
  }

  /** The marks before and behind text within a paragraph. */
  around(form: WrittenForm): { readonly open: string; readonly close: string } {
    if (form === "inline") return { open: `[${this.word}${this.audience(" ")}: `, close: "]" };
    return { open: `<${this.word}${this.attribute(" ", '"')}>`, close: `</${this.word}>` };
  }

  /** The line that opens a container of so many colons. */
  container(colons: number): string {
    return `${":".repeat(colons)}${this.word}${this.audience(" ")}`;
  }

  /** What a heading's attributes say, without braces. */
  attributes(): string {
    return `.${this.word}${this.attribute(" ", "")}`;
  }

  private audience(before: string): string {
    return this.said === undefined ? "" : `${before}${this.said}`;
  }

  private attribute(before: string, quote: string): string {
    return this.said === undefined ? "" : `${before}audience=${quote}${this.said}${quote}`;
  }
}
