import type { Sign } from "./sign.ts";
import { asksMoney } from "./signs/asks-money.ts";
import { asksSecret } from "./signs/asks-secret.ts";
import { deliveryFee } from "./signs/delivery-fee.ts";
import { easyJob } from "./signs/easy-job.ts";
import { easyMoney } from "./signs/easy-money.ts";
import { fakeAddress } from "./signs/fake-address.ts";
import { falseAuthority } from "./signs/false-authority.ts";
import { foreignNumber } from "./signs/foreign-number.ts";
import { hurry } from "./signs/hurry.ts";
import { lawThreat } from "./signs/law-threat.ts";
import { outsideApp } from "./signs/outside-app.ts";
import { prize } from "./signs/prize.ts";
import { recovery } from "./signs/recovery.ts";
import { remoteControl } from "./signs/remote-control.ts";
import { shortLink } from "./signs/short-link.ts";
import { someoneClose } from "./signs/someone-close.ts";
import { strangeAddress } from "./signs/strange-address.ts";
import { wrongTransfer } from "./signs/wrong-transfer.ts";

/** Every trick the check knows. Each has one sentence for people in the locale, `sign.<id>`. */
export const signs = {
  "fake-address": fakeAddress,
  "strange-address": strangeAddress,
  "short-link": shortLink,
  "outside-app": outsideApp,
  "asks-secret": asksSecret,
  "remote-control": remoteControl,
  "false-authority": falseAuthority,
  "law-threat": lawThreat,
  "asks-money": asksMoney,
  "easy-job": easyJob,
  "easy-money": easyMoney,
  "delivery-fee": deliveryFee,
  prize,
  recovery,
  "wrong-transfer": wrongTransfer,
  "someone-close": someoneClose,
  "foreign-number": foreignNumber,
  hurry,
} as const satisfies Record<string, Sign>;

export type SignId = keyof typeof signs;
// Object.keys loses the literal type; the keys are exactly those of `signs`.
export const signIds = Object.keys(signs) as readonly SignId[];
