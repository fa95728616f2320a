// Records a remark being written, marked and published in a real editor, as an animated PNG.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import UPNG from "upng-js";

/** How long frames are shown, in milliseconds: one of typing, one to follow, one to read. */
const QUICK = 90;
const SHORT = 900;
const LONG = 2600;
/** So many letters are typed between two frames. */
const LETTERS = 4;
/** Colours of the whole animation: an editor has few, and each costs bytes. */
const COLOURS = 128;
const SIZE = { width: 900, height: 470 };

const NAME = "harbour-days.trip.md";
const BEFORE = `---
type: trip-report
event: Harbour Days 2024
dates: 2024-05-14
audience: team
---

# Harbour Days 2024

## 9:00 Ten winters of object storage (Ilse Varnholt, Pelican Grid)

- The first outage that made the news came from a clock.
- Her rule for capacity: buy when the graph is boring.
`;
const REMARK = "They leave their vendor in spring: call them first.";

/**
 * @typedef {object} Frame
 * @property {Buffer} png
 * @property {number} delay in milliseconds
 */

/**
 * Writes, marks and publishes a remark, and answers how each moment looked.
 * @param {import("../test/ui/workbench.mjs").Session} session
 * @returns {Promise<Frame[]>}
 */
export async function record({ workbench, folder }) {
  for (const other of await readdir(folder)) await rm(join(folder, other), { recursive: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, NAME), BEFORE);
  const { page } = workbench;
  /** @type {Frame[]} */
  const frames = [];
  const frame = async (/** @type {number} */ delay) => {
    frames.push({ png: await page.screenshot({ caret: "initial", animations: "disabled" }), delay });
  };
  // What the editor itself tells in a corner is no part of the story.
  const quiet = async () => {
    await workbench.command("Notifications: Clear All Notifications");
    await workbench.settled();
  };
  await page.setViewportSize(SIZE);
  await workbench.open(NAME);
  await workbench.status(/public: \d+ redacted/).waitFor();
  await workbench.command("View: Toggle Primary Side Bar Visibility");
  await workbench.focusEditor();
  await workbench.press("Control+End");
  await quiet();
  await frame(SHORT);

  await workbench.type("- ");
  for (let at = 0; at < REMARK.length; at += LETTERS) {
    await workbench.type(REMARK.slice(at, at + LETTERS));
    await frame(QUICK);
  }
  await quiet();
  await frame(SHORT);

  await workbench.press("Control+k");
  await workbench.press("h");
  const box = page.locator(".quick-input-widget");
  await workbench.shows(/\[internal: They leave/);
  await workbench.status(/public: 1 redacted/).waitFor();
  await quiet();
  await frame(LONG);

  await workbench.command("Trip Report: Publish…");
  await box.getByRole("option", { name: /^public/ }).waitFor();
  await frame(SHORT);
  await box.getByRole("option", { name: /^public/ }).click();
  await box.getByRole("option", { name: /^Markdown/ }).waitFor();
  await frame(SHORT);
  await box.getByRole("option", { name: /^Markdown/ }).click();
  const file = box.locator(".quick-input-box input");
  await workbench.until("the proposed name", async () => /\.public\.md$/.test(await file.inputValue()));
  await frame(SHORT);
  await box.getByRole("button", { name: "OK" }).click();
  await workbench.tab("harbour-days.public.md").waitFor();
  await workbench.shows(/Redacted comments/);
  await quiet();
  await frame(2 * LONG);
  await workbench.reset();
  return frames;
}

/**
 * Frames as one animated PNG, in which each holds only what changed.
 * @param {readonly Frame[]} frames
 * @returns {Buffer}
 */
export function animated(frames) {
  const decoded = frames.map(({ png }) => UPNG.decode(new Uint8Array(png).buffer));
  const [first] = decoded;
  if (!first) throw new Error("an animation has at least one frame");
  const pixels = decoded.map((image) => UPNG.toRGBA8(image)[0] ?? new ArrayBuffer(0));
  const delays = frames.map(({ delay }) => delay);
  return Buffer.from(UPNG.encode(pixels, first.width, first.height, COLOURS, delays));
}
