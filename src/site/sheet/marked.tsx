import { Fragment } from "preact";

/** A text whose **labels** stand out in bold. */
export const Marked = ({ text }: { text: string }) => (
  <>{text.split("**").map((part, i) => (i % 2 === 1 ? <b key={i}>{part}</b> : <Fragment key={i}>{part}</Fragment>))}</>
);
