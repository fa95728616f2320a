import type MarkdownIt from "markdown-it";

/** How the tokens that only reports have are written. All words are escaped. */
export function renderRules(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const { escapeHtml } = md.utils;
  const lines = (text: string) => escapeHtml(text).replace(/\n/g, "<br>\n");
  const span = (name: string) => (text: string) =>
    `<span class="trip-report-${name}">${escapeHtml(text)}</span>`;
  const inline = {
    trip_report_wrong: span("wrong"),
    trip_report_note: lines,
    trip_report_redacted: (text: string) =>
      `<span class="trip-report-redacted" title="Redacted: ${escapeHtml(text)}">${escapeHtml(text)}</span>`,
    trip_report_to_do: span("to-do"),
    trip_report_done: span("done"),
    trip_report_kind: (text: string) => ` ${span("kind")(text)}`,
  };
  for (const [name, render] of Object.entries(inline))
    rules[name] = (tokens, index) => render(tokens[index]!.content);
  rules.trip_report_fence = () => "";
  rules.trip_report_note_block = (tokens, index, _options, _env, self) =>
    `<p${self.renderAttrs(tokens[index]!)}>${lines(tokens[index]!.content)}</p>\n`;
}
