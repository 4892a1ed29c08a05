/** A host name with its `xn--` labels read as the letters they stand for (RFC 3492). What cannot be read stays. */
export const unpuny = (host: string): string =>
  host
    .split(".")
    .map((label) => (label.startsWith("xn--") ? (decode(label.slice(4)) ?? label) : label))
    .join(".");

const decode = (input: string): string | null => {
  const cut = input.lastIndexOf("-");
  const out = [...(cut > 0 ? input.slice(0, cut) : "")];
  const rest = input.slice(cut + 1);
  let [n, i, bias, at] = [128, 0, 72, 0];
  while (at < rest.length) {
    const before = i;
    for (let w = 1, k = 36; ; k += 36) {
      const digit = digitOf(rest.charCodeAt(at++));
      if (digit < 0) return null;
      i += digit * w;
      const t = k <= bias ? 1 : Math.min(26, k - bias);
      if (digit < t) break;
      w *= 36 - t;
    }
    const size = out.length + 1;
    bias = adapt(i - before, size, before === 0);
    n += Math.floor(i / size);
    i %= size;
    if (n > 0x10ffff) return null;
    out.splice(i++, 0, String.fromCodePoint(n));
  }
  return out.join("");
};

const digitOf = (code: number): number =>
  code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 22 : -1;

const adapt = (delta: number, size: number, first: boolean): number => {
  let d = Math.floor(delta / (first ? 700 : 2));
  d += Math.floor(d / size);
  let k = 0;
  for (; d > 455; k += 36) d = Math.floor(d / 35);
  return k + Math.floor((36 * d) / (d + 38));
};
