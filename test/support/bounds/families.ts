/** Texts that make parsers slow, each made as long as it is asked for: in UTF-16 units, roughly. */
export type Family = (length: number) => string;

/** One piece over and over. */
export function over(piece: string): Family {
  return (length) => piece.repeat(Math.max(1, Math.round(length / Math.max(1, piece.length))));
}

/** Pieces that grow: the `n`th is `piece(n)`. */
export function growing(piece: (n: number) => string): Family {
  return (length) => {
    const pieces: string[] = [];
    for (let n = 1, done = 0; done < length; n++) {
      const next = piece(n);
      pieces.push(next);
      done += next.length;
    }
    return pieces.join("");
  };
}

/** One piece over and over, then another as often: what is opened and then closed. */
export function mirrored(open: string, close: string, middle = "a"): Family {
  return (length) => {
    const count = Math.max(1, Math.round(length / (open.length + close.length)));
    return `${open.repeat(count)}${middle}${close.repeat(count)}`;
  };
}

/** `first` with half of the length, then `then` with the other half. */
export function halves(first: Family, then: Family, between = ""): Family {
  return (length) => `${first(length / 2)}${between}${then(length / 2)}`;
}

export function after(start: string, family: Family, end = ""): Family {
  return (length) => `${start}${family(length)}${end}`;
}

/** Each line is nested one deeper than the one before: a text of `n` units has the root of it as lines. */
export function staircase(line: (depth: number) => string): Family {
  return growing((n) => `${line(n)}\n`);
}

export function table(columns: (length: number) => number): Family {
  return (length) => {
    const width = Math.max(1, Math.round(columns(length)));
    const rule = `|${"-|".repeat(width)}\n`;
    const row = `|${"a|".repeat(width)}\n`;
    return `${row}${rule}${row.repeat(Math.max(0, Math.round(length / row.length) - 2))}`;
  };
}

export const lines = (piece: string) => over(`${piece}\n`);
export const paragraphs = (piece: string) => over(`${piece}\n\n`);
