import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineEdits } from "../../server/src/drafts/line-edits.js";
import { tidyNotes } from "../../server/src/drafts/tidy-notes.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { arbitraryNotes } from "../support/arbitrary-notes.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyse } from "../support/check.js";
import { checkTidy, checkTidyBody, tidied, tidyFaults } from "../support/check-tidy.js";

describe("tidied notes", () => {
  it("have front matter, headings and lists in Markdown", () => {
    checkTidy(
      `
      Harbour Days 2024
      May 14-15, 2024, Bergen, Norway

      By Ada Brook

      Executive Summary

      • Cold storage is the default.
      • Tape is back:
          – cheap
          – slow

      Tuesday

      9:30 Ten winters (Ilse Varnholt, Pelican Grid)

      1. Clocks fail first.
      2. Then the rest.
      `,
      `
      ---
      type: trip-report
      title: Harbour Days 2024
      event: Harbour Days 2024
      location: Bergen, Norway
      dates: 2024-05-14/2024-05-15
      authors:
        - Ada Brook
      ---

      # Harbour Days 2024

      May 14-15, 2024, Bergen, Norway

      By Ada Brook

      ## Executive Summary

      - Cold storage is the default.
      - Tape is back:
          - cheap
          - slow

      ## Tuesday

      ### 9:30 Ten winters (Ilse Varnholt, Pelican Grid)

      1. Clocks fail first.
      2. Then the rest.
      `,
    );
  });

  it.each([
    ["a marker that is a tag to Markdown", "He said <Redacted comments>.", "He said \\<Redacted comments>."],
    [
      "a marker with its backslash, as it is",
      "He said \\<Redacted comments>.",
      "He said \\<Redacted comments>.",
    ],
    ["other words in angle brackets", "What you <think> of 3 < 4.", "What you \\<think> of 3 < 4."],
    ["stars, but not a product", "*so* 5 * 3", "\\*so\\* 5 * 3"],
    ["underscores, but not in names", "_so_ snake_case", "\\_so\\_ snake_case"],
    ["ticks", "`so`", "\\`so\\`"],
    ["links", "[so](there) and [x]", "\\[so](there) and [x]"],
    ["entities", "of AT&T &amp; more", "of AT&T \\&amp; more"],
    ["backslashes before a mark", "in C:\\temp \\*", "in C:\\temp \\\\\\*"],
    ["an address, as it is", "See https://tape.example/_a_*b", "See https://tape.example/_a_*b"],
    ["brackets around one", "See <https://tape.example/_a_>.", "See \\<https://tape.example/_a_>."],
    ["a line of a mail", "> he wrote", "\\> he wrote"],
    ["a number at the start of a line", "1999. was the year.", "1999\\. was the year."],
    ["a hash at the start of a line", "# of racks: 40", "\\# of racks: 40"],
    ["a line below words", "Racks and rows\n=====\n-----", "Racks and rows\n\\=====\n\\-----"],
    ["a line of its own, as it is", "-----", "-----"],
    ["the second row of a table", "| a | b |\n|---|---|", "| a | b |\n\\|---|---|"],
    ["a definition", "[slides]: tape.example", "\\[slides]: tape.example"],
    ["what is indented as if it were code", "    some words", "some words"],
  ])("escape %s", (_, notes, expected) => {
    expect(tidied(`T 2024\n\nKeynote\n\nSo.\n\n${notes}\n\nSo.\n`)).toContain(`So.\n\n${expected}\n\nSo.\n`);
  });

  it("escape what begins an item, and what ends a heading", () => {
    checkTidyBody(
      "T 2024\n\nWhy C #\n\n• # one\n• - two\n• 3. three\n",
      "# T 2024\n\n## Why C \\#\n\n- \\# one\n- \\- two\n- 3\\. three",
    );
  });

  it("keep every byte of internal comments", () => {
    checkTidyBody(
      `
      T 2024

      Keynote (Ada Brook)

      Aloud [internal: not *aloud* <so>] *aloud*.

      :::internal
      • # not _aloud_
      :::

      • [private: a *star*]
      `,
      `
      # T 2024

      ## Keynote (Ada Brook)

      Aloud [internal: not *aloud* <so>] \\*aloud\\*.

      :::internal
      • # not _aloud_
      :::

      - [private: a *star*]
      `,
    );
  });

  it("say nothing of an internal comment in their front matter", () => {
    const text = tidied("Days 2024 [internal: Oslo]\nOslo, May 14 2024\n\nKeynote\n\nWords.\n");
    expect(text).toMatch(/^---\ntype: trip-report\nlocation: Oslo\n---\n/);
    expect(tidied("Days 2024\nLocation: [internal: Oslo]\n\nKeynote\n\nWords.\n")).toMatch(
      /^---\ntype: trip-report\ntitle: Days 2024\nevent: Days 2024\n---\n/,
    );
  });

  it("put a list apart from the words above it, and number 2 apart from an item", () => {
    checkTidyBody(
      "T 2024\n\nKeynote\n\nHe said:\n• one\n2. two\n",
      "# T 2024\n\n## Keynote\n\nHe said:\n\n- one\n\n2. two",
    );
  });

  it("keep line breaks and a byte order mark", () => {
    expect(tidied("\ufeffT 2024\r\n\r\nKeynote\r\n\r\n• one\r\n")).toBe(
      "\ufeff---\r\ntype: trip-report\r\ntitle: T 2024\r\n---\r\n\r\n# T 2024\r\n\r\n## Keynote\r\n\r\n- one\r\n",
    );
  });

  it("in Markdown change bare headings and bullets, and no other mark", () => {
    checkTidyBody(
      "Harbour Days 2024\n\nOpening Keynote (Ada Brook)\n\nSaid *aloud*:\n• one\n  – two\n\n* three\n",
      "# Harbour Days 2024\n\n## Opening Keynote (Ada Brook)\n\nSaid *aloud*:\n\n- one\n    - two\n\n* three",
      "markdown",
    );
    const report = "---\ntype: trip-report\n---\n\n# A\n\n## B\n\n- c\n";
    expect(tidied(report, "markdown")).toBe(report);
  });

  it("keep outline, words and comments, and need no second tidying", () => {
    fc.assert(
      fc.property(arbitraryNotes, (text) => {
        expect(tidyFaults(text)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("take time in proportion to their length", () => {
    const long = `Days 2024\n\nKeynote\n\n${"слово один два\n• три\n".repeat(20_000)}\n${"- ".repeat(50_000)}\n\n${"[".repeat(50_000)}`;
    const analysis = analyse(long, "plain-text");
    expect(tidyNotes(analysis).length).toBeGreaterThan(20_000);
  });

  it("come of edits that fit any text, by the line as well", () => {
    fc.assert(
      fc.property(
        arbitraryReport,
        fc.constantFrom("markdown" as const, "plain-text" as const),
        (text, format) => {
          const analysis = analyse(text, format);
          const edits = tidyNotes(analysis);
          expect(applyEdits(text, lineEdits(analysis.text, edits))).toBe(applyEdits(text, edits));
        },
      ),
      { numRuns: 200 },
    );
  });
});
