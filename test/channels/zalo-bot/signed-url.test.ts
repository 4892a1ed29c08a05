import { expect, test } from "vitest";
import { isSigned, pictureAddresses } from "../../../src/channels/zalo-bot/signed-url.ts";

const day = 86_400_000;
const start = 20_000 * day;
const key = "only-for-tests-only-for-tests-only-for-tests";
const addresses = (now: number, publicUrl = "https://xa-mau.example") =>
  pictureAddresses({ publicUrl, key, now: () => now });
const parts = (url: string | null) => {
  const [, mac = "", until = "", folder = "", name = ""] =
    /\/hinh-ky\/([^/]+)\/([^/]+)\/([^/]+)\/(.+)\.png$/.exec(url ?? "") ?? [];
  return { mac, until, shows: { folder, name } };
};

test("an address shows one picture, in one language, for a month", () => {
  const url = addresses(start).pictureUrl("dien-thoai.3", "vi");
  expect(url).toMatch(/^https:\/\/xa-mau\.example\/hinh-ky\/[\w-]{43}\/20030\/vi\/dien-thoai\.3\.png$/);
  const { mac, until, shows } = parts(url);
  expect(isSigned(key, shows, until, mac, start)).toBe(true);
  expect(isSigned(key, shows, until, mac, start + 30 * day)).toBe(true);
  expect(isSigned(key, shows, until, mac, start + 30 * day + 1)).toBe(false);
});

test("nothing about it can be changed", () => {
  const { mac, until, shows } = parts(addresses(start).certificateUrl("7K2P9XY4"));
  expect(shows).toEqual({ folder: "giay", name: "7K2P9XY4" });
  expect(isSigned(key, shows, until, mac, start)).toBe(true);
  expect(isSigned(key, { ...shows, name: "7K2P9XY5" }, until, mac, start)).toBe(false);
  expect(isSigned(key, { ...shows, folder: "vi" }, until, mac, start)).toBe(false);
  expect(isSigned(key, shows, String(Number(until) + 1), mac, start)).toBe(false);
  expect(isSigned(`${key}x`, shows, until, mac, start)).toBe(false);
  for (const odd of ["", "x", `${mac}=`, mac.toLowerCase()])
    expect(isSigned(key, shows, until, odd, start)).toBe(false);
  for (const odd of ["1e9", "99999999", "-1", "", "20030.0"]) expect(isSigned(key, shows, odd, mac, start)).toBe(false);
});

test("it is the same all day, and none where nobody outside can reach us", () => {
  expect(addresses(start + 1).pictureUrl("a", "vi")).toBe(addresses(start + day - 1).pictureUrl("a", "vi"));
  expect(addresses(start, "http://localhost:3000").pictureUrl("a", "vi")).toBeNull();
});
