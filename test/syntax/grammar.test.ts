import { describe, it } from "vitest";
import { checkMark } from "../support/check-mark.js";

const READS = "wrong: “intenral” reads like “internal”";
const BLANK = "wrong: no blank may follow the bracket";
const ESCAPED = "wrong: an escaped opening opens nothing";

describe("in brackets", () => {
  it.each([
    ["a «[internal:» b]", "open inline"],
    ["a «[INTERNAL  :» b]", "open inline"],
    ["a «[internal company:» b]", "open inline for company"],
    ["a «[internal  Company\t:» b]", "open inline for Company"],
    ["a «[private my company:» b]", "open inline for my company"],
    ["a «[internal TLP:RED:» b]", "open inline for TLP:RED"],
    ["a «[internal TLP:AMBER+STRICT:» b]", "open inline for TLP:AMBER+STRICT"],
    ["a «[memo:» b]", "open inline"],
    ["a «![internal:» b]", "open inline"],
    ["a «[internal:»$0 b]", "open inline"],
    ["a «[internal :»$0", "open inline"],
    ["«[intenral:» b]", `open inline; ${READS}; proper: [internal:`],
    ["«[intenral company:» b]", `open inline for company; ${READS}; proper: [internal company:`],
    ["«[internal：» b]", "open inline; wrong: the colon must be an ASCII one; proper: [internal:"],
    [
      "«[internal company：» b]",
      "open inline for company; wrong: the colon must be an ASCII one; proper: [internal company:",
    ],
    ["«[ internal:» b]", `open inline; ${BLANK}; proper: [internal:`],
    ["«[ \tinternal:» b]", `open inline; ${BLANK}; proper: [internal:`],
    ["«\\[internal:» b\\]", `open inline; ${ESCAPED}; proper: [internal:`],
    ["«\\[intenral:» b\\]", `open inline; ${ESCAPED}; proper: [intenral:`],
  ])("%s", checkMark);

  it.each([
    "«[internal»] b",
    "«[internal two words:» b]",
    "«[internally:» b]",
    "«[interval:» b]",
    "«[memos:» b]",
    "«[mem:» b]",
    "«[intnlar:» b]",
    "«[:» b]",
    "«[internal$0:» b]",
    "«![a»]",
    "«!internal:»",
    "«\\(internal:»",
    "«\\[a»",
  ])("none in %s", (text) => checkMark(text, undefined));
});

describe("callouts", () => {
  it.each([
    ["«[!INTERNAL]» a", "open callout"],
    ["«[!internal company]»", "open callout for company"],
    ["«[! Internal  company ]»", "open callout for company"],
    ["«[!INTENRAL]»", `open callout; wrong: “INTENRAL” reads like “internal”; proper: [!INTERNAL]`],
    ["«[!intenral company]»", `open callout; ${READS}; proper: [!INTERNAL company]`],
    [
      "«[!INTERNAL for my team]»",
      "open callout; wrong: only an audience may follow the word; proper: [!INTERNAL]",
    ],
    ["a «[!INTERNAL]» b", "open callout; wrong: it opens a comment only at the start of a line"],
    ["a «[!INTENRAL]» b", "open callout; wrong: it opens a comment only at the start of a line"],
    ["«[!INTERNAL]»$0 a", "open callout"],
    ["«\\[!INTERNAL]»", `open callout; wrong: an escaped opening opens nothing; proper: [!INTERNAL]`],
  ])("%s", checkMark);

  it.each([
    "«[!NOTE]»",
    "«[!INTERNAL»",
    "«[!INTERNAL$0]»",
    "«[!]»",
    "«[!1]»",
    `«[!INTERNAL${" ".repeat(200)}]»`,
  ])("none in %s", (text) => checkMark(text, undefined));
});

