import type { Analysis } from "../analysis.js";
import type { Credential } from "../rules/rule.js";
import { type Block, blockChange } from "../syntax/blocks.js";
import type { Span } from "../text/span.js";

/** Finds keys, tokens and passwords in a text. */
export type FindCredentials = (text: string) => Promise<readonly Credential[]>;

/** What was found in a version, and the blocks it had. */
interface Scanned {
  readonly blocks: readonly Block[];
  readonly length: number;
  readonly found: readonly Credential[];
}

/** No credential that the library knows is longer: a private key has 10,000 characters at most. */
const LONGEST = 12_000;
/** Only what stands between lines of dashes goes over many lines; nothing else is longer than this. */
const LONGEST_LINE = 4_000;
const DASHES = "-----";

/**
 * Looks for credentials in versions of reports; of a version that came out of another by edits, only around the blocks
 * that they touched. What was found further off than the longest credential stays.
 */
export class CredentialScan {
  private readonly known = new WeakMap<Analysis["remembered"], Scanned>();

  constructor(private readonly find: FindCredentials) {}

  /** The credentials of a report, in order. */
  async of({ text: { content }, syntax, remembered }: Analysis): Promise<readonly Credential[]> {
    const before = this.known.get(remembered);
    const { blocks } = syntax;
    const found = before ? await this.again(content, blocks, before) : await this.find(content);
    const sorted = [...found].sort((a, b) => a.from - b.from || a.to - b.to || (a.what < b.what ? -1 : 1));
    this.known.set(remembered, { blocks, length: content.length, found: sorted });
    return sorted;
  }

  private async again(content: string, blocks: readonly Block[], before: Scanned): Promise<Credential[]> {
    const change = blockChange(before.blocks, blocks);
    const by = content.length - before.length;
    if (change.from === change.to && change.from === change.oldTo && by === 0) return [...before.found];
    const last = blocks[change.from - 1];
    const next = blocks[change.to];
    // Nothing but white space stands between blocks.
    const touched = {
      from: last ? last.from + last.tree.length : 0,
      to: next ? next.from : content.length,
    };
    const far = content.slice(Math.max(0, touched.from - LONGEST), touched.to + LONGEST);
    const longest = far.includes(DASHES) ? LONGEST : LONGEST_LINE;
    const core = { from: touched.from - longest, to: touched.to + longest };
    const window = wholeLines(content, { from: core.from - longest, to: core.to + longest });
    const inside = (await this.find(content.slice(window.from, window.to))).map((credential) => ({
      ...credential,
      from: credential.from + window.from,
      to: credential.to + window.from,
    }));
    return [
      ...before.found.filter(({ to }) => to <= core.from),
      ...inside.filter(({ from, to }) => from < core.to && to > core.from),
      ...before.found
        .filter(({ from }) => from + by >= core.to)
        .map((credential) => ({ ...credential, from: credential.from + by, to: credential.to + by })),
    ];
  }
}

function wholeLines(text: string, { from, to }: Span): Span {
  return {
    from: from <= 0 ? 0 : text.lastIndexOf("\n", from) + 1,
    to: to >= text.length ? text.length : text.indexOf("\n", to) + 1 || text.length,
  };
}
