import { placeOf, type Reporter } from "./reporter.js";

/** For tools: one array of findings. Source: the interface's section 1. */
export function jsonReporter(): Reporter {
  let first = true;
  return {
    start: () => "[",
    file: ({ path, text, diagnostics }) =>
      diagnostics
        .map((found) => {
          const { code, severity, message } = found;
          const comma = first ? "" : ",";
          first = false;
          return `${comma}\n  ${JSON.stringify({ file: path, ...placeOf(found, text), code, severity, message })}`;
        })
        .join(""),
    end: () => (first ? "]\n" : "\n]\n"),
  };
}
