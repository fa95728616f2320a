import { Option } from "commander";
import type { CliCommand } from "../command.js";
import type { PublishArguments } from "../publish-run.js";

export const publishCommand: CliCommand = {
  register(program, io, run) {
    program
      .command("publish")
      .description("write the copy without the comments that its readers must not see")
      .argument("<file...>", "reports to publish")
      .addOption(
        new Option("--to <format>", "what to write; default: as the report is written").choices([
          "md",
          "html",
          "txt",
        ]),
      )
      .option("-o, --output <file>", "where to write one copy; default: standard output")
      .option("--out-dir <folder>", "where to write the copies and the local files that they refer to")
      .option("--audience <audience>", "who will read the copy; default: the widest audience")
      .option("--remove", "leave nothing where a comment was, instead of a marker")
      .option("--fragment", "write HTML without the page around it")
      .option("--manifest", "write hashes and counts beside each copy")
      .option("--dry-run", "write nothing; print what would be redacted by place and length")
      .option("--force", "redact malformed comments as far as they can reach, instead of refusing")
      .option("--config <file>", "the configuration for all files, instead of the nearest one above each")
      .action((files: string[], options: PublishArguments) =>
        run(async () => {
          // Loaded only now, as its libraries are large.
          const { PublishRun } = await import("../publish-run.js");
          return new PublishRun(io, files, options).run();
        }),
      );
  },
};
