import { describe, expect, it } from "vitest";
import { formatFileSize } from "@/lib/file-size";

describe("file sizes", () => {
  it("are in the decimal units of the language, never as zero", () => {
    expect([1, 84_210, 998_999, 999_001, 12_340_000].map((bytes) => formatFileSize(bytes, "fr"))).toEqual([
      "1\u00a0ko",
      "85\u00a0ko",
      "999\u00a0ko",
      "1,0\u00a0Mo",
      "12,4\u00a0Mo",
    ]);
    expect(formatFileSize(12_340_000, "en")).toBe("12.4 MB");
  });
});
