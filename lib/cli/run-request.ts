import { isCredentialName } from '../kernel/credential-name.ts';
import type { Headers } from '../kernel/exchange.ts';
import { say } from '../i18n/say.ts';
import { publicResolver } from '../standards/public-resolver.ts';
import { readTold, type RawToldOptions, type Told } from './account-options.ts';
import {
  readBytes,
  readCallback,
  readClientMetadataUrl,
  readConnectTo,
  readHeaders,
  readResolver,
  readSeconds,
  readUserAgent,
} from './option-values.ts';
import { ok, problem, type Read } from './read.ts';

/** The options of a command that runs or replays a check, as they were typed. */
export interface RawRunOptions extends RawToldOptions {
  readonly quick?: boolean;
  readonly thorough?: boolean;
  readonly local?: boolean;
  readonly publicDns?: boolean;
  readonly active?: boolean;
  readonly signIn?: boolean;
  readonly headlessConsent?: boolean;
  readonly clientId?: string;
  readonly clientSecretStdin?: boolean;
  readonly clientMetadataUrl?: string;
  readonly callback?: string;
  readonly googleFavicon?: boolean;
  readonly header?: readonly string[];
  readonly connectTo?: readonly string[];
  readonly userAgent?: string;
  readonly replay?: string;
  readonly timeout?: string;
  readonly stepTimeout?: string;
  readonly maxBody?: string;
  readonly cacert?: string;
  readonly resolver?: string;
}

/** Where a saved report is: `-` reads it from standard input, and a link holds it. */
export type ReportSource =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'standard-input' };

/** Where the report is that somebody means by a word on the command line. */
export function reportSource(word: string): ReportSource {
  if (word === '-') return { kind: 'standard-input' };
  return /^https?:\/\//i.test(word) || word.startsWith('#')
    ? { kind: 'link', link: word }
    : { kind: 'file', file: word };
}

/** The file in which a saved report is; null where it is in none. */
export function fileOf(source: ReportSource): string | null {
  return source.kind === 'file' ? source.file : null;
}

/** The file that a run judges again; null where it does not. */
export function fileReplayed({ subject }: Pick<RunRequest, 'subject'>): string | null {
  return subject.kind === 'replay' ? fileOf(subject.source) : null;
}

/** A run as the person wants it, understood and complete. */
export interface RunRequest {
  /** What to look at: a connector, or a saved report. */
  readonly subject:
    { readonly kind: 'url'; readonly text: string } | { readonly kind: 'replay'; readonly source: ReportSource };
  readonly depth: 'quick' | 'default' | 'thorough';
  readonly active: boolean;
  readonly signIn: 'browser' | 'headless' | null;
  /** Its secret, where there is one, is read from standard input. */
  readonly client: {
    readonly id: string | null;
    readonly secretFromInput: boolean;
    readonly metadataUrl: string | null;
    /** The loopback address to come back to; null for any. */
    readonly callback: string | null;
  };
  readonly googleFavicon: boolean;
  readonly local: boolean;
  /** The resolver that may be asked, and how the person allowed it. */
  readonly resolver: { readonly url: string; readonly consent: 'public-dns' | 'resolver' } | null;
  readonly headers: Headers;
  readonly userAgent: string | null;
  readonly timeoutMs: number;
  readonly stepTimeoutMs: number;
  readonly maxBodyBytes: number;
  /** curl's form, one entry each. */
  readonly connectTo: readonly string[];
  readonly caFile: string | null;
  /** What no request can see. */
  readonly told: Told;
}

/** Makes sense of the options of `command`, or says in one sentence what is wrong with the first that makes none. */
export function readRunRequest(command: string, url: string | null, raw: RawRunOptions): Read<RunRequest> {
  const subject = readSubject(command, url, raw);
  if (!subject.ok) return subject;
  if (raw.quick && raw.thorough) return problem(say('Choose either --quick or --thorough.'));
  if (raw.quick && raw.googleFavicon) return problem(say('Choose either --quick or --google-favicon.'));
  const resolver = resolverOf(raw);
  if (!resolver.ok) return resolver;
  const headers = readHeaders(raw.header ?? []);
  if (!headers.ok) return headers;
  if (raw.signIn && Object.keys(headers.value).some(isCredentialName)) {
    return problem(
      say('Choose either --sign-in or a --header with a credential: with the credential, nobody is asked to sign in.'),
    );
  }
  const userAgent = raw.userAgent === undefined ? ok(null) : readUserAgent(raw.userAgent);
  if (!userAgent.ok) return userAgent;
  const client = readClient(raw);
  if (!client.ok) return client;
  const limits = readLimits(raw);
  if (!limits.ok) return limits;
  const told = readTold(raw);
  if (!told.ok) return told;
  const connectTo = (raw.connectTo ?? []).map(readConnectTo);
  const bad = connectTo.find((read) => !read.ok);
  if (bad) return bad;
  return ok({
    subject: subject.value,
    depth: raw.quick ? 'quick' : raw.thorough ? 'thorough' : 'default',
    active: raw.active ?? false,
    signIn: raw.signIn ? (raw.headlessConsent ? 'headless' : 'browser') : null,
    client: client.value,
    googleFavicon: raw.googleFavicon ?? false,
    local: raw.local ?? false,
    resolver: resolver.value,
    headers: headers.value,
    userAgent: userAgent.value,
    ...limits.value,
    connectTo: connectTo.flatMap((read) => (read.ok ? [read.value] : [])),
    caFile: raw.cacert ?? null,
    told: told.value,
  });
}

