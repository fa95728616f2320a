import { families } from "./inputs.js";
import { subjects } from "./subjects.js";

/** Processor seconds of a piece of work, the least of some tries. */
export function cost(prepare: () => () => unknown): number {
  const work = prepare();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export function table(sizes: readonly number[], only: string | undefined, cap: number) {
  const pattern = new RegExp(only ?? "");
  for (const [group, members] of Object.entries(families))
    for (const [name, family] of Object.entries(members))
      for (const [about, subject] of Object.entries(subjects)) {
        const key = `${group} | ${name} | ${about}`;
        if (!pattern.test(key)) continue;
        const times: number[] = [];
        let thrown = "";
        for (const size of sizes) {
          const text = family(size);
          try {
            const t0 = performance.now();
            const time = cost(() => subject.prepare(text));
            const total = (performance.now() - t0) / 1000;
            times.push(time);
            if (total > cap) break;
          } catch (error) {
            thrown = String(error).slice(0, 100);
            break;
          }
        }
        const n = times.length;
        const exponent =
          n < 2
            ? NaN
            : Math.log(times[n - 1]! / Math.max(times[n - 2]!, 0.001)) /
              Math.log(sizes[n - 1]! / sizes[n - 2]!);
        const bad = thrown !== "" || n < sizes.length || (times[n - 1]! > 0.3 && exponent > 1.4);
        console.log(
          `${bad ? "!!" : "  "} ${key} | ${times.map((t) => t.toFixed(3)).join(" ")} | ${exponent.toFixed(2)} ${thrown}`,
        );
      }
}
