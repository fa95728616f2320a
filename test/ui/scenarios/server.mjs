import { equal } from "node:assert/strict";
import { languageServers, processes } from "../../host/processes.mjs";

/** @type {import("../run.mjs").Scenarios} */
export default {
  "reloading the window ends the server and starts another": async (session) => {
    const { workbench } = session;
    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).first().waitFor();
    const before = servers(session);
    equal(before.length, 1);

    await session.restartWith({});
    await workbench.until("the first server's end", () => !servers(session).includes(before[0] ?? 0));
    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).first().waitFor();
    equal(servers(session).length, 1);
  },
};

/**
 * The language servers of this window.
 * @param {import("../workbench.mjs").Session} session
 */
function servers({ pid }) {
  const all = processes();
  const family = new Set([pid]);
  // A parent may stand behind its child in the list.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return [...family].flatMap(languageServers);
}
