import { describe, it } from "vitest";
import { checkSections, checkSpeakers } from "../support/check-sections.js";

describe("a field below a heading", () => {
  it.each([
    ["Speaker: Ada Winter (Bluewater)", "Ada Winter (Bluewater)"],
    ["**Speakers:** Ada Winter, Jonas Brandt", "Ada Winter; Jonas Brandt"],
    ["- speaker: ada winter", "ada winter"],
    [
      "- **Presenter**: [Ada Winter](https://ada.example) - Lead Engineer at Bluewater",
      "Ada Winter (Lead Engineer, Bluewater)",
    ],
    ["Presented by: Ada Winter & Jonas Brandt", "Ada Winter; Jonas Brandt"],
    ["Presented by Ada Winter", "Ada Winter"],
    ["Speakr: Ada Winter", "Ada Winter"],
    ["Presenter: Ada Winter (Bluewater) - remote presentation", "Ada Winter (Bluewater)"],
    [
      "Speaker: Ada Winter, complexity professor at Bluewater",
      "Ada Winter (complexity professor, Bluewater)",
    ],
    ["By: Ada Winter", "Ada Winter"],
    ["Referentin: Ada Winter", "Ada Winter"],
    ["Intervenant : Ada Winter", "Ada Winter"],
    ["Ponente: Ada Winter", "Ada Winter"],
    ["Relatore: Ada Winter", "Ada Winter"],
    ["Slides: none\n\nSpeaker: Ada Winter", "Ada Winter"],
    ["- Speaker: Ada Winter, CTO\n- Role: Captain\n- Affiliation: Bluewater", "Ada Winter (CTO, Bluewater)"],
    ["Speakers:\n\n- Ada Winter\n- Jonas Brandt, Bluewater", "Ada Winter; Jonas Brandt (Bluewater)"],
    ["Speaker: Ada Winter\n\nModerator: Jonas Brandt", "Ada Winter; Jonas Brandt"],
    ["Speaker:\nAda Winter", "Ada Winter"],
    ["Speaker: Ada Winter & Jonas Brandt ([Bluewater](https:", "Ada Winter; Jonas Brandt"],
    ["Speaker: Ada Winter Bluewater)", "Ada Winter"],
    ["Speaker: Ada Winter (Bluewater) and more", "Ada Winter (Bluewater)"],
    ["Speaker: Ada Winter, who knows", "Ada Winter"],
    ["> Ada @adaw", "Ada"],
    ["> Prof. Winter @pw", "Prof. Winter"],
    ["*Prof. Winter*", "Prof. Winter"],
    ["*Prof. Winter, CTO at Bluewater*", "Prof. Winter (CTO, Bluewater)"],
    ["| Speaker | Ada Winter |\n|---|---|\n| Time | 10:30 |", "Ada Winter"],
  ])("%s", checkSpeakers);

  it("is completed by role and firm", () => {
    checkSpeakers(
      "- speaker: Ada Winter\n- role: Captain\n- firm: [Bluewater](https://bluewater.example)\n- ropes",
      "Ada Winter (Captain, Bluewater)",
    );
  });

  it("may name moderator and panelists apart", () => {
    checkSpeakers(
      "Moderator: Ada Winter\n\nPanelists: Jonas Brandt, Lena Fjord",
      "Ada Winter; Jonas Brandt; Lena Fjord",
    );
  });
});

