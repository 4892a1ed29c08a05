import { defineConfig } from "vitest/config";

// Only for scripts/mutate.ts, which says which tests: they run once for every wrong change, so they are few and quick.
export default defineConfig({
  test: {
    include: (process.env.MUTATE_TESTS ?? "").split(" ").filter((pattern) => pattern !== ""),
    exclude: (process.env.MUTATE_SLOW ?? "").split(" ").filter((pattern) => pattern !== ""),
    // The sources are loaded once, not once for every wrong change; so those of constants are left out (`ignoreStatic`).
    isolate: false,
    setupFiles: ["scripts/mutate-setup.ts"],
    testTimeout: 60_000,
  },
});
