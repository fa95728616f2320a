import { l10n } from "../../text/message.js";
import { type AgendaFormat, broken } from "./format.js";
import { readJson } from "./json.js";

/** JSON that is no programme of a known kind, or not well-formed: said, so that nobody takes it for notes. */
export const otherJson: AgendaFormat = {
  name: "other JSON",
  extensions: ["json"],
  read: (text) => {
    const json = readJson(text);
    if (json.kind === "other") return undefined;
    return broken(
      json.kind === "broken" ? json.reason : l10n.t("the JSON is no schedule of frab, pretalx or Sessionize"),
    );
  },
};
