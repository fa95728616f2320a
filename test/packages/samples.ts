/** Credentials in pieces, so that nobody takes them for leaked ones. */
export const REPORT = `---
type: trip-report
title: Harbour Days
event: Harbour Days
dates: 2024-05-14
---

# Harbour Days

## Summary

Short. See [the keynote](#opening-keynote-ada-brook).

## Opening Keynote (Ada Brook)

[internal: she asked for a quote]

[intenral: and for another]

AWS_ACCESS_KEY_ID=${["AKIA", "IOSFODNN7ABCDEFG"].join("")}
AWS_SECRET_ACCESS_KEY=${["wJalrXUtnFEMI/K7MDENG", "bPxRfiCYabcdefghij"].join("/")}
`;

/** A programme of one session. */
export const AGENDA = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:x",
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTART:20240514T080000Z",
  "DTEND:20240514T090000Z",
  "SUMMARY:Boats That Think",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");
