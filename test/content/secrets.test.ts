import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { asksForSecret } from "../../src/content/asks-for-secret.ts";

const { asks, warns } = z
  .strictObject({ asks: z.array(z.string()), warns: z.array(z.string()) })
  .parse(parse(readFileSync("test/fixtures/secrets.yaml", "utf8")));

test.each(asks)("asks: %s", (sentence) => {
  expect(asksForSecret(sentence)).not.toBeNull();
});

test.each(warns)("does not ask: %s", (sentence) => {
  expect(asksForSecret(sentence)).toBeNull();
});
