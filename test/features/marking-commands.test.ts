// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have such placeholders
import { describe, expect, it } from "vitest";
import { addSpeaker } from "../../server/src/features/marking/add-speaker.js";
import { changeAudience } from "../../server/src/features/marking/change-audience.js";
import { followUp } from "../../server/src/features/marking/follow-up.js";
import { insertTimestamp } from "../../server/src/features/marking/insert-timestamp.js";
import { newSession } from "../../server/src/features/marking/new-session.js";
import { redactNow } from "../../server/src/features/marking/redact-now.js";
import { checkEdit, type EditOptions, runEdit } from "../support/check-edit.js";

type Case = readonly [what: string, before: string, after: string, options?: EditOptions];

describe("changing a comment's audience", () => {
  const company = { audience: "company" };
  const cases: readonly Case[] = [
    ["inline", "a [internal: b$0]\n", "a [internal company: b]\n", company],
    ["inline, from another", "a [private team: b$0]\n", "a [private company: b]\n", company],
    ["to the narrowest", "a [internal company: b$0]\n", "a [internal: b]\n", { audience: "team" }],
    ["container", ":::internal\na$0\n:::\n", ":::internal company\na\n:::\n", company],
    [
      "container with braces",
      "::: {.internal audience=team}\na$0\n:::\n",
      "::: {.internal audience=company}\na\n:::\n",
      company,
    ],
    ["callout", "> [!INTERNAL]\n> a$0\n", "> [!INTERNAL company]\n> a\n", company],
    ["tag", "<internal>a$0</internal>\n", '<internal audience="company">a</internal>\n', company],
    [
      "tag, from another",
      "<internal audience=team>a$0</internal>\n",
      '<internal audience="company">a</internal>\n',
      company,
    ],
    [
      "tag, to the narrowest",
      "<internal audience=company>a$0</internal>\n",
      "<internal>a</internal>\n",
      { audience: "team" },
    ],
    ["HTML comment", "<!-- internal: a$0 -->\n", "<!-- internal company: a -->\n", company],
    [
      "section",
      "# T\n\n## A$0 {#a .internal}\n\nx\n",
      "# T\n\n## A {#a .internal audience=company}\n\nx\n",
      company,
    ],
    [
      "section, to the narrowest",
      "# T\n\n## A$0 {.internal audience=company}\n\nx\n",
      "# T\n\n## A {.internal}\n\nx\n",
      { audience: "team" },
    ],
    ["an unknown one", "a [internal compny: b$0]\n", "a [internal company: b]\n", company],
    [
      "with TLP labels",
      "a [internal: b$0]\n",
      "a [internal TLP:AMBER+STRICT: b]\n",
      {
        audience: "TLP:AMBER+STRICT",
        config: { audiences: ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER"] },
      },
    ],
    [
      "CriticMarkup",
      "a {>>b$0<<}\n",
      "refused: This form is for the narrowest audience: it has no place for another.",
      company,
    ],
    ["outside of comments", "a$0\n", "refused: There is no internal comment at the cursor.", company],
    ["without one to change to", "a [internal: b$0]\n", "choose: team company public"],
  ];
  for (const [what, before, after, options] of cases)
    it(what, () => checkEdit(changeAudience, before, after, options));
});

describe("redacting now", () => {
  const cases: readonly Case[] = [
    ["inline", "a [internal: b$0] c\n", "a \\<Redacted comments> c\n"],
    ["container", "a\n\n:::internal\nb$0\n:::\n", "a\n\n\\<Redacted comments>\n"],
    [
      "for everyone",
      "a [internal public: b$0]\n",
      "refused: This comment is for everyone: there is nothing to redact.",
    ],
    [
      "unclosed",
      "a [internal: b$0\n",
      "refused: This comment is not well formed: put its marks right first.",
    ],
    ["nothing", "a$0\n", "refused: There is no internal comment at the cursor."],
    ["two", "a [internal: «b»] c [private: «d»]\n", "a \\<Redacted comments> c \\<Redacted comments>\n"],
  ];
  for (const [what, before, after] of cases) it(what, () => checkEdit(redactNow, before, after));
});

describe("inserting the time", () => {
  const afternoon = { time: "14:05" };
  const cases: readonly Case[] = [
    ["as it is", "$0", "14:05 «»", afternoon],
    ["behind a word", "- then$0\n", "- then 14:05 «»\n", afternoon],
    ["in a bracket", "[$0]\n", "[14:05 «»]\n", afternoon],
    [
      "as a report with colons and small hours has it",
      "1:50: b\n\n2:37: c\n\n$0",
      "1:50: b\n\n2:37: c\n\n2:05: «»",
      afternoon,
    ],
    [
      "with 24 hours and no zero",
      "## 9:30 A\n\n## 13:00 B\n\n$0",
      "## 9:30 A\n\n## 13:00 B\n\n14:05 «»",
      afternoon,
    ],
    ["with halves of the day", "- 9:30am x\n- $0", "- 9:30am x\n- 2:05pm «»", afternoon],
    ["in the morning", "- 09:30 x\n- $0", "- 09:30 x\n- 08:07 «»", { time: "08:07" }],
    ["at each cursor", "«»a\n«»b\n", "14:05 «»a\n14:05 «»b\n", afternoon],
    ["unknown", "$0", "refused: The time of day is not known.", { time: "25:00" }],
  ];
  for (const [what, before, after, options] of cases)
    it(what, () => checkEdit(insertTimestamp, before, after, options));
});

describe("a new session", () => {
  const days = "# T\n\n## Monday\n\n### Talk A (Ada Brook)\n\na\n\n## Tuesday\n\n### Talk B (Jo Lind)\n\nb\n";
  const heading = "### ${1:Title} (${2:Speaker})\n\n- $0";
  const cases: readonly Case[] = [
    ["behind the cursor's", days.replace("a\n", "a$0\n"), days.replace("a\n", `a\n\n${heading}\n`)],
    [
      "in the day of the cursor",
      days.replace("Monday", "Mon$0day"),
      days.replace("a\n", `a\n\n${heading}\n`),
    ],
    ["at the end", days.replace("b\n", "b$0\n"), `${days}\n${heading}\n`],
    [
      "behind the last from elsewhere",
      "# T\n\n## Summary\n\nx$0\n\n## Keynote: A (Ada Brook)\n\na\n\n## Action items\n\n- [ ] b\n",
      "# T\n\n## Summary\n\nx\n\n## Keynote: A (Ada Brook)\n\na\n\n## ${1:Title} (${2:Speaker})\n\n- $0\n\n## Action items\n\n- [ ] b\n",
    ],
    ["in an empty report", "$0", "## ${1:Title} (${2:Speaker})\n\n- $0\n"],
    [
      "with its time where others have theirs",
      "# T\n\n### 9:30 Talk A (Ada Brook)\n\na$0\n",
      "# T\n\n### 9:30 Talk A (Ada Brook)\n\na\n\n### 14:05 ${1:Title} (${2:Speaker})\n\n- $0\n",
      { time: "14:05" },
    ],
    [
      "with a line for the speaker where others have one",
      "# T\n\n## Keynote: A\n\nSpeaker: Ada Brook\n\na$0\n",
      "# T\n\n## Keynote: A\n\nSpeaker: Ada Brook\n\na\n\n## ${1:Title}\n\nSpeaker: ${2:Speaker}\n\n- $0\n",
    ],
    [
      "with a bold heading",
      "# T\n\n## Day 1\n\n**Talk: A (Ada Brook)**\n\na$0\n",
      "# T\n\n## Day 1\n\n**Talk: A (Ada Brook)**\n\na\n\n**${1:Title} (${2:Speaker})**\n\n- $0\n",
    ],
    [
      "in an open code block",
      "# T\n\n## Keynote: A (Ada Brook)\n\n```\na$0\n",
      "refused: No session can begin here: a code block or a comment is open at this place.",
    ],
  ];
  for (const [what, before, after, options] of cases)
    it(what, () => checkEdit(newSession, before, after, options));
});

describe("adding a speaker", () => {
  const cases: readonly Case[] = [
    ["to none", "# T\n\n## Keynote: A\n\na$0\n", "# T\n\n## Keynote: A (${1:Name}, ${2:Company})\n\na\n"],
    [
      "before attributes",
      "# T\n\n## Keynote: A {#a}\n\na$0\n",
      "# T\n\n## Keynote: A (${1:Name}, ${2:Company}) {#a}\n\na\n",
    ],
    [
      "to one",
      "# T\n\n## Keynote: A (Ada Brook)\n\na$0\n",
      "# T\n\n## Keynote: A (Ada Brook and ${1:Name})\n\na\n",
    ],
    [
      "to one with a company",
      "# T\n\n## Keynote: A (Ada Brook, Heron)\n\na$0\n",
      "# T\n\n## Keynote: A (Ada Brook, Heron; ${1:Name}, ${2:Company})\n\na\n",
    ],
    [
      "to a line",
      "# T\n\n## Keynote: A\n\nSpeaker: Ada Brook (Heron)\n\na$0\n",
      "# T\n\n## Keynote: A\n\nSpeaker: Ada Brook (Heron), ${1:Name} (${2:Company})\n\na\n",
    ],
    [
      "as the report does it",
      "# T\n\n## Keynote: A\n\nSpeaker: Ada Brook\n\na\n\n## Keynote: B\n\nb$0\n",
      "# T\n\n## Keynote: A\n\nSpeaker: Ada Brook\n\na\n\n## Keynote: B\n\nSpeaker: ${1:Name} (${2:Company})\n\nb\n",
    ],
    ["outside of sessions", "$0a\n", "refused: There is no session at the cursor."],
  ];
  for (const [what, before, after] of cases) it(what, () => checkEdit(addSpeaker, before, after));
});

describe("a follow-up", () => {
  const cases: readonly Case[] = [
    [
      "at the end of the section",
      "# T\n\n## Keynote: A (Ada Brook)\n\na$0 b\n\n## C\n",
      "# T\n\n## Keynote: A (Ada Brook)\n\na b\n\n- [ ] Action: ${1:What} @${2:owner}$0\n\n## C\n",
    ],
    [
      "about the selection",
      "# T\n\n## Keynote: A (Ada Brook)\n\n- «ask for\n  slides.»\n",
      "# T\n\n## Keynote: A (Ada Brook)\n\n- ask for\n  slides.\n- [ ] Action: ${1:ask for slides} @${2:owner}$0\n",
    ],
    [
      "among the others, with its session",
      "# T\n\n## Keynote: A (Ada Brook)\n\na$0\n\n## Action items\n\n* [ ] x\n\n## C\n",
      "# T\n\n## Keynote: A (Ada Brook)\n\na\n\n## Action items\n\n* [ ] x\n* [ ] Action: ${1:What} (Keynote: A) @${2:owner}$0\n\n## C\n",
    ],
    [
      "in an empty list",
      "# T\n\n## Action items$0\n\n## C\n",
      "# T\n\n## Action items\n\n- [ ] Action: ${1:What} @${2:owner}$0\n\n## C\n",
    ],
    [
      "about what is internal, without its words",
      "# T\n\n## Keynote: A (Ada Brook)\n\na [internal: «budget»]\n",
      "# T\n\n## Keynote: A (Ada Brook)\n\na [internal: budget]\n\n- [ ] Action: ${1:What} @${2:owner}$0\n",
    ],
    ["ticked", "- [ ] ask$0\n", "- [x] ask\n"],
    ["opened again", "- [x] ask$0\n", "- [ ] ask\n"],
    ["ticked without a box", "- Action: ask$0\n", "- [x] Action: ask\n"],
    ["ticked without a bullet", "TODO ask$0\n", "- [x] TODO ask\n"],
    [
      "in plain text",
      "• Action: a$0\n",
      "refused: Only a task of its own can be ticked: `- [ ] Action: …`.",
      { format: "plain-text" },
    ],
  ];
  for (const [what, before, after, options] of cases)
    it(what, () => checkEdit(followUp, before, after, options));

  it("of several cursors is ticked once a line", () => {
    const { result } = runEdit(followUp, "- [ ] a«» b«»\n- [ ] c«»\n");
    expect(result).toMatchObject({ kind: "edits", edits: [{ from: 3, insert: "x" }, { insert: "x" }] });
  });
});
