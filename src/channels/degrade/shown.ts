/** A button carries either what comes back to us when it is pressed, or a page it opens. */
export type Button =
  | { readonly label: string; readonly data: string; readonly style?: "main" | "alarm" }
  | { readonly label: string; readonly url: string };

export type Picture =
  | { readonly kind: "card"; readonly card: string; readonly alt: string }
  | { readonly kind: "certificate"; readonly code: string; readonly alt: string };

/** One message exactly as a channel sends it: `text` is finished (HTML where the channel writes bold so), never over its limits. */
export type Shown = {
  readonly text: string;
  readonly picture?: Picture;
  readonly buttons: readonly (readonly Button[])[];
};
