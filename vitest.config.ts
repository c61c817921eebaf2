import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL(".", import.meta.url));

/** The files that start servers and kill processes take up to half a minute each: at the end, one core would wait. */
class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /\/integration\/(embedded|faults)\//.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    // The default would use only one of two cores.
    maxWorkers: Math.max(2, availableParallelism()),
    // Long: only a test that hangs exceeds it, not one on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    sequence: { sequencer: LongFilesFirst },
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
        test: { name: "firefox", include: ["tests/firefox/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          // Loading the modules for each file would take a quarter of the time; the setup file forgets what they keep.
          isolate: false,
          globalSetup: "tests/support/integration-global.ts",
          setupFiles: ["tests/support/property-seed.ts", "tests/support/integration-setup.ts"],
        },
      },
    ],
  },
});
