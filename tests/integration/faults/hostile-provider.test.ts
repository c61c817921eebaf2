import { expect, it } from "vitest";
import { openProvider } from "@/tests/faults/fault-world";
import { hostileProvider } from "@/tests/faults/hostile-provider";
import { testDatabase } from "@/tests/support/database";

it("a provider that fails in every way accepts each mail once, and other mails are reported as not sent (B6, small)", async () => {
  await testDatabase().reset();
  const { stub, stop } = await openProvider();
  try {
    const report = await hostileProvider({
      ...{ stub, seed: "small", refused: 2, hangs: 0, lost: 3 },
      mails: { link: 40, attachment: 10, digest: 10 },
    });
    expect(report.join()).toContain("60 mails, each accepted once");
  } finally {
    await stop();
  }
}, 300_000);
