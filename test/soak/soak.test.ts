import { expect, it } from "vitest";
import { growth, MOST_GROWTH, soak } from "../support/soak.js";

it("a server's memory is after many reports and edits what it was before", async () => {
  const { reports, edits } = await soak({ reports: 300, edits: 3000 });
  expect(growth(reports)).toBeLessThan(MOST_GROWTH);
  expect(growth(edits)).toBeLessThan(MOST_GROWTH);
});
