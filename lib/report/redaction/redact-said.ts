import { holdsMark, type SecretKind, type SecretStore } from './redact-store.ts';

/** Takes out secrets that a sentence speaks of: “Use token tk_…”, “Password is …”. Only what mixes letters and digits is taken for one. */
export function saidValues(text: string, store: SecretStore): string {
  return text.replace(said, (whole, lead: string, name: string, found: string) => {
    const value = found.replace(/[.,;?]+$/, '');
    if (!isSecretLike(value)) return whole;
    return lead + store.learn(value, kinds[name.toLowerCase().slice(0, 4)] ?? 'key') + found.slice(value.length);
  });
}

const said =
  /(\b(token|secret|password|passphrase|api[ _-]?key|access key|session(?: id)?)(?: (?:is|was|of))?:?\s{1,2}\\{0,3}["'“‘`]?)([\w.~+/!@$^*?=-]{8,2000})(?![\w:%&])/gi;

const kinds: Readonly<Record<string, SecretKind>> = {
  toke: 'token',
  secr: 'secret',
  pass: 'password',
  sess: 'session',
};

const hostOrFile = /^(?:[a-z\d-]+|[A-Z][a-z]+)(?:\.[\w-]+)+(?:\/|$)/;

function isSecretLike(value: string): boolean {
  if (value.length < 8 || holdsMark(value) || /@|^[A-Za-z_-]{1,40}=/.test(value)) return false;
  if (!/\d/.test(value) || !/\p{L}/u.test(value)) return false;
  // Host names, paths, and words with a version, such as `oauth2-token` or `client_v2`.
  if (hostOrFile.test(value) && !/^[\w-]{12,}\.[\w-]{12,}/.test(value)) return false;
  return !/^\/|^[A-Za-z]+\d{0,3}(?:[-_/.][A-Za-z]*\d{0,3})*$/.test(value) || /^[A-Za-z]+\d{4}/.test(value);
}
