import { aboutForm } from "../../syntax/forms.js";
import { l10n, verbatim } from "../../text/message.js";
import { aboutAudience, describeAudience } from "./audience-words.js";
import { COMMENT_FORMS, type CommentForm } from "./comment-forms.js";
import { type Completion, continued, hole, type Insert } from "./item.js";
import { topLevel } from "./levels.js";
import { type Lead, leadOf, opensBlock, type Place, typedSpan } from "./place.js";
import type { CompletionSource } from "./source.js";

/**
 * Internal comments in every form, in the configured words: by the marks they begin with anywhere, and by their word
 * where a block begins.
 */
export const comments: CompletionSource = {
  name: "comment",
  zones: ["body", "tag"],
  items: (place) => [...byMarks(place), ...(place.zone === "body" ? byWord(place) : [])],
  describe([form, ...audience], say) {
    const meaning =
      form === "section"
        ? l10n.t("A section whose whole body is internal; its heading is not.")
        : COMMENT_FORMS.find((candidate) => candidate.form === form)?.meaning;
    return meaning === undefined ? undefined : [say(meaning), describeAudience(audience, say)].join("\n\n");
  },
};

/** A word and an audience to write a comment with. */
interface Head {
  readonly word: string;
  readonly audience: string | undefined;
}

/**
 * The words that begin with what was typed; the first also with each audience between the narrowest, which needs no
 * saying, and the widest, from which nothing is kept back.
 */
function heads({ words, audiences }: Place, typed: string): Head[] {
  const fitting = words.filter((word) => word.toLowerCase().startsWith(typed.toLowerCase()));
  const [first] = fitting;
  if (first === undefined) return [];
  return [
    { word: first, audience: undefined },
    ...audiences.slice(1, -1).map((audience) => ({ word: first, audience })),
    ...(typed === "" ? [] : fitting.slice(1).map((word) => ({ word, audience: undefined }))),
  ];
}

function byMarks(place: Place): Completion[] {
  const lead = leadOf(place);
  return COMMENT_FORMS.flatMap((form) => {
    const found = isAllowed(place, form, lead) && form.opening.exec(form.atStart ? lead.rest : place.before);
    if (!found || (form.form === "container" && closesHere(place))) return [];
    const replace = typedSpan(place, found[0].length, form.closing);
    const heading = /^[ \t]{0,3}#{1,6}[ \t]/.test(place.before);
    // Braces in a heading are attributes; two per cent signs that end a comment begin none.
    if (form.form === "criticmarkup" && heading) return [];
    if (form.form === "obsidian" && endsObsidian(place)) return [];
    const written = aboutForm(form.form).worded
      ? heads(place, found[1] ?? "")
      : [{ word: "", audience: undefined }];
    return written.map((head) => {
      const insert = continued(form.write(head.word, head.audience), lead.continuation);
      return item(place, form, head, { replace, insert, label: shown(insert), filter: shown(insert) });
    });
  });
}

function isAllowed({ analysis, zone }: Place, { plain, form, atStart }: CommentForm, lead: Lead): boolean {
  if (analysis.format === "plain-text" && !plain) return false;
  if (zone === "tag") return form === "tag" || form === "html-comment";
  return atStart !== "quote" || lead.quote;
}

/** Whether the colons on the cursor's line already close a container. */
function closesHere({ analysis: { report }, line }: Place): boolean {
  return report.comments.some(
    ({ form, close }) => form === "container" && close && close.from >= line.from && close.to <= line.to,
  );
}

function endsObsidian({ analysis: { report }, offset }: Place): boolean {
  return report.comments.some(({ form, close }) => form === "obsidian" && close?.to === offset);
}

/** Where a block begins: `internal`, `internal-block` and so on. */
function byWord(place: Place): Completion[] {
  const lead = leadOf(place);
  const [typed] = /^[\p{L}\p{M}-]{0,60}$/u.exec(lead.rest) ?? [];
  if (typed === undefined || place.after.trim() !== "" || !opensBlock(place, lead)) return [];
  const [word = "", ...form] = typed.split("-");
  const replace = typedSpan(place, typed.length);
  const forms = COMMENT_FORMS.filter(
    ({ plain, form }) => (plain || place.analysis.format === "markdown") && aboutForm(form).worded,
  );
  const items = heads(place, word).flatMap((head) =>
    forms.map((form) => {
      const quoted = form.atStart === "quote" && !lead.quote ? "> " : "";
      const insert = continued(
        [quoted, ...continued(form.write(head.word, head.audience), quoted)],
        lead.continuation,
      );
      return item(place, form, head, {
        replace,
        insert,
        ...named(form.name, head),
        detail: verbatim(shown(insert)),
      });
    }),
  );
  const wanted = `-${form.join("-")}`;
  return [...items, ...sections(place, word, lead)].filter(
    ({ filter }) => form.length === 0 || filter.includes(wanted),
  );
}

function named(name: string, { word, audience }: Head): { readonly label: string; readonly filter: string } {
  const label = [`${word}${name}`, ...(audience === undefined ? [] : [audience])].join("-");
  return { label, filter: label };
}

/** A section that is internal as a whole. */
function sections(place: Place, typed: string, { marks }: Lead): Completion[] {
  const { analysis, audiences } = place;
  const [head] = heads(place, typed);
  if (!head || marks !== "" || analysis.format !== "markdown") return [];
  const level = "#".repeat(topLevel(place));
  return [
    {
      kind: "comment",
      ...named("-section", head),
      replace: typedSpan(place, place.before.length),
      insert: [`${level} `, hole(1, "Impressions"), ` {.${head.word}}\n\n`, hole(0, "Not for everyone.")],
      detail: verbatim(`${level} … {.${head.word}}`),
      about: ["section", ...aboutAudience(audiences, audiences[0] ?? "")],
    },
  ];
}

function item(
  { audiences }: Place,
  { form }: CommentForm,
  { audience }: Head,
  rest: Pick<Completion, "replace" | "insert" | "label" | "filter" | "detail">,
): Completion {
  const about = [form, ...aboutAudience(audiences, audience ?? audiences[0] ?? "")];
  return { kind: "comment", about, detail: l10n.t("for {0}", audience ?? audiences[0] ?? ""), ...rest };
}

/** The first line of what is inserted, with a sign for what is to be filled in. */
function shown(insert: Insert): string {
  const line = insert
    .map((piece) => (typeof piece === "string" ? piece : piece.stop === 0 ? "" : "…"))
    .join("")
    .split("\n", 1)[0]!;
  return line.trimEnd();
}
