/** Characters that mean something inside a Markdown paragraph or heading. */
const SPECIAL = /[\\`*_{}[\]<>~&%:#!.]/gu;

/**
 * One line of plain text as Markdown that reads the same and can be nothing else: no emphasis, link, HTML, attribute
 * or comment. Most characters are escaped as usual; where a mark of ours is recognised even behind a backslash, the
 * character is written as an entity.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(SPECIAL, (char, at: number) => {
    const before = text[at - 1] ?? " ";
    const after = text.slice(at + 1, at + 80);
    switch (char) {
      case "_":
        return /[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(after) ? char : "\\_";
      case "&":
        return /^#?\w{1,31};/.test(after) ? "&amp;" : char;
      case "!":
        return after.startsWith("[") ? "\\!" : char;
      case "#":
        return /^#*\s*$/.test(after) ? "\\#" : char;
      case "%":
        return after.startsWith("%") || before === "%" ? "&#37;" : char;
      case ":":
        return /^(?:\/\/|::)/.test(after) ||
          text.slice(at - 2, at) === "::" ||
          text.slice(at - 1, at + 2) === ":::"
          ? "\\:"
          : char;
      case ".":
        return /(?:^|[^\p{L}\p{N}])www$/iu.test(text.slice(Math.max(0, at - 4), at)) ? "\\." : char;
      case "{":
        return "&#123;";
      case "[":
        return /^\s*(?:!|[\p{L}\p{M}]+[^\][]{0,60}[:：]|redacted)/iu.test(after) ? "&#91;" : "\\[";
      case "<":
        return /^[\s\d=]/.test(after) ? "\\<" : "&lt;";
      default:
        return `\\${char}`;
    }
  });
}
