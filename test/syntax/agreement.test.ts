import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WAYS } from "../support/check-copy.js";
import { specExamples } from "../support/markdown/examples.js";
import { lines, type NormalNode, rendered } from "../support/markdown/normal-form.js";
import { ofReference } from "../support/markdown/of-mdast.js";
import { ofRenderer, writtenTarget } from "../support/markdown/of-renderer.js";
import { ofSyntax } from "../support/markdown/of-syntax.js";
import { isShown } from "../support/markdown/shown.js";
import { mutated, mutationCount, SECRET } from "../support/mutations.js";
import { publishText } from "../support/publish.js";
import differences from "./agreement-differences.json" with { type: "json" };

/** What one reader has in an example that the other has not, and why that is so. */
interface Difference {
  readonly example: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly reason: string;
}

const examples = specExamples(process.cwd());

/** Checks that two readers agree about all examples but those that are listed, and that those differ as they are listed. */
function checkAgreement(
  listed: readonly Difference[],
  ours: (text: string) => readonly string[],
  theirs: (text: string) => readonly string[],
): void {
  const found = examples.flatMap(({ name, markdown }) => difference(name, ours(markdown), theirs(markdown)));
  expect(found).toEqual(listed.map(({ reason: _, ...difference }) => difference));
  for (const { reason } of listed) expect(reason).not.toBe("");
}

function difference(example: string, ours: readonly string[], theirs: readonly string[]) {
  if (ours.join("\n") === theirs.join("\n")) return [];
  return [
    {
      example,
      ours: ours.filter((line) => !theirs.includes(line)),
      theirs: theirs.filter((line) => !ours.includes(line)),
    },
  ];
}

describe("the examples of the specifications", () => {
  it("are all there", () => expect(examples.length).toBe(652 + 44));

  it("are read as the reference reads them, every block and link at its place", () => {
    checkAgreement(
      differences.reference,
      (text) => lines(ofSyntax(text), true),
      (text) => lines(ofReference(text), true),
    );
  });

  it("are read as they are rendered", () => {
    checkAgreement(
      differences.renderer,
      (text) => shown(ofSyntax(text)),
      (text) => lines(ofRenderer(text), false),
    );
  });
});

describe("a comment anywhere in an example", () => {
  const place = fc.nat({ max: 400 });
  const runs = { numRuns: 1500, seed: 31 };

  it("is a comment to both, where it is HTML", () => {
    const left = new Set(differences.withComments.map(({ example }) => example));
    const example = fc.constantFrom(...examples.filter(({ name }) => !left.has(name)));
    const comment = fc.constantFrom("<!-- a -->", "\n\n<!-- internal: a\nb -->\n\n", "\n<!-- a -->\n");
    fc.assert(
      fc.property(example, place, comment, ({ markdown }, at, html) => {
        const from = at % (markdown.length + 1);
        const text = markdown.slice(0, from) + html + markdown.slice(from);
        expect(shown(ofSyntax(text)), text).toEqual(lines(ofRenderer(text), false));
      }),
      runs,
    );
  });

  it("is in no copy, or there is none", () => {
    const way = fc.constantFrom(...WAYS);
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.nat(), way, ({ markdown }, choice, how) => {
        const places = Array.from({ length: markdown.length + 1 }, (_, offset) => offset);
        const text = mutated(markdown, places, choice % mutationCount(places));
        const result = publishText(text, { ...how });
        if (result.kind === "published" && !isShown(text, text.indexOf(SECRET)))
          expect(result.output, text).not.toContain(SECRET);
      }),
      runs,
    );
  });
});

function shown(nodes: readonly NormalNode[]): string[] {
  return lines(rendered(nodes, writtenTarget), false);
}
