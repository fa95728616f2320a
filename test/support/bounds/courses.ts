import { agendas } from "./agenda-inputs.js";
import { agendaSubjects } from "./agenda-subjects.js";
import type { Family } from "./families.js";
import { families } from "./inputs.js";
import { longLines } from "./long-lines.js";
import { moreSubjects } from "./more-subjects.js";
import type { Subject } from "./subject.js";
import { subjects } from "./subjects.js";

/** Inputs, and the ways that each of them goes. */
export interface Course {
  readonly families: Readonly<Record<string, Readonly<Record<string, Family>>>>;
  readonly subjects: Readonly<Record<string, Subject>>;
}

export const courses: readonly Course[] = [
  { families, subjects: { ...subjects, ...moreSubjects } },
  { families: agendas, subjects: agendaSubjects },
];

/** What is tried with lines of many megabytes: what a report goes through when it is read, checked and published. */
export const longLineCourses: readonly Course[] = [
  {
    families: { "one line": longLines },
    subjects: Object.fromEntries(
      Object.entries({ ...subjects, ...moreSubjects }).filter(([name]) =>
        /^(?:analyse|edit (?:in|at) |outline$|publish|check)/.test(name),
      ),
    ),
  },
];
