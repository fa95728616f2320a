import { inEnglish, type Say, sayIn } from "../text/message.js";

/** The messages of each language, by their English texts, loaded when a client asks for it. Keys are codes, BCP 47. */
export type Languages = Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>>;

/** The languages that the server's messages are translated into: each is part of the bundle, read with the first client that wants it. */
const LANGUAGES: Languages = {
  de: async () => (await import("../../../l10n/server.l10n.de.json")).default,
};

/** What says messages in a language, `de-AT` as `de` if there is no better; in English where there is none. */
export async function sayFor(locale: unknown, languages: Languages = LANGUAGES): Promise<Say> {
  if (typeof locale !== "string") return inEnglish;
  const [language = "", ...region] = locale.toLowerCase().split(/[-_.]/);
  for (const code of [[language, ...region].join("-"), language]) {
    const load = Object.hasOwn(languages, code) ? languages[code] : undefined;
    if (load) return sayIn({ code, messages: await load() });
  }
  return inEnglish;
}
