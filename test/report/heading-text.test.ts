import { describe, it } from "vitest";
import { checkHeading } from "../support/check-sections.js";

describe("speakers in a heading", () => {
  it.each([
    ["Sailing at scale (Ada Winter)", "breakout Sailing at scale: Ada Winter"],
    ["Sailing at scale (Ada Winter and Jonas Brandt)", "breakout Sailing at scale: Ada Winter; Jonas Brandt"],
    ["Sailing at scale (Ada Winter, Bluewater)", "breakout Sailing at scale: Ada Winter (Bluewater)"],
    [
      "Sailing at scale (A. Winter, Bluewater; J. Brandt, Saltworks)",
      "breakout Sailing at scale: A. Winter (Bluewater); J. Brandt (Saltworks)",
    ],
    ["Sailing at scale (with Ada Winter)", "breakout Sailing at scale: Ada Winter"],
    [
      "Sailing at scale (Ada Winter, CTO at Bluewater)",
      "breakout Sailing at scale: Ada Winter (CTO, Bluewater)",
    ],
    ["Sailing at scale (Ada Winter @adaw)", "breakout Sailing at scale: Ada Winter"],
  ])("in parentheses: %s", checkHeading);

  it.each([
    ["Sailing at scale - Ada Winter", "breakout Sailing at scale: Ada Winter"],
    ["Sailing at scale – Ada Winter, Bluewater", "breakout Sailing at scale: Ada Winter (Bluewater)"],
    ["Sailing at scale - Ada Winter - Bluewater", "breakout Sailing at scale: Ada Winter (Bluewater)"],
    ["Sailing at scale- Ada Winter, Bluewater", "breakout Sailing at scale: Ada Winter (Bluewater)"],
    ["Sailing at scale — Ada Winter & Jonas Brandt", "breakout Sailing at scale: Ada Winter; Jonas Brandt"],
    [
      "Sailing at scale - Ada Winter (Bluewater), Jonas Brandt (Saltworks)",
      "breakout Sailing at scale: Ada Winter (Bluewater); Jonas Brandt (Saltworks)",
    ],
    [
      "Sailing - now at scale - Ada Winter, founder and chief rigger at Bluewater",
      "breakout Sailing - now at scale: Ada Winter (founder and chief rigger, Bluewater)",
    ],
    ["Sailing at scale - Ada Winter (Bluewater) keynote", "keynote Sailing at scale: Ada Winter (Bluewater)"],
    ["*Sailing* at scale - *[Ada Winter](https://ada.example)*", "breakout Sailing at scale: Ada Winter"],
  ])("behind a dash: %s", checkHeading);

  it.each([
    ["Sailing at scale by Ada Winter", "breakout Sailing at scale: Ada Winter"],
    ["[Sailing at scale by Ada Winter](https://example.org/talk)", "breakout Sailing at scale: Ada Winter"],
    [
      "“Sailing at scale” by Ada Winter and Jonas Brandt",
      "breakout “Sailing at scale”: Ada Winter; Jonas Brandt",
    ],
    ["Keynote by Ada Winter", "keynote Keynote: Ada Winter"],
    ["Sailing at scale by Dr. Ada van der Winter", "breakout Sailing at scale: Ada van der Winter"],
    ["Driven by Data", "topic Driven by Data"],
    ["Side by side", "topic Side by side"],
  ])("behind “by”: %s", checkHeading);

  it.each([
    ["Ada Winter: Sailing at scale", "breakout Sailing at scale: Ada Winter"],
    ["Ada Winter (Bluewater): Sailing at scale", "breakout Sailing at scale: Ada Winter (Bluewater)"],
    ["Ada Winter, Bluewater: Sailing at scale", "breakout Sailing at scale: Ada Winter (Bluewater)"],
    ["Ada Winter - Sailing at scale", "breakout Sailing at scale: Ada Winter"],
    ["Ada Winter (Bluewater) - Sailing at scale", "breakout Sailing at scale: Ada Winter (Bluewater)"],
    ["Ada Winter – “Sailing at scale”", "breakout “Sailing at scale”: Ada Winter"],
    ['Ada Winter, "Sailing at scale"', 'breakout "Sailing at scale": Ada Winter'],
    ["Ada Winter on sailing", "breakout Ada Winter on sailing: Ada Winter"],
  ])("before the title: %s", checkHeading);

  it.each([
    ["Sailing at scale | Ada Winter", "breakout Sailing at scale: Ada Winter"],
    ["Sailing at scale | Ada Winter (Bluewater)", "breakout Sailing at scale: Ada Winter (Bluewater)"],
    ["Sailing at scale | Ada Winter | Bluewater", "breakout Sailing at scale: Ada Winter (Bluewater)"],
    [
      'Ada Winter | @adaw | Bluewater | "Sailing at scale"',
      'breakout "Sailing at scale": Ada Winter (Bluewater)',
    ],
    [
      "Ada Winter | Bluewater Institute",
      "breakout Ada Winter | Bluewater Institute: Ada Winter (Bluewater Institute)",
    ],
  ])("between bars: %s", checkHeading);

  it.each([
    ["Sailing at full scale, Ada Winter", "breakout Sailing at full scale: Ada Winter"],
    [
      "Sailing at full scale, Ada Winter (Bluewater)",
      "breakout Sailing at full scale: Ada Winter (Bluewater)",
    ],
  ])("behind a comma: %s", checkHeading);

  it.each([
    ["Keynote: Ada Winter", "keynote Keynote: Ada Winter"],
    ["Opening Keynote - Ada Winter, Bluewater", "keynote Opening Keynote: Ada Winter (Bluewater)"],
    ["Panel: Ada Winter, Jonas Brandt and Lena Fjord", "panel Panel: Ada Winter; Jonas Brandt; Lena Fjord"],
  ])("behind the kind: %s", checkHeading);

  it.each([
    ["Ada Winter", "breakout Ada Winter: Ada Winter"],
    ["Ada Winter (Bluewater)", "breakout Ada Winter (Bluewater): Ada Winter (Bluewater)"],
    ["Ada Winter - CTO - Bluewater", "breakout Ada Winter - CTO - Bluewater: Ada Winter (CTO, Bluewater)"],
  ])("as the whole heading: %s", checkHeading);

  it.each([
    ["Sailing with Ada Winter", "breakout Sailing: Ada Winter"],
    ["Sailing mit Ada Winter", "breakout Sailing: Ada Winter"],
    ["Ropes by hand - Ada Winter", "breakout Ropes by hand: Ada Winter"],
    ["Sailing by Dr. Winter", "breakout Sailing: Dr. Winter"],
    ["Ropes, by Ada Winter", "breakout Ropes: Ada Winter"],
    [
      "Sailing from A to B by Ada Winter from Bluewater",
      "breakout Sailing from A to B: Ada Winter (Bluewater)",
    ],
    ["Ada Winter, CTO at Bluewater - Sailing", "breakout Sailing: Ada Winter (CTO, Bluewater)"],
    ["Sailing at scale | Bluewater | Ada Winter", "breakout Sailing at scale: Ada Winter (Bluewater)"],
    ["Ada Winter & Jonas Brandt: Sailing", "breakout Sailing: Ada Winter; Jonas Brandt"],
    ["Sailing keynote by Ada Winter", "keynote Sailing keynote: Ada Winter"],
    ["Panel with Ada Winter, Jonas Brandt", "panel Panel: Ada Winter; Jonas Brandt"],
    ["Workshop: Splicing (Ada Winter)", "workshop Workshop: Splicing: Ada Winter"],
    ["Sailing (Ada Winter) keynote", "keynote Sailing: Ada Winter"],
    ["Sailing - Prof. Winter, who rigs", "breakout Sailing: Prof. Winter"],
    ["Sailing - Prof. Winter, CTO at Bluewater", "breakout Sailing: Prof. Winter (CTO, Bluewater)"],
    [
      "Ada Winter - Sailing - and why it matters to everybody who was there",
      "breakout Sailing - and why it matters to everybody who was there: Ada Winter",
    ],
    ["Panel: Prof. Winter", "panel Panel: Prof. Winter"],
    ["Panel: Sailing (Ada Winter)", "breakout Panel: Sailing: Ada Winter"],
    ["Rope introduction training (Ada Winter)", "breakout Rope introduction training: Ada Winter"],
    ["Rope training tutorial by Ada Winter", "workshop Rope training tutorial: Ada Winter"],
    ["Summary: Sailing (Ada Winter)", "breakout Summary: Sailing: Ada Winter"],
    ["Team dinner", "hallway Team dinner"],
    ["The harbour conference dinner", "hallway The harbour conference dinner"],
  ])("in other words: %s", checkHeading);

  it.each([
    ["Ada Winter (10:30)", "breakout Ada Winter @10:30: Ada Winter"],
    ["Sailing (Tuesday 10:30)", "topic Sailing @Tuesday 10:30"],
    ["Sailing (Tuesday)", "topic Sailing @Tuesday"],
    ["Sailing (10:30)", "topic Sailing @10:30"],
    ["Sailing at scale, 10:30", "topic Sailing at scale @10:30"],
    ["Sailing - Ada Winter - Bluewater - 10:30", "breakout Sailing @10:30: Ada Winter (Bluewater)"],
    ["Tuesday 10:30 Sailing at scale (Ada Winter)", "breakout Sailing at scale @Tuesday 10:30: Ada Winter"],
    ["Tuesday, 9:15: Sailing", "topic Sailing @Tuesday 09:15"],
    ["Day 2 Keynote", "keynote Day 2 Keynote @Day 2"],
    ["Monday Keynote by Ada Winter", "keynote Monday Keynote @Monday: Ada Winter"],
    ["Day 2 Keynote of the harbour master himself", "keynote Day 2 Keynote of the harbour master himself"],
    ["Tuesday 10: Sailing", "topic Sailing @Tuesday"],
    ["10.30 - Sailing", "topic Sailing @10:30"],
    ["2-3pm: Sailing", "topic Sailing @14:00"],
  ])("beside a day or a time: %s", checkHeading);

  it.each([
    ["Sailing by the sea", "topic Sailing by the sea"],
    ["Sailing with friends", "topic Sailing with friends"],
    ["Sailing with Winter", "topic Sailing with Winter"],
    ["Sailing by ada winter", "topic Sailing by ada winter"],
    ["Sailing (Ada)", "topic Sailing (Ada)"],
    ["Sailing - Winter", "topic Sailing - Winter"],
    ["Splicing ropes for the annual dinner", "topic Splicing ropes for the annual dinner"],
    ["Notes from the bar (AWS)", "topic Notes from the bar (AWS)"],
    ["Ports (Track 2)", "topic Ports (Track 2)"],
    ["Harbour security (DL1)", "topic Harbour security (DL1)"],
    ["Deep water (deutsch)", "topic Deep water (deutsch)"],
    ["Lessons - Sails and Ropes", "topic Lessons - Sails and Ropes"],
    ["Mooring: a primer", "topic Mooring: a primer"],
    ["Buoys - Best Practices", "topic Buoys - Best Practices"],
  ])("and what is none: %s", checkHeading);
});

