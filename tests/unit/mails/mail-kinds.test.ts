import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findMailKind, MAIL_KINDS } from "@/lib/mails/kinds/mail-kinds";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

describe.each(MAIL_KINDS)("the kind $kind", (definition) => {
  const schema = z.toJSONSchema(definition.queued, { io: "input" });
  const stored = Object.keys(schema.properties ?? {});

  it("is found by its name and has texts in every language", () => {
    expect(findMailKind(definition.kind)).toBe(definition);
    for (const words of [fr, en]) expect(words.recentMails.kinds).toHaveProperty(definition.kind);
  });

  it("stores the supplier, a token id only if it has a token purpose, and no link if it is about a person", () => {
    expect(stored).toContain("supplier");
    expect(stored.includes("tokenId")).toBe(definition.tokenPurpose !== null);
    if (definition.sentTo === "person") expect(stored).not.toContain("link");
  });

  it("refuses a row with other contents", () => {
    expect(definition.read({})).toBeNull();
    expect(definition.read(null)).toBeNull();
  });
});

describe("the kinds", () => {
  it("have different names", () => {
    expect(new Set(MAIL_KINDS.map(({ kind }) => kind)).size).toBe(MAIL_KINDS.length);
  });
});
