// Stand-ins for the three native modules VS Code's server asks for, so that nothing has to be compiled.

/** Module name → its source. */
export const stubs = {
  // Output channels are log files in the remote extension host, so this one really writes.
  "@vscode/spdlog": `
const { appendFileSync } = require("node:fs");
class Logger {
  constructor(file) { this.file = file; this.level = 0; }
  write(level, name, text) {
    if (level < this.level) return;
    const line = this.plain ? text : new Date().toISOString().replace("T", " ").replace("Z", "") + " [" + name + "] " + text + "\\n";
    try { appendFileSync(this.file, line); } catch {}
  }
  trace(text) { this.write(0, "trace", text); }
  debug(text) { this.write(1, "debug", text); }
  info(text) { this.write(2, "info", text); }
  warn(text) { this.write(3, "warning", text); }
  error(text) { this.write(4, "error", text); }
  critical(text) { this.write(5, "critical", text); }
  setLevel(level) { this.level = level; }
  getLevel() { return this.level; }
  clearFormatters() { this.plain = true; }
  setPattern() {}
  flush() {}
  drop() {}
}
exports.setFlushOn = () => {};
exports.setLevel = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (_name, file) => new Logger(file);
`,
  "@vscode/native-watchdog": `exports.start = () => {};\n`,
  "@vscode/deviceid": `exports.getDeviceId = async () => "00000000-0000-4000-8000-000000000000";\n`,
};
