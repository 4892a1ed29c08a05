import type { Message } from "../../channels/message.ts";

/** What the server tells the script of the page, in an attribute of its root. */
export type PageData = {
  readonly commune: string;
  readonly title: string;
  readonly language: string;
  /** From a poster's address (?code=XOM3); opens a village or a lesson. */
  readonly code: string | null;
  /** The page stands in a frame of another site. */
  readonly framed: boolean;
  /** Who this browser is, when no cookie said so: kept by the page and sent in a header, for browsers that refuse our cookie. */
  readonly token: string | null;
  readonly messages: readonly { readonly id: number; readonly message: Message }[];
  readonly whole: boolean;
  /** The page came from what the browser keeps for times without a network: nobody's, without a talk. */
  readonly shell: boolean;
};
