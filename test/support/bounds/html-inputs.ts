import { after, type Family, growing, halves, lines, mirrored, over, paragraphs } from "./families.js";

const open = (count: number) => Array.from({ length: count }, (_, n) => `<b id=${n}>`).join("");

/** Raw HTML, and what pages repeat or nest. */
export const html: Record<string, Family> = {
  "<p>": paragraphs("<p>a</p>"),
  "nested <p>": mirrored("<p>", "</p>"),
  "nested <span> in a line": after("a ", mirrored("<span>", "</span>")),
  "nested <blockquote>": mirrored("<blockquote>", "</blockquote>"),
  "nested lists": mirrored("<ul><li>", "</li></ul>"),
  "400 lists, then lines": after(`<div>${"<ul><li>".repeat(400)}\n`, lines("a<br>")),
  "400 quotes, then lines": after(`<div>${"<blockquote>".repeat(400)}\n`, lines("a<br>")),
  "400 <span>, then tags": after(`<div>${"<span>".repeat(400)}\n`, lines("<i>a</i>")),
  "400 <b>, then paragraphs": after(`<div><p>${open(400)}\n`, over("<p>a")),
  "many <b>, then paragraphs": after(
    "<div><p>",
    halves(
      growing((n) => `<b id=${n}>`),
      over("<p>a"),
    ),
  ),
  "attributes of one tag": after(
    "<a",
    growing((n) => ` x${n}=y`),
    ">\n",
  ),
  "attributes of one tag, open": after(
    "<div\na",
    growing((n) => ` x${n}=y`),
  ),
  "a table and what does not belong": after("<table>", over("<b></b>a")),
  "a table and text": after("<table>", over("<tr>a")),
  "nested tables": over("<table><tr><td>"),
  "what is moved": after("<div><b><p>", over("<i></i>"), "</b>"),
  "misnested <a>": after("<div>", over("<a><p>")),
  "misnested <b>": after("<div>", over("<b><p>a</b>")),
  "<template>": after("<div>", over("<template>")),
  "<svg>": after("<div>", over("<svg>")),
  "<select>": after("<div>", over("<select><option>")),
  "<textarea>": after("<div>", over("<textarea></t")),
  "<![CDATA[ in <svg>": after("<div>", over("<svg><![CDATA[")),
  "</p>": after("<div>", over("</p>")),
  "<script and blanks": after("<div>", over("<script></script  ")),
  "<style> in a line": over("a <style> "),
  "raw headings": paragraphs("<h2>a</h2>"),
  "talks and raw headings": halves(
    growing((n) => `## Talk ${n}\n\na\n\n`),
    paragraphs("<h2>b</h2>"),
  ),
  "raw headings and talks": halves(
    paragraphs("<h2>b</h2>"),
    growing((n) => `## Talk ${n}\n\na\n\n`),
  ),
  "talks and bold lines": halves(
    growing((n) => `## Talk ${n}\n\na\n\n`),
    paragraphs("**b** <b></b>"),
  ),
  "headings with anchors": growing((n) => `# a {#b${n}}\n\n`),
  "headings with the same anchor": paragraphs("# a {#b}"),
  "headings of the same words": paragraphs("# a"),
  "references to a long address": halves(after("[a]: b", over("c")), over("[a] "), "\n\n"),
  "images of a long address": halves(after("[a]: b", over("c")), over("![a] "), "\n\n"),
  "references to a long title": halves(after("[a]: b '", over("c"), "'"), over("[a] "), "\n\n"),
  "references to a long footnote": halves(after("[^a]: b", over("c ")), over("[^a] "), "\n\n"),
  "notes in notes": over("a^[b "),
  "quotes and lazy lines, 100 deep": after(`${"> ".repeat(100)}a\n`, lines("a")),
  "tasks in a list": lines("- [x] a"),
};
