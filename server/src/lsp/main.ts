import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./server.js";

/** The language server as a process: over standard input and output, or the channel an editor opened. */
const connection = createConnection(ProposedFeatures.all);
serve(connection);
connection.listen();
