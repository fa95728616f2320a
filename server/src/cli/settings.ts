import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inEnglish } from "../text/message.js";
import { Text } from "../text/text.js";
import { decode } from "../workspace/decode.js";
import { readFileUri } from "../workspace/node.js";
import { type Settings, SettingsStore, settingsIn } from "../workspace/settings-store.js";
import { reason } from "./files.js";
import { Failure, type Io, printable } from "./io.js";

/** The settings for each file: those of one configuration that the user named, or of the nearest one above the file. */
export async function settingsFor(cwd: string, named: string | undefined): Promise<SettingsStore> {
  if (named === undefined) return new SettingsStore(readFileUri);
  const path = resolve(cwd, named);
  try {
    const settings = await settingsIn({
      uri: pathToFileURL(path).href,
      text: decode(await readFile(path)).text,
    });
    return new OneForAll(settings);
  } catch (error) {
    throw new Failure(`${named}: ${reason(error)}`);
  }
}

class OneForAll extends SettingsStore {
  constructor(private readonly settings: Settings) {
    super(async () => undefined);
  }

  override for(): Promise<Settings> {
    return Promise.resolve(this.settings);
  }
}

/** Tells what is wrong in configurations, each once; whether anything but an unknown rule is. */
export class ConfigProblems {
  private readonly told = new Set<string>();
  grave = false;

  tell(io: Io, { source }: Settings): void {
    if (!source || this.told.has(source.uri)) return;
    this.told.add(source.uri);
    const text = Text.of(source.text);
    for (const { from, message, code } of source.problems) {
      const { line, column } = text.positionAt(from);
      const warning = code === "unknown-rule" ? "warning: " : "";
      io.err(
        `trip-report: ${printable(relative(io.cwd, fileURLToPath(source.uri)))}:${line + 1}:${column + 1}: ${warning}${printable(inEnglish(message))}\n`,
      );
      if (code !== "unknown-rule") this.grave = true;
    }
  }
}
