import { l10n, verbatim } from "../../text/message.js";
import { blank } from "./blank.js";
import { committee } from "./committee.js";
import { conference } from "./conference.js";
import { customerVisit } from "./customer-visit.js";
import { oneDay } from "./one-day.js";
import type { Template } from "./template.js";
import { training } from "./training.js";

/** The templates that are built in: the only place that lists them. The first is taken where none is named. */
export const templates: readonly Template[] = [conference, oneDay, training, customerVisit, committee, blank];

/** All templates there are to choose from: a team's own first, which go before built-in ones of the same name. */
export function templatesWith(own: readonly Pick<Template, "name" | "text">[]): Template[] {
  const names = new Set(own.map(({ name }) => name));
  return [
    ...own.map(({ name, text }) => ({ name, text, title: verbatim(name), summary: l10n.t("your own") })),
    ...templates.filter(({ name }) => !names.has(name)),
  ];
}
