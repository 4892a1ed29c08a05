/**
 * What a code of Zalo means for the message:
 * `retry` later · `wait` until the person writes · `unreachable` = this person, for now · `alarm` = the connection stands
 * still until an operator acts · `refresh` the token and try again · `switch` the send address and try again · `upload`
 * the picture again · `give-up` on this message (where `simpler`: once more without picture and buttons).
 */
export type Meaning = {
  readonly outcome: "retry" | "wait" | "unreachable" | "alarm" | "refresh" | "switch" | "upload" | "give-up";
  readonly says: string;
  /** Ms until the retry; `morning` = when the night ban ends. */
  readonly after?: number | "morning";
  /** It is about the whole connection, not this chat. */
  readonly whole?: boolean;
  readonly simpler?: boolean;
  /** An operator is told, although the connection goes on. */
  readonly tell?: boolean;
};

/** Every code of the official table that sending can meet, with its reason. */
export const codes: Readonly<Record<string, Meaning>> = {
  "-32": { outcome: "retry", says: "too many requests of the app or the OA", after: 30_000, whole: true },
  "-100": { outcome: "upload", says: "the uploaded picture has expired" },
  "-124": { outcome: "refresh", says: "access token invalid (table of the template host)" },
  "-200": { outcome: "retry", says: "sending failed at Zalo" },
  "-201": { outcome: "give-up", says: "a field is invalid", simpler: true },
  "-204": { outcome: "alarm", says: "the OA is disabled" },
  "-205": { outcome: "alarm", says: "the OA does not exist" },
  "-209": { outcome: "alarm", says: "the app is not activated" },
  "-210": { outcome: "give-up", says: "a field is over its limit", simpler: true },
  "-211": { outcome: "wait", says: "the OA is out of quota; replies in the free window still go", tell: true },
  "-212": { outcome: "alarm", says: "the app is not registered for this API" },
  "-213": { outcome: "unreachable", says: "the person does not follow the OA" },
  "-216": { outcome: "refresh", says: "access token invalid" },
  "-217": { outcome: "unreachable", says: "the person blocked invitations" },
  "-218": { outcome: "wait", says: "the person received all that Zalo allows them" },
  "-219": { outcome: "alarm", says: "the app was removed" },
  "-220": { outcome: "refresh", says: "access token expired or removed" },
  "-221": { outcome: "alarm", says: "the OA is not verified" },
  "-223": { outcome: "alarm", says: "the OA has not authorised this API" },
  "-224": { outcome: "alarm", says: "the OA's plan is too low" },
  "-227": { outcome: "unreachable", says: "the person is banned, or was offline for more than 45 days" },
  "-230": { outcome: "wait", says: "no interaction in 7 days" },
  "-232": { outcome: "wait", says: "the person never interacted, or too long ago" },
  "-233": { outcome: "give-up", says: "this kind of message is not supported", simpler: true },
  "-234": { outcome: "retry", says: "not allowed at night", after: "morning" },
  "-235": { outcome: "switch", says: "this address does not serve this type of OA" },
  "-240": { outcome: "switch", says: "the old address has been shut down" },
  "-242": { outcome: "alarm", says: "the app asks for appsecret_proof; switch it off in the console" },
  "-244": { outcome: "give-up", says: "the person restricted this kind of message" },
  "-248": { outcome: "give-up", says: "against Zalo's content policy", tell: true },
  "-249": { outcome: "give-up", says: "this template cannot be sent by user id" },
  "-320": {
    outcome: "wait",
    says: "the Zalo Cloud Account is missing or not linked; replies in the free window still go",
    tell: true,
  },
  "-321": {
    outcome: "wait",
    says: "the Zalo Cloud Account cannot pay; replies in the free window still go",
    tell: true,
  },
  "-403": { outcome: "give-up", says: "the OA is not in this group" },
  // These two come from the consent page alone; whoever meets them anywhere has an app that is set up wrongly.
  "-14002": { outcome: "alarm", says: "the app is not active" },
  "-14003": { outcome: "alarm", says: "the callback address is not the one saved in the console" },
};

/** A code Zalo added since: nothing was sent, so it is tried again, and after some two hours given up with its reason. */
const unknown: Meaning = { outcome: "retry", says: "a code we do not know" };

/** A code becomes what it means. */
export const meaningOf = (code: number): Meaning =>
  (Object.hasOwn(codes, String(code)) ? codes[String(code)] : undefined) ?? unknown;
