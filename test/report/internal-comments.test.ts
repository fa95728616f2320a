import { describe, it } from "vitest";
import { checkComments } from "../support/check.js";

describe("internal comments, each form", () => {
  it("container", () => checkComments("a\n\n«:::internal\nsecret\n:::»\n\nb", ["container team"]));
  it("container with audience", () => checkComments("«:::internal company\nx\n:::»", ["container company"]));
  it("container with a blank, more colons and closing decoration", () =>
    checkComments("«:::: confidential :::\nx\n::::»", ["container team"]));
  it("container with attributes", () =>
    checkComments("«::: {.internal audience=company}\nx\n:::»", ["container company"]));
  it("container interrupts a paragraph", () =>
    checkComments("a\n«:::private\nx\n:::»\nb", ["container team"]));
  it("containers nest", () =>
    checkComments("«:::internal\na\n«:::internal company\nb\n:::»\nc\n:::»", [
      "container team",
      "container company",
    ]));
  it("containers of other tools nest too", () =>
    checkComments("«:::internal\n:::note\nb\n:::\nc\n:::»\npublic", ["container team"]));
  it("a longer fence is not closed by a shorter one", () =>
    checkComments("«::::internal\na\n:::\nb\n::::»", ["container team"]));
  it("container in a list item", () =>
    checkComments("- a\n\n  «:::internal\n  x\n  :::»\n- b", ["container team"]));
  it("callout takes its whole quote", () =>
    checkComments("«> [!INTERNAL]\n> a\n>\n> b»\n\nc", ["callout team"]));
  it("callout with audience", () => checkComments("«> [!Private company]\n> a»", ["callout company"]));
  it("callout further down takes the rest of the quote", () =>
    checkComments("> a\n>\n> «[!INTERNAL]\n> b»\n\nc", ["callout team"]));
  it("callout with lazy lines", () => checkComments("«> [!INTERNAL]\n> a\nlazy»\n\nc", ["callout team"]));
  it("callout in a nested quote", () =>
    checkComments("> a\n>\n> «> [!INTERNAL]\n> > b»\n>\n> c", ["callout team"]));
  it("inline", () => checkComments("a «[internal: b]» c", ["inline team"]));
  it("inline with audience", () => checkComments("a «[internal company: b]» c", ["inline company"]));
  it("inline with a TLP label that is not configured", () =>
    checkComments("«[internal TLP:RED: b]»", ["inline team unknown"]));
  it("inline with balanced brackets, code and links", () =>
    checkComments("«[internal: see [1], `]` and [x](y]z) end]» c", ["inline team"]));
  it("inline after a nested link", () =>
    checkComments("«[internal: a [b [c](d) e] secret]» f", ["inline team"]));
  it("inline over lines of a paragraph", () => checkComments("a «[internal: b\nc]» d", ["inline team"]));
  it("inline in a link's text", () => checkComments("[out «[internal: x]» text](url)", ["inline team"]));
  it("a link whose text begins so, with its target", () =>
    checkComments('a «[internal: x](http://h/(a) "t)")» b', ["inline team"]));
  it("a link that only looks like one keeps its parentheses public", () =>
    checkComments("«[internal: x]»(see below) b", ["inline team"]));
  it("two comments that touch are two, each with its own target", () => {
    checkComments("«[internal company: x]»«[internal: y](http://z)» a", ["inline company", "inline team"]);
    checkComments("<div>\n«[internal company: x]»«[internal: y](http://z)» a\n</div>", [
      "inline company",
      "inline team",
    ]);
  });
  it("a reference link, with its label", () => checkComments("«[internal: x][ref]» b", ["inline team"]));
  it("behind a link in brackets, with its target", () =>
    checkComments("- [ ]«[internal: x](http://h)» [a]«[internal: x](http://h)» b", [
      "inline team",
      "inline team",
    ]));
  it("in the title of another container", () =>
    checkComments(":::note a «[internal: x]» b\nc\n:::", ["inline team"]));
  it("in attributes", () => checkComments("# T\n\n## A {.b «[internal: x]»}\n", ["inline team"]));
  it("in an HTML block of a quote, which ends at the quote's blank line", () =>
    checkComments("> <div>\n>\n> > «[internal: x]»\n", ["inline team"]));
  it("in the keys and values of front matter, under any word", () =>
    checkComments('---\ntitle: "a «[internal: b]»"\n«Private: c»\n---\n', [
      "inline team",
      "front-matter team",
    ]));
  it("an image whose description begins so", () =>
    checkComments("a «![internal: x](plan.png)» b", ["inline team"]));
  it("in a heading", () => checkComments("# A «[internal: b]»\n", ["inline team"]));
  it("in a table cell", () =>
    checkComments("| a | b |\n|---|---|\n| «[internal: x]» | y |", ["inline team"]));
  it("in emphasis", () => checkComments("*a «[internal: **b**]»*", ["inline team"]));
  it("tag, inline", () => checkComments("a «<internal>b</internal>» c", ["tag team"]));
  it("tag around blocks", () => checkComments("«<internal>\n\n- a\n- b\n\n</internal>»\n\nc", ["tag team"]));
  it("tag with audience, any case", () =>
    checkComments('«<Internal Audience="company">a</INTERNAL>»', ["tag company"]));
  it("tags nest", () =>
    checkComments("«<internal>a«<internal>b</internal>»c</internal>»", ["tag team", "tag team"]));
  it("tag in an HTML block", () => checkComments("<div>\n«<internal>a</internal>»\n</div>", ["tag team"]));
  it("inline form in an HTML block", () => checkComments("<div>\n«[internal: a]»\n</div>", ["inline team"]));
  it("HTML comment", () => checkComments("a «<!-- internal: b -->» c", ["html-comment team"]));
  it("HTML comment over lines, with audience", () =>
    checkComments("«<!--\n  internal company: b\n\n  c\n-->»\nd", ["html-comment company"]));
  it("text behind an HTML comment on its line", () =>
    checkComments("«<!-- internal: a -->» b «[internal: c]»", ["html-comment team", "inline team"]));
  it("section: body and subsections, not the heading", () =>
    checkComments("# T\n\n## A {.internal}«\n\na\n\n### B\n\nb\n\n»## C\n", ["section team"]));
  it("section with audience", () =>
    checkComments("# T\n\n## A {#x .internal audience=company}«\n\na»", ["section company"]));
  it("front matter", () =>
    checkComments("---\ntitle: a «# later»\n«internal:\n  - secret»\n---\n", [
      "front-matter team",
      "front-matter team",
    ]));
  it("CriticMarkup", () => checkComments("a «{>> b <<}» c", ["criticmarkup team"]));
  it("Obsidian", () => checkComments("a «%% b %%» c", ["obsidian team"]));
  it("Obsidian over blocks", () => checkComments("«%%\n\n- a\n\nb\n%%» c", ["obsidian team"]));
  it("all words, any case", () =>
    checkComments("«[Internal: a]» «[PRIVATE: b]» «[Confidential: c]»", [
      "inline team",
      "inline team",
      "inline team",
    ]));
  it("in plain text", () =>
    checkComments(
      "Title\n\n• a «[internal: b]» c\n\n«:::internal\nx\n:::»\n",
      ["inline team", "container team"],
      "plain-text",
    ));
  it("with CRLF and CR", () => {
    checkComments("a\r\n\r\n«:::internal\r\nx\r\n:::»\r\n", ["container team"]);
    checkComments("a\r\r«:::internal\rx\r:::»\r", ["container team"]);
    checkComments("«> [!INTERNAL]\r> x»\r\rb", ["callout team"]);
  });
});

