import { type Settings, settingsIn } from "./settings-store.js";

/** A configuration as it goes to a thread. */
export interface ConfigText {
  readonly uri: string;
  readonly text: string;
}

/** The settings that configurations give, each made once. */
export class SettingsByText {
  private readonly known = new Map<string, Promise<Settings>>();

  of(config: ConfigText | undefined): Promise<Settings> {
    const key = config ? `${config.uri}\n${config.text}` : "";
    const known = this.known.get(key);
    if (known) return known;
    const made = settingsIn(config);
    this.known.set(key, made);
    return made;
  }
}
