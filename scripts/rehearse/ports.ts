import { once } from "node:events";
import { createServer } from "node:net";

/** The first of these ports that another program has; null when all are free. */
export const takenPort = async (ports: readonly number[]): Promise<number | null> => {
  for (const port of ports) if (!(await isFree(port))) return port;
  return null;
};

const isFree = async (port: number): Promise<boolean> => {
  const trial = createServer();
  try {
    trial.listen(port, "127.0.0.1");
    await once(trial, "listening");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return false;
    throw error;
  } finally {
    trial.close();
  }
};