function readSubject(command: string, url: string | null, raw: RawRunOptions): Read<RunRequest['subject']> {
  if (raw.replay !== undefined) {
    if (url !== null) return problem(say('--replay judges a saved report: leave the URL out.'));
    const idle = optionsOfARun.find(([member]) => raw[member] !== undefined);
    if (idle)
      return problem(say('--replay sends no request, so {option} has no effect: leave it away.', { option: idle[1] }));
    return ok({ kind: 'replay', source: reportSource(raw.replay) });
  }
  return url === null
    ? problem(say('{command} needs the connector’s URL, or --replay with a saved report.', { command }))
    : ok({ kind: 'url', text: url });
}

/** What says how to ask, and so nothing to a saved report. */
const optionsOfARun = [
  ['quick', '--quick'],
  ['thorough', '--thorough'],
  ['local', '--local'],
  ['publicDns', '--public-dns'],
  ['active', '--active'],
  ['signIn', '--sign-in'],
  ['headlessConsent', '--headless-consent'],
  ['clientId', '--client-id'],
  ['clientSecretStdin', '--client-secret-stdin'],
  ['clientMetadataUrl', '--client-metadata-url'],
  ['callback', '--callback'],
  ['googleFavicon', '--google-favicon'],
  ['header', '--header'],
  ['userAgent', '--user-agent'],
  ['timeout', '--timeout'],
  ['stepTimeout', '--step-timeout'],
  ['maxBody', '--max-body'],
  ['connectTo', '--connect-to'],
  ['cacert', '--cacert'],
  ['resolver', '--resolver'],
] as const satisfies readonly (readonly [keyof RawRunOptions, string])[];

function resolverOf(raw: RawRunOptions): Read<RunRequest['resolver']> {
  if (raw.resolver !== undefined) {
    if (raw.publicDns) return problem(say('Choose either --public-dns or --resolver.'));
    const url = readResolver(raw.resolver);
    return url.ok ? ok({ url: url.value, consent: 'resolver' }) : url;
  }
  return ok(raw.publicDns ? { url: publicResolver.url, consent: 'public-dns' } : null);
}

function readClient(raw: RawRunOptions): Read<RunRequest['client']> {
  if (raw.headlessConsent && !raw.signIn) return problem(say('--headless-consent needs --sign-in.'));
  if (raw.callback !== undefined && !raw.signIn) return problem(say('--callback needs --sign-in.'));
  const isUsed = raw.signIn === true || raw.active === true;
  const idle = [
    raw.clientId !== undefined && '--client-id',
    raw.clientSecretStdin && '--client-secret-stdin',
    raw.clientMetadataUrl !== undefined && '--client-metadata-url',
  ].find((name) => typeof name === 'string');
  if (idle && !isUsed) return problem(say('{option} needs --sign-in or --active.', { option: idle }));
  if (raw.clientSecretStdin && raw.clientId === undefined)
    return problem(say('--client-secret-stdin needs --client-id.'));
  if (raw.clientId !== undefined && raw.clientMetadataUrl !== undefined) {
    return problem(say('Choose either --client-id or --client-metadata-url.'));
  }
  if (raw.clientId !== undefined && !/^[\x20-\x7e]+$/.test(raw.clientId)) {
    return problem(say('--client-id needs printable characters.'));
  }
  const metadataUrl = raw.clientMetadataUrl === undefined ? ok(null) : readClientMetadataUrl(raw.clientMetadataUrl);
  if (!metadataUrl.ok) return metadataUrl;
  const callback = raw.callback === undefined ? ok(null) : readCallback(raw.callback);
  if (!callback.ok) return callback;
  return ok({
    id: raw.clientId ?? null,
    secretFromInput: raw.clientSecretStdin ?? false,
    metadataUrl: metadataUrl.value,
    callback: callback.value,
  });
}

type Limits = Pick<RunRequest, 'timeoutMs' | 'stepTimeoutMs' | 'maxBodyBytes'>;

function readLimits(raw: RawRunOptions): Read<Limits> {
  // People need minutes to sign in.
  const usual = raw.signIn === true && raw.headlessConsent !== true ? '300' : '60';
  const timeout = readSeconds('--timeout', raw.timeout ?? usual, 3600);
  if (!timeout.ok) return timeout;
  const stepTimeout = readSeconds('--step-timeout', raw.stepTimeout ?? '10', 600);
  if (!stepTimeout.ok) return stepTimeout;
  const maxBody = readBytes('--max-body', raw.maxBody ?? String(8 * 1024 * 1024));
  if (!maxBody.ok) return maxBody;
  return ok({ timeoutMs: timeout.value, stepTimeoutMs: stepTimeout.value, maxBodyBytes: maxBody.value });
}
