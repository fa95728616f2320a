import { type Document, isMap, type Scalar, visit } from "yaml";
import { escapeMarkdown } from "../agenda/escape.js";
import { type FrontMatterBlock, frontMatterBlock } from "../syntax/front-matter.js";
import { lineBreakOf } from "../text/line-break.js";
import type { Span } from "../text/span.js";
import { readYaml } from "../text/yaml.js";
import { BLOCK_VARIABLES, type DraftValues, VARIABLES, type Variable } from "./variables.js";

/** A new report. Offsets are UTF-16 units of its text. */
export interface Draft {
  readonly text: string;
  /** The places that the writer is to fill in, in order; those of one name hold the same. */
  readonly holes: readonly Hole[];
  /** Variables that there are none of, by name: they stay as they are written. */
  readonly unknown: readonly string[];
  /** Set where the template's front matter could not be read: its values are then not quoted. */
  readonly unread?: true;
}

/** A place with a placeholder in it. */
export interface Hole extends Span {
  readonly name: string;
}

/** What stands in front matter for what is not known: nothing, or a placeholder to type over. */
export type Blanks = "empty" | "placeholders";

/** A variable or a prompt: `{{event}}`, `{{? The one thing to remember}}`. */
const VARIABLE = /\{\{[ \t]*(?:\?([^{}\r\n]+)|([A-Za-z][\w-]{0,60})[ \t]*)\}\}/g;
const ALONE = /^[ \t]*\{\{[ \t]*([A-Za-z][\w-]{0,60})[ \t]*\}\}[ \t]*(?:\r\n?|\n|$)(?:[ \t]*(?:\r\n?|\n))?/gm;

const MAX_PROMPT = 200;

/** Fills in a template. Total: what cannot be filled in stays as it is written and is told. */
export function fillTemplate(template: string, values: DraftValues, blanks: Blanks): Draft {
  return new Filling(clean(template), values, blanks).draft();
}

/** The characters that mark holes while a draft is made; no text has them for long. */
const OPEN = "\ue000";
const MIDDLE = "\ue001";
const CLOSE = "\ue002";

function clean(text: string): string {
  return text.replace(/[\ue000-\ue002]/g, "\ufffd");
}

class Filling {
  private readonly unknown = new Set<string>();
  private readonly lineBreak: string;
  private prompts = 0;
  private unread = false;

  constructor(
    private readonly template: string,
    private readonly values: DraftValues,
    private readonly blanks: Blanks,
  ) {
    this.lineBreak = lineBreakOf(template);
  }

  draft(): Draft {
    const start = this.template.startsWith("\ufeff") ? 1 : 0;
    const block = frontMatterBlock(this.template, start);
    const bodyStart = block && !block.unclosed ? block.to : start;
    const front = block && bodyStart === block.to ? this.frontMatter(block) : "";
    const body = this.body(this.template.slice(bodyStart));
    return {
      ...holesIn(`${(front + body).trimEnd()}${this.lineBreak}`),
      unknown: [...this.unknown],
      ...(this.unread ? { unread: true } : {}),
    };
  }

  /** The front matter, both lines of dashes included. Values are written by the YAML library, so that none is markup to it. */
  private frontMatter({ from, to, language, source: place }: FrontMatterBlock): string {
    const source = this.template.slice(place.from, place.to);
    const names: string[] = [];
    // While YAML reads it a variable is a word: its braces would be a mapping.
    const masked = source.replace(VARIABLE, (written) => `${OPEN}${names.push(written) - 1}${CLOSE}`);
    const filled = names.length > 0 && language === "yaml" ? this.yaml(masked, names) : undefined;
    if (filled !== undefined) return `---\n${filled.trimEnd()}\n---`.replace(/\n/g, this.lineBreak);
    this.unread = names.length > 0;
    return this.inline(this.template.slice(from, to), asIs);
  }

  /** The front matter as YAML has it filled in; undefined where it cannot be read. */
  private yaml(masked: string, names: readonly string[]): string | undefined {
    try {
      const document = readYaml(masked);
      return document.errors.length === 0 ? this.written(document, names) : undefined;
    } catch {
      // The YAML library recurses: nesting by the thousand ends its stack.
      return undefined;
    }
  }

