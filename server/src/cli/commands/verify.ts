import { audienceFor, redactionOptions } from "../../features/redaction.js";
import type { PhraseSearch } from "../../publish/phrases.js";
import { redact } from "../../publish/redact.js";
import { Text } from "../../text/text.js";
import type { CliCommand } from "../command.js";
import { readSource, uriOf } from "../files.js";
import { DONE, FAILED, Failure, FOUND, type Io, printable } from "../io.js";
import { ConfigProblems, settingsFor } from "../settings.js";

interface VerifyOptions {
  readonly against: readonly string[];
  readonly audience?: string;
  readonly config?: string;
}

export const verifyCommand: CliCommand = {
  register(program, io, run) {
    program
      .command("verify")
      .description("look for withheld text of reports in published files, whoever made them")
      .argument("<published...>", "text or HTML files")
      .requiredOption("--against <source...>", "the reports they were made of")
      .option("--audience <audience>", "who can read the published files; default: the widest audience")
      .option("--config <file>", "the configuration for all reports, instead of the nearest one above each")
      .action((published: string[], options: VerifyOptions) => run(() => verify(io, published, options)));
  },
};

/** Searches each published file for what each source withholds; tells places and lengths, never words. */
async function verify(io: Io, published: readonly string[], options: VerifyOptions): Promise<number> {
  const sources = await searches(io, options);
  const { occurrences } = await import("../../publish/gate.js");
  let status = DONE;
  for (const path of published) {
    try {
      const { text } = readSource(io.cwd, path);
      const lines = Text.of(text);
      for (const { source, search } of sources)
        for (const { from, to } of occurrences(text, search)) {
          const { line, column } = lines.positionAt(from);
          const place = `${printable(path)}:${line + 1}:${column + 1}`;
          io.out(`${place}: repeats ${to - from} characters that ${printable(source)} withholds\n`);
          status = Math.max(status, FOUND);
        }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      io.err(`trip-report: ${printable(error.message)}\n`);
      status = FAILED;
    }
  }
  return status;
}

/** What to look for, for each source. A source that cannot be read ends the run: nothing could be promised. */
async function searches(io: Io, { against, audience, config: named }: VerifyOptions) {
  const { forbiddenPhrases } = await import("../../publish/withheld.js");
  const { hiddenComments, nestedTooDeep } = await import("../../publish/regions.js");
  const { PhraseSearch } = await import("../../publish/phrases.js");
  const settings = await settingsFor(io.cwd, named);
  const problems = new ConfigProblems();
  const found: { readonly source: string; readonly search: PhraseSearch }[] = [];
  for (const path of against) {
    const source = readSource(io.cwd, path);
    const own = await settings.for(uriOf(io.cwd, path));
    problems.tell(io, own);
    if (problems.grave) throw new Failure(`${path}: not verified: the configuration has errors`);
    const known = audienceFor(own.config, audience);
    if (known === undefined)
      throw new Failure(`--audience: “${audience}” is not one of ${own.config.audiences.join(", ")}`);
    const analysis = own.analyser.analyse(source.text, source.format);
    // Malformed comments count as far as they can reach.
    const options = { ...redactionOptions(own.config, known), force: true };
    if (nestedTooDeep(hiddenComments(analysis.report, options)).length > 0)
      throw new Failure(`${path}: not verified: internal comments are nested too deep to be checked`);
    const phrases = forbiddenPhrases(analysis, redact(analysis, options), options);
    found.push({ source: path, search: new PhraseSearch(phrases) });
  }
  return found;
}
