import { isCredentialName } from '../../kernel/credential-name.ts';
import { isMark, type SecretStore } from './redact-store.ts';

/** Takes the values out of fields of a page that hold a secret: hidden inputs and `meta` elements. Also in HTML that stands in JSON. */
export function fieldValues(text: string, store: SecretStore): string {
  return text.replace(/<(?:input|meta)\b[^<>]{1,4000}/gi, (tag) => {
    const name = attribute(tag, fieldName)?.text;
    const value = name === undefined || !isSecretField(name) ? undefined : attribute(tag, fieldValue);
    if (value === undefined || value.text === '' || isMark(value.text)) return tag;
    return tag.slice(0, value.from) + store.learn(value.text, 'token') + tag.slice(value.from + value.text.length);
  });
}

const fieldName = /\s(?:name|id)\s{0,5}=\s{0,5}(?:\\{0,7}["']([^"'<>\\]{1,200})|([^\s"'<>\\]{1,200}))/i;
const fieldValue = /\s(?:value|content)\s{0,5}=\s{0,5}(?:\\{0,7}["']([^"'<>\\]{1,3000})|([^\s"'<>\\]{1,3000}))/i;

function attribute(tag: string, expression: RegExp): { readonly text: string; readonly from: number } | undefined {
  const found = expression.exec(tag);
  if (found === null) return undefined;
  const text = found[1] ?? found[2] ?? '';
  return { text, from: found.index + found[0].length - text.length };
}

function isSecretField(name: string): boolean {
  return (
    isCredentialName(name) ||
    /csrf|xsrf|nonce|^(?:state|saml(?:request|response)|relaystate)$|verificationtoken$/i.test(name)
  );
}
