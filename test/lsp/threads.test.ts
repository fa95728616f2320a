import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { IndexServer } from "../support/index-server.js";

const NUMBERS = Array.from({ length: 40 }, (_, n) => n);
const pathOf = (n: number) => `one/deep ${n % 3}/${n}.trip.md`;

let server: IndexServer;
beforeEach(() => {
  const files = NUMBERS.map((n) => [pathOf(n), `# Harbour Days ${n}\n\n## Clocks (Ilse Varnholt)\n\na\n`]);
  server = new IndexServer(Object.fromEntries(files));
});
afterEach(() => server.stop());

describe("the built server's threads", () => {
  it("find what stands in many reports, large ones too, under the configuration that holds there", async () => {
    server.put("one/deep 1/.tripreport.yaml", "exclude: ['4.trip.md']\n");
    server.put("one/large.trip.md", `# Large\n\n## Clocks\n\n${"words ".repeat(50_000)}\n`);
    server.put("one/binary.trip.md", new Uint8Array([0, 1, 2, 0xff]));
    await server.start();
    const paths = [...NUMBERS.filter((n) => n !== 4).map(pathOf), "one/large.trip.md"];
    await server.finds(
      "clocks",
      paths.map((path) => `Clocks (${path}:3)`),
    );
  });

  it("tell what is wrong in many reports that nobody has open", async () => {
    server.put("one/deep 2/2.trip.md", "# Harbour Days\n\n## Clocks (Ilse Varnhold)\n\na </internal>\n");
    server.put("one/large.trip.md", `# Large\n\n## Clocks\n\n${"words ".repeat(50_000)} </internal>\n`);
    await server.start();
    type Answer = { items: { uri: string; items: { code: string }[] }[] };
    const { items } = await server.request<Answer>("workspace/diagnostic", { previousResultIds: [] });
    expect(items).toHaveLength(41);
    const codes = items.flatMap(({ uri, items: found }) =>
      found
        .filter(({ code }) => /spelling|stray/.test(code))
        .map(({ code }) => `${decodeURIComponent(uri).split("/").at(-1)} ${code}`),
    );
    expect(codes).toEqual([
      "2.trip.md speaker-spelling",
      "2.trip.md stray-internal-close",
      "large.trip.md stray-internal-close",
    ]);
  });
});
