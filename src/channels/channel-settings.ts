import { z } from "zod";
import type { Bilingual } from "../kit/bilingual.ts";

/** What the environment says of one channel. */
export type ChannelSettings = {
  /** Every name it reads, each with the shape of its value; `.env.example` lists the same names, each with a sentence. */
  readonly env: Readonly<Record<string, z.ZodType>>;
  /** What no single value shows. Told along with the faults of single values. */
  readonly faults: (given: TypedSettings) => readonly SettingFault[];
  /** Called once every value has its shape. */
  readonly read: (given: TypedSettings) => ChannelConfig;
};

/** What was set, as it was typed, without blanks around it. */
export type TypedSettings = Readonly<Record<string, string | undefined>>;

/** `because`: the setting this follows from; where that one is wrong by itself, it is said there. `quoted`: the value is no secret and helps. */
export type SettingFault = {
  readonly name: string;
  readonly says: Bilingual;
  readonly because?: string;
  readonly quoted?: true;
};

/** `connection`: settings of the connection `default`, null without one. `proof`: what the product must find on our pages before it takes an address of ours. */
export type ChannelConfig = {
  readonly connection: Readonly<Record<string, string>> | null;
  readonly proof: string | null;
};

/** Settings of a channel by the shapes of its values; `needs`: the first of each pair is of no use without the second. */
export const channelSettings = <Shape extends z.ZodRawShape>(
  env: Shape,
  {
    needs,
    faults = () => [],
    read,
  }: {
    readonly needs: readonly (readonly [name: string & keyof Shape, needed: string & keyof Shape])[];
    readonly faults?: ChannelSettings["faults"];
    readonly read: (values: z.output<z.ZodObject<Shape>>) => ChannelConfig;
  },
): ChannelSettings => ({
  // Every member of a raw shape is a type of zod; the compiler cannot tell for a shape it does not know.
  env: env as unknown as ChannelSettings["env"],
  faults: (given) => [
    ...needs.flatMap(([name, needed]) =>
      given[name] && !given[needed] ? [{ name: needed, says: isMissing(name), because: name }] : [],
    ),
    ...faults(given),
  ],
  read: (given) => read(z.object(env).parse(given)),
});

/** Of what another setting is of no use without. */
export const isMissing = (because: string): Bilingual => ({
  vi: `còn thiếu, trong khi ${because} đã đặt`,
  en: `is missing, but ${because} is set`,
});

/** The values that are set, by the names a connection has for them. */
export const connectionValues = (
  values: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, short]) => {
      const value = values[name];
      return typeof value === "string" ? [[short, value]] : [];
    }),
  );
