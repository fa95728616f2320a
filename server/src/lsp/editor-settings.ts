import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
} from "vscode-languageserver";
import type { EditorSettings } from "./protocol.js";

/** The section of an editor's settings that is ours. */
const SECTION = "tripReport";

/**
 * What the user set about the editor. It is known at once and follows changes: asked of clients that can be asked, else as
 * they tell it, at first in the initialization options. What is no setting of the right type counts as not set.
 */
export class FollowedSettings {
  private values: EditorSettings;
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientCapabilities,
    initial: unknown,
  ) {
    this.values = settingsOf(initial);
    connection.onDidChangeConfiguration(({ settings }) => {
      if (client.workspace?.configuration) this.ask();
      else this.take(isRecord(settings) ? settings[SECTION] : undefined);
    });
  }

  get current(): EditorSettings {
    return this.values;
  }

  /** Asks the client for the first time; called when it takes requests. */
  start(): void {
    const { workspace } = this.client;
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      void this.connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    if (workspace?.configuration) this.ask();
  }

  /** Has `listener` called after the settings became others. */
  onDidChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  private ask(): void {
    this.connection.workspace.getConfiguration(SECTION).then(
      (values: unknown) => this.take(values),
      (error: unknown) => this.connection.console.error(`settings: ${String(error)}`),
    );
  }

  private take(values: unknown): void {
    const before = JSON.stringify(this.values);
    this.values = settingsOf(values);
    if (JSON.stringify(this.values) !== before) for (const listener of this.listeners) listener();
  }
}

function settingsOf(values: unknown): EditorSettings {
  const outline = isRecord(values) && isRecord(values.outline) ? values.outline : {};
  const { validate } = isRecord(values) && isRecord(values.links) ? values.links : {};
  return {
    outline: { showMarkers: outline.showMarkers === true },
    links: { validate: validate === "hint" || validate === "warning" ? validate : "off" },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
