import { isMark, type SecretKind, type SecretStore } from './redact-store.ts';
import { isLongMixture, secretByName } from './redact-values.ts';

/**
 * Takes out the values that names give away in other notations than JSON, forms and `name: value`: literals of Python, PHP and Ruby,
 * pairs of a name and a value, lists of raw headers, elements of XML and pages, multipart forms, lines of cookies, Digest, commands, JWKs.
 */
export function notedValues(text: string, store: SecretStore): string {
  const out = notations.reduce(
    (rest, notation) => (notation.hint.test(rest) ? withoutValues(rest, notation, store) : rest),
    text,
  );
  return /cookie/i.test(out)
    ? out.replace(cookieLine, (_, lead: string, pairs: string) => lead + cookies(pairs, store))
    : out;
}

/** The same for the parameters of Digest alone, as headers have them without its name. */
export function digestValues(text: string, store: SecretStore): string {
  return withoutValues(text, digest, store);
}

function withoutValues(text: string, { pattern, kindOf }: Notation, store: SecretStore): string {
  return text.replace(pattern, (whole: string, lead: string, name: string, value: string) => {
    const kind = value === '' || isMark(value) ? undefined : kindOf(name, value);
    return kind === undefined ? whole : lead + store.learn(value, kind) + whole.slice(lead.length + value.length);
  });
}

