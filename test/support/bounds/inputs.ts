/** Texts that make parsers slow, each made as long as it is asked for: in UTF-16 units, roughly. */
export type Family = (length: number) => string;

/** One piece over and over. */
export function over(piece: string): Family {
  return (length) => piece.repeat(Math.max(1, Math.round(length / Math.max(1, piece.length))));
}

/** Pieces that grow: the `n`th is `piece(n)`. */
function growing(piece: (n: number) => string): Family {
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
function mirrored(open: string, close: string, middle = "a"): Family {
  return (length) => {
    const count = Math.max(1, Math.round(length / (open.length + close.length)));
    return `${open.repeat(count)}${middle}${close.repeat(count)}`;
  };
}

/** `first` with half of the length, then `then` with the other half. */
function halves(first: Family, then: Family, between = ""): Family {
  return (length) => `${first(length / 2)}${between}${then(length / 2)}`;
}

function after(start: string, family: Family, end = ""): Family {
  return (length) => `${start}${family(length)}${end}`;
}

/** Each line is nested one deeper than the one before: a text of `n` units has the root of it as lines. */
function staircase(line: (depth: number) => string): Family {
  return growing((n) => `${line(n)}\n`);
}

function table(columns: (length: number) => number): Family {
  return (length) => {
    const width = Math.max(1, Math.round(columns(length)));
    const rule = `|${"-|".repeat(width)}\n`;
    const row = `|${"a|".repeat(width)}\n`;
    return `${row}${rule}${row.repeat(Math.max(0, Math.round(length / row.length) - 2))}`;
  };
}

const lines = (piece: string) => over(`${piece}\n`);
const paragraphs = (piece: string) => over(`${piece}\n\n`);

/** Blanks, line breaks and plain letters. */
const plain: Record<string, Family> = {
  letters: over("a"),
  words: over("word "),
  "a line of words": after("# Title\n\n", over("the talk on queues. ")),
  blanks: over(" "),
  tabs: over("\t"),
  "blanks between letters": halves(after("a", over(" ")), over(" "), "b"),
  "runs of blanks": over(`a${" ".repeat(300)}`),
  "blanks at ends of lines": growing((n) => `a${" ".repeat(n % 1000)}\n`),
  "line feeds": over("\n"),
  "carriage returns": over("\r"),
  "alternating breaks": over("\r\n\n\r"),
  "blank lines with blanks": over("   \n"),
  "no-break spaces": over("\u00a0"),
  nulls: over("\0"),
  surrogates: over("\ud800"),
  "line separators": over("a\u2028"),
  "combining marks": after("a", over("\u0301")),
  "short lines": lines("a"),
};

/** What is inside a paragraph. */
const inline: Record<string, Family> = {
  "[": over("["),
  "]": over("]"),
  "[]": over("[]"),
  "[a]": over("[a]"),
  "[a](": over("[a]("),
  "[a](<": over("[a](<b"),
  "[a](b 'c": over("[a](b 'c "),
  "](": over("]("),
  "![": over("!["),
  "![[]()": over("![[]()"),
  "[[]": over("[[]"),
  "[[]()": over("[[]()"),
  "[a][b": over("[a][b"),
  "[ (a](b) ": over("[ (](x"),
  "nested brackets": mirrored("[", "]"),
  "nested links": mirrored("[", "](b)"),
  "nested images": mirrored("![", "](b)"),
  "[ then a](b)": halves(over("["), over("a](b)")),
  "[ then ]": halves(over("[ "), over("] ")),
  "links then ]": halves(over("[a](b) "), over("] ")),
  "emphasis then ]": halves(over("*a "), over("] ")),
  "parentheses in a target": after("[a](", mirrored("(", ")"), ")"),
  "blanks in targets": over(`[a](${" ".repeat(200)}b`),
  "blanks in brackets": over(`[${" ".repeat(200)}]`),
  "<": over("<"),
  ">": over("a>"),
  "<a": over("<a "),
  "<a:": over("<a:b"),
  "<a b=": over("<a b='"),
  "<a a=b": over("<a x=y "),
  "one tag of attributes": after("<a", over(" x=y")),
  "one tag of attributes, then blanks": after("a <a x", over(" ")),
  "<!--": over("a <!-- "),
  "<!-- internal:": over("a <!-- internal: "),
  "<!-- internal: on lines": lines("a <!-- internal: b"),
  "<?": over("a <?"),
  "<!A": over("a <!A "),
  "<![CDATA[": over("a <![CDATA["),
  "</a": over("</a "),
  "<a@": over("<a@b"),
  "<a@b.c": after("<a@b", over(".c")),
  "&": over("&"),
  "&amp": over("&amp"),
  "&amp;": over("&amp;"),
  "\\": over("\\"),
  "\\[": over("\\["),
  "a\\": over("a\\\n"),
  "*": over("*"),
  "*a": over("*a "),
  "*a **a": over("*a **a "),
  "a*": over("a* "),
  "a**b": over("a**b"),
  "a**b c* ": over("a**b c* "),
  "*a_b": over("*a_ "),
  "_a *b": over("_a *b"),
  "*a_ then": halves(over("*a "), over("b_ ")),
  "_a then *": halves(over("_a "), over("b* ")),
  "~~a": over("~~a "),
  "a~~": halves(over("*a "), over("b~~ ")),
  "nested emphasis": mirrored("*a ", " b*"),
  "nested strong": mirrored("**a ", " b**"),
  "nested both": mirrored("*a **b ", " c** d*"),
  "emphasis mod 3": over("***a** b* c "),
  "`": over("`"),
  "`a": over("`a"),
  "growing ticks": growing((n) => `${"`".repeat(n % 2000)}a`),
  "ticks, escaped": over("\\`a`"),
  "www.": over("www."),
  "http://": over("http://a.b/("),
  "one address": after("http://a.b/", over(")")),
  "one address of brackets": after("[http://a.b/", over("[")),
  "addresses in a bracket": after("[", over(" http://a.b/[")),
  "one address of entities": after("http://a.b/", over("&amp;")),
  "address with dots": after("www.", over("a.")),
  "a@": over("a@"),
  "a@b.": after("a@b", over(".c")),
  "a.a": after("a", over(".a"), "@"),
  "+a@": over("+a@b "),
  "mailto:": over("mailto:"),
  "hard breaks": over("a  \n"),
  "blanks and no break": over("a   b"),
};

/** Our own marks. */
const marks: Record<string, Family> = {
  "[internal:": over("[internal: a "),
  "[internal: a]": over("[internal: a] "),
  "nested [internal:": mirrored("[internal: ", "]"),
  "[internal: then ]": halves(over("[internal: "), over("] ")),
  "[!INTERNAL]": lines("[!INTERNAL] a"),
  "> [!INTERNAL]": paragraphs("> [!INTERNAL] a"),
  "<internal>": over("<internal> a "),
  "</internal>": over("</internal> a "),
  "nested <internal>": mirrored("<internal> ", " </internal>"),
  "<internal> blocks": lines("<internal>"),
  ":::internal pairs": over(":::internal\n\na\n\n:::\n\n"),
  ":::internal pairs without blanks": over(":::internal\na\n:::\n"),
  ":::internal": lines(":::internal"),
  ":::": lines(":::"),
  ":::note": lines(":::note"),
  "nested :::": mirrored(":::internal\n", ":::\n", "a\n"),
  "ladder of :::": growing((n) => `${":".repeat((n % 500) + 3)}internal\n`),
  "ladder of ::: up and down": (length) => {
    const rungs = Math.round(Math.sqrt(length));
    const fence = (n: number) => ":".repeat(n + 3);
    const down = Array.from({ length: rungs }, (_, n) => `${fence(rungs - n)}internal\n`);
    return [...down, "a\n", ...Array.from({ length: rungs }, (_, n) => `${fence(n + 1)}\n`)].join("");
  },
  ":": over(":"),
  "{>>": over("{>> "),
  "{>> <<}": over("{>> a <<} "),
  "<<}": over("<<} "),
  "%%": over("%% a "),
  "%%%": over("%"),
  "{": over("{"),
  "{.internal": over("{.internal "),
  "{}": over("{} "),
  "one attribute": after("# a {", over(".a "), "}"),
  "# a {.internal}": paragraphs("# a {.internal}"),
  "nested {.internal}": growing((n) => `${"#".repeat((n % 6) + 1)} a {.internal}\n\nb\n\n`),
  "<Redacted comments>": over("\\<Redacted comments> "),
  "█": over("█"),
  "\\[internal:": over("\\[internal: a "),
  "internal: in code": over("`[internal: a]` "),
  "internal in a fence": after("```\n", lines("<!-- internal: a"), "```\n"),
  "<internal> in a fence": after("```\n", lines("x<internal> a"), "```\n"),
  "%% in a fence": after("```\n", lines(" %% a"), "```\n"),
  "internal in HTML": after("<div>\n", lines("[internal: a"), "</div>\n"),
  "<!-- internal in HTML": after("<div>\n", lines("<!-- internal: a"), "</div>\n"),
  "<!-- in HTML": after("<div>\n", lines("<!-- a"), "</div>\n"),
  "<!-- blocks": paragraphs("<!-- a -->"),
  "<!-- internal blocks": paragraphs("<!-- internal: a -->"),
  "waivers": paragraphs("<!-- trip-report-disable-next-line empty-section -->"),
  "waivers, open": paragraphs("<!-- trip-report-disable empty-section -->"),
  "follow-ups": lines("- [ ] @anna asks about the budget by 2024-05-14"),
  "TODO": lines("TODO: ask"),
};

/** Blocks and what they are nested in. */
const blocks: Record<string, Family> = {
  ">": over(">"),
  "> ": over("> "),
  "> a": lines("> a"),
  "> a, apart": paragraphs("> a"),
  "> and lazy lines": halves(after("> > > > > > > > a\n", over("")), lines("a")),
  "stairs of >": staircase((depth) => `${">".repeat(depth)} a`),
  "-": over("- "),
  "- a": lines("- a"),
  "- a, apart": paragraphs("- a"),
  "empty items": lines("-"),
  "empty items, apart": paragraphs("-"),
  "stairs of -": staircase((depth) => `${"  ".repeat(depth)}- a`),
  "stairs of - and blank lines": staircase((depth) => `${"  ".repeat(depth)}- a\n\n`),
  "1.": over("1. "),
  "1. a": lines("1. a"),
  "* 1. >": over("* 1. > "),
  "+ - *": lines("+ a\n- a\n* a"),
  "> - ": over("> - "),
  "deep, then blank lines": (length) => `${"> ".repeat(length / 20)}a\n${"\n".repeat(length / 2)}`,
  "deep list, then blank lines": (length) => `${"- ".repeat(length / 20)}a\n${"\n".repeat(length / 2)}`,
  "deep, then lines": (length) => `${"> ".repeat(length / 20)}a\n${"a\n".repeat(length / 4)}`,
  "deep list, then lines": (length) => `${"- ".repeat(length / 20)}a\n${"a\n".repeat(length / 4)}`,
  "#": over("#"),
  "# a": paragraphs("# a"),
  "# a, close": lines("# a"),
  "headings of all levels": growing((n) => `${"#".repeat((n % 6) + 1)} Talk ${n}\n\n`),
  "the same talk": paragraphs("## Keynote: the same (Anna Example, Example Corp)"),
  "talks of many": growing((n) => `## 10:${(n % 50) + 10} Talk ${n} – Anna${n} Example${n}\n\nGood.\n\n`),
  "days": growing((n) => `# Day ${n}\n\n## Talk ${n}\n\n`),
  "one long heading": after("# ", over("a – b, ")),
  "one long heading of names": after("## Talk – ", over("Anna Example, ")),
  "one long heading of brackets": after("## Talk ", over("(a")),
  "setext": paragraphs("a\n==="),
  "one long setext": (length) => `${"a\n".repeat(length / 2)}===\n`,
  "===": lines("==="),
  "---": lines("---"),
  "---, apart": paragraphs("---"),
  "one long rule": over("- - "),
  "* * a": over("* * *\ta\n"),
  "```": lines("```"),
  "``` a": lines("``` a"),
  "~~~": paragraphs("~~~\na\n~~~"),
  "growing fences": growing((n) => `${"`".repeat((n % 500) + 3)}\n`),
  "indented code": lines("    a"),
  "indented code, apart": paragraphs("    a"),
  "code in quotes": lines(">     a"),
  "<div>": lines("<div>"),
  "<div>, apart": paragraphs("<div>"),
  "<a href>": lines("<a href='b'>"),
  "<script>": lines("<script>"),
  "<pre>": paragraphs("<pre>"),
  "<details>": over("<details>\n\na\n\n</details>\n\n"),
  "<!--, a block": lines("<!--"),
  "> <!--": lines("> <!-- a"),
  "a block of a long tag": after("<a", over(" x=y"), "\n"),
  "a block of a long tag, open": after("<a", over(" x='"), "\n"),
  "a block of blanks": after("<a", over(" "), "b\n"),
  "[a]:": lines("[a]: b"),
  "[a]: apart": paragraphs("[a]: b"),
  "[a]: open": over("[a\n"),
  "[a]: open title": lines("[a]: b 'c"),
  "[a]: one open title": after("[a]: b '", lines("c")),
  "definitions and references": halves(
    growing((n) => `[a${n}]: b\n`),
    growing((n) => `[c][a${n}] `),
    "\n",
  ),
  "[^a]:": paragraphs("[^a]: b"),
  "[^a]: close": lines("[^a]: b"),
  "footnotes and references": halves(
    growing((n) => `[^a${n}]: b\n\n`),
    growing((n) => `c[^a${n}] `),
  ),
  "nested footnotes": over("[^a]: "),
  "wide table": table((length) => length / 6),
  "long table": table(() => 2),
  "square table": table((length) => Math.sqrt(length) / 2),
  "wide table, no rule": over("a|"),
  "rules of tables": lines("|-|"),
  "one rule of a table": after("a|b\n", over("-|")),
  "one rule of a table, open": after("a|b\n", over(":-: |"), "a"),
  "one rule of blanks": after("a|b\n|", over(" "), "a"),
  "a|b": lines("a|b"),
  "many tables": over("a|b\n-|-\nc|d\n\n"),
  "comments in cells": after("a|b\n-|-\n", lines("[internal: a]|<!-- b -->")),
  "tasks": lines("- [ ] a"),
  "images": over("![a](b.png) "),
  "data addresses": after("![a](data:image/png;base64,", over("QUJD"), ")"),
};

/** Front matter. */
const front: Record<string, Family> = {
  "front matter, open": after("---\n", lines("a: b")),
  "front matter of keys": after("---\n", growing((n) => `key${n}: b\n`), "---\n"),
  "front matter of the same key": after("---\n", lines("title: b"), "---\n"),
  "front matter of tags": after("---\ntags: [", over("a, "), "]\n---\n"),
  "front matter of brackets": after("---\ntags: ", over("["), "\n---\n"),
  "front matter of braces": after("---\ntags: ", over("{a: "), "\n---\n"),
  "front matter of nested keys": after("---\n", staircase((depth) => `${" ".repeat(depth)}a:`), "---\n"),
  "front matter of sequences": after("---\ntags: ", over("- "), "a\n---\n"),
  "front matter of anchors": after("---\n", growing((n) => `a${n}: &b${n} c\n`), "---\n"),
  "front matter of aliases": after(
    "---\na0: &a0 [x]\n",
    growing((n) => `a${n}: &a${n} [*a${n - 1}, *a${n - 1}]\n`),
    "---\n",
  ),
  "front matter of speakers": after("---\nspeakers:\n", growing((n) => `  - name: Anna ${n}\n`), "---\n"),
  "front matter of people": after("---\nauthors: ", over("Anna Example, "), "\n---\n"),
  "front matter of quotes": after("---\ntitle: ", over("'\""), "\n---\n"),
  "front matter of one text": after("---\ntitle: |\n", lines("  a"), "---\n"),
  "front matter of comments": after("---\n", lines("# internal: a"), "---\n"),
  "front matter of blanks": after("---\ntitle: ", over(" "), "a\n---\n"),
  "front matter in JSON": after("---json\n", over('{"a":'), "\n---\n"),
  "front matter of internal values": after("---\n", growing((n) => `a${n}: "[internal: b]"\n`), "---\n"),
};

/** Sentences in which names, dates, times and suspicious words are looked for. */
const sentences: Record<string, Family> = {
  names: over("Anna Example, Example Corp, "),
  "capital letters": over("A "),
  "names with hyphens": over("Anna-"),
  "and names": over("Anna and "),
  times: over("10:00 – "),
  "times close": over("10:00-"),
  dates: over("14 May 2024, "),
  numbers: over("1"),
  "numbers and dots": over("1."),
  "dashes": over(" – "),
  "commas": over(", "),
  "parentheses": over("("),
  "nested parentheses": mirrored("(", ")"),
  "quotation marks": over("“"),
  "apostrophes": over("a'"),
  "suspects": over("off the record, between us: do not share. "),
  "suspects, begun": over("do not "),
  "follow-ups begun": over("we should "),
  "at signs": over("@anna "),
  "speaker lines": paragraphs("Speaker: Anna Example (Example Corp)"),
  "speaker lines, close": lines("Speaker: Anna Example"),
  "one speaker line": after("Speaker: ", over("Anna Example, ")),
  "bold lines": paragraphs("**Anna Example**"),
  "long words": over("internalinternal"),
  "near misses": over("[internl: a "),
  "upper case": over("ÀÉ"),
};

/** All families, by the group they are in. */
export const families: Readonly<Record<string, Readonly<Record<string, Family>>>> = {
  plain,
  inline,
  marks,
  blocks,
  front,
  sentences,
};
