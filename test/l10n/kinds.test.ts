import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Bundle, translations } from "../../scripts/l10n.js";
import { aboutKind, KINDS } from "../../server/src/report/kind-table.js";
import { inEnglish } from "../../server/src/text/message.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const names = new Map(KINDS.map((kind) => [kind, inEnglish(aboutKind(kind).name)]));

describe("the kinds of sections", () => {
  it("have the names in the views that they have elsewhere", () => {
    const rows = read("client/src/views/kinds.ts").matchAll(/(\w+): \{ name: \(\) => l10n\.t\("([^"]+)"\)/g);
    expect([...rows].map(([, kind, name]) => [kind, name])).toEqual([...names]);
  });

  const languages = translations(root, "l10n/server.l10n.json").map(({ language }) => language);
  it.each(languages)("have the same ones in the language %s", (language) => {
    const bundle = (name: string) => JSON.parse(read(`l10n/${name}.l10n.${language}.json`)) as Bundle;
    const [client, server] = [bundle("bundle"), bundle("server")];
    const translated = (of: Bundle) => [...names.values()].map((name) => of[name]);
    expect(translated(client)).toEqual(translated(server));
  });
});
