import type { ServerResponse } from "node:http";

/** What can go wrong with one call. `silent` never answers; `before`/`after` cut the connection before or after the message was taken. */
export type FakeFault =
  | { readonly kind: "error"; readonly status: number; readonly description?: string; readonly retryAfter?: number }
  | { readonly kind: "html"; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: "silent" }
  | { readonly kind: "reset"; readonly when: "before" | "after" }
  | { readonly kind: "slow"; readonly until: Promise<unknown> }
  | { readonly kind: "truncated" };

export type Scope = { readonly method?: string; readonly chat?: number; readonly times?: number };

/** Faults in the order they were set; each is used up after `times` calls (1 unless told). */
export const faultList = () => {
  const list: { fault: FakeFault; scope: Scope; left: number }[] = [];
  const take = (fits: (f: (typeof list)[number]) => boolean): FakeFault | null => {
    const found = list.find((f) => f.left > 0 && fits(f));
    if (found) found.left -= 1;
    return found?.fault ?? null;
  };
  const isEarly = (f: FakeFault) => f.kind === "reset" && f.when === "before";
  const isFor = (scope: Scope, method: string) => (scope.method ?? method) === method;
  return {
    add: (fault: FakeFault, scope: Scope = {}) => void list.push({ fault, scope, left: scope.times ?? 1 }),
    clear: () => void list.splice(0),
    /** Before the body is read nobody knows the chat, so only the method counts. */
    cutsEarly: (method: string): boolean => take((f) => isEarly(f.fault) && isFor(f.scope, method)) !== null,
    take: (method: string, chat: unknown): FakeFault | null =>
      take(
        (f) =>
          !isEarly(f.fault) && isFor(f.scope, method) && (f.scope.chat === undefined || f.scope.chat === Number(chat)),
      ),
  };
};

export const answer = (res: ServerResponse, status: number, body: unknown): void => {
  const text = JSON.stringify(body);
  res.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) }).end(text);
};

export const answerError = (res: ServerResponse, status: number, description: string, retryAfter?: number): void =>
  answer(res, status, {
    ok: false,
    error_code: status,
    description,
    ...(retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }),
  });

/** Half of the answer, then the line is cut. */
export const answerHalf = (res: ServerResponse, body: unknown): void => {
  const text = JSON.stringify(body);
  res.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  res.write(text.slice(0, text.length / 2), () => res.destroy());
};