describe("names", () => {
  it.each([
    ["Tides (Jan van den Berg)", "breakout Tides: Jan van den Berg"],
    ["Tides (Chiara de' Rossi)", "breakout Tides: Chiara de' Rossi"],
    ["Tides (Maria Re Bianchi)", "breakout Tides: Maria Re Bianchi"],
    ["Tides (Walter E. Brook)", "breakout Tides: Walter E. Brook"],
    ["Tides (J. Ada Winter)", "breakout Tides: J. Ada Winter"],
    ["Tides (Prof. Dr. Jürgen Käßler)", "breakout Tides: Jürgen Käßler"],
    ["Tides (Siobhán O’Mara-Lindqvist)", "breakout Tides: Siobhán O’Mara-Lindqvist"],
    ["Tides (Štěpán Dvořák)", "breakout Tides: Štěpán Dvořák"],
    ["Tides (山田太郎)", "breakout Tides: 山田太郎"],
    ["Tides (Анна Иванова)", "breakout Tides: Анна Иванова"],
    ["Tides (김민준)", "breakout Tides: 김민준"],
  ])("%s", checkHeading);
});

describe("numbering", () => {
  it.each([
    ["A. Sailing at scale", "topic Sailing at scale"],
    ["C.Sailing at scale", "topic Sailing at scale"],
    ["1. Sailing at scale", "topic Sailing at scale"],
    ["3) Sailing at scale", "topic Sailing at scale"],
    ["02 - Sailing at scale", "topic Sailing at scale"],
    ["2.1 Sailing at scale", "topic Sailing at scale"],
    ["#4: Sailing at scale", "topic Sailing at scale"],
    ["Talk 3 - Sailing at scale", "breakout Sailing at scale"],
    ["Keynote 1: Sailing at scale", "keynote Sailing at scale"],
    ["BRK204: Sailing at scale", "topic Sailing at scale"],
    ["Sailing at scale (BRK204)", "topic Sailing at scale"],
    ["10 things about ropes", "topic 10 things about ropes"],
    ["U.S. ports", "topic U.S. ports"],
    ["Panel: The future of ports", "panel Panel: The future of ports"],
    ["Session: Sailing at scale", "breakout Session: Sailing at scale"],
  ])("%s", checkHeading);
});

