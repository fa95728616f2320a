import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { framed } from "../fuzz/wire.js";

const script = fileURLToPath(new URL("../../dist/server.js", import.meta.url));
const request = (id: number, method: string, params: object = {}) =>
  framed(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
const notification = (method: string, params: object = {}) =>
  framed(JSON.stringify({ jsonrpc: "2.0", method, params }));

const URI = "file:///w/a.trip.md";
const textDocument = {
  uri: URI,
  languageId: "trip-report",
  version: 1,
  text: "# T\n\n## Ten winters (Ada Brook)\n",
};
const START = [
  request(1, "initialize", { processId: null, rootUri: null, capabilities: {} }),
  notification("initialized"),
  notification("textDocument/didOpen", { textDocument }),
  request(2, "textDocument/documentSymbol", { textDocument: { uri: URI } }),
];

/** What the built server says, and how it ends; its input stays open unless it `ends` behind these bytes. */
async function session(pieces: readonly (string | Buffer)[], ends = false) {
  const child = spawn(process.execPath, [script, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => (said.out += data));
  child.stderr.on("data", (data) => (said.err += data));
  child.stdin.on("error", () => {});
  for (const piece of pieces) child.stdin.write(piece);
  if (ends) child.stdin.end();
  const [code] = await once(child, "close");
  return { ...said, code };
}

describe("the built server, when its input is no conversation any more,", () => {
  it.each([
    ["a negative length", "Content-Length: -5\r\n\r\n{}", "a Content-Length is no number of bytes"],
    ["an absurd length", "Content-Length: 1e99\r\n\r\n{}", "a Content-Length is no number of bytes"],
    ["a length of petabytes", "Content-Length: 9999999999999999\r\n\r\n{}", "a Content-Length is larger"],
    ["no length", "Content-Type: x\r\n\r\n{}", "a header has no Content-Length"],
    ["garbage", "hello world", "there is something else where a header belongs"],
    ["garbage without an end", "a: ".padEnd(9000, "b"), "a header does not end"],
  ])("answers what came before %s, says so, and ends", async (_, broken, problem) => {
    const { out, err, code } = await session([...START, broken]);
    expect(out).toContain("Ten winters");
    expect(out).toContain(`"code":-32700,"message":"${problem}`);
    expect(err).toContain(`standard input is no longer read: ${problem}`);
    expect(code).toBe(1);
  });

  it("says that a message was cut off", async () => {
    const { out, err, code } = await session([...START, "Content-Length: 500\r\n\r\n{"], true);
    expect(out).toContain("Ten winters");
    expect(err).toContain("it ended within a message");
    expect(code).toBe(1);
  });

  it("answers what it was asked when the input just ends, without a word", async () => {
    const { out, err, code } = await session(START, true);
    expect(out).toContain("Ten winters");
    expect([err, code]).toEqual(["", 1]);
  });

  it("goes on behind a body that is no message, and tells that it was none", async () => {
    const { out, code } = await session([framed("{"), framed("7"), ...START, request(3, "shutdown")], true);
    expect(
      out.match(/"id":null,"error":\{"code":-32700,"message":"a message is no JSON object"\}/g),
    ).toHaveLength(2);
    expect(out).toContain("Ten winters");
    expect(code).toBe(0);
  });
});
