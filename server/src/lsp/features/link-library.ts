import {
  createLanguageService,
  DiagnosticLevel,
  type IMdLanguageService,
  type IMdParser,
  type IWorkspace,
  LogLevel,
} from "vscode-markdown-languageservice";
import { MarkdownTokens } from "../../links/markdown-tokens.js";
import { LinkDocument } from "./link-document.js";
import { MARKDOWN_EXTENSIONS } from "./link-workspace.js";

/** How links that lead nowhere are shown. */
export type LinkLevel = "hint" | "warning";

/** The library that follows links, over the files of a workspace. */
export function linkLibrary(workspace: IWorkspace): IMdLanguageService {
  const tokens = new MarkdownTokens();
  const parser: IMdParser = {
    slugifier: tokens.slugifier,
    tokenize: async (document) => {
      const anchors =
        document instanceof LinkDocument
          ? document.anchors.map(({ name, heading }) => ({ name, line: document.lineAt(heading) }))
          : [];
      return tokens.read(document.getText(), anchors) as Awaited<ReturnType<IMdParser["tokenize"]>>;
    },
  };
  return createLanguageService({
    workspace,
    parser,
    // What the library would log holds words of the reports.
    logger: { level: LogLevel.Off, log() {} },
    markdownFileExtensions: MARKDOWN_EXTENSIONS,
  });
}

/** Which links the library looks at, and how what it finds is shown. */
export function linkValidation(level: LinkLevel) {
  const shown = DiagnosticLevel[level];
  return {
    validateReferences: shown,
    validateFragmentLinks: shown,
    validateFileLinks: shown,
    validateMarkdownFileLinkFragments: shown,
    validateUnusedLinkDefinitions: DiagnosticLevel.hint,
    validateDuplicateLinkDefinitions: shown,
    ignoreLinks: [],
  };
}
