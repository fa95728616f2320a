import fc from "fast-check";

const OPENINGS = [
  "Harbour Days 2024",
  "Trip report: Harbour Days 2024\nBergen, Norway - May 14 2024",
  "Notes from Harbour Days\n\nDates: 14-15 May 2024\nLocation: Bergen\nAuthor: Ada Brook (Pelican Grid)",
  "Harbour Days <2024> & more\n\nBy Ilse Varnholt, May 14, 2024",
  "Title: Harbour Days\nDates: 2024-05-14\n\nIntroduction of some length follows here, in two sentences. It is prose.",
  "• notes begin with an item\n• and go on",
] as const;

const HEADINGS = [
  "Executive Summary",
  "Opening Keynote (Ilse Varnholt)",
  "Tuesday",
  "Day 2",
  "Wednesday, May 15",
  "Breakout Sessions (rough notes)",
  "9:30 Ten winters of object storage (Arno Lindqvist, Pelican Grid)",
  "The cheapest byte by Jo Lind",
  "Rust *and* C_plus_plus #",
  "Panel: The future of [tape](https://tape.example)",
  "Hallway track",
  "Action items",
  "Lunch & learn",
] as const;

/** What names speakers stands close below its heading: recognition looks six blocks far, and a list is one in Markdown. */
const BELOW = [
  "",
  "",
  "\n\nSpeaker: Jo Lind (Harbour Works)",
  "\n\nPresented by Brandon Philips (Pelican CTO)",
  "\n\nArno Lindqvist, Pelican Grid",
  "\n\n• Speakers: Jo Lind, Ada Brook\n• They spoke of tape.",
] as const;

const LINES = [
  "She said that clocks fail first, and then everything else does.",
  "# not a heading in plain text",
  "> quoted from a mail",
  "* * *",
  "-----",
  "=====",
  "1999. was the year of the first rack.",
  "Use *stars* and _lines_ and `ticks` and snake_case_names here.",
  "The <think> tag, <Redacted comments>, \\<Redacted comments>, [redacted] and █████ of it.",
  "See <https://tape.example/a_b_c> and https://tape.example/*x*/_y_ for more.",
  "[slides]: https://tape.example 'Slides'",
  "[one](two) ![three](four) [a [b] c](d) [^1] \\* &amp; Q&A; 5 * 3",
  "| a | b |\n|---|---|\n| c | d |",
  "a | b\n--- | ---",
  "~~struck~~ and ~~~",
  "Said aloud [internal: not *aloud*], <internal>nor # this</internal>, {>> nor _that_ <<} then.",
  "[private company: a line of its own]",
  "<!-- internal: hidden\nover two lines -->",
  "<!-- hidden *words* -->",
  "TODO ask @jo for the slides",
  "Note to self: buy tape",
  "    indented as if it were code",
  "a line with a hard end  \nand its end",
  "```\nfenced\n```",
] as const;

const ITEMS = [
  "• one thing",
  "– a dash",
  "- a hyphen",
  "* a star",
  "• [internal: they are late]",
  "• [ ] Action item: ask @jo",
  "• # five",
  "• 1. nested number",
  "• - - -",
  "•\ttabbed",
  "•\u00a0no break",
  "1. first",
  "2. second",
  "7) seventh",
  "10. tenth",
  "• item\n  that goes on\n# with a line",
] as const;

const heading = fc
  .tuple(fc.constantFrom(...HEADINGS), fc.constantFrom(...BELOW))
  .map(([words, below]) => words + below);
const paragraph = fc
  .array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 2 })
  .map((lines) => lines.join("\n"));
const list = fc
  .array(fc.tuple(fc.constantFrom("", "", "  ", "\t", "    ", "        "), fc.constantFrom(...ITEMS)), {
    minLength: 1,
    maxLength: 5,
  })
  // A list begins at the margin: how deep its first item was meant to be nobody can tell.
  .map((items) => items.map(([indent, item], at) => (at === 0 ? "" : indent) + item).join("\n"));
// No byte of a comment changes, so that what is a heading in one may be another to Markdown.
const container = fc
  .tuple(fc.constantFrom(":::internal", ":::private company"), paragraph, list)
  .map(([open, text, items]) => `${open}\n${text}\n\n${items}\n:::`)
  .filter((text) => !/^[ \t]*(?:TODO|#|```|[•-][ \t]#|[-=]{5}$)/m.test(text));

/** Notes as people type and paste them: a title, bare headings, bullets, and characters that Markdown would swallow. */
export const arbitraryNotes = fc
  .tuple(
    fc.constantFrom(...OPENINGS),
    heading,
    fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 4, arbitrary: heading },
          { weight: 4, arbitrary: paragraph },
          { weight: 4, arbitrary: list },
          { weight: 1, arbitrary: container },
        ),
        fc.constantFrom("\n\n", "\n\n", "\n\n", "\n\n\n"),
      ),
      { maxLength: 10 },
    ),
    fc.constantFrom("\n", "\r\n"),
  )
  // One heading at least: Markdown with none is searched for bare ones again.
  .map(([opening, first, blocks, eol]) =>
    [`${opening}\n\n${first}\n\n`, ...blocks.map(([block, gap]) => block + gap)]
      .join("")
      .replaceAll("\n", eol),
  );
