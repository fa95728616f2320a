import { FRONT_MATTER, type Template } from "./template.js";

export const blank: Template = {
  name: "blank",
  title: "Blank",
  summary: "front matter and a title",
  text: `${FRONT_MATTER}
{{? What you saw and heard}}

{{sections}}
`,
};
