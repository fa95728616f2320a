// Loaded into the server's process before the server, by `--require`: answers how much memory is in use.
const v8 = require("node:v8");

process.on("message", () => {
  // Twice, with a turn between: what finalizers let go of in the first is collected by the second.
  globalThis.gc();
  setImmediate(() => {
    globalThis.gc();
    const { rss, external } = process.memoryUsage();
    process.send({ heap: v8.getHeapStatistics().used_heap_size + external, rss });
  });
});
process.channel.unref();
