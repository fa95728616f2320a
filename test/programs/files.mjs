/**
 * The tests that build or start programs of ours, seconds each. The others call functions: one suite of seconds, to
 * be run while one works.
 */
export const programs = [
  "test/lsp/**/*.test.ts",
  "test/soak/**/*.test.ts",
  "test/cli/{shard,signals,threads}.test.ts",
  "test/fuzz/**/*.test.ts",
  "test/l10n/{pseudo,server}.test.ts",
  "test/agenda/protocol.test.ts",
  "test/{sizes,web-bundles,workflows}.test.ts",
];
