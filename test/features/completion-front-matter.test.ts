import { describe, it } from "vitest";
import { type CompletionCheck, checkAmong, checkOffered, checkTaken } from "../support/check-completion.js";

describe("front matter's keys", () => {
  it("are those that are not there yet", () =>
    checkOffered("---\ntype: trip-report\ntitle: T\n$0\ntags: []\nevent: E\n---\n", [
      "location",
      "website",
      "dates",
      "authors",
      "audience",
      "status",
      "internal",
      "people",
    ]));
  it("are narrowed by what is typed", () =>
    checkOffered("---\ntype: trip-report\nau$0\n---\n", ["authors", "audience"]));
  it("are offered for the first line already", () => checkAmong("---\nty$0", ["type"]));
  it("come with what never differs", () =>
    checkTaken("---\nty$0\n---\n", "type", "---\ntype: trip-report\n---\n"));
  it("of authors begin an item", () =>
    checkTaken("---\nauthors:\n  na$0\n---\n", "name", "---\nauthors:\n  - name: \n---\n"));
  it("of an author are those it does not have", () =>
    checkOffered(
      "---\nauthors:\n  - name: Ada\n    $0\n    email: a\n  - name: Jo\n    affiliation: B\n---\n",
      ["affiliation"],
    ));
  it("of an author stand behind the item's mark", () => checkAmong("---\nauthors:\n- na$0\n---\n", ["name"]));
  it("of dates", () => checkOffered("---\ndates:\n  start: 2024-05-14\n  e$0\n---\n", ["end"]));
  it("of dates in braces", () => checkOffered("---\ndates: { start: 2024-05-14, e$0 }\n---\n", ["end"]));
  it("are not offered below keys that have none", () => checkOffered("---\ninternal:\n  na$0\n---\n", []));
  it("below a key named like what every object has", () =>
    checkOffered("---\nconstructor:\n  na$0\n---\n", []));
});

describe("front matter's values", () => {
  it("of type", () => checkTaken("---\ntype: tr$0\n---\n", "trip-report", "---\ntype: trip-report\n---\n"));
  it("behind a colon bring their blank", () =>
    checkTaken("---\nstatus:$0\n---\n", "draft", "---\nstatus: draft\n---\n"));
  it("of status", () => checkOffered("---\nstatus: $0\n---\n", ["draft", "final"]));
  it("of audience are those configured", () =>
    checkOffered("---\naudience: TLP:A$0\n---\n", ["TLP:AMBER+STRICT", "TLP:AMBER"], {
      config: { audiences: ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"] },
    }));
  it("replace the rest of the word", () =>
    checkTaken("---\naudience: te$0am\n---\n", "team", "---\naudience: team\n---\n"));
  it("of dates are today and the forms", () =>
    checkOffered("---\ndates: $0\n---\n", [
      "2024-05-14",
      "2024-05-14/2024-05-15",
      "{ start: 2024-05-14, end: 2024-05-15 }",
    ]));
  it("of dates behind a start are its next days", () =>
    checkAmong("---\ndates: 2024-02-28/$0\n---\n", [
      "2024-02-28/2024-02-28",
      "2024-02-28/2024-02-29",
      "2024-02-28/2024-03-01",
    ]));
  it("of an end follow the start", () =>
    checkAmong(
      "---\ndates:\n  start: 2024-12-31\n  end: $0\n---\n",
      ["2024-12-31", "2025-01-01"],
      ["2024-05-14"],
    ));
  const tags: CompletionCheck = { known: { tags: ["storage", "on: call", "a, b", "tape"] } };
  it("of tags are other reports', without those that are there", () =>
    checkOffered("---\ntags: [tape, $0]\n---\n", ["storage", "on: call", "a, b"], tags));
  it("of tags in a list", () =>
    checkTaken("---\ntags:\n  - st$0\n---\n", "storage", "---\ntags:\n  - storage\n---\n", tags));
  it("of tags below their key get the item's mark", () =>
    checkTaken("---\ntags:\n  $0\n---\n", "storage", "---\ntags:\n  - storage\n---\n", tags));
  it("are put in quotes where YAML needs them", () =>
    checkTaken("---\ntags:\n  - on$0\n---\n", "on: call", '---\ntags:\n  - "on: call"\n---\n', tags));
  it("are put in quotes between brackets", () =>
    checkTaken("---\ntags: [a$0]\n---\n", "a, b", '---\ntags: ["a, b"]\n---\n', tags));
  const people: CompletionCheck = { known: { people: [{ name: "Ada Brook", affiliation: "Pelican Grid" }] } };
  it("of authors carry the affiliation", () =>
    checkTaken(
      "---\nauthors:\n  - Ad$0\n---\n",
      "Ada Brook (Pelican Grid)",
      "---\nauthors:\n  - Ada Brook (Pelican Grid)\n---\n",
      people,
    ));
  it("of an author's affiliation are led by that person's own", () =>
    checkOffered(
      "---\nauthors:\n  - name: Ada Brook\n    affiliation: $0\n---\n\n# T\n\n## X (Jo Lind, Kestrel Rail)\n\n## Y (Jo Lind, Kestrel Rail)\n",
      ["Pelican Grid", "Kestrel Rail"],
      people,
    ));
  it("of title and event", () => {
    checkOffered("---\nevent: $0\n---\n", ["Harbour Days"], { known: { events: ["Harbour Days"] } });
    checkTaken(
      "---\nevent: Days\ntitle: $0\n---\n",
      "Trip report: Days",
      '---\nevent: Days\ntitle: "Trip report: Days"\n---\n',
    );
  });
});
