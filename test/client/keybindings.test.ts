import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const keys = manifest.contributes.keybindings.filter(({ when }) => when.includes("tripReport.editing.lists"));

describe("the keys for lists", () => {
  test.each(keys.map(({ key, command, when }) => [key, command, when] as const))(
    "%s is ours only in a report that can be edited",
    (_, command, when) => {
      const wanted = when.split(" && ");
      expect(manifest.contributes.commands.map((known) => known.command)).toContain(command);
      expect(wanted).toEqual(
        expect.arrayContaining(["editorTextFocus", "!editorReadonly", "editorLangId == trip-report"]),
      );
    },
  );

  // Tab's commands look at the line themselves: pressed right behind Enter, the key would be asked about the line before.
  test.each(keys.filter(({ key }) => !key.endsWith("tab")).map(({ key, when }) => [key, when] as const))(
    "%s is ours only in a list",
    (_, when) => {
      expect(when).toMatch(/tripReport\.in(?:ListItem|OrderedItem)/);
    },
  );

  test.each(["tab", "shift+tab"])("%s leaves suggestions, snippets and moving the focus alone", (key) => {
    const when = keys.find((known) => known.key === key)?.when.split(" && ");
    expect(when).toEqual(
      expect.arrayContaining([
        "!suggestWidgetVisible",
        "!inSnippetMode",
        "!hasNextTabstop",
        "!hasPrevTabstop",
        "!inlineSuggestionVisible",
        "!inlineEditIsVisible",
        "!editorTabMovesFocus",
      ]),
    );
  });
});

/**
 * What follows Ctrl+K, or Cmd+K on macOS, in the editor's own key bindings on any platform; other modifiers than Shift
 * are left out. `v` is Markdown's, in Markdown only.
 */
const TAKEN = new Set(
  "c d e f i m n o p r s t u w y z enter escape f2 f12 up down left right shift+enter shift+n shift+o \\ .".split(
    " ",
  ),
);

describe("the keys behind Ctrl+K", () => {
  const chords = manifest.contributes.keybindings.filter(({ key }) => key.startsWith("ctrl+k "));

  test.each(chords.map(({ key, command, when }) => [key, command, when] as const))(
    "%s is none of the editor's own, on macOS the same, and ours in reports only",
    (key, command, when) => {
      expect(TAKEN).not.toContain(key.slice("ctrl+k ".length));
      const own = manifest.contributes.keybindings.find((known) => known.command === command);
      expect(own).toHaveProperty("mac", key.replace("ctrl+", "cmd+"));
      expect(when).toMatch(/^editor(?:Text)?Focus && .*\beditorLangId == trip-report\b/);
    },
  );

  test("are each given once", () => {
    const keys = chords.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
