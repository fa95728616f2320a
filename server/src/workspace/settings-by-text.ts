import { type Settings, settingsOf } from "./settings-store.js";

/** A configuration as it goes to a thread. */
export interface ConfigText {
  readonly uri: string;
  readonly text: string;
}

/** The settings that configurations give, each made once. */
export class SettingsByText {
  private readonly known = new Map<string, Settings>();

  of(config: ConfigText | undefined): Settings {
    const key = config ? `${config.uri}\n${config.text}` : "";
    const known = this.known.get(key);
    if (known) return known;
    const made = settingsOf(config);
    this.known.set(key, made);
    return made;
  }
}
