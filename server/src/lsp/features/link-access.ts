import { DEFAULT_CONFIG, recognitionSettings } from "../../config.js";
import { Parser } from "../../syntax/parse.js";
import type { ClosedReports } from "../../workspace/closed-reports.js";
import type { ReportStore } from "../../workspace/report-store.js";
import type { LinkService } from "./link-service.js";
import type { LinkFiles } from "./link-workspace.js";

/** Loads the library that finds links: large, so it is loaded with the first question. */
export type LoadLinks = () => Promise<typeof import("./link-service.js")>;

/** What the server has of its own. */
export interface LinkSurroundings {
  readonly files: LinkFiles;
  readonly closed: ClosedReports;
  readonly store: ReportStore;
  folders(): readonly string[];
}

/** The service for links, made when first asked for. */
export function linksOnRequest(
  load: LoadLinks,
  { files, closed, store, folders }: LinkSurroundings,
): () => Promise<LinkService> {
  let service: Promise<LinkService> | undefined;
  const make = async () =>
    (await load()).linkService({
      files,
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
