import { isIPv6 } from "node:net";

/** Whose line an address is: an IPv6 line has a /64 of its own and could come from a new address each time; IPv4 has one. */
export const networkOf = (address: string): string => {
  const plain = address.split("%", 1)[0] ?? "";
  const mapped = /^::ffff:([\d.]+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return plain;
  // The URL parser writes every IPv6 address in its one canonical form.
  const [head = "", tail = ""] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => "0");
  return `${[...front, ...zeros, ...back].slice(0, 4).join(":")}::/64`;
};