  private written(document: Document.Parsed, names: readonly string[]): string {
    const written = (masked: string) =>
      masked.replace(/\ue000(\d+)\ue002/g, (_, index: string) => names[Number(index)] ?? "");
    visit(document, {
      Scalar: (key, scalar) => {
        if (typeof scalar.value !== "string" || !scalar.value.includes(OPEN)) return undefined;
        const text = written(scalar.value);
        if (key === "key") {
          scalar.value = this.inline(text, asIs);
          return undefined;
        }
        return this.yamlValue(document, scalar, text);
      },
    });
    // An agenda tells it; few templates ask for it.
    const { website } = this.values;
    if (website !== undefined && isMap(document.contents) && !document.has("website"))
      document.set("website", oneLine(clean(website)));
    return written(document.toString({ lineWidth: 0, nullStr: "" })).replace(/:[ \t]+$/gm, ":");
  }

  /** What stands for a value of front matter that has variables in it. */
  private yamlValue(document: Document, scalar: Scalar, text: string) {
    const whole = /^\{\{[ \t]*([A-Za-z][\w-]*)[ \t]*\}\}$/.exec(text)?.[1];
    const variable = VARIABLES.find(({ name }) => name === whole);
    if (variable) {
      const known = variable.text(this.values) !== undefined;
      if (known && variable.data) return document.createNode(variable.data(this.values));
      if (!known && this.blanks === "empty") return document.createNode(null);
      if (!known && variable.data) return document.createNode([this.hole(variable)]);
    }
    const filled = this.inline(text, asIs);
    scalar.value = filled;
    if ((filled.includes(OPEN) && !variable?.bare) || scalar.type !== "PLAIN") scalar.type = "QUOTE_DOUBLE";
    return undefined;
  }

  private body(text: string): string {
    let body = "";
    let done = 0;
    for (const found of text.matchAll(ALONE)) {
      const block = BLOCK_VARIABLES.find(({ name }) => name === found[1]);
      if (!block) continue;
      const blocks = clean(block.blocks(this.values)).trimEnd();
      // What comes from elsewhere is no template: its braces mean nothing.
      const filled = block.prompts ? this.inline(blocks, escapeMarkdown) : blocks;
      const gap = blocks === "" ? "" : this.lineBreak.repeat(2);
      body += this.inline(text.slice(done, found.index), escapeMarkdown);
      body += filled.replace(/\r\n?|\n/g, this.lineBreak) + gap;
      done = found.index + found[0].length;
    }
    return body + this.inline(text.slice(done), escapeMarkdown);
  }

  /** A text with its variables filled in, each value written as `write` has it. */
  private inline(text: string, write: (value: string) => string): string {
    return text.replace(VARIABLE, (written, prompt: string | undefined, name: string | undefined) => {
      if (prompt !== undefined) return this.prompt(prompt) ?? written;
      const variable = VARIABLES.find((candidate) => candidate.name === name);
      if (!variable) {
        this.unknown.add(name!);
        return written;
      }
      const value = variable.text(this.values);
      return value === undefined ? this.hole(variable) : write(clean(oneLine(value)));
    });
  }

  /** The hole that a prompt leaves; none where it is too long to be one. */
  private prompt(written: string): string | undefined {
    const words = written.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, "") || " ";
    return words.length > MAX_PROMPT ? undefined : `${OPEN}?${++this.prompts}${MIDDLE}${words}${CLOSE}`;
  }

  private hole({ name, placeholder }: Variable): string {
    return `${OPEN}${name}${MIDDLE}${placeholder(this.values)}${CLOSE}`;
  }
}

/** The text without the marks of its holes, and where they are. */
function holesIn(marked: string): Pick<Draft, "text" | "holes"> {
  const holes: Hole[] = [];
  let text = "";
  let done = 0;
  for (const found of marked.matchAll(/\ue000([^\ue000-\ue002]*)\ue001([^\ue000-\ue002]*)\ue002/g)) {
    text += marked.slice(done, found.index);
    holes.push({ name: found[1]!, from: text.length, to: text.length + found[2]!.length });
    text += found[2]!;
    done = found.index + found[0].length;
  }
  return { text: text + marked.slice(done), holes };
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, " ").trim();
}

/** A value where nothing is markup. */
function asIs(value: string): string {
  return value;
}
