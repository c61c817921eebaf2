import { describe, expect, it } from "vitest";
import { accentStylesheet, deriveAccent, isBrandColor, THEMES } from "@/lib/suppliers/accent";
import { readColours, themeColours } from "./theme-colours";

describe("a supplier's accent", () => {
  it("keeps a brand on which text reads as the button's ground", () => {
    expect(deriveAccent("#0b4f6c").light).toMatchObject({ fill: "#0b4f6c", on: "#ffffff" });
    expect(deriveAccent("#ff8a00").light).toMatchObject({ fill: "#ff8a00", on: "#16211f" });
  });

  it("gives a pale button a darker border", () => {
    const { light } = deriveAccent("#ffe9d6");
    expect(light.edge).not.toBe(light.fill);
  });

  it("is derived against the grounds the style sheet has", () => {
    for (const theme of ["light", "dark"] as const) {
      const { surface, page, sunken } = themeColours(theme);
      expect(THEMES[theme].surfaces).toEqual([surface, page, sunken]);
    }
  });

  it("is the same rule that the style sheet has for the portal itself", () => {
    for (const theme of ["light", "dark"] as const) {
      expect(themeColours(theme)).toMatchObject(readColours(accentStylesheet("#3a4d49"), theme));
    }
  });

  it("refuses anything but #rrggbb, because the values end up in a style sheet", () => {
    for (const text of ["#FFF", "#0B4F6C", "red", "#0b4f6c;}", "", "#0b4f6c\n"]) {
      expect(isBrandColor(text)).toBe(false);
      expect(() => accentStylesheet(text)).toThrow(RangeError);
    }
  });
});