describe("an unclosed comment runs to the end of its container", () => {
  it("container: the document", () =>
    checkComments("a\n\n«:::internal\nb\n\n# c\n»", ["container team unclosed"]));
  it("container: the list item", () =>
    checkComments("- a\n\n  «:::internal\n  b»\n- c", ["container team unclosed"]));
  it("container: the quote", () =>
    checkComments("> a\n>\n> «:::internal\n> b»\n\nc", ["container team unclosed"]));
  it("inline: the paragraph", () => checkComments("a «[internal: b\nc»\n\nd", ["inline team unclosed"]));
  it("inline: the table row", () =>
    checkComments("| a | b |\n|---|---|\n| «[internal: x | y |»\n| c | d |", ["inline team unclosed"]));
  it("tag: the document", () => checkComments("a «<internal>b\n\nc»", ["tag team unclosed"]));
  it("HTML comment in a paragraph: the document", () =>
    checkComments("a «<!-- internal: b\n\nc»", ["html-comment team unclosed"]));
  it("HTML comment as a block: the document", () =>
    checkComments("«<!-- internal: b\n\nc»", ["html-comment team unclosed"]));
  it("CriticMarkup: the document", () => checkComments("a «{>> b\n\nc»", ["criticmarkup team unclosed"]));
  it("a closing in another container closes nothing", () =>
    checkComments("«<internal>\n\n- a\n- b </internal>\n\nc»", ["tag team unclosed"]));
  it("crossed comments both run on", () =>
    checkComments("«[internal: a «<internal> b]» c </internal> d»", ["inline team", "tag team unclosed"]));
  it("a fence swallows the closing", () =>
    checkComments("«:::internal\n```\n:::\n```\nx»", ["container team unclosed"]));
});

