import { l10n } from "../../text/message.js";
import { FRONT_MATTER, type Template } from "./template.js";

export const blank: Template = {
  name: "blank",
  title: l10n.t("Blank"),
  summary: l10n.t("front matter and a title"),
  text: `${FRONT_MATTER}
{{? What you saw and heard}}

{{sections}}
`,
};
