import type { Answer } from "./serve.ts";

/** The OA's error codes with their documented sense. */
const CODES: Readonly<Record<number, string>> = {
  [-32]: "Rate limit of the application or the OA is reached",
  [-100]: "Attachment is expired",
  [-200]: "Send message failed",
  [-201]: "Parameter is invalid",
  [-204]: "OA is disabled",
  [-205]: "OA does not exist",
  [-209]: "Application is not activated",
  [-210]: "Parameter exceeds the allowed limit",
  [-211]: "Out of quota",
  [-212]: "Application is not registered for this API",
  [-213]: "User has not followed OA",
  [-216]: "Access token is invalid",
  [-217]: "User has blocked invitations",
  [-218]: "Receive quota of the user is reached",
  [-219]: "Application was removed or disabled",
  [-220]: "Access token is expired or removed",
  [-221]: "OA is not verified",
  [-223]: "OA has not authorised this API",
  [-224]: "OA needs a higher package",
  [-227]: "User is banned or has been inactive for more than 45 days",
  [-230]: "User has not interacted with the OA in the past 7 days",
  [-232]: "User has not interacted with the OA or the interaction expired",
  [-233]: "Message type is invalid or not supported",
  [-234]: "This message may not be sent at night",
  [-235]: "This API does not support this type of OA",
  [-240]: "MessageV2 API has been shut down",
  [-242]: "appsecret_proof is invalid",
  [-244]: "User has restricted this type of message",
  [-248]: "Content violates the policy",
  [-249]: "Template can not be sent by UID",
  [-320]: "Application is not connected to a Zalo Cloud Account",
  [-321]: "Zalo Cloud Account of the application is not usable",
  [-403]: "OA is not in the group",
};

export type Refusal = { readonly error: number; readonly message: string };

export const refusal = (error: number, message = CODES[error] ?? "Unknown error"): Refusal => ({ error, message });

/** `error` and `message` come with HTTP 200 and without `data`. */
export const refused = (r: Refusal): Answer => ({ status: 200, json: JSON.stringify(r) });

export const accepted = (data: unknown): Answer => ({
  status: 200,
  json: JSON.stringify({ data, error: 0, message: "Success" }),
});
