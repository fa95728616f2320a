import picomatch from "picomatch";
import { Analyser } from "../analysis.js";
import { recognitionSettings } from "../config.js";
import { loadConfig, termProblems } from "../config-file.js";
import { compileTerms } from "../report/compile-terms.js";
import { isReport } from "./report-files.js";
import { parentOf, type Settings } from "./settings-store.js";

/** The settings that a configuration's file gives. */
export function settingsOf(file: { readonly uri: string; readonly text: string }): Settings {
  const { config, problems } = loadConfig(file.text);
  const terms = compileTerms(config.terms);
  const folder = parentOf(file.uri);
  const included = matcher(config.include, folder);
  const excluded = matcher(config.exclude, folder);
  return {
    config,
    analyser: new Analyser(recognitionSettings(config)),
    terms: terms.ok,
    source: { ...file, problems: [...problems, ...termProblems(file.text, terms.problems)] },
    isReport: (uri, text) => !excluded(uri) && (included(uri) || isReport(uri, text)),
  };
}

/** Whether a file below `folder` matches one of the patterns, which count from there. */
function matcher(patterns: readonly string[], folder: string | undefined): (uri: string) => boolean {
  if (folder === undefined || patterns.length === 0) return () => false;
  // Nested groups of patterns could take very long to match; globs do without.
  const matches = picomatch([...patterns], { dot: true, noextglob: true, nonegate: true, maxLength: 1000 });
  return (uri) => uri.startsWith(`${folder}/`) && matches(decoded(uri.slice(folder.length + 1)));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
