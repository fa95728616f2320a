import { type Line, numbers, type Piece, type Place, PUBLIC } from "./token-pieces.js";
import { TokenWriter } from "./token-words.js";

/** A generated report: every word in it is known, and who may read it. */
export interface TokenReport {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Reports with all forms of comments in all containers, nested in each other, every one well formed. */
export function tokenReport(seed: number, size: number, eol = "\n"): TokenReport {
  const report = new Generator(numbers(seed), size).report();
  const pieces = report.flatMap((line, index) => [
    ...line,
    ...(index + 1 < report.length
      ? [{ text: eol, level: Math.min(line.at(-1)?.level ?? 9, report[index + 1]![0]?.level ?? 9) }]
      : []),
  ]);
  return { text: pieces.map(({ text }) => text).join(""), pieces };
}

class Generator extends TokenWriter {
  constructor(
    random: (below: number) => number,
    private left: number,
  ) {
    super(random);
  }

  report(): Line[] {
    const place: Place = { level: PUBLIC, depth: 0, in: new Set() };
    const lines: Line[] = [];
    if (this.random(3) === 0) lines.push(...this.frontMatter());
    lines.push([this.at(place, `# ${this.word(place)}`)], []);
    while (this.left > 0) lines.push(...(this.random(6) === 0 ? this.section(place) : this.block(place)), []);
    for (const { label, level, kind } of this.definitions)
      if (kind === "link")
        lines.push([{ text: `[${label}]: http://d.example/${this.word({ ...place, level })}`, level }], []);
      else lines.push([{ text: `[${label}]: ${this.word({ ...place, level })} note`, level }], []);
    return lines;
  }

  private frontMatter(): Line[] {
    const open: Place = { level: PUBLIC, depth: 0, in: new Set() };
    const secret: Place = { ...open, level: 0 };
    const lines: Line[] = [[this.at(open, "---")], [this.at(open, `title: ${this.word(open)}`)]];
    if (this.random(2) === 0) lines.push([this.at(secret, `internal: ${this.word(secret)}`)]);
    if (this.random(2) === 0)
      lines.push([this.at(open, `event: ${this.word(open)}`), this.at(secret, ` # ${this.word(secret)}`)]);
    if (this.random(2) === 0)
      lines.push([this.at(secret, "internal:")], [this.at(secret, `  - ${this.word(secret)}`)]);
    const keys = new Set<string>();
    const unique = lines.filter((line) => {
      const key = /^(\w+):/.exec(line[0]!.text)?.[1];
      if (key === undefined) return true;
      const known = keys.has(key);
      keys.add(key);
      return !known;
    });
    return unique.some((line) => /^ {2}- /.test(line[0]!.text)) &&
      unique.filter((l) => l[0]!.text === "internal:").length === 0
      ? [...unique.filter((line) => !/^ {2}- /.test(line[0]!.text)), [this.at(open, "---")], []]
      : [...unique, [this.at(open, "---")], []];
  }

  /** A heading whose body, up to the next heading of its level, is internal; always the last of its level. */
  private section(place: Place): Line[] {
    const inner = this.audience(place);
    const said = inner.said === undefined ? "" : ` audience=${inner.said}`;
    const lines: Line[] = [
      [
        this.at(place, `## ${this.word(place)}`),
        { text: ` {.${this.name().toLowerCase()}${said}}`, level: inner.place.level },
      ],
      [],
    ];
    for (let count = 1 + this.random(2); count > 0; count--) lines.push(...this.block(inner.place), []);
    lines.push([this.at(place, `## ${this.word(place)}`)]);
    return lines;
  }

