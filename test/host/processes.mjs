// The processes of this machine, without depending on `ps` where there is /proc.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/**
 * @typedef {object} Process
 * @property {number} pid
 * @property {number} parent
 * @property {string} command its arguments, separated by spaces; empty for one that has ended and waits for its parent
 */

/** @returns {Process[]} */
export function processes() {
  if (!existsSync("/proc/self/stat")) return fromPs();
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        // The second field is the program's name in parentheses and may itself have spaces and parentheses.
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const parent = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        return [{ pid: Number(pid), parent: Number(parent), command }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}

/**
 * The processes that this extension host started as our language server.
 * @param {number} extensionHost its process id
 * @returns {number[]}
 */
export const languageServers = (extensionHost) =>
  processes()
    .filter(({ parent, command }) => parent === extensionHost && /\bdist[\\/]server\.js\b/.test(command))
    .map(({ pid }) => pid);

function fromPs() {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}
