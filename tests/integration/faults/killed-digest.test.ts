import { expect, it } from "vitest";
import { openProvider } from "@/tests/faults/fault-world";
import { killedDigest } from "@/tests/faults/killed-digest";
import { testDatabase } from "@/tests/support/database";

it("kill -9 in the middle of a digest leaves one accepted mail per account and day (B2, small)", async () => {
  await testDatabase().reset();
  const { stub, stop } = await openProvider();
  try {
    const report = await killedDigest({
      stub,
      seed: "small",
      kills: 3,
      moments: ["digest", "accepted", "writing"],
      accounts: 30,
      invoicesPerAccount: 2,
    });
    expect(report.at(-1)).toMatch(/digests accepted/);
  } finally {
    await stop();
  }
}, 300_000);
