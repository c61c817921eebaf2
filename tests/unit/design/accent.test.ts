import { describe, expect, it } from "vitest";
import { accentStylesheet, deriveAccent, isBrandColor, THEMES } from "@/lib/suppliers/accent";
import { readColours, themeColours } from "./theme-colours";

describe("a supplier's accent", () => {
  it("uses the brand colour as the button's background when text on it is readable", () => {
    expect(deriveAccent("#0b4f6c").light).toMatchObject({ fill: "#0b4f6c", on: "#ffffff" });
    expect(deriveAccent("#ff8a00").light).toMatchObject({ fill: "#ff8a00", on: "#16211f" });
  });

  it("gives a pale button a darker border", () => {
    const { light } = deriveAccent("#ffe9d6");
    expect(light.edge).not.toBe(light.fill);
  });

  it("is derived for the backgrounds that the style sheet defines", () => {
    for (const theme of ["light", "dark"] as const) {
      const { surface, page, sunken } = themeColours(theme);
      expect(THEMES[theme].surfaces).toEqual([surface, page, sunken]);
    }
  });

  it("follows the same rule as the style sheet does for the portal itself", () => {
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
