import { describe, expect, it } from "vitest";
import { reportsOf } from "@/lib/alerts/reports";
import { deadCondition, jobCondition, outboxCondition, reportsCondition } from "@/lib/health/health-rules";

const AT = new Date("2026-11-23T08:00:00Z");
const before = (minutes: number) => new Date(AT.getTime() - minutes * 60_000);

describe("the conditions of the installation", () => {
  it("the outbox fails when a mail has waited for more than 15 minutes", () => {
    expect(outboxCondition({ oldestWaitingAt: null }, AT)).toBe("ok");
    expect(outboxCondition({ oldestWaitingAt: before(15) }, AT)).toBe("ok");
    expect(outboxCondition({ oldestWaitingAt: before(16) }, AT)).toBe("bad");
  });

  it("a job whose last run failed is watched, and fails when it is late", () => {
    expect(jobCondition({ isLate: false, lastFailedAt: null })).toBe("ok");
    expect(jobCondition({ isLate: false, lastFailedAt: AT })).toBe("watch");
    expect(jobCondition({ isLate: true, lastFailedAt: AT })).toBe("bad");
  });

  it("mails refused because of their address alone are no matter of operators", () => {
    expect(deadCondition({ dead: 3, deadForAddress: 3 })).toBe("ok");
    expect(deadCondition({ dead: 4, deadForAddress: 3 })).toBe("watch");
  });

  it("the webhook fails without a secret, and is watched when it is silent while mails are sent", () => {
    const resend = { EMAIL_TRANSPORT: "resend", RESEND_WEBHOOK_SECRET: "whsec" } as const;
    const conditionOf = (settings: Parameters<typeof reportsOf>[0], unreportedSince: Date | null) =>
      reportsCondition(reportsOf(settings, { unreportedSince }, AT));
    expect(conditionOf({ EMAIL_TRANSPORT: "resend" }, null)).toBe("bad");
    expect(conditionOf({ EMAIL_TRANSPORT: "smtp" }, before(90))).toBe("ok");
    expect(conditionOf({ EMAIL_TRANSPORT: "mailbox" }, before(90))).toBe("ok");
    expect(conditionOf(resend, before(60))).toBe("ok");
    expect(conditionOf(resend, before(61))).toBe("watch");
    expect(conditionOf(resend, null)).toBe("ok");
  });
});
