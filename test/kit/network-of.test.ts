import { expect, it } from "vitest";
import { networkOf } from "../../src/kit/network-of.ts";

it("knows whose line an address is", () => {
  expect(networkOf("2001:db8:1:2::1")).toBe(networkOf("2001:db8:1:2:ffff:1:2:3"));
  expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
  expect(networkOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(networkOf("192.0.2.1")).toBe("192.0.2.1");
  expect(networkOf("fe80::1%eth0")).toBe(networkOf("fe80::2"));
});
