import { CancellationToken, type Diagnostic } from "vscode-languageserver";
import type { FeatureContext, OpenReport } from "../feature.js";
import { SOURCE } from "../to-protocol.js";
import { libraryMessage } from "./link-messages.js";
import { ask } from "./links.js";

/** Whether the user wants to see links that lead nowhere. */
export function validatesLinks({ links, editorSettings }: FeatureContext): boolean {
  return links !== undefined && editorSettings.current.links.validate !== "off";
}

/** The links of a report that lead nowhere: to no file, no heading, no definition. */
export async function linkDiagnostics(
  context: FeatureContext,
  { uri, analysis }: OpenReport,
): Promise<Diagnostic[]> {
  const level = context.editorSettings.current.links.validate;
  if (level === "off" || analysis.format !== "markdown") return [];
  const { None: token } = CancellationToken;
  const found = (await ask(context, token, (links) => links.diagnostics(uri, level, token))) ?? [];
  const inWords = (text: string) => context.say(libraryMessage(text));
  return found.map(({ relatedInformation, ...item }) => ({
    ...item,
    source: SOURCE,
    message: inWords(String(item.message)),
    ...(relatedInformation
      ? {
          relatedInformation: relatedInformation.map((about) => ({
            ...about,
            message: inWords(about.message),
          })),
        }
      : {}),
  }));
}
