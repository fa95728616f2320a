import { type ConfigText, SettingsByText } from "../workspace/settings-by-text.js";
import type { Settings } from "../workspace/settings-store.js";
import { type CheckJob, type CheckResult, checkReport } from "./check-job.js";
import { Failure } from "./io.js";
import { type OutlineJob, type OutlineResult, outlineReport } from "./outline-job.js";

/** What commands have done to one file, here or in a thread. */
export type ReportJob = CheckJob | OutlineJob;
export type ReportResult = CheckResult | OutlineResult;

/** A job as it goes to a thread: with the configuration that holds for the file. */
export interface SentJob {
  readonly job: ReportJob;
  readonly config: ConfigText | undefined;
}

/** What came of it, errors included: they do not go from thread to thread as they are. */
export type Outcome =
  | { readonly result: ReportResult }
  | { readonly failure: string }
  | { readonly unexpected: string };

/** Does such jobs; it makes the settings of each configuration once. */
export class ReportWorker {
  private readonly settings = new SettingsByText();

  async work({ job, config }: SentJob): Promise<Outcome> {
    return outcomeOf(job, await this.settings.of(config));
  }
}

/** Does a job and never throws. */
export async function outcomeOf(job: ReportJob, settings: Settings): Promise<Outcome> {
  try {
    return {
      result: job.kind === "check" ? await checkReport(job, settings) : outlineReport(job, settings),
    };
  } catch (error) {
    if (error instanceof Failure) return { failure: error.message };
    return { unexpected: error instanceof Error ? error.message : String(error) };
  }
}

/** The result of a job. @throws what went wrong. */
export function resultOf<R extends ReportResult>(outcome: Outcome): R {
  if ("failure" in outcome) throw new Failure(outcome.failure);
  if ("unexpected" in outcome) throw new Error(outcome.unexpected);
  return outcome.result as R;
}
