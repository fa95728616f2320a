import { describe, expect, it } from "vitest";
import { chosenPlace } from "../../client/src/overview/chosen-place.js";

const ONE = ["file:///a.trip.md"];
const TWO = [...ONE, "file:///b.trip.md"];

describe("what an overview's page says was chosen", () => {
  it("is a line of the one report, or of a shown one", () => {
    expect(chosenPlace({ line: 3 }, ONE)).toEqual({ line: 3 });
    expect(chosenPlace({ line: 0, uri: "file:///b.trip.md" }, TWO)).toEqual({
      line: 0,
      uri: "file:///b.trip.md",
    });
  });

  it.each([
    undefined,
    null,
    "3",
    {},
    { line: "3" },
    { line: -1 },
    { line: 1.5 },
    { line: Number.NaN },
    { line: 1, uri: "file:///etc/passwd" },
    { line: 1, uri: "command:workbench.action.quit" },
    { line: 1, uri: 7 },
    { line: 1 },
  ])("is nothing else: %j", (message) => {
    expect(chosenPlace(message, TWO)).toBeUndefined();
  });
});
