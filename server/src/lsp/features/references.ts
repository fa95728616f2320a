import type { Location } from "vscode-languageserver";
import { mentions } from "../../features/speakers.js";
import type { Feature } from "../feature.js";
import { toRange } from "../to-protocol.js";
import { linkReferences } from "./links.js";
import { introduction, pointedPerson, reportsNaming } from "./speakers.js";

/** Every place that names a speaker, in all reports and under all names; elsewhere what links to the same. */
export const references: Feature = (context) => {
  context.connection.onReferences(
    ({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
      context.answerAll<Location[]>("references", async () => {
        const pointed = await pointedPerson(context, uri, position);
        if (!pointed) return linkReferences(context, uri, position, includeDeclaration, token);
        const index = await context.indexer.complete();
        const keys = index.person(pointed.span.key)?.keys ?? [pointed.span.key];
        const introduced = introduction(pointed);
        const found: Location[] = [];
        for await (const { uri, analysis } of reportsNaming(context, keys, token))
          for (const span of mentions(analysis, keys, (key) => index.identity(key)))
            found.push({ uri, range: toRange(analysis.text, span) });
        return includeDeclaration ? found : found.filter((place) => !samePlace(place, introduced));
      }),
  );
};

function samePlace(a: Location, b: Location | undefined): boolean {
  return (
    a.uri === b?.uri &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character
  );
}