describe("near misses are comments, and misspelt", () => {
  it("letters swapped", () => checkComments("«:::internla\na\n:::»", ["container team misspelt"]));
  it("letters swapped, inline", () => checkComments("«[intenral: a]»", ["inline team misspelt"]));
  it("a letter missing", () => checkComments("«> [!INTERAL]\n> a»", ["callout team misspelt"]));
  it("two colons", () => checkComments("«::internal\na\n:::»", ["container team misspelt"]));
  it("text behind the word", () =>
    checkComments("«:::internal they will miss it\na\n:::»", ["container team misspelt"]));
  it("a container behind text", () => checkComments("a «:::internal\nb\n:::»", ["container team misspelt"]));
  it("a callout behind text", () => checkComments("> a «[!INTERNAL] b»", ["callout team misspelt"]));
  it("attributes that end no section's heading", () =>
    checkComments("# T «{.internal}\n\na\n»", ["section team misspelt"]));
  it("a key of the front matter", () =>
    checkComments("---\n«intenral: c»\n---\n", ["front-matter team misspelt"]));
  it("an empty tag", () => checkComments("«<internal/> a»", ["tag team unclosed misspelt"]));
  it("a callout outside a quote", () => checkComments("«[!INTERNAL] a»", ["callout team unclosed misspelt"]));
  it("escaped brackets", () => checkComments("«\\[internal: a\\] b»", ["inline team unclosed misspelt"]));
  it("an unfinished tag", () => checkComments("«<internal a b»", ["tag team unclosed misspelt"]));
});

describe("what is no comment", () => {
  it("words that only contain one", () =>
    checkComments("[internals: a] [interval: b] <internals> :::interval", []));
  it("ordinary prose", () =>
    checkComments("The internal load balancer (private cloud) is confidential: no.", []));
  it("link text without a colon", () => checkComments("[internal tools](x) [private](y)", []));
  it("several words before the colon", () =>
    checkComments("[Internal developer platforms: a guide](url)", []));
  it("other containers", () => checkComments(":::note\na\n:::", []));
  it("code", () => checkComments("`[internal: a]`\n\n```\n:::internal\n```\n\n    <internal>", []));
  it("a per cent sign, three of them", () => checkComments("100% %%% 5%", []));
  it("an emoji or a definition", () => checkComments(":internet: a\n\n: private things\n", []));
});
