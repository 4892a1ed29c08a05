import { configDefaults, defineConfig } from "vitest/config";

/** Tests of what is pure: they share their modules, for each would load the whole library again. */
const pure = ["test/{engine,golden,product}/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: "house",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: [...configDefaults.exclude, ...pure],
        },
      },
    ],
  },
});
