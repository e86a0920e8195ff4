/** One policy: sources by directive name, in lower case. Of a directive that stands there twice the first counts. */
export type SecurityPolicy = ReadonlyMap<string, readonly string[]>;

/** Where a form's data is about to go. */
export interface FormTarget {
  /** Absolute. */
  readonly url: string;
  /** The page with the form. */
  readonly page: string;
  /** True when the address is reached by a redirect: then a source's path is not compared. */
  readonly redirected: boolean;
}

/**
 * Reads the value of a Content-Security-Policy header (several, joined with commas, are several policies) or of a meta element.
 * @see https://www.w3.org/TR/CSP3/#parse-serialized-policy
 */
export function readPolicies(text: string): readonly SecurityPolicy[] {
  return text
    .split(',')
    .map(readPolicy)
    .filter((policy) => policy.size > 0);
}

/**
 * The sources of the first policy whose `form-action` does not allow the target, else undefined. Every policy must allow it;
 * one without the directive allows everything, since `form-action` has no fallback.
 * @see https://www.w3.org/TR/CSP3/#directive-form-action
 */
export function formActionAgainst(
  policies: readonly SecurityPolicy[],
  target: FormTarget,
): readonly string[] | undefined {
  return policies
    .map((policy) => policy.get('form-action'))
    .find((sources) => sources !== undefined && !allows(sources, target));
}

/**
 * Whether a source list allows an address.
 * @see https://www.w3.org/TR/CSP3/#match-url-to-source-list
 */
export function allows(sources: readonly string[], { url, page, redirected }: FormTarget): boolean {
  if (!URL.canParse(url) || !URL.canParse(page)) return false;
  const target = new URL(url);
  const self = new URL(page);
  return sources.some((source) => matches(source, target, self, redirected));
}

const hostSource =
  /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[a-z\d_-]+(?:\.[a-z\d_-]+)*\.?)(?::(\d+|\*))?(\/[^?#]*)?(?:[?#].*)?$/i;
const schemeSource = /^[a-z][a-z\d+.-]*:$/i;

/** `'none'`, nonces, hashes and other words in quotes match nothing. */
function matches(source: string, url: URL, self: URL, redirected: boolean): boolean {
  if (source === '*') return isHttp(url.protocol) || url.protocol === self.protocol;
  if (source.toLowerCase() === "'self'") return isSelf(url, self);
  if (schemeSource.test(source)) return schemeFits(source.toLowerCase(), url.protocol);
  const [, scheme, host = '', port = '', path = ''] = hostSource.exec(source) ?? [];
  if (host === '' || url.hostname === '') return false;
  return (
    schemeFits(scheme === undefined ? self.protocol : `${scheme.toLowerCase()}:`, url.protocol) &&
    hostFits(host.toLowerCase(), url.hostname) &&
    portFits(port, url) &&
    (redirected || pathFits(path, url.pathname))
  );
}

function isHttp(protocol: string): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

/** A safer form of the scheme is allowed as well. */
function schemeFits(wanted: string, actual: string): boolean {
  if (wanted === actual) return true;
  if (wanted === 'http:') return actual === 'https:';
  if (wanted === 'ws:') return actual === 'wss:' || isHttp(actual);
  return wanted === 'wss:' && actual === 'https:';
}

function isSelf(url: URL, self: URL): boolean {
  if (url.protocol === self.protocol && url.host === self.host && isHttp(self.protocol)) return true;
  const usualPorts = url.port === '' && self.port === '';
  return (
    url.hostname === self.hostname &&
    url.hostname !== '' &&
    (url.port === self.port || usualPorts) &&
    (url.protocol === 'https:' || url.protocol === 'wss:' || (self.protocol === 'http:' && url.protocol === 'ws:'))
  );
}

function hostFits(pattern: string, host: string): boolean {
  if (pattern.startsWith('*')) return host.endsWith(pattern.slice(1));
  return pattern === host;
}

const usualPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443' };

function portFits(pattern: string, url: URL): boolean {
  if (pattern === '*') return true;
  if (pattern === '') return url.port === '';
  return pattern === (url.port === '' ? usualPorts[url.protocol] : url.port);
}

function pathFits(pattern: string, path: string): boolean {
  if (pattern === '' || (pattern === '/' && path === '')) return true;
  const wanted = pattern.split('/').map(unescaped);
  const actual = path.split('/').map(unescaped);
  const isFolder = wanted.at(-1) === '';
  if (isFolder) wanted.pop();
  if (isFolder ? wanted.length > actual.length : wanted.length !== actual.length) return false;
  return wanted.every((piece, index) => piece === actual[index]);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readPolicy(text: string): SecurityPolicy {
  const policy = new Map<string, readonly string[]>();
  for (const directive of text.split(';')) {
    const [name = '', ...sources] = directive.split(/[\t\n\f\r ]+/).filter((word) => word !== '');
    const key = name.toLowerCase();
    if (key !== '' && !policy.has(key)) policy.set(key, sources);
  }
  return policy;
}
