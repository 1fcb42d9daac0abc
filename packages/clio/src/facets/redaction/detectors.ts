import { detectAddress } from "./detect-address.ts";
import { detectBirthDate } from "./detect-birth-date.ts";
import { detectCard } from "./detect-card.ts";
import { detectEmail } from "./detect-email.ts";
import { detectHandle } from "./detect-handle.ts";
import { detectIban } from "./detect-iban.ts";
import { detectIdentityNumber } from "./detect-identity-number.ts";
import { detectIp } from "./detect-ip.ts";
import { detectLongNumber } from "./detect-long-number.ts";
import { detectName } from "./detect-name.ts";
import { detectPhone } from "./detect-phone.ts";
import { detectSecret } from "./detect-secret.ts";
import { detectUrl } from "./detect-url.ts";
import type { Detector } from "./finding.ts";

/** Every detector; where findings overlap, that of the earlier detector stands. */
export const detectors = [
  detectUrl,
  detectEmail,
  detectSecret,
  detectIban,
  detectIp,
  detectCard,
  detectBirthDate,
  detectIdentityNumber,
  detectPhone,
  detectAddress,
  detectName,
  detectHandle,
  detectLongNumber,
] as const satisfies readonly Detector[];
