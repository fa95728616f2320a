// `npm start`: sets up what is missing, builds, and shows the examples in the terminal.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { installDependencies, node, root, run } from "./setup.mjs";

installDependencies();
node("scripts/build.mjs", "--if-needed");

const cli = join("dist", "cli.js");
const examples = readdirSync(join(root, "examples")).map((name) => join("examples", name));
node(cli, "outline", ...examples);
// The examples hold internal comments on purpose: findings are what is to be seen.
run(process.execPath, [cli, "check", ...examples], [0, 1]);