/** Each pattern finds what stands before a value, within it the name, and the value right behind it. */
interface Notation {
  /** Saves the longer look at most texts. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly kindOf: (name: string, value: string) => SecretKind | undefined;
}

const byName = (name: string, value: string): SecretKind | undefined =>
  secretByName(name.replaceAll(/\s/g, '_'), value, 'json');
const byNameWhenMixed = (name: string, value: string): SecretKind | undefined =>
  isLongMixture(value) ? byName(name, value) : undefined;

const quote = String.raw`\\{0,7}["']`;
const quoted = String.raw`[^"'\\\r\n<>]{1,4000}`;

/** @see https://www.rfc-editor.org/rfc/rfc7616#section-3.4 */
const digest: Notation = {
  hint: /digest/i,
  pattern: expression(String.raw`(\b(c?nonce|nextnonce|rspauth|response|opaque)=(?:${quote})?)([\w+/=.~-]{8,500})`),
  kindOf: () => 'secret',
};

const notations: readonly Notation[] = [
  {
    // {'token': '…'}, "token" => "…"
    hint: /=>|'\s{0,5}:|:\s{0,5}\\{0,7}'/,
    pattern: expression(
      String.raw`((?:${quote}|:)([\w.$-]{2,100})(?:${quote})?\s{0,5}(?:=>|:)\s{0,5}${quote})(${quoted})`,
    ),
    kindOf: byName,
  },
  {
    // {"name":"X-Api-Key","value":"…"}, <add key="ApiKey" value="…"/>
    hint: /value/i,
    pattern: expression(
      String.raw`(\b(?:name|key|id|header|field|param|parameter)(?:${quote})?\s{0,5}[:=]\s{0,5}${quote}([\w.$-]{2,100})${quote}\s{0,5},?\s{0,5}(?:${quote})?value(?:${quote})?\s{0,5}[:=]\s{0,5}${quote})(${quoted})`,
    ),
    kindOf: byName,
  },
  {
    // ["X-Api-Key", "…"]
    hint: /-\w{1,60}\\{0,7}["']\s{0,5},\s{0,5}\\{0,7}["']|authorization/i,
    pattern: expression(
      String.raw`(${quote}([\w-]{1,40}-[\w-]{1,60}|authorization)${quote}\s{0,5},\s{0,5}${quote})(${quoted})`,
    ),
    kindOf: byNameWhenMixed,
  },
  {
    // <wsse:Password Type="…">…</wsse:Password>; not <code> and <key>, in which everything stands
    hint: /</,
    pattern: expression(
      String.raw`(<(?:[\w-]{1,30}:)?(?!code\b|key\b)([A-Za-z][\w.-]{1,60})(?:\s[^<>]{0,500})?>\s{0,20})([^<>\s"\\]{1,8000})`,
    ),
    kindOf: byName,
  },
  {
    // <textarea name="token">…, <entry key="password">…
    hint: /</,
    pattern: expression(
      String.raw`(<(?!input|meta|link|img)[A-Za-z][\w:.-]{0,40}\s[^<>]{0,300}?\b(?:name|key|id)\s{0,5}=\s{0,5}${quote}([\w.$-]{2,100})${quote}[^<>]{0,300}>\s{0,20})([^<>\s"\\]{1,8000})`,
    ),
    kindOf: byName,
  },
  {
    // <th>API key</th><td>…</td>, <key>password</key><string>…</string>
    hint: /</,
    pattern: expression(
      String.raw`(>\s{0,20}([A-Za-z][\w .-]{1,40}?)\s{0,5}:?\s{0,5}<\\{0,7}/[\w-]{1,30}>\s{0,40}<[\w-]{1,30}[^<>]{0,200}>\s{0,20})([^<>\s"\\]{1,8000})`,
    ),
    kindOf: byNameWhenMixed,
  },
  {
    hint: /form-data/i,
    pattern: expression(
      String.raw`(form-data;\s{0,3}name=${quote}([\w.[\]-]{1,100})${quote}[^]{0,200}?(?:\r?\n\r?\n|(?:\\{1,7}r)?\\{1,7}n(?:\\{1,7}r)?\\{1,7}n))([^\s\\"]{1,8000})`,
    ),
    kindOf: byName,
  },
  digest,
  {
    hint: /authorization/i,
    pattern: expression(
      String.raw`(\bauthorization(?:${quote})?\s{0,3}[:=]\s{0,3}(?:${quote})?(token|api-?key|key|negotiate|ntlm|dpop|oauth|hawk|jwt|ssws|gnap|shared-?key(?:lite)?)\s{1,3})([\w+/=.~:-]{6,8000})`,
    ),
    kindOf: () => 'token',
  },
  {
    hint: /-u|--(?:proxy-)?user/i,
    pattern: expression(
      String.raw`(\s(-u|-U|--user|--proxy-user)[\s=]\s{0,3}(?:${quote})?[^\s:"'\\]{1,100}:)([^\s"'\\]{4,500})`,
    ),
    kindOf: (_, value) => (/^\d+$/.test(value) ? undefined : 'password'),
  },
  {
    // --token …
    hint: /\s--[a-z]/i,
    pattern: expression(String.raw`(\s--([a-z][a-z-]{1,40})\s{1,3}(?:${quote})?)([^\s"'\\<>-][^\s"'\\<>]{5,500})`),
    kindOf: (name, value) => (isMixed(value) ? byName(name, value) : undefined),
  },
  {
    // sshpass -p …, mysql -p…
    hint: /\s-p/,
    pattern: new RegExp(
      String.raw`(\b(?:(sshpass|login)\b[^\r\n]{0,100}?\s-p\s{1,3}|(?:mysql|mysqldump|mysqladmin|mariadb)(?=\s)[^\r\n]{0,100}?\s-p)(?:${quote})?)([^\s"'\\<>-][^\s"'\\<>]{5,500})`,
      'g',
    ),
    kindOf: (_, value) => (isMixed(value) ? 'password' : undefined),
  },
  {
    // The words of a wallet
    hint: /mnemonic|phrase/i,
    pattern: expression(
      String.raw`(\b(mnemonic|(?:seed|recovery|secret|backup)[ _-]?phrase)(?:${quote})?\s{0,3}[:=]\s{0,3}(?:${quote})?)([a-z]{3,10}(?: [a-z]{3,10}){4,23})(?![a-z])`,
    ),
    kindOf: () => 'secret',
  },
  {
    // The private members of a JWK. @see https://www.rfc-editor.org/rfc/rfc7518#section-6
    hint: /"kty/,
    pattern: expression(String.raw`(\\{0,7}"(d|p|q|dp|dq|qi|k)\\{0,7}"\s{0,5}:\s{0,5}\\{0,7}")([\w-]{12,4000})`),
    kindOf: () => 'key',
  },
];

function isMixed(value: string): boolean {
  return /\d/.test(value) && /\p{L}/u.test(value);
}

function expression(pattern: string): RegExp {
  return new RegExp(pattern, 'gi');
}

const cookieLine = new RegExp(
  String.raw`(\bcookie(?:${quote})?\s{0,3}:\s{0,3}(?:${quote})?)([^\r\n"'\\<>]{1,4000})`,
  'gi',
);

function cookies(pairs: string, store: SecretStore): string {
  const [first = '', ...others] = pairs.split(';');
  const rest = others.map((pair) => (attribute.test(pair) ? pair : cookie(pair, store)));
  return [cookie(first, store), ...rest].join(';');
}

const attribute = /^\s*(?:path|domain|expires|max-age|samesite|secure|httponly|partitioned|priority)\b/i;

function cookie(pair: string, store: SecretStore): string {
  return pair.replace(/^(\s*[\w.%-]{1,100}=)([^\s,]{8,4000})/, (whole, lead: string, value: string) =>
    isMark(value) ? whole : lead + store.learn(value, 'cookie'),
  );
}
