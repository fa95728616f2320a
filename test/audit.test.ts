import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import lock from "../package-lock.json" with { type: "json" };
import { shippedFindings } from "../scripts/audit.mjs";
import { noticesFile } from "../scripts/notices.mjs";
import shipped from "../scripts/shipped-packages.json" with { type: "json" };

const text = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

describe("the list of what is shipped", () => {
  it("holds the packages that the notices are about", () => {
    const heads = [...text(noticesFile).matchAll(/^(\S+) (\d\S*) \((.+)\)$/gm)];
    const named = heads.map(([, name, version, license]) => ({ name, version, license }));
    const order = (a: { name?: string | undefined }, b: { name?: string | undefined }) =>
      a.name! < b.name! ? -1 : 1;
    expect(named.sort(order)).toEqual([...shipped].sort(order));
  });

  it("holds them in versions that are installed", () => {
    const installed = Object.entries<{ version?: string }>(lock.packages).map(
      ([path, { version }]) => `${path.replace(/^.*node_modules\//, "")} ${version}`,
    );
    expect(shipped.filter(({ name, version }) => !installed.includes(`${name} ${version}`))).toEqual([]);
  });
});

describe("an audit", () => {
  const packages = {
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b/node_modules/a": { version: "2.0.0" },
  };
  const via = [{ title: "It is slow", url: "https://advisories.example/1" }, "c"];
  const report = (name: string, ...nodes: string[]) => ({
    vulnerabilities: { [name]: { name, severity: "high", via, nodes } },
  });

  it.each([
    [
      "a package that is shipped",
      report("a", "node_modules/a"),
      ["a 1.0.0: high: It is slow (https://advisories.example/1); by c"],
    ],
    ["another version of it", report("a", "node_modules/b/node_modules/a"), []],
    ["a package that is not", report("b", "node_modules/b"), []],
    ["nothing", { vulnerabilities: {} }, []],
  ])("tells of %s what concerns users", (_, found, lines) => {
    expect(shippedFindings(found, { packages }, [{ name: "a", version: "1.0.0" }])).toEqual(lines);
  });
});
