import type { Credential } from "../rules/rule.js";

/**
 * What a text must hold for one of the library's patterns to match: the beginning that each of them has, and more where
 * ordinary words begin so. A test holds it against the library's own patterns.
 */
const MAY_HOLD = new RegExp(
  [
    // Private keys
    "-----BEGIN",
    // npm
    "_authToken=",
    "npm_",
    "x-oauth-basic@",
    // Slack
    "xox[a-z]-",
    "xapp-",
    "hooks[.]slack[.]com",
    // Names and passwords in addresses, of databases too
    ":[/][/][-a-z0-9_]{1,256}:[-a-z0-9_]{1,256}@",
    "(?:mongodb(?:[+]srv)?|mysqlx?|postgres(?:ql)?):[/][/]",
    // OpenAI and Anthropic
    "sk-(?:proj|svcacct|admin|ant-|[a-z0-9]{20})",
    // Linear, SendGrid, Shopify, GitHub, 1Password
    "lin_api_",
    String.raw`SG[.]\w{1,128}[.]`,
    "shp(?:pa|ca|at|ss)_",
    "gh[a-z]_",
    "github_pat_",
    "ops_ey",
  ].join("|"),
  "i",
);

/** The same of Amazon Web Services. */
const MAY_HOLD_KEYS = /(?:access_?key["']?\s*[:=]|account_?(?:id)?["']?\s*(?:[:=]|=>)\s*["']?\d)/i;

/** Whether the library need look at a text at all: most hold nothing that could be a credential. */
export function mayHoldCredentials(text: string): boolean {
  return MAY_HOLD.test(text) || MAY_HOLD_KEYS.test(text);
}

/** Keys, tokens and passwords in a text; masked all the way. The library is loaded with the first text that may hold some. */
export async function findCredentials(text: string): Promise<readonly Credential[]> {
  if (!mayHoldCredentials(text)) return [];
  const { credentialsIn } = await import("./secretlint.js");
  return credentialsIn(text);
}
