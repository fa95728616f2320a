// What is used of the library for language clients, in a file that is loaded with the first report.
export { LanguageClient, TransportKind } from "vscode-languageclient/node";