describe("a line of its own below a heading", () => {
  it.each([
    ["Ada Winter, CTO @ Bluewater", "Ada Winter (CTO, Bluewater)"],
    ["Ada Winter - Lead Engineer, Bluewater", "Ada Winter (Lead Engineer, Bluewater)"],
    ["*by Ada Winter*", "Ada Winter"],
    ["*Ada Winter (Bluewater)*", "Ada Winter (Bluewater)"],
    [
      "_Ada Winter (Bluewater), Jonas Brandt (Saltworks)_",
      "Ada Winter (Bluewater); Jonas Brandt (Saltworks)",
    ],
    ["**Ada Winter, Bluewater**", "Ada Winter (Bluewater)"],
    [
      "**Ada Winter, Bluewater**\n\n**Jonas Brandt, Saltworks**",
      "Ada Winter (Bluewater); Jonas Brandt (Saltworks)",
    ],
    ["[Ada Winter](https://ada.example)", "Ada Winter"],
    ["> Ada Winter @adaw\n>> Slides", "Ada Winter"],
    ["> Ada Winter  \n> Jonas Brandt", "Ada Winter; Jonas Brandt"],
    ["- Ada Winter, Bluewater\n- ropes are strong", "Ada Winter (Bluewater)"],
    ["- Length 46:44\n- Ada Winter\n- Language: Norwegian", "Ada Winter"],
    ["![a photo](a.jpg)\n\n*Ada Winter*", "Ada Winter"],
  ])("%s", checkSpeakers);

  it.each([
    ["Rope Splicing", ""],
    ["**Key point**\n\nRopes fray.", ""],
    ["- Cargo Crane\n- Ropes", ""],
    ["@adaw", ""],
    ["> Ropes fray in the sun.", ""],
  ])("that is no name: %s", checkSpeakers);

  it("counts with an unknown name where other sections show the same", () => {
    checkSections(
      `
      # Harbour Days
      ## Ropes
      Ada Winter
      ## Knots
      Xqualla Mbrobo
      ## Sails
      Jonas Brandt
      `,
      `
      breakout Ropes: Ada Winter
      breakout Knots: Xqualla Mbrobo
      breakout Sails: Jonas Brandt
      `,
    );
  });
});

describe("in the text", () => {
  it.each([
    ["Presented by Ada Winter (Bluewater CTO). Ropes fray.", "Ada Winter (CTO, Bluewater)"],
    ["This talk was delivered by Ada Winter, one of the first captains.", "Ada Winter"],
    [
      "This session was presented by Ada Winter and Jonas Brandt from Saltworks.",
      "Ada Winter (Saltworks); Jonas Brandt (Saltworks)",
    ],
    ["At the harbour, Ada Winter ([@adaw](https://example.org)) gave a talk on ropes.", "Ada Winter"],
    [
      "Ada Winter, of [Bluewater](https://bluewater.example), delivered a talk on ropes.",
      "Ada Winter (Bluewater)",
    ],
    ["The speaker was Ada Winter.", "Ada Winter"],
    ["We heard of Ada Winter there.", ""],
  ])("%s", checkSpeakers);

  it("tells the role of a speaker whom the heading names", () => {
    checkSections(
      "# Harbour Days\n\n## Ropes (Ada Winter)\n\nAda is the CTO @ Bluewater.\n",
      "breakout Ropes: Ada Winter (CTO, Bluewater)",
    );
  });
});

describe("in a keynote, the people who come on stage", () => {
  it("speak, wherever the text has them", () => {
    checkSections(
      `
      # Harbour Days
      ## Keynote (Wednesday)
      Ada Winter (Bluewater GM for ropes) starts by cutting a rope.

      Then Jonas Brandt (CTO at Saltworks) gets on stage. He likes salt.

      Lena Fjord from Northlight takes the stage.
      `,
      "keynote Keynote @Wednesday: Ada Winter (GM for ropes, Bluewater); Jonas Brandt (CTO, Saltworks); Lena Fjord (Northlight)",
    );
  });

  it("stand in a list", () => {
    checkSections(
      `
      # Harbour Days
      ## Keynote
      - Ada Winter: ropes, ropes, ropes
      - Jonas Brandt (Saltworks)
      - Lena Fjord (Northlight): light in the north
      `,
      "keynote Keynote: Ada Winter; Jonas Brandt (Saltworks); Lena Fjord (Northlight)",
    );
  });
});
