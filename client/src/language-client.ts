// What is used of the library for language clients: most of what the extension is made of, loaded with the first report.
export { LanguageClient, State, TransportKind } from "vscode-languageclient/node";
