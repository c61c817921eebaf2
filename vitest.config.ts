import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    // The default would use only one of two cores.
    maxWorkers: Math.max(2, availableParallelism()),
    // Long: only a test that hangs exceeds it, not one on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // These tests share no state, so each module is loaded once.
          isolate: false,
          setupFiles: "tests/support/property-seed.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: "tests/support/integration-global.ts",
          setupFiles: ["tests/support/property-seed.ts", "tests/support/integration-setup.ts"],
        },
      },
    ],
  },
});
