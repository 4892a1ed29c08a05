import { isIPv4, isIPv6 } from "node:net";

/**
 * An address as it may be kept: the network and not the house. IPv4 keeps 24 bits, IPv6 48, which tell a provider and a
 * district at most; null for what is no address.
 */
export const shortAddress = (address: string): string | null => {
  const plain = address.replace(/^([^%]*)%.*$/s, "$1");
  const mapped = /^::ffff:([\d.]+)$/i.exec(plain)?.[1] ?? plain;
  if (isIPv4(mapped)) return `${mapped.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(plain)) return null;
  // The URL parser writes every IPv6 address in its one canonical form.
  const canonical = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = [...front, ...Array.from({ length: 8 - front.length - back.length }, () => "0"), ...back];
  return `${groups.slice(0, 3).join(":")}::/48`;
};
