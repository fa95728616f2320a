import { describe, expect, it } from "vitest";
import type { WorkspaceSymbol } from "vscode-languageserver";
import { ReportIndex } from "../../server/src/index/report-index.js";
import type { FeatureContext } from "../../server/src/lsp/feature.js";
import { workspaceSymbols } from "../../server/src/lsp/features/workspace-symbols.js";
import { cardOf } from "../support/memory-workspace.js";

type Ask = (
  params: { readonly query: string },
  token: { readonly isCancellationRequested: boolean },
) => Promise<WorkspaceSymbol[]>;

/** The feature over an index that is being read until `done` is called; `asked` counts how often it was looked through. */
function reading() {
  const index = new ReportIndex();
  let answer: Ask | undefined;
  let asked = 0;
  let done = () => {};
  const known = new Promise<ReportIndex>((resolve) => {
    done = () => resolve(index);
  });
  const current = async () => {
    asked++;
    return index;
  };
  workspaceSymbols({
    connection: {
      onWorkspaceSymbol: (handler: Ask) => {
        answer = handler;
      },
    },
    client: {},
    indexer: { known: () => known, current },
    answerAll: (_name: string, work: () => Promise<WorkspaceSymbol[]>) => work(),
  } as unknown as FeatureContext);
  const ask = async (query: string, token = { isCancellationRequested: false }) =>
    (await answer!({ query }, token)).map(({ name }) => name);
  return { index, ask, done, asked: () => asked };
}

const CLOCKS = cardOf("# R\n\n## Tidal clocks\n");

describe("symbols while reports are read", () => {
  it("are answered at once where there are some", async () => {
    const { index, ask, asked } = reading();
    index.put("file:///a.trip.md", CLOCKS);
    expect(await ask("clocks")).toEqual(["Tidal clocks"]);
    expect(asked()).toBe(1);
  });

  it("are waited for where there are none, until there is one", async () => {
    const { index, ask } = reading();
    const answer = ask("clocks");
    index.put("file:///b.trip.md", cardOf("# Another\n"));
    await Promise.resolve();
    index.put("file:///a.trip.md", CLOCKS);
    expect(await answer).toEqual(["Tidal clocks"]);
  });

  it("are waited for no longer than all are known", async () => {
    const { ask, asked, done } = reading();
    const answer = ask("clocks");
    done();
    expect(await answer).toEqual([]);
    expect(asked()).toBe(2);
    expect(await ask("clocks")).toEqual([]);
  });

  it("are waited for a bounded time only, and not when the query is taken back", async () => {
    const { ask, asked } = reading();
    expect(await ask("clocks")).toEqual([]);
    expect(asked()).toBeLessThan(20);
    await expect(ask("clocks", { isCancellationRequested: true })).rejects.toThrow("cancelled");
  });
});
