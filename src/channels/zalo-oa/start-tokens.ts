import type { Connection } from "../channel.ts";
import type { Tokens } from "./tokens.ts";

/**
 * Keeps the tokens of the connections alive: takes those of the settings once, then looks every ten minutes. `every`
 * calls again and again and gives back how to stop it. Resolves after the first look.
 */
export const startTokens = async (
  held: Tokens,
  {
    every,
    failed,
  }: {
    readonly every: (ms: number, run: () => void) => () => void;
    readonly failed: (error: unknown) => void;
  },
  connections: readonly Connection[],
): Promise<() => void> => {
  const look = async (): Promise<void> => {
    for (const connection of connections) await held.tend(connection);
  };
  for (const connection of connections) await held.adopt(connection);
  await look().catch(failed);
  return every(600_000, () => void look().catch(failed));
};
