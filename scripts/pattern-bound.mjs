// A pattern that takes at least as many steps as another on any text, in terms that the checker knows: if the time of this one
// grows with the text alone, so does that of the other.
import { RegExpParser } from "@eslint-community/regexpp";

/** @typedef {import("@eslint-community/regexpp").AST.Node} Node */
/** @typedef {import("@eslint-community/regexpp").AST.Quantifier} Quantifier */
/** @typedef {import("@eslint-community/regexpp").AST.LookaroundAssertion} Lookaround */
/** @typedef {import("@eslint-community/regexpp").AST.LookbehindAssertion} Lookbehind */

/** A sign that there is not: behind it a match fails, so that all ways are tried. */
const NEVER = "[^\\s\\S]";
const SINGLE = new Set(["Character", "CharacterSet", "CharacterClass"]);

/**
 * The pattern that takes as many steps or more; undefined where none is known. It is the pattern itself but for these:
 *
 * - What a lookahead reads becomes an alternative that leads nowhere; what follows is tried whatever it says. A lookbehind reads
 *   as much at every place, so it is left out; one of a single sign in front of all else becomes that sign, or the start.
 *   Then nothing may match, for an earlier match would end the search.
 *   `\\b` in front of all else is such a lookbehind.
 * - A backreference becomes what its group can be.
 * - A repetition that has an end adds ways that loops are joined in only with its first round, or the first two when there are
 *   loops in it: what two loops of single signs read in the same words, they read without the rounds between. So it ends there.
 *
 * @param {string} source
 * @param {string} flags
 * @param {{ withoutEdges?: boolean }} [options] leave out `\\b` as well, which makes the checker's automata large
 * @returns {string | undefined}
 */
export function slowerPattern(source, flags, { withoutEdges = false } = {}) {
  const parsed = parsedPattern(source, flags);
  let loopsAreSingle = true;
  let isLoose = false;
  let isKnown = true;
  forEachNode(parsed, (node) => {
    if (node.type === "Quantifier" && node.max === Number.POSITIVE_INFINITY && !SINGLE.has(node.element.type))
      loopsAreSingle = false;
  });

  /** @param {readonly { elements: readonly Node[] }[]} alternatives */
  const either = (alternatives, isFirst = false) =>
    alternatives
      .map(({ elements: [first, ...rest] }) => {
        if (!first) return "";
        const start =
          isFirst && isEdgeBefore(first, rest[0]) ? "(?:^|[^0-9A-Za-z_])" : written(first, isFirst);
        return start + rest.map((element) => written(element)).join("");
      })
      .join("|");

  /** @type {(node: Node, isFirst?: boolean) => string} */
  const written = (node, isFirst = false) => {
    switch (node.type) {
      case "Pattern":
        return either(node.alternatives, true);
      case "Group":
      case "CapturingGroup":
        return `(?:${either(node.alternatives, isFirst)})`;
      case "Backreference":
        isLoose = true;
        if (!Array.isArray(node.resolved)) return written(node.resolved);
        isKnown = false;
        return "";
      case "Quantifier":
        return `${written(node.element)}${timesOf(node, loopsAreSingle)}`;
      case "Assertion":
        if (node.kind === "lookahead") {
          isLoose = true;
          return `(?:(?:${either(node.alternatives)})${NEVER}|)`;
        }
        if (node.kind === "word" && withoutEdges) {
          isLoose = true;
          return "";
        }
        if (node.kind !== "lookbehind") return node.raw;
        if (isFirst) {
          const sign = signBehind(node);
          if (sign !== undefined) return sign;
        }
        isLoose = true;
        if (isEndless(node)) isKnown = false;
        return "";
      default:
        return node.raw;
    }
  };

  const body = written(parsed);
  if (!isKnown) return undefined;
  return isLoose ? `(?:${body})${NEVER}` : body;
}

/**
 * Whether a pattern has loops; one without takes no longer at a place than it is long itself.
 * @param {string} source
 * @param {string} flags
 */
export function hasLoops(source, flags) {
  return isEndless(parsedPattern(source, flags));
}

/**
 * @param {string} source
 * @param {string} flags
 */
function parsedPattern(source, flags) {
  return new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
}

/**
 * How often a quantifier repeats, in the shorter pattern.
 * @param {Quantifier} quantifier
 * @param {boolean} loopsAreSingle
 */
function timesOf({ element, min, max, raw }, loopsAreSingle) {
  const rounds = Math.max(min, isEndless(element) ? 2 : 1);
  const lazy = raw.length > 1 && raw.endsWith("?") && /[*+?}]\?$/.test(raw) ? "?" : "";
  if (max === Number.POSITIVE_INFINITY) return `{${min},}${lazy}`;
  return `{${min},${loopsAreSingle ? Math.min(max, rounds) : max}}${lazy}`;
}

/**
 * A lookbehind of a single sign as the sign itself, which a search takes as many places for.
 * @param {Lookbehind} assertion
 */
function signBehind({ negate, alternatives }) {
  const [only, ...others] = alternatives;
  const [sign, ...more] = only?.elements ?? [];
  if (!sign || others.length > 0 || more.length > 0) return undefined;
  if (!negate) return SINGLE.has(sign.type) ? `(?:^|${sign.raw})` : undefined;
  if (sign.type === "CharacterClass" && !sign.unicodeSets)
    return `(?:^|${sign.negate ? sign.raw.replace("[^", "[") : sign.raw.replace("[", "[^")})`;
  return SINGLE.has(sign.type) ? `(?:^|[^${sign.raw}])` : undefined;
}

/**
 * Whether this is `\\b` in front of a letter or digit of ASCII, so that it says what the sign before is.
 * @param {Node} node
 * @param {Node | undefined} next
 */
function isEdgeBefore(node, next) {
  return node.type === "Assertion" && node.kind === "word" && !node.negate && beginsWord(next);
}

/** @type {(node: Node | undefined) => boolean} */
function beginsWord(node) {
  if (node?.type === "Character") return /\w/.test(String.fromCodePoint(node.value));
  if (node?.type !== "Group" && node?.type !== "CapturingGroup") return false;
  return node.alternatives.every(({ elements: [first] }) => beginsWord(first));
}

/** @param {Node} node */
function isEndless(node) {
  let found = false;
  forEachNode(node, (one) => {
    if (one.type === "Quantifier" && one.max === Number.POSITIVE_INFINITY) found = true;
  });
  return found;
}

/** @type {(node: Node, visit: (node: Node) => void) => void} */
function forEachNode(node, visit) {
  visit(node);
  if (node.type === "Quantifier") forEachNode(node.element, visit);
  if ("alternatives" in node)
    for (const alternative of node.alternatives)
      if ("elements" in alternative) for (const element of alternative.elements) forEachNode(element, visit);
}
