import { isCredentialName } from '../kernel/credential-name.ts';

/** Stands in place of a secret in what was typed. */
const mark = 'redacted';

/**
 * Takes the secrets out of a typed URL, configuration or command: user and password of URLs, values behind names of credentials and of
 * request headers, e-mail addresses, and everything long that mixes letters and digits outside a host and path. Idempotent.
 * With `redact`, the redaction of a run, URLs are left to it alone, so that they compare with what the run records.
 */
export function withoutTypedSecrets(text: string, redact?: (text: string) => string): string {
  if (redact === undefined) return ownRules(withoutHeaderValues(text));
  const redacted = redact(text);
  if (wholeUrl.test(text.trim())) return redacted;
  return withoutHeaderValues(redacted)
    .split(someUrl)
    .map((part) => (wholeUrl.test(part) ? part : ownRules(part)))
    .join('');
}

const wholeUrl = /^https?:\/\/[^\s"'<>\\`]+$/i;
const someUrl = /(https?:\/\/[^\s"'<>\\`]{1,4000})/i;

function ownRules(text: string): string {
  return withoutNamedValues(text)
    .replace(/(:\/\/|^)[^\s/?#"'<>\\@]{0,256}:?[^\s/?#"'<>\\]{1,512}@(?=[\w[])/g, `$1${mark}@`)
    .replace(/(?<![\w.+-])[\w.+-]{1,64}@(?=[\w-]{1,64}\.[\w.-]*[a-z])/gi, (whole) =>
      whole === `${mark}@` ? whole : `${mark}@`,
    )
    .replace(/(?<![\w-])eyJ[\w-]{8,}\.[\w.-]+/g, mark)
    .replace(/\b(Bearer|Basic|Token)(\s{1,5}|%20)[^\s"',;&]{4,4000}/gi, `$1$2${mark}`)
    .replace(/(?<![\w./:%@<{+-])[\w+/-]{20,}={0,2}(?![\w.:/@])/g, (whole) => (isOpaque(whole) ? mark : whole));
}

/** A header’s value is nobody’s business, whatever its name: in `--header`, `-H`, and the `headers` of a configuration. */
function withoutHeaderValues(text: string): string {
  const option = /((?:--header|-H)(?:=|["',\s\\]{1,10})["']?[\w-]{1,100}\s{0,5}:\s{0,5})([^"'\n\\]{1,4000})/g;
  const block = /(headers\\?["']?\s{0,20}[:=]\s{0,20}\{)([^{}]{1,2000})/gi;
  const value = /((?:^|,)\s{0,200}\\?["']?[\w-]{1,100}\\?["']?\s{0,20}[:=]\s{0,20}\\?["']?)([^"'\\,]{1,2000})/g;
  return text
    .replace(option, (_whole, start: string, rest: string) => {
      const quoted = /["']/.test(start.slice(-110));
      return start + mark + (quoted ? '' : (/\s.*$/s.exec(rest)?.[0] ?? ''));
    })
    .replace(block, (_whole, start: string, inner: string) => start + inner.replace(value, `$1${mark}`));
}

/** Replaces what stands behind `name=`, `"name": `, `Name: `, `--name ` where the name is that of a credential. */
function withoutNamedValues(text: string): string {
  const naming =
    /(?<![\w.%-])(-{0,2})([\w.%[\]]{1,4}[\w.%[\]-]{0,100})(\\?["']?\s{0,5}(?:[=:]|%3D)\s{0,5}\\?["']?|\s{1,5}(?=[^\s-]))/gi;
  const value = /[^\s"'&;#,}\\]{1,4000}/y;
  let out = '';
  let copied = 0;
  for (let found = naming.exec(text); found !== null; found = naming.exec(text)) {
    const [, dashes = '', name = '', between = ''] = found;
    const isNamed = /[=:]|%3D/i.test(between) || dashes !== '';
    if (!isNamed || !isCredentialName(decoded(name))) continue;
    value.lastIndex = naming.lastIndex;
    const whole = value.exec(text)?.[0];
    if (whole === undefined || whole.startsWith(mark) || /^(?:Bearer|Basic|Token)$/i.test(whole)) continue;
    out += text.slice(copied, naming.lastIndex) + mark;
    copied = naming.lastIndex + whole.length;
    naming.lastIndex = copied;
  }
  return out + text.slice(copied);
}

/** A name within a URL that stands in another one begins with the rest of an escape. */
function decoded(name: string): string {
  return (name.split(/%(?:26|3F|23|20)/i).at(-1) ?? '').replace(/%5[BD]/gi, ' ');
}

function isOpaque(text: string): boolean {
  return /\d/.test(text) && /[A-Za-z]/.test(text) && !text.includes('//') && !uuid.test(text);
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
