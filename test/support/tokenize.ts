import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import htmlDerivative from "@shikijs/langs/html-derivative";
import markdown from "@shikijs/langs/markdown";
import yaml from "@shikijs/langs/yaml";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type IRawGrammar } from "vscode-textmate";

/** A stretch of one line and the scopes it gets, outermost first. Columns count UTF-16 units from 0. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** The tokens of each line of a report, as an editor colours it above its own grammars of Markdown and YAML. */
export async function tokenize(text: string): Promise<Token[][]> {
  const grammar = await reportGrammar;
  let state = textmate.INITIAL;
  return text.split("\n").map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ start: startIndex, end: endIndex, scopes }));
  });
}

/** Whether a scope is the one named or a special case of it: `comment.block` for `comment`. */
export function isScope(scope: string, name: string): boolean {
  return scope === name || scope.startsWith(`${name}.`);
}

const reportScope = "text.html.markdown.trip-report";
const reportGrammar = loadReportGrammar();

async function loadReportGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) => rawGrammar(scopeName),
  });
  const grammar = await registry.loadGrammar(reportScope);
  if (!grammar) throw new Error(`No grammar for ${reportScope}`);
  return grammar;
}

/** A grammar's source by its scope; none for the languages that only code inside HTML is in. */
function rawGrammar(scopeName: string): IRawGrammar | null {
  if (scopeName === reportScope) {
    const file = new URL("../../syntaxes/trip-report.tmLanguage.json", import.meta.url);
    return textmate.parseRawGrammar(readFileSync(file, "utf8"), "trip-report.json");
  }
  const found = [...markdown, ...htmlDerivative, ...yaml].find(
    (language) => language.scopeName === scopeName,
  );
  return found ? textmate.parseRawGrammar(JSON.stringify(found), `${found.name}.json`) : null;
}
