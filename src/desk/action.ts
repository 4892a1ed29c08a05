import type { Role } from "../store/ports/staff.ts";
import type { FlashKey } from "./parts/flash.tsx";
import type { View } from "./view.ts";

/** What a form led to: back to a page with a word on what happened, or a secret to be shown once. */
export type Outcome =
  | { readonly go: string; readonly flash: FlashKey }
  | { readonly show: Shown }
  /** The field in which something stood that nobody may keep. */
  | { readonly private: string };
/** The one-time link of somebody of the staff, or where an account's owner consents. */
export type Shown =
  | { readonly login: string; readonly link: string }
  | { readonly consent: string }
  /** The code of an invitation, on the page of the team. */
  | { readonly invitation: string }
  /** Recovery codes, on one's own account page. */
  | { readonly codes: readonly string[] };
export type Action = {
  readonly path: string;
  /** Who may; `viewer`: everybody, for their own account. */
  readonly role: Role;
  /** Where a form that does not hold goes back to. */
  readonly back: string;
  readonly run: (view: View, form: unknown, params: Readonly<Record<string, string>>) => Promise<Outcome | null>;
};