describe("days and times", () => {
  it.each([
    ["Keynote (Wednesday)", "keynote Keynote @Wednesday"],
    ["Keynote (Wed Morning)", "keynote Keynote @Wednesday"],
    ["Monday Keynote (rough notes)", "keynote Monday Keynote @Monday"],
    ["Keynote Day 1 (Bluewater)", "keynote Keynote Day 1 @Day 1"],
    ["Day 2", "group Day 2 @Day 2"],
    ["Day Two: Thursday", "group Day Two: Thursday @Thursday"],
    ["Thursday, March 30th 2017", "group Thursday, March 30th 2017 @Thursday"],
    ["2017-03-30", "group 2017-03-30 @2017-03-30"],
    ["30.03.2017", "group 30.03.2017 @2017-03-30"],
    ["30. März 2017", "group 30. März 2017 @2017-03-30"],
    ["Tag 2", "group Tag 2 @Day 2"],
    ["Sunday December 8: Expo", "expo Expo @Sunday"],
    ["Mooring Day 2 (Harbour Operations)", "topic Mooring Day 2 (Harbour Operations)"],
    ["Day 2 Operations", "topic Day 2 Operations"],
    ["9:30 Sailing at scale", "topic Sailing at scale @09:30"],
    ["09:30–10:15: Sailing at scale", "topic Sailing at scale @09:30"],
    ["2:15pm - Sailing at scale", "topic Sailing at scale @14:15"],
    ["14 Uhr: Sailing at scale", "topic Sailing at scale @14:00"],
    ["Sailing at scale (9:30)", "topic Sailing at scale @09:30"],
    ["2:37: Ada explains ropes", "topic Ada explains ropes @02:37"],
    ["35:05 Ada explains ropes", "topic Ada explains ropes"],
  ])("%s", checkHeading);
});

describe("asides, markup and attributes", () => {
  it.each([
    ["Sailing at scale (rough notes)", "topic Sailing at scale"],
    ["Summary (by me)", "summary Summary"],
    ["Sailing at scale [slides]", "topic Sailing at scale"],
    [
      "Sailing at scale ([video](https://example.org/v), [slides](https://example.org/s))",
      "topic Sailing at scale",
    ],
    ["Sailing at scale (as sailors say)", "topic Sailing at scale (as sailors say)"],
    ["**Sailing** at `scale`", "topic Sailing at scale"],
    ["Sailing at scale {.keynote}", "keynote Sailing at scale"],
    ["Sailing at scale {#sail}", "topic Sailing at scale"],
    ["Takeaways:", "summary Takeaways"],
  ])("%s", checkHeading);
});
