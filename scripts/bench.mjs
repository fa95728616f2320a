// `npm run bench`: what reports cost. Figures are printed as they come, every loop has a time budget, and nothing fails by time.
// --quick      fewer samples and smaller sizes, within a minute
// --peers      our shipped server and command line beside others, which are fetched from the registry on demand
// --sizes N,N  for --peers: sizes in characters
// --write      puts the tables of a run into bench/RESULTS.md; what the run did not measure stays in it
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { script } from "./programs.mjs";
import { installDependencies, root } from "./setup.mjs";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    peers: { type: "boolean", default: false },
    sizes: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

installDependencies();
const heading = values.peers ? "## Beside others" : "## The core";
const table = values.peers
  ? await besideOthers()
  : await (await import("./bench/core.mjs")).coreTable(values);
console.log(`\n${table}`);
if (values.write) write();
// A server that cannot be ended must not keep this process.
process.exit();

async function besideOthers() {
  await script(join("scripts", "build.mjs"));
  const { comparison } = await import("./bench/compare.mjs");
  const sizes = values.sizes?.split(",").map(Number);
  return comparison({ quick: values.quick, ...(sizes ? { sizes } : {}) });
}

function write() {
  const file = join(root, "bench", "RESULTS.md");
  const known = existsSync(file)
    ? readFileSync(file, "utf8")
        .split(/^(?=## )/m)
        .slice(1)
    : [];
  const [cpu] = cpus();
  const command = `npm run bench --${values.peers ? " --peers" : ""}${values.quick ? " --quick" : ""} --write`;
  const made = `Made by \`${command}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpu?.model ?? "unknown"}, Node ${process.version}.`;
  const section = `${heading}\n\n${made}\n${explanation()}\n\n${table}\n`;
  const others = known.filter((part) => !part.startsWith(heading)).map((part) => `${part.trimEnd()}\n`);
  const sections = [section, ...others].sort((a, b) =>
    a.startsWith("## The core") ? -1 : b.startsWith("## The core") ? 1 : 0,
  );
  mkdirSync(join(root, "bench"), { recursive: true });
  writeFileSync(file, `# What reports cost\n\n${sections.join("\n")}`);
}

function explanation() {
  if (values.peers)
    return `Real time in ms, median (p95), from before the client builds its message to the answer, over standard streams; × says how many times
ours the others take. Generated reports; a keystroke is one character in the middle, in a fence one that opens and goes. What is
checked differs from one program to the other; \`–\` is what one does not offer.`;
  return `Processor time in ms, median (p95). The last column compares the largest size with a walk over its lines in the same run.
A keystroke's row includes all that leads to its answer: the edit of the text, the analysis, the answer.`;
}
