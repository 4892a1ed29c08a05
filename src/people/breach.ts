/** Chậm nhất 72 giờ từ khi phát hiện: Luật 91/2025/QH15, Điều 23 (docs/bao-ve-du-lieu.md). */
const TELL_MS = 72 * 3_600_000;

/** By when the authority must have been told of a breach found at `found`, and whether that is missed. */
export const breachDue = (
  {
    found,
    authorityTold,
    closed,
  }: { readonly found: number; readonly authorityTold: number | null; readonly closed: number | null },
  now: number,
): BreachDue => {
  const by = found + TELL_MS;
  if (authorityTold !== null) return { by, is: authorityTold <= by ? "told" : "told-late" };
  // Closed without telling: found to harm nobody. That is the commune's word, and stands as closed.
  if (closed !== null) return { by, is: "closed" };
  return { by, is: now > by ? "overdue" : "due" };
};

export type BreachDue = { readonly by: number; readonly is: "due" | "overdue" | "told" | "told-late" | "closed" };
