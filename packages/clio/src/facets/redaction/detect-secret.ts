import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const known =
  /(?<![\w-])(?:sk-[\w-]{16,200}|(?:gh[oprsu]|github_pat|glpat|hf|npm|pypi|xox[abeprs]|xapp|[prs]k_(?:live|test)|whsec|shp(?:at|ca|ss)|dop_v1|gsk|xai|r8|AC)[_-][\w-]{10,200}|(?:AKIA|ASIA|AROA|AIDA)[0-9A-Z]{16}|AIza[\w-]{35}|ya29\.[\w-]{20,400}|GOCSPX-[\w-]{20,60}|SG\.[\w-]{16,32}\.[\w-]{32,64}|SK[0-9a-f]{32}|AGE-SECRET-KEY-1[0-9A-Z]{58}|eyJ[\w-]{10,1000}\.[\w-]{10,2000}\.[\w-]{0,1000})/gu;
const privateKey =
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,8000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/gu;
const hexadecimal = /(?<![\w.-])(?:0x)?[0-9a-f]{32,128}(?![\w-])/giu;
const opaque = /(?<![\w/+=-])[A-Za-z0-9+_-]{32,512}={0,2}(?![\w/+=-])/gu;
const bearer = /(?<![\p{L}\p{N}])(?:bearer|basic) (?<value>[A-Za-z0-9._~+/-]{20,1000}={0,2})(?![\w])/dgiu;
const keyAfterName =
  /(?<![\p{L}\p{N}])(?:aws_secret_access_key|secret_access_key|accountkey|client_secret|private_key|encryption_key|access_key)["']? ?[:=] ?["']?(?<value>[A-Za-z0-9+/_=-]{16,200})/dgiu;
const stated =
  /(?<![\p{L}\p{N}])(?:password|passwd|passphrase|api[ _-]?key|secret[ _-]?key|access[ _-]?token|auth[ _-]?token|пароль|contraseña|passwort|kennwort|mot de passe|senha|wachtwoord|hasło|lösenord|密码|密碼|パスワード)["']?(?: ?[:=] ?| is (?=\S{0,60}[\d!#$%&*]))["']?(?<value>[^\s"',;]{4,200})/dgiu;

const quoted =
  /(?<![\p{L}\p{N}])(?:password|passphrase|passcode|access code|pin|secret (?:word|phrase|code|key|password))(?: is|:)? (?<value>"[^"\n]{2,60}"|“[^”\n]{2,60}”|'[^'\n]{2,60}'(?![\p{L}]))/dgiu;
const plain =
  /(?<![\p{L}\p{N}])(?:password|passphrase|passcode)(?: is|:) (?<value>\S{4,60}?)(?=[.,;!]?(?:\s*$|\n))/dgimu;
const notSecret =
  /^(?:["“']?)(?:wrong|incorrect|correct|right|not|required|invalid|valid|protected|expired|the|a|an|hidden|secret|below|above|access granted)(?![\p{L}])/iu;

/** Passwords, keys and tokens: by well-known prefix, by shape (long hexadecimal, long mixed), or by a stating cue. */
export function detectSecret(text: string): readonly Finding[] {
  return [
    ...findMatches(text, "secret", known),
    ...(text.includes("PRIVATE KEY") ? findMatches(text, "secret", privateKey) : []),
    ...findMatches(text, "secret", hexadecimal, (value) => /[a-f]/i.test(value) && /\d/.test(value)),
    ...findMatches(text, "secret", opaque, looksRandom),
    ...findMatches(text, "secret", stated, (value) => !/^[[<{(]/.test(value)),
    ...findMatches(text, "secret", bearer),
    ...findMatches(text, "secret", keyAfterName),
    ...findMatches(text, "secret", quoted, (value) => !notSecret.test(value)),
    ...findMatches(text, "secret", plain, (value) => !notSecret.test(value) && !/^[[<{(]/.test(value)),
  ];
}

function looksRandom(value: string): boolean {
  const switches = value.match(/(?:\d[A-Za-z]|[A-Za-z]\d|[a-z][A-Z])/g)?.length ?? 0;
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && switches >= value.length / 8;
}
