import { expect, it } from "vitest";
import { tokenRace } from "@/tests/faults/token-race";
import { testDatabase } from "@/tests/support/database";

it("a recovery link used at the same time by two processes succeeds once (B5, small)", async () => {
  await testDatabase().reset();
  expect((await tokenRace({ tokens: 3, parallel: 12 })).join()).toContain('33 times "used"');
}, 300_000);
