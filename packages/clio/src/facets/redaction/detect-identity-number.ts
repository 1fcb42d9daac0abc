import { findMatches } from "./find-matches.ts";
import type { Finding } from "./finding.ts";
import { americanFormats } from "./identity/american-formats.ts";
import { europeanFormats } from "./identity/european-formats.ts";
import { otherFormats } from "./identity/other-formats.ts";

const formats = [...americanFormats, ...europeanFormats, ...otherFormats];
const nameOfNumber =
  "(?:passport|driver['’]?s?['’]? licen[cs]e|driving licen[cs]e|licen[cs]e|licen[cs]e plate|number plate|registration plate|ssn|social security|national insurance|national id|national identity|identity card|id card|identification|tax id|tax file|tfn|nino|nhs|itin|sin|aadhaar|pan card|medicare|medicaid|health insurance|insurance|mrn|medical record|patient id|member(?:ship)? id|customer id|user id|student id|employee id|account|acct|routing|sort code|policy|case|order|booking|reference|tracking|confirmation|invoice|serial|visa|vin|паспорт|водительское удостоверение|снилс|инн|dni|nie|nif|nir|cpf|rg|curp|rfc|rut|bsn|pesel|personnummer|personalausweis(?:nummer)?|ausweis(?:nummer)?|reisepass(?:nummer)?|führerschein(?:nummer)?|steuer-?id(?:entifikationsnummer)?|steuernummer|sozialversicherungsnummer|kontonummer|passeport|permis de conduire|sécurité sociale|carte d['’]identité|pasaporte|permiso de conducir|licencia de conducir|seguridad social|passaporto|patente|codice fiscale|passaporte|carteira de motorista|paspoort|rijbewijs|paszport|dowód|prawo jazdy|pass(?:nummer|nr)|kimlik)";
const numberWord =
  "(?: (?:card|number|num|no\\.?|nr\\.?|nº|n°|código|código|номер|серия|número|numero|numéro|nummer|numer|#|№|id))?";
const value =
  "(?<value>(?=[\\w./ -]{0,20}\\d[\\w./ -]{0,20}\\d)(?=[A-Z]{0,6}-?\\d)[A-Z0-9]{1,24}(?:[ ./-](?=[A-Z]{0,3}\\d)[A-Z0-9]{1,12}){0,5})";
const stated = new RegExp(
  `(?<![\\p{L}\\p{N}])${nameOfNumber}${numberWord}(?: (?:is|was|ist|est|es|è|é|lautet)|:)?[ #:№]{1,3}${value}(?![\\p{L}\\p{N}])`,
  "dgiu",
);
const statedInHan =
  /(?:身份证|身份證|护照|護照|驾驶证|駕照|社保|パスポート|免許証|マイナンバー|여권|주민등록번호|운전면허)(?:号码?|號碼?|番号|번호)?(?:是|为|為|は|는)?[ :：]{0,2}(?<value>[A-Z0-9][A-Z0-9 -]{5,20}[A-Z0-9])/dgu;
const postcode =
  /(?<![\p{L}\p{N}])(?:zip(?: ?code)?|postal code|postcode|plz|postleitzahl|code postal|código postal|cep|cap|индекс)(?: (?:is|of|ist|est|es))?[ :]{1,3}(?<value>\d[\d -]{1,9}[\dA-Z]{0,3}(?: [A-Z]{2})?|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?![\p{L}\p{N}])/dgiu;

/**
 * National identity, tax and insurance numbers of some thirty countries by shape and check digits; passport, licence, account, order
 * and postal codes after the word that names them, in several languages.
 */
export function detectIdentityNumber(text: string): readonly Finding[] {
  if (!/\d.{0,20}\d.{0,20}\d/s.test(text)) return [];
  return [
    ...formats.flatMap(({ pattern, isValid }) => findMatches(text, "id", pattern, isValid)),
    ...findMatches(text, "id", stated, (value) => (value.match(/\d/g)?.length ?? 0) >= 3),
    ...findMatches(text, "id", statedInHan),
    ...findMatches(text, "id", postcode),
  ];
}
