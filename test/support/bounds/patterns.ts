import { families } from "./inputs.js";
import { subjects } from "./subjects.js";

/** Goes all ways with short texts of all families, so that every pattern that is put together was put together once. */
export function useAll(): void {
  for (const members of Object.values(families))
    for (const family of Object.values(members))
      for (const subject of Object.values(subjects)) subject.prepare(family(200))();
}
