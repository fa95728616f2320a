import { describe } from "vitest";
import { checkTokens } from "../support/check-tokens.js";

describe("inline internal comments", () => {
  checkTokens(
    "end at the bracket that balances theirs",
    `
Public [internal: they [all] say \`]\` \\] so] public
^^^^^^^ !comment
       ^ punctuation.definition.comment
        ^^^^^^^^ keyword.other.internal
                                       ^^^^ comment.block.internal
                                           ^^^^^^^ !comment`,
  );

  checkTokens(
    "take the target of a link with them",
    `
Public [Private: the plan](https://example.com/plan) public
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.block.internal
                                                     ^^^^^^ !comment`,
  );

  checkTokens(
    "go on in the next line of the paragraph and no further than its end",
    `
Public [internal company: they will
                 ^^^^^^^ entity.other.audience
miss the date] public
^^^^^^^^^^^^^^ comment.block.internal
              ^^^^^^^ !comment

Public [internal: never closed
                  ^^^^^^^^^^^^ comment.block.internal
to the end
^...^ comment.block.internal

Public.
^...^ !comment`,
  );

  checkTokens(
    "are found in headings, emphasis, tables, links, lists and quotes",
    `
## Keynote [internal: dull]
           ^^^^^^^^^^^^^^^^ comment.block.internal
**Bold [internal: dull] bold**
       ^^^^^^^^^^^^^^^^ comment.block.internal
                        ^^^^ markup.bold !comment
[Link [internal: dull]](https://example.com)
      ^^^^^^^^^^^^^^^^ comment.block.internal
| A [internal: dull] | B |
    ^^^^^^^^^^^^^^^^ comment.block.internal
                       ^ !comment
- Item [internal: dull
  and long] item
  ^^^^^^^^^ comment.block.internal
            ^^^^ !comment
> Quote [internal: dull
> and long] quote
  ^^^^^^^^^ comment.block.internal
            ^^^^^ !comment`,
  );

  checkTokens(
    "need the word and the colon",
    `
[internally: no] and [internal] and [see internal: no]
^...^ !comment`,
  );
});

describe("internal tags", () => {
  checkTokens(
    "stand inline",
    `
Public <internal>not public</internal> public
       ^ punctuation.definition.comment
        ^^^^^^^^ keyword.other.internal
                 ^^^^^^^^^^ comment.block.internal
                                      ^^^^^^^ !comment
Public <PRIVATE>not
public</private> public
^^^^^^^^^^^^^^^^ comment.block.internal
                 ^^^^^^ !comment`,
  );

  checkTokens(
    "stand around blocks",
    `
<internal audience="company">
          ^^^^^^^^ entity.other.attribute-name
                   ^^^^^^^^^ entity.other.audience
Not public.
^...^ comment.block.internal

- Not public either, [see](https://example.com).</internal>
  ^^^^^^^^^^ comment.block.internal
Public.
^...^ !comment`,
  );

  checkTokens(
    "are neither other tags nor empty ones",
    `
Public <internals> and <internal/> public
^...^ !comment`,
  );
});

describe("internal HTML comments", () => {
  checkTokens(
    "may span lines and blank lines",
    `
Public <!-- internal: not public --> public
            ^^^^^^^^ keyword.other.internal
                      ^^^^^^^^^^ comment.block.internal
                                     ^^^^^^ !comment
Public <!-- private team: not
                    ^^^^ entity.other.audience
public --> public
^^^^^^^^^^ comment.block.internal
           ^^^^^^ !comment

<!-- internal:

not [internal: public
^...^ comment.block.internal
-->
Public.
^...^ !comment`,
  );

  checkTokens(
    "are told from other HTML comments",
    `
<!-- trip-report-disable-next-line empty-section -->
^...^ comment.block.html !comment.block.internal`,
  );
});

describe("comments of other tools", () => {
  checkTokens(
    "CriticMarkup and Obsidian",
    `
Public {>>not public<<} public
       ^^^ punctuation.definition.comment
          ^^^^^^^^^^ comment.block.internal
                        ^^^^^^ !comment
Public {>>not
public<<} public
^^^^^^^^^ comment.block.internal
          ^^^^^^ !comment
Public %%not public%% public
       ^^^^^^^^^^^^^^ comment.block.internal
                      ^^^^^^ !comment

%%
Not public.
^...^ comment.block.internal

Nor this.
^...^ comment.block.internal
%%
Public.
^...^ !comment`,
  );
});