  private block(place: Place): Line[] {
    this.left--;
    const deep = place.depth > 3;
    switch (this.random(deep ? 4 : 15)) {
      case 0:
      case 1:
        return this.paragraph(place);
      case 2:
        return [
          [
            this.at(place, `#### ${this.word(place)} `),
            ...this.inline(place),
            this.at(place, ` ${this.word(place)}`),
          ],
        ];
      case 3:
        return this.table(place);
      case 4:
        return this.item(place, "- ");
      case 5:
        return this.item(place, this.pick(["1. ", "* ", "+ "]));
      case 6:
        return this.quoted(this.blocks(this.inside(place, "quote")), place);
      case 7:
        return this.fenced(place);
      case 8:
        return this.callout(place);
      case 9:
        return this.tagged(place);
      case 10:
        return this.htmlComment(place);
      case 11:
        return place.in.has("%%") ? this.paragraph(place) : this.around(place, "%%", "%%", "%%");
      case 12:
        return this.around(place, "{>>", "<<}", "{>>");
      case 13:
        return [
          [this.at(place, "```")],
          [this.at(place, `${this.word(place)} code`)],
          [this.at(place, "```")],
        ];
      default:
        return this.htmlBlock(place);
    }
  }

  private blocks(place: Place): Line[] {
    const lines = this.block(place);
    for (let count = this.random(3); count > 0; count--) lines.push([], ...this.block(place));
    return lines;
  }

  private paragraph(place: Place): Line[] {
    const lines: Line[] = [];
    for (let count = 1 + this.random(2); count > 0; count--) lines.push(this.sentence(place));
    return lines;
  }

  private table(place: Place): Line[] {
    const cell = this.inside(place, "link");
    const row = (): Line => [
      this.at(place, "| "),
      ...this.inline(cell),
      this.at(place, " | "),
      this.at(place, this.word(place)),
      this.at(place, " |"),
    ];
    return [row(), [this.at(place, "|---|---|")], row(), row()];
  }

  private item(place: Place, mark: string): Line[] {
    const within = this.inside(place, "list");
    return this.blocks(within).map((line, index) =>
      line.length === 0 ? [] : [this.at(place, index === 0 ? mark : " ".repeat(mark.length)), ...line],
    );
  }

  private quoted(lines: Line[], place: Place): Line[] {
    return lines.map((line) => [this.at(place, line.length === 0 ? ">" : "> "), ...line]);
  }

  private fenced(place: Place): Line[] {
    const { place: inner, said } = this.audience(place);
    const fence = ":".repeat(3 + this.random(2));
    const tight = this.random(2) === 0;
    return [
      [this.at(inner, `${fence}${this.name()}${said === undefined ? "" : ` ${said}`}`)],
      ...(tight ? [] : [[]]),
      ...this.blocks(this.inside(inner, "container")),
      ...(tight ? [] : [[]]),
      [this.at(inner, fence)],
    ];
  }

  private callout(place: Place): Line[] {
    const { place: inner, said } = this.audience(place);
    const head: Line = [
      this.at(inner, `[!${this.name().toUpperCase()}${said === undefined ? "" : ` ${said}`}]`),
    ];
    return this.quoted([head, ...this.blocks(this.inside(inner, "quote"))], inner);
  }

  private tagged(place: Place): Line[] {
    const { place: inner, said } = this.audience(place);
    const name = this.name();
    return [
      [this.at(inner, `<${name}${said === undefined ? "" : ` audience=${said}`}>`)],
      [],
      ...this.blocks(this.inside(inner, "tag")),
      [],
      [this.at(inner, `</${name}>`)],
    ];
  }

  private around(place: Place, open: string, close: string, what: string): Line[] {
    const inner: Place = { ...this.inside(place, what), level: 0 };
    return [[this.at(inner, open)], [], ...this.blocks(inner), [], [this.at(inner, close)]];
  }

  private htmlComment(place: Place): Line[] {
    const { place: inner, said } = this.audience(place);
    return [
      [this.at(inner, `<!-- ${this.name()}${said === undefined ? "" : ` ${said}`}: ${this.word(inner)}`)],
      ...(this.random(2) === 0 ? [[]] : []),
      [this.at(inner, `${this.word(inner)} -->`)],
    ];
  }

  private htmlBlock(place: Place): Line[] {
    const { place: inner } = this.audience({ ...place, level: place.level });
    const secret: Place = { ...inner, level: 0 };
    return [
      [this.at(place, "<div>")],
      [
        this.at(place, `${this.word(place)} `),
        this.at(secret, `[${this.name()}: ${this.word(secret)}]`),
        this.at(place, ` ${this.word(place)}`),
      ],
      [this.at(place, "</div>")],
    ];
  }
}