describe("tags", () => {
  it.each([
    ["a «<internal>»b", "open tag internal"],
    ["a «<Private>»b", "open tag private"],
    ["a «<internal >»b", "open tag internal"],
    ['«<internal audience="my company">»b', "open tag for my company internal"],
    ["«<internal audience='company'>»b", "open tag for company internal"],
    ["«<internal audience = company>»b", "open tag for company internal"],
    ["«<internal\n  Audience=company>»b", "open tag for company internal"],
    ['«<internal title="a > b">»b', "open tag internal"],
    ["«<internal title='a > \" b'>»b", "open tag internal"],
    ["«<internal data-audience=company>»b", "open tag internal"],
    ["«</internal>»", "close tag internal"],
    ["«</PRIVATE \t>»", "close tag private"],
    ["«<intenral>»", `open tag internal; ${READS}; proper: <internal>`],
    ["«<intenral audience=company>»", `open tag for company internal; ${READS}; proper: <internal>`],
    ["«<intenral >»", `open tag internal; ${READS}; proper: <internal>`],
    ["«<intenral» a", `open tag internal; ${READS}; proper: <internal>`],
    ["«<internal» a", "open tag internal; wrong: this tag is not complete; proper: <internal>"],
    ["«<internal» a$0 >", "open tag internal; wrong: this tag is not complete; proper: <internal>"],
    ["«<internal» a <b>", "open tag internal; wrong: this tag is not complete; proper: <internal>"],
    ['«<internal» a="b>', "open tag internal; wrong: this tag is not complete; proper: <internal>"],
    [
      `«<internal»${" ".repeat(300)}>`,
      "open tag internal; wrong: this tag is not complete; proper: <internal>",
    ],
    ["«<internal/>»", "open tag internal; wrong: an empty tag marks no text as internal; proper: <internal>"],
    [
      "«<internal audience=team / >»",
      "open tag for team internal; wrong: an empty tag marks no text as internal; proper: <internal>",
    ],
    ["«< internal>»", `open tag internal; ${BLANK}; proper: <internal>`],
    ["«< internal audience=team>»", `open tag for team internal; ${BLANK}; proper: <internal>`],
    ["«<internal: a>»", "open tag internal; wrong: a tag takes no colon; proper: <internal>"],
    ["«</intenral>»", `close tag internal; ${READS}; proper: </internal>`],
    ["«</internal» a", "close tag internal; wrong: this closing tag is not complete; proper: </internal>"],
    ["«</ internal>»", "close tag internal; wrong: this closing tag is not complete; proper: </internal>"],
    ["«</internal a>»", "close tag internal; wrong: this closing tag is not complete; proper: </internal>"],
    ["«\\<internal>»", `open tag internal; ${ESCAPED}; proper: <internal>`],
  ])("%s", checkMark);

  it.each([
    "«<internal-link>»",
    "«<internal_>»",
    "«<internal2>»",
    "«<intenral a=b>»",
    "«<internals>»",
    "«<b>»",
    "«<>»",
    "«</b>»",
    "«\\</internal>»",
    "«\\<b>»",
  ])("none in %s", (text) => checkMark(text, undefined));
});

describe("HTML comments", () => {
  it.each([
    ["«<!-- internal: a -->» b", "open html-comment closed"],
    ["«<!--internal:-->» b", "open html-comment closed"],
    ["«<!---- \r\n\tinternal company: a -->»", "open html-comment for company closed"],
    ["«<!-- internal:» a", "open html-comment"],
    ["«<!-- internal:» a$0 -->", "open html-comment"],
    ["«<!-- intenral: a -->»", `open html-comment closed; ${READS}; proper: <!-- internal:`],
    [
      "«<!-- intenral company: a -->»",
      `open html-comment for company closed; ${READS}; proper: <!-- internal company:`,
    ],
    ["«\\<!-- internal: a -->»", `open html-comment closed; ${ESCAPED}; proper: <!-- internal: a -->`],
  ])("%s", checkMark);

  it.each([
    "«<!-- a internal: -->»",
    "«<!-- internal -->»",
    "«<!-- internal：a -->»",
    "«<!- internal: a ->»",
  ])("none in %s", (text) => checkMark(text, undefined));
});

describe("signs", () => {
  it.each([
    ["a «{>>» b", "open criticmarkup"],
    ["a «<<}» b", "close criticmarkup"],
    ["a «%%» b", "open obsidian"],
    ["«%%»", "open obsidian"],
    ["a «%%»$0 b", "open obsidian"],
    ["a «{>» b", undefined],
    ["a «<<» b", undefined],
    ["a «%%»%", undefined],
    ["a %«%%»", undefined],
    ["a «%» b", undefined],
    ["a «%$0%» b", undefined],
  ])("%s", checkMark);
});

describe("redacted markers", () => {
  it.each([
    ["a «<Redacted comments>» b", "redacted tag"],
    ["a «<redacted \tcomment />» b", "redacted tag"],
    ["a «<redacted>» b", "redacted tag"],
    ["a «\\<Redacted comments>» b", "redacted"],
    ["a «[redacted]» b", "redacted"],
    ["a «[Redacted comments\\]» b", "redacted"],
    ["a «\\[redacted\\]» b", "redacted"],
    ["a «(redacted comments)» b", "redacted"],
    ["a «&lt;Redacted comments&gt;» b", "redacted"],
    ["a «███» b", "redacted"],
    ["a «██████» b", "redacted"],
    ["a «███»$0 b", "redacted"],
    ["a «██» b", undefined],
    ["a «█$0██» b", undefined],
    ["a «[redacted]»(url)", undefined],
    ["a «[redacted]»[label]", undefined],
    ["«[redacted]»: url", undefined],
    ["a «<redacted thoughts>» b", undefined],
    ["a «(redacted» b", undefined],
    ["a «&lt;» b", undefined],
    ["a «internal:» b", undefined],
  ])("%s", checkMark);
});
