#!/usr/bin/env node
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import {
  cacheFile,
  entriesOf,
  gitUserName,
  isWithin,
  readFileUri,
  stampOf,
  statOf,
  templateFiles,
  textFilesBelow,
} from "../workspace/node.js";
import { serve } from "./server.js";

/** The language server as a process: over standard input and output, or the channel an editor opened. */
const connection = createConnection(ProposedFeatures.all);
const credentials = async (text: string) => {
  const { findCredentials } = await import("../credentials/secretlint.js");
  return findCredentials(text);
};
serve(connection, {
  folders: { list: textFilesBelow, stamp: stampOf },
  cache: cacheFile,
  read: readFileUri,
  docs: pathToFileURL(join(__dirname, "..", "docs", "rules")).href,
  links: {
    load: () => import("./features/link-service.js"),
    stat: statOf,
    entries: entriesOf,
    within: isWithin,
  },
  agendas: () => import("../agenda/read.js"),
  drafts: { templates: templateFiles, author: gitUserName },
  credentials,
});
connection.listen();
