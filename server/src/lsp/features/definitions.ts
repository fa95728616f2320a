import type { Definition } from "vscode-languageserver";
import type { Feature } from "../feature.js";
import { linkDefinitions } from "./links.js";
import { introduction, pointedPerson } from "./speakers.js";

/** Goes to where a speaker is introduced, or to what a link leads to. */
export const definitions: Feature = (context) => {
  context.connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    context.answerAll<Definition | null>("definition", async () => {
      const pointed = await pointedPerson(context, uri, position);
      const place = pointed && introduction(pointed);
      if (place) return place;
      const links = await linkDefinitions(context, uri, position, token);
      return links.length > 0 ? links : null;
    }),
  );
};
