/** The names that server and client must agree on beyond the protocol itself. Imports nothing. */

/** The language that the editor extension gives to reports. */
export const REPORT_LANGUAGE = "trip-report";
