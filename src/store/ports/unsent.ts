import type { SendCode } from "../../errors.ts";

/** Messages that could not go, or not yet, with why. */
export type UnsentStore = {
  /** The newest first; of one chat all that did not go for one reason are one row. Nothing of people who are erased. */
  unsent(commune: string, most: number): Promise<UnsentRow[]>;
};

export type UnsentRow = {
  /** Of the newest message in it. */
  readonly id: number;
  readonly name: string | null;
  readonly village: string | null;
  readonly connection: string;
  readonly channel: string;
  readonly code: SendCode;
  /** It is kept and goes out by itself when it can. */
  readonly kept: boolean;
  readonly n: number;
  readonly since: number;
  /** When the person was last there. */
  readonly seenAt: number;
};
