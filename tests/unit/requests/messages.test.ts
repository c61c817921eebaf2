import { describe, expect, it } from "vitest";
import { fillTemplate, unknownPlaceholders } from "@/lib/requests/fill-template";
import { readMessage } from "@/lib/requests/read-message";
import { paragraphsOf } from "@/lib/requests/request-thread";

const VALUES = {
  company: "Brumaire",
  customer: "212009",
  number: "",
  name: "Oscar {adviser}",
  adviser: "Elsa",
};

describe("a template", () => {
  it("gets its placeholders filled in once; one without a value stays", () => {
    expect(fillTemplate("{name} de {company} : {number}, {autre} {", VALUES)).toBe(
      "Oscar {adviser} de Brumaire : {number}, {autre} {",
    );
  });

  it("names what is in braces and is not a placeholder", () => {
    expect(unknownPlaceholders("{name} {nom} {nom} {} {company}")).toEqual(["nom", ""]);
  });
});

describe("a message", () => {
  it("keeps its lines and one empty line between paragraphs, without control characters", () => {
    const read = readMessage(" Bonjour \r\n\r\n\r\nMerci\u0000!\n\n", "customer");
    expect(read).toEqual({ ok: true, text: "Bonjour\n\nMerci !" });
    expect(paragraphsOf("Bonjour\nvous\n\nMerci")).toEqual([["Bonjour", "vous"], ["Merci"]]);
  });

  it("is refused when it says nothing, or too much for its side", () => {
    expect(readMessage("\n \u200b", "supplier")).toEqual({ ok: false, reason: "nothing_written" });
    expect(readMessage("x".repeat(1_001), "customer")).toEqual({ ok: false, reason: "too_long" });
    expect(readMessage("x".repeat(1_001), "supplier").ok).toBe(true);
    expect(readMessage("x".repeat(5_001), "supplier")).toEqual({ ok: false, reason: "too_long" });
  });
});
