import { describe, expect, it } from "vitest";
import { targetsOf, withoutTargets } from "../../server/src/publish/markup.js";
import { tagsIn } from "../../server/src/publish/tags.js";
import { fixture, marked } from "../support/fixture.js";

describe("the tags of a text", () => {
  it.each([
    "a «<b>»c«</b>» d",
    "a < b > c <1> <> </>",
    "«<a href='>' title=\">\">»b",
    "«<!-- a > b -->»c «<!-- d",
    "«<!-->» a «<!--->» b",
    "«<script>a</script>»b «<style>a</style >»b «<script>a",
    "«</script>»a",
    "«<a <b>»c",
    "<a '«<b>»",
    "a <b",
  ])("are those of %s", (markedText) => {
    const source =
      markedText.endsWith("<!-- d") || markedText.endsWith("<script>a") ? `${markedText}»` : markedText;
    const { text } = fixture(source);
    expect(marked(text, tagsIn(text))).toBe(source);
  });
});

describe("Markdown without its targets", () => {
  it.each([
    ["[a](b) c", "[a]  c"],
    ["[a](b (c) d", "[a](b (c) d"],
    ["[a][b] [c]", "[a]  [c]"],
    ["a <b>c</b>", "a  c "],
    ['![a](b.png "c")d', "![a] d"],
    ["a", "a"],
  ])("is of %j %j", (text, expected) => expect(withoutTargets(text)).toBe(expected));
});

describe("the addresses that a text links to", () => {
  it.each([
    ["[a](b) [c](<d>) [e]( f )", ["b", "d", "f"]],
    ["http://a.example/b, (HTTPS://c.example)", ["http://a.example/b,", "HTTPS://c.example"]],
    ["<a href='b'> <img src = c> <p data-src=\"d\">", ["b", "c", "d"]],
    ["[a]: b\n[c]:   <d>", ["b", "d"]],
    ["no address", []],
  ])("are of %j %j", (text, expected) => expect(targetsOf(text)).toEqual(expected));
});
