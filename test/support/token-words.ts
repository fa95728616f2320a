import { AUDIENCES, type Line, type Piece, type Place, PUBLIC } from "./token-pieces.js";

/** Writes words that nobody has written before, and sentences of them with comments in all inline forms. */
export class TokenWriter {
  private token = 0;
  protected readonly definitions: { label: string; level: number; kind: "link" | "footnote" }[] = [];

  constructor(protected readonly random: (below: number) => number) {}

  protected word(place: Place): string {
    this.token++;
    return `${place.level === PUBLIC ? "P" : `S${place.level}`}x${this.token}q`;
  }

  protected at({ level }: Place, text: string): Piece {
    return { text, level };
  }

  protected audience(place: Place): { place: Place; said: string | undefined } {
    const pick = this.random(5);
    if (pick > 2) return { place: { ...place, level: 0, depth: place.depth + 1 }, said: undefined };
    return {
      place: { ...place, level: Math.min(place.level, pick), depth: place.depth + 1 },
      said: AUDIENCES[pick],
    };
  }

  protected pick<T>(items: readonly T[]): T {
    return items[this.random(items.length)]!;
  }

  protected name(): string {
    return this.pick(["internal", "private", "confidential", "Internal", "PRIVATE"]);
  }

  protected sentence(place: Place): Line {
    const line: Line = [];
    const count = 1 + this.random(3);
    for (let i = 0; i < count; i++) {
      if (i > 0) line.push(this.at(place, this.pick([" ", ", ", " — "])));
      line.push(...(this.random(2) === 0 ? this.inline(place) : [this.at(place, this.word(place))]));
    }
    if (this.random(3) === 0) line.push(this.at(place, "."));
    return line;
  }

  protected inline(place: Place): Line {
    const deep = place.depth > 4;
    const inner = this.audience(place);
    const said = inner.said === undefined ? "" : ` ${inner.said}`;
    const wrap = (open: string, close: string, what: string): Line => {
      const within = this.inside(inner.place, what);
      return [this.at(inner.place, open), ...this.words(within), this.at(inner.place, close)];
    };
    switch (this.random(deep ? 3 : 14)) {
      case 0:
        return wrap(`[${this.name()}${said}: `, "]", "bracket");
      case 1:
        return [this.at(place, `**${this.word(place)}**`)];
      case 2:
        return [this.at(place, `\`${this.word(place)}\``)];
      case 3: {
        const name = this.name();
        return wrap(
          `<${name}${inner.said === undefined ? "" : ` audience="${inner.said}"`}>`,
          `</${name}>`,
          "tag",
        );
      }
      case 4:
        return [this.at(inner.place, `<!-- ${this.name()}${said}: ${this.word(inner.place)} -->`)];
      case 5:
      case 6: {
        const secret: Place = { ...place, level: 0, depth: place.depth + 1 };
        const form = place.in.has("%%") || this.random(2) === 0 ? ["{>>", "<<}"] : ["%%", "%%"];
        return [
          this.at(secret, `${form[0]} `),
          ...this.words(this.inside(secret, form[0]!)),
          this.at(secret, ` ${form[1]}`),
        ];
      }
      case 7:
        return [
          this.at(place, "*"),
          this.at(place, this.word(place)),
          this.at(place, " "),
          ...this.inline(this.inside(place, "em")),
          this.at(place, ` ${this.word(place)}*`),
        ];
      case 8:
        if (place.in.has("link")) return [this.at(place, this.word(place))];
        return [
          this.at(place, `[${this.word(place)} `),
          ...this.inline(this.inside(place, "link")),
          this.at(place, `](http://l.example/${this.word(place)})`),
        ];
      case 9:
        return [
          this.at(place, `![${this.word(place)} `),
          ...this.inline(this.inside(place, "link")),
          this.at(place, "](i.png)"),
        ];
      case 10:
        return wrap(`[${this.name()}${said}: `, `](http://s.example/${this.word(inner.place)})`, "link");
      case 11:
        return [
          this.at(
            inner.place,
            `![${this.name()}${said}: ${this.word(inner.place)}](${this.word(inner.place)}.png)`,
          ),
        ];
      case 12:
        return this.reference(place);
      default:
        return [{ text: `<!-- ${this.word({ ...place, level: 0 })} -->`, level: -1 }];
    }
  }

  protected reference(place: Place): Line {
    if (place.in.has("link")) return [this.at(place, this.word(place))];
    const kind = this.random(2) === 0 ? "link" : "footnote";
    const known = this.definitions.filter((one) => one.kind === kind);
    let label: string;
    if (known.length > 0 && this.random(2) === 0) {
      const definition = this.pick(known);
      definition.level = Math.max(definition.level, place.level);
      label = definition.label;
    } else {
      label = kind === "link" ? `r${this.definitions.length}` : `^n${this.definitions.length}`;
      this.definitions.push({ label, level: place.level, kind });
    }
    return [
      this.at(place, kind === "link" ? `[${this.word(place)}][${label}]` : `${this.word(place)}[${label}]`),
    ];
  }

  protected words(place: Place): Line {
    const line: Line = [this.at(place, this.word(place))];
    if (this.random(3) === 0) line.push(this.at(place, " "), ...this.inline(place));
    if (this.random(3) === 0) line.push(this.at(place, ` ${this.word(place)}`));
    return line;
  }

  protected inside(place: Place, what: string): Place {
    return { ...place, depth: place.depth + 1, in: new Set([...place.in, what]) };
  }
}
