import { expect, it } from "vitest";
import { killedImport } from "@/tests/faults/killed-import";
import { testDatabase } from "@/tests/support/database";

it("kill -9 in the middle of an import does no line twice and leaves none out (small)", async () => {
  await testDatabase().reset();
  const report = await killedImport({ seed: "small", lines: 150, kills: 2 });
  expect(report[0]).toMatch(/^[1-9]\d* processes killed/);
}, 300_000);
