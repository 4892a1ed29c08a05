/** Where several people read along: a group, a channel. No turn is made of it and nothing of it is kept. */
export type Gathering = {
  readonly chat: string;
  /** Somebody has just put us there. */
  readonly joined: boolean;
  /** We were taken out, or left. */
  readonly left: boolean;
  /** The product gave this gathering another id. */
  readonly movedTo?: string;
  /** Of whoever put us there, where the product tells. */
  readonly language: string;
};
