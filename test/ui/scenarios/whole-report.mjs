import { deepEqual, doesNotMatch, match } from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { literally } from "../quick-input.mjs";

const agenda = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Quayside Conferences//Programme//EN
X-WR-CALNAME:Quayside Days
BEGIN:VEVENT
UID:opening@quayside.example
DTSTART:20240514T090000
DTEND:20240514T100000
SUMMARY:Keynote: Boats That Think (Ada Brook\\, Pelican Grid)
LOCATION:Great Hall
END:VEVENT
BEGIN:VEVENT
UID:ropes@quayside.example
DTSTART:20240514T110000
DTEND:20240514T114500
SUMMARY:Ropes at Scale (Bo Lindqvist\\, Knot Works)
LOCATION:Room 2
END:VEVENT
BEGIN:VEVENT
UID:tides@quayside.example
DTSTART:20240515T093000
DTEND:20240515T101500
SUMMARY:Reading the Tides (Cleo Marsh)
LOCATION:Room 1
END:VEVENT
END:VCALENDAR
`;

/**
 * The box at the top of the window, worked by keys alone.
 * @param {import("../page-object.mjs").Workbench} workbench
 */
function box(workbench) {
  const widget = workbench.page.locator(".quick-input-widget:visible");
  const input = widget.locator(".quick-input-box input");
  /** What the box holds; undefined where it is closed. Never waits, for the box may close at any time. */
  const value = async () =>
    (
      await input.evaluateAll((inputs) =>
        inputs.map((field) => /** @type {HTMLInputElement} */ (field).value),
      )
    )[0];
  const labels = (/** @type {string} */ rows) =>
    widget
      .locator(rows)
      .evaluateAll((elements) => elements.map((element) => element.getAttribute("aria-label") ?? ""));

  /** @param {string} label */
  const takes = (label) => {
    const wanted = new RegExp(`^${literally(label)}`, "i");
    return async () => (await labels(".monaco-list-row.focused")).some((chosen) => wanted.test(chosen));
  };
  /** @param {string} path */
  const type = async (path) => {
    await workbench.until("a proposed path", async () => /\//.test((await value()) ?? ""));
    // All at once, as it is pasted: letter by letter the box completes what is there.
    await workbench.until("the path", async () => {
      await workbench.press("Control+A");
      await workbench.page.keyboard.insertText(path);
      // The box proposes its path once more when it has read the folder.
      for (let look = 0; look < 8; look++) {
        if ((await value()) !== path) return false;
        await workbench.page.waitForTimeout(100);
      }
      return true;
    });
  };
  return {
    /**
     * Goes down to the entry of that label and takes it.
     * @param {string} label
     */
    async take(label) {
      const wanted = new RegExp(`^${literally(label)}`, "i");
      await workbench.until(`an entry ${label}`, async () =>
        (await labels(".monaco-list-row")).some((entry) => wanted.test(entry)),
      );
      await workbench.until(`the entry ${label}`, async () => {
        if (await takes(label)()) return true;
        await workbench.press("ArrowDown");
        return takes(label)();
      });
      await workbench.press("Enter");
    },

    /**
     * Opens the box by a key, types until the entry of that label is the one that Enter takes, and takes it.
     * @param {string} key
     * @param {string} prefix what tells the box where to search
     * @param {string} label
     */
    async find(key, prefix, label) {
      // An editor that takes the focus late closes the box, or eats letters; then it is opened again.
      await workbench.until(`the entry ${label}`, async () => {
        await workbench.press(key);
        await input.fill(prefix + label, { timeout: 4_000 }).catch(() => undefined);
        for (let look = 0; look < 20; look++) {
          if (await takes(label)()) return true;
          await workbench.page.waitForTimeout(100);
        }
        await workbench.press("Escape");
        return false;
      });
      await workbench.press("Enter");
    },

    /**
     * Takes the path that the box proposes.
     * @param {RegExp} path
     */
    async proposed(path) {
      await workbench.until(`the proposed path ${path}`, async () => path.test((await value()) ?? ""));
      await workbench.press("Enter");
    },

    /**
     * Replaces the path that the box proposes by that of a file that is there, and takes it.
     * @param {string} path
     */
    async file(path) {
      await type(path);
      // The box looks up what is typed, and refuses it until it has.
      await workbench.until("the box to find the file", async () =>
        (await labels(".monaco-list-row")).includes(basename(path)),
      );
      await workbench.until("the box to take the file", async () => {
        await workbench.press("Enter");
        // Only long after is it pressed again: it must not answer what the command asks next.
        for (let look = 0; look < 50; look++) {
          if ((await value()) !== path) return true;
          await workbench.page.waitForTimeout(100);
        }
        return false;
      });
    },

    /**
     * Replaces the path that the box proposes by that of a file to be, and confirms.
     * @param {string} path
     */
    async newFile(path) {
      await type(path);
      const refusal = widget
        .locator(".quick-input-message")
        .filter({ hasText: /already exists|does not exist/ });
      const taken = async () => (await value()) !== path;
      await workbench.press("Enter");
      await workbench.until("the box to take the path", async () => {
        if (await taken()) return true;
        if (await refusal.isVisible()) await workbench.press("Enter");
        return taken();
      });
    },
  };
}

/** @type {import("../run.mjs").Scenarios} */
export default {
  "a whole report is written from an agenda, marked and published by keyboard alone": async ({
    workbench,
    folder,
    opened,
  }) => {
    await writeFile(join(folder, "programme.ics"), agenda);
    const keys = box(workbench);

    await keys.find("F1", ">", "Trip Report: Import Agenda…");
    await keys.take("From a file…");
    await keys.file(join(opened, "programme.ics"));
    await keys.take("All 3 sessions");
    await workbench.tab("Untitled-").waitFor();
    await workbench.shows(/Ropes at Scale/);

    await workbench.press("Control+End");
    await workbench.type("\n- the tide tables are a model now\nthey will be late, says Cleo");
    await workbench.press("Home");
    await workbench.press("Shift+End");
    await workbench.press("Control+K");
    await workbench.press("h");
    await workbench.shows(/\[internal: they will be late, says Cleo\]/);

    await keys.find("Control+Shift+O", "@", "Ropes at Scale");
    await workbench.press("Control+K");
    await workbench.press("j");
    await workbench.shows(/^### \d\d:\d\d Title \(Speaker\)$/m);
    await workbench.type("Mending Nets");
    await workbench.press("Tab");
    await workbench.type("Dan Holt");
    await workbench.press("Tab");
    await workbench.type("We could buy Knot Works.");
    await workbench.press("Escape");
    await workbench.press("Control+K");
    await workbench.press("h");
    await workbench.shows(/internal: We could buy Knot Works\.\]|^ *:::internal/m);

    await workbench.press("Control+S");
    await keys.newFile(join(opened, "quayside.trip.md"));
    await workbench.tab("quayside.trip.md").waitFor();
    await workbench.status(/public: 2 redacted/).waitFor();

    await keys.find("F1", ">", "Trip Report: Publish…");
    await keys.take("public");
    await keys.take("Markdown");
    await keys.proposed(/quayside\.public\.md$/);
    await workbench.tab("quayside.public.md").waitFor();

    const source = await readFile(join(folder, "quayside.trip.md"), "utf8");
    const copy = await readFile(join(folder, "quayside.public.md"), "utf8");
    match(source, /they will be late/);
    match(source, /We could buy/);
    doesNotMatch(copy, /they will be late|We could buy/);
    deepEqual(copy.match(/\\<Redacted comments>/g)?.length, 2);
    for (const kept of [
      "Boats That Think",
      "Ada Brook",
      "Ropes at Scale",
      "the tide tables are a model now",
      "Dan Holt",
    ])
      match(copy, new RegExp(kept));
  },
};
