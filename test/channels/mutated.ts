import fc from "fast-check";

/** Bodies of a webhook made from true ones: changed at random places, bruised, cut short, or mere bytes. */
export const mutatedBodies = (
  seeds: readonly unknown[],
  { odd = [], bruised = bytesBruised(seeds), bruises = 1 }: Partial<Mutations> = {},
): fc.Arbitrary<Buffer> =>
  fc.oneof(
    { weight: 4, arbitrary: changed(seeds, odd) },
    { weight: bruises, arbitrary: bruised },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((b) => Buffer.from(b)) },
  );

type Mutations = {
  /** Values that are odd for this channel, beside those odd everywhere. */
  readonly odd: readonly unknown[];
  readonly bruised: fc.Arbitrary<Buffer>;
  /** How often bruised bodies come, against four changed ones. */
  readonly bruises: number;
};

/** A byte changed, or the end cut off. */
export const bytesBruised = (seeds: readonly unknown[]): fc.Arbitrary<Buffer> =>
  fc.tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat(255)).map(([seed, at, byte]) => {
    const bytes = Buffer.from(JSON.stringify(seed));
    bytes[at % bytes.length] = byte;
    return bytes.subarray(0, byte % 3 === 0 ? at % bytes.length : bytes.length);
  });

const oddAnywhere = [null, true, -1, 1e308, 2 ** 60, "", [], {}, { id: {} }, "__proto__", "\0", "x".repeat(5_000)];

/** Replaces, adds or removes something at random places. */
const changed = (seeds: readonly unknown[], odd: readonly unknown[]): fc.Arbitrary<Buffer> => {
  const value = fc.oneof(fc.constantFrom(...oddAnywhere, ...odd), fc.jsonValue({ maxDepth: 3 }));
  const change = fc.tuple(fc.nat(), fc.constantFrom("set", "drop", "add"), value);
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([seed, changes]) => {
      const copy: unknown = JSON.parse(JSON.stringify(seed));
      for (const [at, how, put] of changes) {
        const places = placesIn(copy);
        const [holder, key] = places[at % places.length] ?? [];
        if (!holder || key === undefined) break;
        if (how === "drop") delete holder[key];
        // A copy: the same object put inside itself is no JSON.
        else holder[how === "add" ? `${key}_x` : key] = JSON.parse(JSON.stringify(put));
      }
      return Buffer.from(JSON.stringify(copy) ?? "");
    });
};

const placesIn = (value: unknown): [Record<string, unknown>, string][] => {
  if (typeof value !== "object" || value === null) return [];
  const here = value as Record<string, unknown>; // an object or array, looked at by key
  return Object.keys(here).flatMap((key) => [[here, key] as [Record<string, unknown>, string], ...placesIn(here[key])]);
};
