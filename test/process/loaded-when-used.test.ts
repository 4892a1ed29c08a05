import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freePort, newDataDir, run } from "./process.ts";

// What is loaded only when it is used is used by no start: these are looked at in what the build made.

const dist = resolve(import.meta.dirname, "../../dist");

test("no lazy import of the built server leads to a packed package that gives its default alone", () => {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((f) => /^(?!public).*\.js$/.test(f));
  const lazy = files.flatMap((file) =>
    [...readFileSync(join(dist, file), "utf8").matchAll(/\bimport\("(\.[^"]+)"\)/g)].map(([, to = ""]) =>
      join(dist, dirname(file), to),
    ),
  );
  expect(lazy.length).toBeGreaterThan(0);
  for (const to of lazy) expect(readFileSync(to, "utf8"), to).not.toMatch(/export default require_\w+\(\);/);
});

test("the first administrator sets a password on the built server", async () => {
  const port = await freePort();
  const at = `http://127.0.0.1:${port}`;
  const server = run({ DATA_DIR: newDataDir(), PORT: port, HOST: "127.0.0.1", PUBLIC_URL: at, NODE_ENV: "production" });
  onTestFinished(async () => {
    server.child.kill();
    await server.exit;
  });
  await server.said("/desk/vao/");
  await server.said("Server listening");
  const [, link = ""] = /(\/desk\/vao\/[\w-]+)/.exec(server.output()) ?? [];
  const page = await fetch(at + link);
  const cookie = page.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");
  const fields = [...(await page.text()).matchAll(/<input type="([^"]+)" name="([^"]+)"(?: value="([^"]*)")?/g)];
  const set = (password: string) =>
    fetch(at + link, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(
        fields.map(([, type, name = "", value = ""]) => [name, type === "password" ? password : value]),
      ).toString(),
    });
  expect((await set("matkhau123")).status).toBe(400);
  expect((await set("cầu tre xanh bên sông Đào 7")).status).toBe(303);
});
