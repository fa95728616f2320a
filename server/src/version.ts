/** The version of the extension, the server and the command line. A name of its own, so that no bundle holds the whole manifest. */
export { version as VERSION } from "../../package.json";
