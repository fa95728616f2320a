import { bundled } from "./scripts/bundled.mjs";
const { courses } = await bundled("test/support/bounds/index.ts", "bounds-prof.cjs");
const [group, name, way, size] = process.argv.slice(2);
for (const { families, subjects } of courses) { const f = families[group]?.[name]; if (!f || !subjects[way]) continue;
 const work = subjects[way].prepare(f(+size)); const c=process.cpuUsage(); try { await work(); } catch (e) { console.log(e.stack.split("\n").slice(0,30).join("\n")); } const u=process.cpuUsage(c); console.log((u.user+u.system)/1e6); }
