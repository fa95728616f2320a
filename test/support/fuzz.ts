import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Format } from "../../server/src/syntax/parse.js";
import { faultsOf, WAYS } from "./check-copy.js";
import { boundaries, mutated, mutationCount, SECRET } from "./mutations.js";
import { plainReport } from "./plain-report.js";
import { publishText } from "./publish.js";
import { tokenReport } from "./token-report.js";

const EOLS = ["\n", "\r\n", "\r"];

/** Publishes generated and mutated reports until the time is up; prints what is wrong with the seed that shows it. */
export function fuzz(seconds: number, start: number, examples: string): number {
  const end = Date.now() + seconds * 1000;
  const texts = readdirSync(examples).map((name) => ({
    name,
    text: readFileSync(join(examples, name), "utf8"),
    format: (name.endsWith(".txt") ? "plain-text" : "markdown") as Format,
  }));
  const places = texts.map(({ text, format }) => boundaries(text, format));
  let tried = 0;
  let refused = 0;
  let faults = 0;
  const tell = (what: string, found: readonly string[]) => {
    if (found.length === 0) return;
    faults++;
    console.log(`${what}: ${found.slice(0, 5).join("; ")}`);
  };
  for (let seed = start; Date.now() < end; seed++) {
    const eol = EOLS[seed % 3]!;
    const way = WAYS[seed % WAYS.length]!;
    const size = 1 + (seed % 9);
    tell(
      `seed ${seed} size ${size} ${JSON.stringify({ eol, ...way })}`,
      faultsOf(tokenReport(seed, size, eol), way),
    );
    const picks = Array.from({ length: seed % 10 }, (_, index) => (seed * 31 + index * index * 7) % 1000);
    tell(
      `plain ${picks.join(",")} ${JSON.stringify({ eol, ...way })}`,
      faultsOf(plainReport(picks, eol), way, "plain-text"),
    );
    const which = seed % texts.length;
    const { name, text, format } = texts[which]!;
    const choice = Math.floor(Math.random() * mutationCount(places[which]!));
    const result = publishText(mutated(text, places[which]!, choice), { ...way, source: format });
    if (result.kind === "refused") refused++;
    else if (result.output.toLowerCase().includes(SECRET.toLowerCase()))
      tell(`${name} mutation ${choice}`, ["leaks"]);
    tried += 3;
  }
  console.log(`${tried} reports from seed ${start}, ${refused} mutations refused, ${faults} faults`);
  return faults;
}
