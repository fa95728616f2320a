import { diagnostics } from "../features/diagnostics.js";
import { placedFinding } from "../features/placed-findings.js";
import { allSections } from "../report/model.js";
import { type FileOnDisk, MAX_REPORT_BYTES, reason } from "../workspace/closed-reports.js";
import { formatOf } from "../workspace/report-files.js";
import { type ConfigText, SettingsByText } from "../workspace/settings-by-text.js";
import type { ReadText } from "../workspace/settings-store.js";

/** A file on disk whose findings are wanted: plain data, so that a thread can work on it. */
export interface FindingsJob extends FileOnDisk {
  /** The configuration that holds for it; absent where the defaults do. */
  readonly config?: ConfigText | undefined;
  /** Names and the commoner ones that they are nearly: of all its names, as far as the asker knows them. */
  readonly spellings: readonly (readonly [name: string, usual: string])[];
}

/** What came of it. */
export interface FindingsResult {
  /** The findings as JSON, which goes from thread to thread faster than objects do; null for what is no report. */
  readonly found: string | null;
  /** The names of its speakers, each time, by which the asker knows whether it knew all of them. */
  readonly names: readonly string[];
  /** Why it could not be read, where that is so. */
  readonly failed?: string;
}

/** Does such jobs; it makes the settings of each configuration once. */
export class FindingsWorker {
  private readonly settings = new SettingsByText();

  constructor(private readonly read: ReadText) {}

  /** Never throws. */
  async work(job: FindingsJob): Promise<FindingsResult> {
    try {
      return await this.result(job);
    } catch (error) {
      return { found: null, names: [], failed: reason(error) };
    }
  }

  private async result({ uri, size, config, spellings }: FindingsJob): Promise<FindingsResult> {
    const { config: configured, analyser, terms, isReport } = await this.settings.of(config);
    const text = size > MAX_REPORT_BYTES ? undefined : await this.read(uri);
    if (text === undefined || !isReport(uri, () => text)) return { found: null, names: [] };
    const analysis = analyser.analyse(text, formatOf(uri));
    const known = new Map(spellings);
    const found = diagnostics(analysis, {
      config: configured,
      terms,
      usual: { of: (name) => known.get(name) },
    });
    const people = allSections(analysis.report.sections).flatMap(({ speakers }) => speakers);
    return {
      found: JSON.stringify(found.map((one) => placedFinding(analysis.text, one))),
      names: people.map(({ name }) => name),
    };
  }
}
