import { isPrivate } from "./limits.ts";

/** What a fetched picture was; status 0 = the address could not be reached. */
export type Fetched = {
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Buffer;
};

/** Where the fake's internet leads: public origins to loopback ones. Nothing outside this machine is ever asked. */
export const internet = () => {
  const routes = new Map<string, string>();

  const locate = (url: string): string | null => {
    const { origin, hostname } = new URL(url);
    const to = routes.get(origin);
    if (to !== undefined) return to + url.slice(origin.length);
    return isPrivate(hostname) ? url : null;
  };

  return {
    route: (from: string, to: string): void => void routes.set(new URL(from).origin, new URL(to).origin),
    locate,
    get: async (url: string): Promise<Fetched> => {
      const nothing = { url, status: 0, contentType: "", bytes: Buffer.alloc(0) };
      const at = locate(url);
      if (at === null) return nothing;
      try {
        const res = await fetch(at, { redirect: "error", headers: { connection: "close" } });
        const bytes = Buffer.from(await res.arrayBuffer());
        return { url, status: res.status, contentType: res.headers.get("content-type") ?? "", bytes };
      } catch {
        return nothing;
      }
    },
  };
};
