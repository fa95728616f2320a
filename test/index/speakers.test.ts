import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameProblem, renameEdits } from "../../server/src/features/rename-speaker.js";
import { mentions, personAt } from "../../server/src/features/speakers.js";
import { makeCard } from "../../server/src/index/make-card.js";
import { folded, foldedWithPlaces, nameKey } from "../../server/src/index/name-key.js";
import { ReportIndex } from "../../server/src/index/report-index.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyse } from "../support/check.js";
import { fixture, marked } from "../support/fixture.js";

const PLACE = "file:///w/a.trip.md";

/** An index of one report, and of others where they are given. */
function indexed(text: string, others: readonly string[] = []) {
  const index = new ReportIndex();
  const analysis = analyse(text);
  index.put(PLACE, makeCard(analysis));
  for (const [at, other] of others.entries())
    index.put(`file:///w/other-${at}.trip.md`, makeCard(analyse(other)));
  return { index, analysis };
}

/** Checks which places name the person at `$0`, under all names: `«…»`. */
function checkMentions(report: string, others: readonly string[] = []): void {
  const { text, cursor } = fixture(report);
  const { index, analysis } = indexed(text, others);
  const at = personAt(analysis, cursor!, index);
  const keys = at && index.person(at.key)?.keys;
  const found = keys ? mentions(analysis, keys, (key) => index.identity(key)) : [];
  expect(marked(text, found)).toBe(report.replace("$0", ""));
}

/** Checks that nobody is named at `$0`. */
function checkNobody(report: string, others: readonly string[] = []): void {
  const { text, cursor } = fixture(report);
  const { index, analysis } = indexed(text, others);
  expect(personAt(analysis, cursor!, index)).toBeUndefined();
}

function renamed(report: string, name: string): string {
  const { text, cursor } = fixture(report);
  const { index, analysis } = indexed(text);
  const { key } = personAt(analysis, cursor!, index)!;
  return applyEdits(
    text,
    renameEdits(analysis, key, name, (other) => index.identity(other)),
  );
}

describe("mentions of a speaker", () => {
  it("are speakers, authors and the whole name in text, whatever its case, accents and spacing", () =>
    checkMentions(`---
authors: «Ana Ruíz»
---

# Harbour Days

## Clocks («Ana R$0uiz», Pelican Grid)

We met «Ana Ruiz», «ANA RUIZ» and «Ana
Ruíz» again. «Ana Ruiz»'s slides. (**«Ana Ruiz»**) “«Ana Ruiz»”

> «Ana Ruiz» said so.
`));
  it("are not parts of other words, names or lines", () =>
    checkMentions(`## Clocks («Jo L$0ind»)

Jo Lindgren, Banjo Lind, Jo-Lind, Jo Lind-Holm, jo lind, Jo

Lind and Jo.Lind
`));
  it("are not in code, addresses, tags and attributes", () =>
    checkMentions(`## Clocks («Jo L$0ind»)

\`Jo Lind\` and [«Jo Lind»](<https://example.org/Jo Lind>) <a title="Jo Lind">«Jo Lind»</a>

\`\`\`
Jo Lind
\`\`\`

    Jo Lind

<div class="Jo Lind">
«Jo Lind»
</div>
`));
  it("are in internal comments of every form", () =>
    checkMentions(`---
internal: «Jo Lind» may leave
---

## Clocks («Jo L$0ind»)

[internal: «Jo Lind»] <!-- internal: «Jo Lind» --> {>>«Jo Lind»<<} %%«Jo Lind»%%

:::internal
«Jo Lind»
:::
`));
  it("are under all names that the front matter declares", () =>
    checkMentions(`---
people:
  - name: «Ilse Varnholt»
    aliases: [«I. Varnholt», «Ilse Varnholt-Brandt»]
---

## Clocks («I. Varn$0holt»)

«Ilse Varnholt-Brandt» and «Ilse Varnholt».
`));
  it("are not those of somebody known by a longer name", () =>
    checkMentions("## A («Jan de V$0ries»)\n\nJan de Vries Holm, «Jan de Vries» came.\n", [
      "## B (Jan de Vries Holm)\n",
    ]));
  it("of one word are only where it is recognised", () =>
    checkMentions("## Clocks\n\nSpeaker: «Mar$0tha»\n\nMartha said so.\n"));
  it("of scripts without capitals are told by their signs", () =>
    checkMentions("## Clocks\n\nSpeaker: «山田$0太郎»\n\n昨日«山田太郎»さん\n"));
  it("are found at a name in running text that another report introduces", () =>
    checkMentions("# A\n\nI met «Ilse Varn$0holt».\n", ["## Clocks (Ilse Varnholt)\n"]));
  it("are not found where nobody known is named", () => {
    checkNobody("# A\n\nI met Ilse Varn$0holt.\n");
    checkNobody("## Clocks (Jo Lind)\n\n`Jo Li$0nd`\n");
    checkNobody("## Clo$0cks (Jo Lind)\n");
  });
});

describe("renaming a speaker", () => {
  it("changes each mention in that spelling, and nothing else", () =>
    expect(
      renamed("## Clocks (Jo L$0ind, Acme)\n\nJo Lind, JO LIND, `Jo Lind`, Jo Lindgren.\r\n", "Jo Brandt"),
    ).toBe("## Clocks (Jo Brandt, Acme)\n\nJo Brandt, Jo Brandt, `Jo Lind`, Jo Lindgren.\r\n"));
  it("leaves aliases as they are", () =>
    expect(
      renamed("---\npeople:\n  Jo Lind: J. Lind\n---\n\n## A (Jo L$0ind)\n\n## B (J. Lind)\n", "Jo Brandt"),
    ).toBe("---\npeople:\n  Jo Brandt: J. Lind\n---\n\n## A (Jo Brandt)\n\n## B (J. Lind)\n"));
  it("keeps YAML in quotes what it is", () =>
    expect(renamed("---\nauthors: ['Jo L$0ind', \"Jo Lind\"]\n---\n", "Jo O'Brien")).toBe(
      "---\nauthors: ['Jo O''Brien', \"Jo O'Brien\"]\n---\n",
    ));
  it("takes no name that would mean something else", () => {
    expect(["Jo O'Brien", "José Ñ. Ruíz-Lind", "山田太郎"].map(nameProblem)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    for (const name of [
      "",
      " Jo",
      "1 Jo",
      "Jo (Acme)",
      "Jo\nLind",
      "Jo, Lind",
      "[Jo]",
      "Jo: Lind",
      "x".repeat(101),
    ])
      expect(nameProblem(name), name).toBeDefined();
  });
});

describe("folding", () => {
  it("knows the way back from every character, in any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), arbitraryReport), (text) => {
        const { text: made, sourceAt } = foldedWithPlaces(text);
        expect(made).toBe(folded(text));
        let before = 0;
        for (let at = 0; at <= made.length; at++) {
          expect(sourceAt(at)).toBeGreaterThanOrEqual(before);
          before = sourceAt(at);
        }
        expect(sourceAt(made.length)).toBe(text.length);
      }),
    );
  });
  it("takes case, accents, apostrophes, hyphens and spaces away", () =>
    expect(nameKey("  José\u00a0 D’ANGELO‑Ruíz ")).toBe("jose d'angelo-ruiz"));
});
