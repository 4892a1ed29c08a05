/**
 * What can go wrong with one call.
 * `reset`: the line is cut before the request is read, after it is read, or after it was carried out (the answer is lost).
 * `silent` never answers; `slow` carries the call out and answers when the test lets it. `done` = carried out although the answer is bad.
 * `truncated`: half of the JSON, as a whole answer or with the line cut. `error` = the product's own error envelope.
 */
export type Fault =
  | { readonly kind: "silent"; readonly done?: boolean }
  | { readonly kind: "reset"; readonly when: "before" | "read" | "after" }
  | { readonly kind: "slow"; readonly until: Promise<unknown> }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number; readonly done?: boolean }
  | { readonly kind: "html"; readonly status: number; readonly done?: boolean }
  | { readonly kind: "type"; readonly contentType: string }
  | { readonly kind: "truncated"; readonly cut?: "json" | "line" }
  | { readonly kind: "error"; readonly code: number; readonly camel?: boolean };

/** Which calls a fault hits: `on` = path or method, `who` = the person written to, after letting `skip` matching calls pass, `times` of them (1 unless told). */
export type Scope = { readonly on?: string; readonly who?: string; readonly skip?: number; readonly times?: number };

/** Faults in the order they were set; one call meets at most one. */
export const faultList = () => {
  const list: { fault: Fault; scope: Scope; skip: number; left: number }[] = [];
  const take = (early: boolean, on: string, who: string | null): Fault | null => {
    for (const f of list) {
      if (isEarly(f.fault) !== early || f.left <= 0) continue;
      if ((f.scope.on ?? on) !== on || (f.scope.who ?? who) !== who) continue;
      if (f.skip > 0) f.skip -= 1;
      else {
        f.left -= 1;
        return f.fault;
      }
    }
    return null;
  };
  return {
    add: (fault: Fault, scope: Scope = {}): void => {
      if (isEarly(fault) && scope.who !== undefined) throw new Error("a call cut before it is read has no person yet");
      list.push({ fault, scope, skip: scope.skip ?? 0, left: scope.times ?? 1 });
    },
    clear: () => void list.splice(0),
    takeUnread: (on: string) => take(true, on, null) !== null,
    take: (on: string, who: string | null) => take(false, on, who),
  };
};

/** Whether the call is carried out in spite of the fault. */
export const isDone = (fault: Fault | null): boolean => {
  if (fault === null) return true;
  if (fault.kind === "reset") return fault.when === "after";
  if (fault.kind === "silent" || fault.kind === "status" || fault.kind === "html") return fault.done ?? false;
  return fault.kind !== "error";
};

const isEarly = (fault: Fault) => fault.kind === "reset" && fault.when === "before";
