import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Sandbox } from "./sandbox.js";

const sandbox = new Sandbox();
const SOURCE = `---
title: A day out
internal: Moonbeam Ledger
---
# A day out

The keynote was about storage. [internal: they will certainly miss the announced release date in spring]

:::internal company
The “Garden Path” deal doesn’t close before the exhaustive evaluation of [Quay](https://quay.example/secret-plan).
:::

- <!-- internal: Rumpelstilz -->
- storage is cheap
`;

beforeAll(() => sandbox.write("a.trip.md", SOURCE));
afterAll(() => sandbox.remove());

async function verify(published: string, ...more: string[]) {
  sandbox.write("p.html", published);
  const { status, out, err } = await sandbox.cli(["verify", "p.html", "--against", "a.trip.md", ...more]);
  return { status, out: out + err };
}

describe("verify finds withheld text", () => {
  for (const [how, text] of [
    ["as it is", "they will certainly miss the announced release date"],
    ["over lines and blanks", "they  will\ncertainly\t\n miss   the"],
    ["in markup", "<p>they <b>will</b> cer<i>tain</i>ly <a href='x'>miss</a> the</p>"],
    ["in entities", "they will cert&#97;inly&nbsp;miss the"],
    ["hyphenated", "they will cer-\ntainly miss the"],
    ["with soft hyphens", "they will cer\u00adtain\u00adly miss the"],
    ["in capitals", "THEY WILL CERTAINLY MISS THE"],
    ["with other quotes and a link's text alone", 'The "Garden Path" deal doesn\'t close before'],
    ["without its link's target", "before the exhaustive evaluation of Quay"],
    ["in an attribute", '<img alt="they will certainly miss the">'],
    ["in an HTML comment", "<!-- they will certainly miss the -->"],
    ["in a script", "<script>var x = 'they will certainly miss the'</script>"],
    ["as a whole short comment", "<p>Rumpelstilz</p>"],
    ["as a link's target", '<a href="https://quay.example/secret-plan">x</a>'],
    ["of the front matter", "Moonbeam\nLedger"],
    ["with the blanks lost", "theywillcertainlymisstheannounced"],
  ] as const)
    it(how, async () => {
      const { status, out } = await verify(`<h1>A day out</h1>\n${text}\n`);
      expect(status).toBe(1);
      expect(out).toMatch(/^p\.html:2:\d+: repeats \d+ characters that a\.trip\.md withholds\n/);
      expect(out).not.toMatch(/miss|garden|rumpel|quay|moonbeam/i);
    });
});

describe("verify is silent", () => {
  it("about public text", async () => {
    const published = "<h1>A day out</h1><p>The keynote was about storage.</p><ul><li>storage is cheap</ul>";
    expect(await verify(published)).toEqual({ status: 0, out: "" });
  });

  it("about what the audience may read", async () => {
    const published = "The “Garden Path” deal doesn’t close before the exhaustive evaluation";
    expect((await verify(published)).status).toBe(1);
    expect(await verify(published, "--audience", "company")).toEqual({ status: 0, out: "" });
  });

  it("about our own copies", async () => {
    for (const to of ["md", "html", "txt"]) {
      const { out: copy } = await sandbox.cli(["publish", "a.trip.md", "--to", to]);
      expect(copy).toContain("storage is cheap");
      expect(await verify(copy)).toEqual({ status: 0, out: "" });
    }
  });
});
