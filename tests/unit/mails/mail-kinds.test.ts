import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findMailKind, MAIL_KINDS } from "@/lib/mails/kinds/mail-kinds";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

describe.each(MAIL_KINDS)("the kind $kind", (definition) => {
  const schema = z.toJSONSchema(definition.queued, { io: "input" });
  const stored = Object.keys(schema.properties ?? {});

  it("is found by its name and has words in every language", () => {
    expect(findMailKind(definition.kind)).toBe(definition);
    for (const words of [fr, en]) expect(words.recentMails.kinds).toHaveProperty(definition.kind);
  });

  it("stores the supplier, and the names that the outbox reads only where it means them", () => {
    expect(stored).toContain("supplier");
    expect(stored.includes("tokenId")).toBe(definition.tokenPurpose !== null);
    if (definition.about === "person") expect(stored).not.toContain("link");
  });

  it("does not read a row that holds something else", () => {
    expect(definition.read({})).toBeNull();
    expect(definition.read(null)).toBeNull();
  });
});

describe("the kinds", () => {
  it("have a name each", () => {
    expect(new Set(MAIL_KINDS.map(({ kind }) => kind)).size).toBe(MAIL_KINDS.length);
  });
});
