/**
 * What a button carries, at most 64 bytes (Telegram's limit): `<token>:<key>`. A token that is a UUID is packed into
 * `~` and 22 letters, because with a village's or learner's UUID in the key the two together would not fit. A key still
 * too long becomes `#<n>`, the number of the choice in the message of that token; without a number `#0`, an old button,
 * since one button that asks again is better than a message that is refused.
 */
export const pressData = (token: string, key: string, n: number | undefined): string => presses(token)(key, n);

/** The same for all buttons of one message: the token is packed once, not once a button. */
export const presses = (token: string): ((key: string, n: number | undefined) => string) => {
  const head = UUID.test(token)
    ? `~${Buffer.from(token.replaceAll("-", ""), "hex").toString("base64url")}`
    : `${token}:`;
  return (key, n) => {
    const whole = head + key;
    return Buffer.byteLength(whole) <= 64 ? whole : `${head}#${n ?? 0}`;
  };
};

/** The way back. A button that is not ours (another program had this bot before us) has an empty token: an old button. */
export const pressOf = (data: string): { readonly token: string; readonly key: string } => {
  const packed = /^~([\w-]{22})(.*)$/su.exec(data);
  if (packed?.[1] !== undefined) return { token: uuid(packed[1]), key: packed[2] ?? "" };
  const colon = data.indexOf(":");
  return { token: colon < 0 ? "" : data.slice(0, colon), key: data.slice(colon + 1) };
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const uuid = (packed: string): string =>
  Buffer.from(packed, "base64url")
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
