// The workbench as a person sees and works it. Every wait is for something to be seen, none for time.

import { choose, literally } from "./quick-input.mjs";

/** @typedef {import("playwright-core").Locator} Locator */

/** A VS Code window in a browser page. */
export class Workbench {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
    this.editor = page.locator(".editor-instance .monaco-editor").first();
    this.suggestions = page.getByRole("listbox", { name: "Suggest" });
    this.hoverBox = page.locator(".monaco-hover:visible");
    // A listbox beside the text, or a mark in the margin where the text leaves no room.
    this.lightBulb = page
      .getByRole("listbox", { name: /^Show Code Actions/ })
      .or(page.locator(".codicon-gutter-lightbulb-auto-fix, .codicon-gutter-lightbulb"));
    this.toasts = page.locator(".notifications-toasts .notification-list-item-message");
  }

  /** Waits until the window takes input. */
  async ready() {
    await this.page.locator(".monaco-workbench .statusbar-item").first().waitFor({ timeout: 60_000 });
    await this.page.locator(".part.sidebar .pane-header").first().waitFor({ timeout: 60_000 });
  }

  /**
   * Runs a command by the title the command palette shows for it.
   * @param {string} title as in `View: Close All Editors`
   */
  async command(title) {
    await choose(this.page, "F1", `>${title}`, title);
  }

  /**
   * Opens a file of the workspace folder by its name.
   * @param {string} file
   */
  async open(file) {
    const name = file.split("/").at(-1) ?? file;
    await choose(this.page, "Control+P", file, name);
    await this.tab(name).waitFor();
    await this.editor.locator(".view-line").first().waitFor();
  }

  /**
   * Opens a new file without a name, in that language.
   * @param {string} language as the status bar names it
   */
  async newFile(language) {
    await this.command("File: New Untitled Text File");
    await this.tab("Untitled-").waitFor();
    await choose(this.page, "Control+K M", language, language);
    await this.status(language).waitFor();
  }

  /**
   * Types a snippet's prefix and takes it from the suggestions.
   * @param {string} prefix
   */
  async snippet(prefix) {
    await this.page.keyboard.type(prefix);
    // Suggestions come by themselves; where they were late, they are asked for.
    const wanted = this.suggestions.getByRole("option", { name: new RegExp(`^${literally(prefix)}, `) });
    await wanted.waitFor({ timeout: 3_000 }).catch(() => this.press("Control+Space"));
    await wanted.click();
    await this.suggestions.waitFor({ state: "hidden" });
  }

  /**
   * Goes to a symbol of the active editor by its name.
   * @param {string} name
   */
  async goToSymbol(name) {
    await choose(this.page, "Control+Shift+O", `@${name}`, name);
  }

  /**
   * Puts the cursor at a line and column of the active editor, both counted from 1.
   * @param {number} line
   * @param {number} [column]
   */
  async goTo(line, column = 1) {
    await choose(this.page, "Control+G", `:${line}:${column}`, undefined);
    await this.status(new RegExp(`Ln ${line}, Col ${column}\\b`)).waitFor();
  }

  /**
   * Types text with the keyboard where the cursor is; a line break is the Enter key.
   * @param {string} text
   */
  async type(text) {
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) await this.page.keyboard.press("Enter");
      await this.page.keyboard.type(line);
    }
  }

  /**
   * Presses a key or a combination, as in `Control+.`.
   * @param {string} key
   */
  async press(key) {
    await this.page.keyboard.press(key);
  }

  /** Saves the active editor's file and waits until it counts as saved. */
  async save() {
    const dirty = this.page.locator(".tab.active.dirty");
    // What follows the last key can come behind the saving, and is to be saved as well.
    await this.until("the file to be saved", async () => {
      await this.press("Control+S");
      return dirty.waitFor({ state: "detached", timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** The lines of the active editor that are in view, from top to bottom. */
  async text() {
    const lines = await this.editor.locator(".view-line").evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? "" }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll("\u00a0", " ")),
    );
    return lines.join("\n");
  }

  /**
   * A tab by the name of its file.
   * @param {string} name
   */
  tab(name) {
    return this.page.getByRole("tab", { name: new RegExp(`^${literally(name)}`) });
  }

  /**
   * An item of the status bar by its text.
   * @param {string | RegExp} text
   */
  status(text) {
    return this.page.locator(".statusbar-item").filter({ hasText: text });
  }

  /** Puts the keyboard's focus into the active editor. */
  async focusEditor() {
    await this.command("View: Focus Active Editor Group");
    await this.page.getByRole("main").getByRole("textbox").and(this.page.locator(":focus")).waitFor();
  }

  /**
   * The wavy lines below findings in the active editor.
   * @param {"error" | "warning" | "info"} severity
   */
  squiggle(severity) {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /**
   * Waits until the lines in view match.
   * @param {RegExp | ((text: string) => boolean)} wanted
   */
  async shows(wanted) {
    const matches = typeof wanted === "function" ? wanted : (/** @type {string} */ text) => wanted.test(text);
    await this.until(`the editor to show ${wanted}`, async () => matches(await this.text()));
  }

  /**
   * Asks until something holds.
   * @param {string} what for the error when it never does
   * @param {() => unknown} ask
   */
  async until(what, ask) {
    const end = Date.now() + 30_000;
    while (!(await ask())) {
      if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The language mode that the status bar names. */
  async language() {
    return (await this.page.locator("[id='status.editor.mode']").textContent())?.trim();
  }

  /**
   * The Outline view's items; opens the view first.
   * @returns {Promise<Locator>}
   */
  async outline() {
    await this.command("Explorer: Focus on Outline View");
    return this.page.getByRole("tree", { name: "Document Symbols" }).getByRole("treeitem");
  }

  /** Collapses the Explorer's folder tree, which leaves its room to the Outline view. */
  async collapseFolders() {
    const header = this.page.locator(".explorer-viewlet .pane-header").first();
    if ((await header.getAttribute("aria-expanded")) === "true") await header.click();
  }

  /**
   * The Problems panel's items, files and below them their problems; opens the panel first.
   * @returns {Promise<Locator>}
   */
  async problems() {
    await this.command("Problems: Focus on Problems View");
    return this.page.getByRole("tree", { name: /\bproblems\b/i }).getByRole("treeitem");
  }

  /**
   * A breadcrumb above the editor by its text; without a text, all of them.
   * @param {string | RegExp} [text]
   */
  breadcrumb(text) {
    const all = this.page.getByRole("main").getByRole("listitem");
    return text === undefined ? all : all.filter({ hasText: text });
  }

  /**
   * The titles in the quick fix menu at the cursor. The menu stays open.
   * @returns {Promise<string[]>}
   */
  async quickFixes() {
    await this.press("Control+.");
    const rows = this.#actions();
    await rows.first().waitFor();
    return (await rows.allTextContents()).map((text) => text.trim());
  }

  /** Clicks the light bulb, which opens the quick fix menu. */
  async clickLightBulb() {
    const bulb = this.lightBulb.first();
    await this.until("the light bulb's menu", async () => {
      await bulb.waitFor();
      // By its place: the locator's own click may scroll the editor, and the bulb below its sticky lines.
      const box = await bulb.boundingBox();
      if (box) await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      return this.#actions()
        .first()
        .waitFor({ timeout: 3_000 })
        .then(
          () => true,
          () => false,
        );
    });
  }

  /**
   * Chooses from the quick fix menu, opening it first when it is not open.
   * @param {string} title
   */
  async applyQuickFix(title) {
    if (!(await this.#actions().first().isVisible())) await this.quickFixes();
    await this.#actions().filter({ hasText: title }).first().click();
    await this.#actions().first().waitFor({ state: "detached" });
  }

  /**
   * Points at a word in the editor and waits for the hover's text.
   * @param {string} word
   */
  async hover(word) {
    await this.editor.getByText(word).first().hover();
    await this.hoverBox.first().waitFor();
    return (await this.hoverBox.first().textContent()) ?? "";
  }

  /** Closes menus, panels and all editors; unsaved changes are thrown away. */
  async reset() {
    for (let key = 0; key < 3; key++) await this.press("Escape");
    const tabs = this.page.locator(".tabs-container .tab");
    for (let left = await tabs.count(); left > 0; left--) {
      await this.command("View: Revert and Close Editor");
      await tabs.nth(left - 1).waitFor({ state: "detached" });
    }
    if (await this.page.locator(".part.panel").isVisible()) await this.command("View: Hide Panel");
  }

  /** Waits until nothing loads, no notification is shown and every font is there. */
  async settled() {
    await this.page.mouse.move(0, 0);
    for (const busy of [
      ".monaco-progress-container.active",
      ".notification-toast",
      ".codicon-modifier-spin",
    ]) {
      await this.page.locator(`${busy}:visible`).first().waitFor({ state: "hidden" });
    }
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  /**
   * Takes a picture of the window or a part of it, without a blinking cursor.
   * @param {string} path
   * @param {Locator} [part]
   */
  async screenshot(path, part) {
    await (part ?? this.page).screenshot({ path, animations: "disabled", caret: "hide" });
  }

  #actions() {
    return this.page.getByRole("listbox", { name: "Action Widget" }).getByRole("option");
  }
}
