import { families } from "./inputs.js";
import { subjects } from "./subjects.js";

/** What has a pattern of its own made when it is read or published. */
const MADE_FOR = [
  "# Trip report: Harbour Days",
  "<script>a</script>",
  "<style>a</style>",
  "<redacted>",
  "www.harbour.example",
  "ada@harbour.example",
].join("\n\n");

/** Goes all ways with one text, so that every pattern that is put together was put together once. */
export function useAll(): void {
  const [family] = Object.values(families).flatMap((members) => Object.values(members));
  for (const subject of Object.values(subjects))
    for (const text of [MADE_FOR, family?.(200) ?? ""]) subject.prepare(text)();
}
