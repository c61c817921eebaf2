import { expect, it } from "vitest";
import { DAY_MS } from "@/lib/durations";
import { decideDomain, type DomainCheck, type LineState } from "@/lib/settings/domain/domain-check";

type Answer = { provider: DomainCheck["provider"] } | { spf: LineState };

/** The check of this day, of a domain whose other lines say nothing. */
const check = (day: number, answer: Answer, domain = "lease.example"): DomainCheck => ({
  domain,
  at: new Date(Date.parse("2026-11-23T09:00:00Z") + day * DAY_MS).toISOString(),
  provider: "provider" in answer ? answer.provider : "none",
  lines: [
    {
      ...{ purpose: "spf", type: "TXT", name: domain, value: "v=spf1", priority: null },
      state: "spf" in answer ? answer.spf : "unknown",
    },
  ],
});

const decide = (before: DomainCheck | null, then: DomainCheck) =>
  decideDomain(then, { isVerified: true, before });

it("a verified domain is lost by the same doubt of two days, and by a failure at once", () => {
  const found = { spf: "found" } as const;
  for (const doubt of [{ spf: "missing" }, { provider: "pending" }] as const) {
    expect(decide(check(0, found), check(1, doubt))).toBe("unchanged");
    expect(decide(check(1, doubt), check(2, found))).toBe("unchanged");
    expect(decide(check(1, doubt), check(1.5, doubt))).toBe("unchanged");
    expect(decide(check(1, doubt), check(2, doubt))).toBe("lost");
  }
  expect(decide(check(0, { spf: "missing" }), check(1, { provider: "pending" }))).toBe("unchanged");
  expect(decide(check(0, { provider: "verified" }), check(1, { provider: "failed" }))).toBe("lost");
});

it("a verified domain stays without an answer, with another SPF line, and at its first check", () => {
  for (const answer of [{ spf: "different" }, { spf: "unknown" }, { provider: "unknown" }] as const)
    expect(decide(check(0, answer), check(1, answer))).toBe("unchanged");
  for (const answer of [{ spf: "missing" }, { provider: "pending" }, { provider: "failed" }] as const) {
    expect(decide(null, check(1, answer))).toBe("unchanged");
    expect(decide(check(0, answer, "former.example"), check(1, answer))).toBe("unchanged");
  }
});
