import { describe, expect, it } from "vitest";
import { negotiateLocale } from "@/lib/locale/negotiate-locale";

describe("the language of a page", () => {
  it("is the one that the user chose, for any language of the browser", () => {
    expect(negotiateLocale("fr", "en")).toBe("fr");
    expect(negotiateLocale("en", "fr-FR,fr;q=0.9")).toBe("en");
  });

  it("is the first of the browser's languages that the portal has", () => {
    expect(negotiateLocale(undefined, "xx-XX,xx;q=0.9,en;q=0.8,fr;q=0.7")).toBe("en");
    expect(negotiateLocale(undefined, "en;q=0.2, fr-CA;q=0.8")).toBe("fr");
    expect(negotiateLocale(undefined, "en;q=0,xx")).toBe("fr");
  });

  it("is French when no language or an invalid one is given", () => {
    for (const header of [null, "", ";;;", "q=", "*", "x".repeat(100_000)]) {
      expect(negotiateLocale(undefined, header)).toBe("fr");
    }
    expect(negotiateLocale("../../etc", null)).toBe("fr");
  });
});
