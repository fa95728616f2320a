// `npm run mutation`: which changes of the code no test notices. `-- --mutate FILE` for some of it.
export default {
  // What decides what is published: the grammar of comments and markers, and how copies are made.
  mutate: [
    "server/src/publish/*.ts",
    "server/src/syntax/{grammar,angle-marks,bracket-marks,container-marks,comment-words,brackets,raw-marks}.ts",
    "server/src/report/internal-comments.ts",
  ],
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.mts" },
  coverageAnalysis: "perTest",
  concurrency: 2,
  // A busy machine is no endless loop.
  timeoutMS: 60_000,
  thresholds: { high: 95, low: 85, break: 85 },
  incremental: true,
  incrementalFile: ".cache/mutation/incremental.json",
  tempDirName: ".cache/mutation/work",
  reporters: ["progress-append-only", "clear-text", "html", "json"],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  htmlReporter: { fileName: ".cache/mutation/report.html" },
  jsonReporter: { fileName: ".cache/mutation/report.json" },
  ignorePatterns: ["dist", "release", ".cache", "client", "docs", "coverage"],
  // Stryker rewrites the one it finds with the API of older compilers, which TypeScript 7 has not.
  tsconfigFile: "none",
};
