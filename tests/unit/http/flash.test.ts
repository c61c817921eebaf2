import { describe, expect, it } from "vitest";
import { jsonForCookie } from "@/lib/http/flash";

describe("a flash message", () => {
  it("is complete when it fits into a cookie", () => {
    const value = { result: { reason: "wrong" }, typed: { message: "é".repeat(1_000) } };
    expect(JSON.parse(jsonForCookie(value))).toEqual(value);
  });

  it("always fits into a cookie: the longest texts are shortened, short ones stay complete", () => {
    const typed = { name: "Lila", message: "é".repeat(10_000), note: '"'.repeat(9_000) };
    const json = jsonForCookie({ result: { reason: "too_long" }, typed });
    expect(Buffer.from(json).toString("base64url").length).toBeLessThan(3_800);
    const read: { result: object; typed: Record<string, string> } = JSON.parse(json);
    expect(read.result).toEqual({ reason: "too_long" });
    expect(read.typed.name).toBe("Lila");
    expect(read.typed.message?.length).toBeGreaterThan(500);
    expect(typed.message.startsWith(read.typed.message ?? "x")).toBe(true);
  });
});
