import {
  type DecorationRenderOptions,
  OverviewRulerLane,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  type WorkspaceConfiguration,
  window,
} from "vscode";
import type { DecorationsAnswer } from "../../../server/src/lsp/protocol.js";

export type Strength = NonNullable<DecorationsAnswer>["internal"][number]["strength"];

export const STRENGTHS: readonly Strength[] = ["narrowest", "middle", "widest"];

/** The line beside and below internal text, so that audiences differ by more than colour. */
const LINES: Readonly<Record<Strength, string>> = { narrowest: "solid", middle: "dashed", widest: "dotted" };

/** How the parts of a report are shown; absent where the user switched it off. */
export interface DecorationTypes {
  readonly block: Readonly<Record<Strength, TextEditorDecorationType>> | undefined;
  readonly inline: Readonly<Record<Strength, TextEditorDecorationType>> | undefined;
  readonly gutter: Readonly<Record<Strength, TextEditorDecorationType>> | undefined;
  readonly ruler: Readonly<Record<Strength, TextEditorDecorationType>> | undefined;
  readonly redacted: TextEditorDecorationType | undefined;
  dispose(): void;
}

/** Makes the decorations that the settings have; `media` is the folder of the icons. */
export function createTypes(settings: WorkspaceConfiguration, media: Uri): DecorationTypes {
  const made: TextEditorDecorationType[] = [];
  const make = (options: DecorationRenderOptions): TextEditorDecorationType => {
    const type = window.createTextEditorDecorationType(options);
    made.push(type);
    return type;
  };
  const each = (setting: string, options: (strength: Strength) => DecorationRenderOptions) =>
    settings.get(`decorations.${setting}`, true)
      ? {
          narrowest: make(options("narrowest")),
          middle: make(options("middle")),
          widest: make(options("widest")),
        }
      : undefined;
  const tint = (strength: Strength, borderWidth: string): DecorationRenderOptions => ({
    backgroundColor: new ThemeColor(`tripReport.internal.${strength}Background`),
    borderColor: new ThemeColor(`tripReport.internal.${strength}Border`),
    borderStyle: LINES[strength],
    borderWidth,
  });
  const icon = (strength: Strength, theme: string) => ({
    gutterIconPath: Uri.joinPath(media, `internal-${strength}-${theme}.svg`),
  });
  return {
    block: each("internalComments", (strength) => ({ ...tint(strength, "0 0 0 2px"), isWholeLine: true })),
    inline: each("internalComments", (strength) => tint(strength, "0 0 2px")),
    gutter: each("gutter", (strength) => ({
      light: icon(strength, "light"),
      dark: icon(strength, "dark"),
      gutterIconSize: "contain",
    })),
    ruler: each("overviewRuler", (strength) => ({
      overviewRulerColor: new ThemeColor(`tripReport.internal.${strength}Border`),
      overviewRulerLane: OverviewRulerLane.Left,
    })),
    redacted: settings.get("decorations.redacted", true)
      ? make({
          backgroundColor: new ThemeColor("tripReport.redactedBackground"),
          color: new ThemeColor("tripReport.redactedBackground"),
          borderRadius: "2px",
        })
      : undefined,
    dispose: () => {
      for (const type of made) type.dispose();
    },
  };
}
