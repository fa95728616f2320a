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
