import { commands, type Location, Position, Uri } from "vscode";
import type { TextPlace } from "../../../server/src/lsp/protocol.js";

/** Shows every place that names the speaker at a place: what a code lens does when it is clicked. */
export function showReferences(): (uri: unknown, place: unknown) => Promise<void> {
  return async (uri, place) => {
    if (typeof uri !== "string" || !isPlace(place)) return;
    const target = Uri.parse(uri);
    const position = new Position(place.line, place.character);
    const found = await commands.executeCommand<Location[] | undefined>(
      "vscode.executeReferenceProvider",
      target,
      position,
    );
    await commands.executeCommand("editor.action.showReferences", target, position, found ?? []);
  };
}

function isPlace(value: unknown): value is TextPlace {
  return (
    typeof value === "object" &&
    value !== null &&
    "line" in value &&
    "character" in value &&
    typeof value.line === "number" &&
    typeof value.character === "number"
  );
}
