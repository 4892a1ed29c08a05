import type { ComponentChildren } from "preact";

/** A state as a shape and words, never by colour alone: circle, triangle, square, empty ring. */
export const Status = ({ is, children }: { is: "ok" | "slow" | "late" | "unk"; children: ComponentChildren }) => (
  <span class={`st ${is}`}>{children}</span>
);
