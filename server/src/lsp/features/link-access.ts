import { DEFAULT_CONFIG, recognitionSettings } from "../../config.js";
import { Parser } from "../../syntax/parse.js";
import type { ClosedReports } from "../../workspace/closed-reports.js";
import type { ReportStore } from "../../workspace/report-store.js";
import type { ReadText } from "../../workspace/settings-store.js";
import type { LinkService } from "./link-service.js";
import type { LinkFiles } from "./link-workspace.js";

/** What following links needs beside reading files, where it can be done. */
export interface LinkHost extends Pick<LinkFiles, "stat" | "entries" | "within"> {
  /** The library that finds links: large, so it is loaded with the first question. */
  load(): Promise<typeof import("./link-service.js")>;
}

/** What the server has of its own. */
export interface LinkSurroundings {
  readonly read: ReadText;
  readonly closed: ClosedReports;
  readonly store: ReportStore;
  folders(): readonly string[];
}

/** The service for links, made when first asked for. */
export function linksOnRequest(
  { load, ...host }: LinkHost,
  { read, closed, store, folders }: LinkSurroundings,
): () => Promise<LinkService> {
  let service: Promise<LinkService> | undefined;
  const make = async () =>
    (await load()).linkService({
      files: { ...host, read, stamp: (uri) => closed.stamp(uri) },
      // Only what all reports share is read here: headings, front matter, brackets.
      parser: new Parser(recognitionSettings(DEFAULT_CONFIG)),
      folders,
      texts: async () => (await closed.files(folders())).keys(),
      open: () => store.all(),
    });
  return () => {
    service ??= make();
    return service;
  };
}
