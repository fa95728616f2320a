import { describe } from "vitest";
import { checkTokens } from "../support/check-tokens.js";

describe("front matter", () => {
  checkTokens(
    "is YAML; its internal key is a comment",
    `
---
title: "[internal: a title]"
^^^^^ entity.name.tag
       ^^^^^^^^^^^^^^^^^^^^ !comment
internal:
^^^^^^^^ keyword.other.internal
  cost: 1000
  ^^^^^^^^^^ comment.block.internal
- more
^...^ comment.block.internal
tags: [a, b]
^^^^ entity.name.tag
^...^ !comment
# a remark
^...^ comment
---
Public.
^...^ !comment`,
  );

  checkTokens(
    "may end with its internal key",
    `
---
internal: secret
          ^^^^^^ comment.block.internal
---
Public.
^...^ !comment`,
  );
});

describe("code", () => {
  checkTokens(
    "has no comments, markers or follow-ups",
    `
\`\`\`markdown
:::internal
^...^ !comment !keyword.other.internal
[internal: x] <Redacted comments> {>> x <<}
^...^ !comment !markup.deleted
TODO more
^^^^ !keyword.other.follow-up
\`\`\`

    [internal: x] (redacted)
    ^^^^^^^^^^^^^^^^^^^^^^^^ !comment !markup.deleted

Span \`[internal: x]\` and \`<internal>\`
^...^ !comment !keyword.other.internal`,
  );
});

describe("redacted markers", () => {
  checkTokens(
    "in every spelling",
    `
<Redacted comments>
^...^ markup.deleted.redacted
One \\<Redacted comments> two [redacted] three (redacted) four ███ five <REDACTED>
    ^^^^^^^^^^^^^^^^^^^^ markup.deleted.redacted
                         ^^^ !markup.deleted
                             ^^^^^^^^^^ markup.deleted.redacted
                                              ^^^^^^^^^^ markup.deleted.redacted
                                                              ^^^ markup.deleted.redacted
                                                                       ^^^^^^^^^^ markup.deleted.redacted
Everyone does what they <think> is right, [redacted](https://example.com)
^...^ !markup.deleted`,
  );
});

describe("headings", () => {
  checkTokens(
    "name their kind",
    `
## Executive Summary
   ^^^^^^^^^^^^^^^^^ keyword.other.kind
## Panel: The future of tea
   ^^^^^ keyword.other.kind
          ^^^^^^^^^^^^^^^^^ !keyword.other.kind
## Monday Keynote (rough notes)
   ^^^^^^ constant.other.day
          ^^^^^^^ keyword.other.kind
                   ^^^^^^^^^^^ !entity.name.function
## Keynote speakers I met
   ^^^^^^^ !keyword.other.kind
## Kubernetes Day 2 (Cluster Operations)
              ^^^^^ !constant.other.day
## 9:30 Expo floor
   ^^^^ constant.other.day
        ^^^^^^^^^^ keyword.other.kind`,
  );

  checkTokens(
    "name speakers",
    `
## Brewing at scale (Jane Doe)
                     ^^^^^^^^ entity.name.function.speaker
                   ^^ !entity.name.function
### Brewing (Ana Sørensen-Díaz, Kettle & Co; B. van der Person, Other) {.keynote}
             ^^^^^^^^^^^^^^^^^ entity.name.function.speaker
                                ^^^^^^ !entity.name.function
                                             ^^^^^^^^^^^^^^^^ entity.name.function.speaker
## Brewing (James Roe and Iain Low)
            ^^^^^^^^^ entity.name.function.speaker
                          ^^^^^^^^ entity.name.function.speaker
## Brewing by Jane Doe
              ^^^^^^^^ entity.name.function.speaker
## Brewing – Jane Doe, Acme
             ^^^^^^^^ entity.name.function.speaker
## Brewing | Jane Doe (Big Kettle)
             ^^^^^^^^ entity.name.function.speaker
                       ^^^^^^^^^^ !entity.name.function
## Brewing (AWS)
            ^^^ !entity.name.function
## Brewing (Wednesday Morning)
            ^^^^^^^^^^^^^^^^^ !entity.name.function`,
  );
});

describe("lines below a heading", () => {
  checkTokens(
    "name speakers",
    `
Speaker: Jane Doe (Big Kettle)
^^^^^^^ keyword.other.speaker
         ^^^^^^^^ entity.name.function.speaker
                   ^^^^^^^^^^ !entity.name.function
**Speakers:** Jane Doe, John Roe
  ^^^^^^^^ keyword.other.speaker
              ^^^^^^^^ entity.name.function.speaker
                        ^^^^^^^^ entity.name.function.speaker
Presented by Brandon Low (CTO)
^^^^^^^^^^^^ keyword.other.speaker
             ^^^^^^^^^^^ entity.name.function.speaker
*by Jane Doe*
 ^^ keyword.other.speaker
    ^^^^^^^^ entity.name.function.speaker`,
  );
});

describe("follow-ups", () => {
  checkTokens(
    "at the start of a line, item or bracket",
    `
TODO write this up
^^^^ keyword.other.follow-up
- Action item: call them
  ^^^^^^^^^^^ keyword.other.follow-up
- [ ] TBD
  ^^^ keyword.other.follow-up
      ^^^ keyword.other.follow-up
• Follow up with Jane
^ punctuation.definition.list
  ^^^^^^^^^^^^^^ keyword.other.follow-up
Good talk (note to self: read the paper)
           ^^^^^^^^^^^^ keyword.other.follow-up
**Action:** order tea
  ^^^^^^ keyword.other.follow-up
They had a TODO app; no action: none
^...^ !keyword.other.follow-up`,
  );
});

describe("what Markdown makes of a report", () => {
  checkTokens(
    "stays: paragraphs with brackets end where Markdown's do",
    `
A [link](https://example.com) and
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ meta.link
more **bold**
       ^^^^ markup.bold
- item
^ punctuation.definition.list
[ref]: https://example.com
       ^^^^^^^^^^^^^^^^^^^ markup.underline.link

A [link] title
==============
^...^ markup.heading.setext

Text [a]
# Heading
  ^^^^^^^ entity.name.section
Text [a]
\`\`\`
code
^^^^ markup.fenced_code
\`\`\``,
  );
});
