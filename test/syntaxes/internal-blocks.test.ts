import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkTokens } from "../support/check-tokens.js";

describe("internal containers", () => {
  checkTokens(
    "last from fence to fence, blank lines and blocks included",
    `
Public.
^...^ !comment
:::internal company
^^^ punctuation.definition.comment comment.block.internal
   ^^^^^^^^ keyword.other.internal
            ^^^^^^^ entity.other.audience
They will **miss** the date.
^...^ comment.block.internal
            ^^^^ markup.bold

- They said so.
^...^ comment.block.internal
:::
^^^ punctuation.definition.comment
Public again.
^...^ !comment`,
  );

  checkTokens(
    "close on a fence that is as long or longer, and nest",
    `
::::Private
:::confidential
Inner.
^...^ comment.block.internal
:::
Outer.
^...^ comment.block.internal
:::::
Public.
^...^ !comment`,
  );

  checkTokens(
    "are not closed by the fence of another container inside",
    `
:::internal
:::warning
Careful.
^...^ comment.block.internal
:::
Still internal.
^...^ comment.block.internal
:::
Public.
^...^ !comment`,
  );

  checkTokens(
    "are found in list items and quotes",
    `
- Public.
  :::internal
  Not public.
  ^^^^^^^^^^^ comment.block.internal
  :::
  Public.
  ^^^^^^^ !comment
> :::internal
> Not public.
  ^^^^^^^^^^^ comment.block.internal
> :::
> Public.
  ^^^^^^^ !comment`,
  );

  checkTokens(
    "need one of the three words",
    `
:::internally
Public.
^...^ !comment
:::note
Public.
^...^ !comment`,
  );

  checkTokens(
    "keep a fence that stands in code open",
    `
:::internal
\`\`\`
:::
\`\`\`
Not public.
^...^ comment.block.internal
:::
Public.
^...^ !comment`,
  );
});

describe("internal callouts", () => {
  checkTokens(
    "last as long as the quote",
    `
> [!INTERNAL]
  ^^ punctuation.definition.comment
    ^^^^^^^^ keyword.other.internal
> They will miss the date.
^...^ comment.block.internal
>
> Really.
  ^^^^^^^ comment.block.internal

Public.
^...^ !comment`,
  );

  checkTokens(
    "include lines that continue the paragraph without a marker",
    `
> [!Confidential TLP:RED]
                 ^^^^^^^ entity.other.audience
> They will miss
the date.
^...^ comment.block.internal

Public.
^...^ !comment`,
  );

  checkTokens(
    "are found in list items; other callouts are not internal",
    `
- Item
  > [!private]
  > Not public.
    ^^^^^^^^^^^ comment.block.internal
- Next
  ^^^^ !comment

> [!NOTE]
> Public.
  ^^^^^^^ !comment`,
  );
});

describe("internal sections", () => {
  checkTokens(
    "last to the next heading that is not below theirs",
    `
## Impressions {.internal}
               ^^^^^^^^^^^ meta.attributes
                ^^^^^^^^^ entity.other.attribute-name
   ^^^^^^^^^^^ entity.name.section !comment
Not public.
^...^ comment.block.internal
### Below
^...^ comment.block.internal
Not public.
^...^ comment.block.internal
## Next {#next .Private audience=company}
   ^^^^ entity.name.section !comment
                        ^^^^^^^^ entity.other.attribute-name
                                 ^^^^^^^ entity.other.audience
Not public.
^...^ comment.block.internal
# Title
  ^^^^^ entity.name.section !comment
Public.
^...^ !comment`,
  );

  checkTokens(
    "are not any section with attributes",
    `
## Impressions {.keynote}
                ^^^^^^^^ entity.other.attribute-name
Public.
^...^ !comment`,
  );
});

test("the words of the internal forms are spelt alike in every pattern", () => {
  const file = new URL("../../syntaxes/trip-report.tmLanguage.json", import.meta.url);
  const lists = readFileSync(file, "utf8").match(/[^()]*\bprivate\b[^()]*/gi);
  expect(new Set(lists)).toEqual(new Set(["?i:internal|private|confidential"]));
});
