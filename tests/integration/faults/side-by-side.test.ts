import { expect, it } from "vitest";
import { POST as digest } from "@/app/api/cron/digest/route";
import { POST as dispatch } from "@/app/api/cron/dispatch/route";
import { env } from "@/lib/env";
import { openProvider } from "@/tests/faults/fault-world";
import { sideBySide } from "@/tests/faults/side-by-side";
import { testDatabase } from "@/tests/support/database";

it("twenty calls of the scheduler at the same time have one effect per unit (B3, small)", async () => {
  await testDatabase().reset();
  const { stub, stop } = await openProvider();
  const call = (path: string) => {
    const headers = { authorization: `Bearer ${env().CRON_SECRET}` };
    const request = new Request(`http://localhost:3000${path}`, { method: "POST", headers });
    return path.endsWith("digest") ? digest(request, {}) : dispatch(request, {});
  };
  try {
    const report = await sideBySide({ stub, rounds: 2, calls: 20, call, accounts: 10 });
    expect(report.join()).toContain("60 mails tried once and accepted once");
  } finally {
    await stop();
  }
}, 300_000);
