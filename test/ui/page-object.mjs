// The workbench as a person sees and works it. Every wait is for something to be seen, none for time.

import { choose, escape } from "./quick-input.mjs";

/** @typedef {import("playwright-core").Locator} Locator */

/** A VS Code window in a browser page. */
export class Workbench {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
    this.editor = page.locator(".editor-instance .monaco-editor").first();
    this.suggestions = page.locator(".suggest-widget.visible");
    this.hoverBox = page.locator(".monaco-hover:visible");
    this.lightBulb = page.locator(
      ".codicon-gutter-lightbulb-auto-fix, .codicon-gutter-lightbulb, .codicon-light-bulb, .lightBulbWidget:visible",
    );
    this.toasts = page.locator(".notifications-toasts .notification-list-item-message");
  }

  /** Waits until the window takes input. */
  async ready() {
    await this.page.locator(".monaco-workbench .statusbar-item").first().waitFor({ timeout: 60_000 });
    await this.page.locator(".explorer-viewlet .pane-header").first().waitFor({ timeout: 60_000 });
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
    await this.press("Control+S");
    await this.page.locator(".tab.active.dirty").waitFor({ state: "detached" });
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
    return this.page.getByRole("tab", { name: new RegExp(`^${escape(name)}`) });
  }

  /**
   * An item of the status bar by its text.
   * @param {string | RegExp} text
   */
  status(text) {
    return this.page.locator(".statusbar-item").filter({ hasText: text });
  }

  /** The language mode that the status bar names. */
  async language() {
    return (await this.page.locator("[id='status.editor.mode']").innerText()).trim();
  }

  /**
   * The Outline view's items; opens the view first.
   * @returns {Promise<Locator>}
   */
  async outline() {
    await this.command("Explorer: Focus on Outline View");
    return this.page.locator(".outline-pane").getByRole("treeitem");
  }

  /** Collapses the Explorer's folder tree, which leaves its room to the Outline view. */
  async collapseFolders() {
    const header = this.page.locator(".explorer-viewlet .pane-header").first();
    if ((await header.getAttribute("aria-expanded")) === "true") await header.click();
  }

  /**
   * The Problems panel's items, files and problems; opens the panel first.
   * @returns {Promise<Locator>}
   */
  async problems() {
    await this.command("Problems: Focus on Problems View");
    return this.page.locator(".markers-panel").getByRole("treeitem");
  }

  /**
   * A breadcrumb above the editor by its text; without a text, all of them.
   * @param {string | RegExp} [text]
   */
  breadcrumb(text) {
    const all = this.page.locator(".breadcrumbs-below-tabs .monaco-breadcrumb-item");
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
    return (await rows.allInnerTexts()).map((text) => text.trim());
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
    return this.hoverBox.first().innerText();
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
   * Takes a picture of the window, without a blinking cursor.
   * @param {string} path
   */
  async screenshot(path) {
    await this.page.screenshot({ path, animations: "disabled", caret: "hide" });
  }

  #actions() {
    return this.page.locator(".action-widget .monaco-list-row.action");
  }
}
