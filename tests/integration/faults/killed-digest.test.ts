import { killedDigest } from "@/tests/faults/killed-digest";
import { openProvider } from "@/tests/faults/fault-world";
import { testDatabase } from "@/tests/support/database";
import { expect, it } from "vitest";

it("kill -9 at every moment of a digest leaves one accepted mail per account and day (B2, small)", async () => {
  await testDatabase().reset();
  const { stub, stop } = await openProvider();
  try {
    const told = await killedDigest({ stub, seed: "small", kills: 6, killsPerDay: 6, accounts: 30, each: 2 });
    expect(told.at(-1)).toMatch(/digests accepted/);
  } finally {
    await stop();
  }
}, 120_000);
