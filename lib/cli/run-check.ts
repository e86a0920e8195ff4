import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { arch, release, type } from 'node:os';
import { text as textOf } from 'node:stream/consumers';
import type { NodePorts } from '../adapters/node/ports.ts';
import type { NodeSignInOptions } from '../adapters/node/sign-in.ts';
import { msg, say } from '../i18n/say.ts';
import type { Json } from '../kernel/json.ts';
import type { ListingDraft } from '../kernel/listing.ts';
import type { SeenPicture } from '../kernel/picture.ts';
import type { Plan } from '../kernel/probe.ts';
import type { Report } from '../kernel/report.ts';
import { faviconService } from '../standards/favicon-service.ts';
import { publicResolver } from '../standards/public-resolver.ts';
import type { Told } from './account-options.ts';
import { ok, problem, type Read } from './read.ts';
import { languageTag } from './readers-language.ts';
import type { ReportSource, RunRequest } from './run-request.ts';
import type { Terminal } from './terminal.ts';
import { reasonOf } from './write-output.ts';

/** What a command wants of a run beside its report. */
export interface AlsoWanted {
  /** Told each picture that was seen on the way. */
  readonly onPicture?: (picture: SeenPicture) => void;
  /** What the author means to write into the directory’s form. */
  readonly listing?: ListingDraft;
}

/**
 * Runs or replays the check that a command needs, with its progress on the terminal; or says in one sentence why it cannot. The signal
 * ends a run: its report then holds what was found by then.
 */
export function runCheck(
  request: RunRequest,
  terminal: Terminal,
  signal: AbortSignal,
  also: AlsoWanted = {},
): Promise<Read<Report>> {
  const { subject } = request;
  return subject.kind === 'replay'
    ? judgedAgain(subject.source, request.told)
    : run(subject.text, request, { terminal, signal, also });
}

interface Surroundings {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly also: AlsoWanted;
}

async function judgedAgain(source: ReportSource, told: Told): Promise<Read<Report>> {
  const [{ openReport, sourceName }, { replay }, { withAnswers }] = await Promise.all([
    import('./open-report.ts'),
    import('../judge-again.ts'),
    import('./account-options.ts'),
  ]);
  const report = await openReport(source);
  if (!report.ok) return report;
  const answered: Report = {
    ...report.value,
    account: withAnswers(report.value.account, told.account),
    claude: told.claudeSays === null ? report.value.claude : shownBy(told),
  };
  const again = replay(answered, new Date());
  return again.kind === 'judged'
    ? ok(again.report)
    : problem(say('{name} cannot be used. {problem}', { name: sourceName(source), problem: again.words }));
}

async function run(text: string, request: RunRequest, around: Surroundings): Promise<Read<Report>> {
  const { terminal, signal, also } = around;
  const loading = Promise.all([import('../doctor.ts'), import('./progress.ts'), import('./sign-in-words.ts')]);
  const opened = await openPorts(request, terminal);
  const [{ diagnose }, { progressLine }, { isDocumentUnused, unusedDocumentWords }] = await loading;
  if (!opened.ok) return opened;
  const secret = await readSecret(request);
  if (!secret.ok) return secret;
  announce(request, secret.value !== null, terminal);
  try {
    const report = await diagnose(text, opened.value, {
      plans: plansOf(request),
      thorough: request.depth === 'thorough',
      local: request.local,
      resolver: request.resolver?.url ?? null,
      consents: consentsOf(request),
      connectTo: request.connectTo.length > 0,
      headers: request.headers,
      client: {
        id: request.client.id,
        secret: secret.value,
        metadataUrl: request.client.metadataUrl,
        ...(request.client.callback !== null && { callback: request.client.callback }),
      },
      headlessConsent: request.signIn === 'headless',
      faviconService: request.googleFavicon,
      ...(request.userAgent !== null && { userAgent: request.userAgent }),
      timeoutMs: request.timeoutMs,
      stepTimeoutMs: request.stepTimeoutMs,
      maxBodyBytes: request.maxBodyBytes,
      signal,
      ...also,
      onProgress: progressLine((line) => {
        terminal.progress(line);
      }),
      vantage: 'cli',
      account: request.told.account,
      claude: shownBy(request.told),
      environment: { browser: null, os: `${type()} ${release()} ${arch()}`, language: languageTag(process.env) },
    });
    if (request.client.metadataUrl !== null && isDocumentUnused(report)) {
      terminal.progress(null);
      terminal.say(unusedDocumentWords());
    }
    return ok(report);
  } finally {
    terminal.progress(null);
    // Not awaited: the report must not wait for sockets to say good-bye.
    void opened.value.close();
  }
}

/** Says before the run whom it tells what. */
function announce(request: RunRequest, hasSecret: boolean, terminal: Terminal): void {
  if (request.resolver?.consent === 'public-dns') {
    terminal.say(say('Asking {name}’s public resolver ({url}) for host names of this check.', publicResolver));
  }
  if (request.active) terminal.say(say(activeWords));
  if (request.signIn === 'headless') terminal.say(say(headlessWords));
  if (hasSecret && (request.active || request.signIn)) terminal.say(say(secretWords));
  if (request.googleFavicon) {
    terminal.say(
      say('Asking Google’s favicon service ({url}) for the icon of the connector’s domain.', {
        url: faviconService.url,
      }),
    );
  }
}

/** What Claude shows, as the report has it. */
function shownBy({ claudeSays }: Told): Json {
  if (claudeSays === null) return null;
  const reference = /\bofid_[0-9a-z]{6,64}\b/i.exec(claudeSays)?.[0] ?? null;
  return { sentence: claudeSays, stage: null, oauthError: null, reference, surface: null, seenAt: null };
}

const headlessWords = msg(
  'Where a sign-in is asked for, this check signs in without a browser, registers a client for it where none was given, and gives tokens and client back in the end.',
);

const secretWords = msg(
  'The client secret, and the tokens of a sign-in, go to the token endpoint that the sign-in service names, also where that is on another host, and only if the service is the one that the connector names. The report shows the address.',
);

const activeWords = msg(
  'Where a sign-in is asked for, this check also registers up to three clients in Claude’s name, opens the sign-in page and sends a made-up code for a token.',
);

/** The secret is all that standard input holds. */
async function readSecret({ client }: RunRequest): Promise<Read<string | null>> {
  if (!client.secretFromInput) return ok(null);
  const secret = (await textOf(process.stdin)).trim();
  if (secret === '') return problem(say('--client-secret-stdin found nothing on standard input.'));
  return /^[\x20-\x7e]+$/.test(secret)
    ? ok(secret)
    : problem(say('--client-secret-stdin needs one line of printable characters.'));
}

async function openPorts(request: RunRequest, terminal: Terminal): Promise<Read<NodePorts>> {
  const { connectTo, caFile } = request;
  const [{ createNodePorts }, ca] = await Promise.all([import('../adapters/node/ports.ts'), readAuthorities(caFile)]);
  if (!ca.ok) return ca;
  const signIn = request.signIn === 'browser' ? await signInOptions(request, terminal) : null;
  return ok(
    createNodePorts({
      connectTo,
      ...(ca.value !== null && { cacert: ca.value }),
      env: process.env,
      ...(signIn && { signIn }),
    }),
  );
}

async function signInOptions({ client, timeoutMs }: RunRequest, terminal: Terminal): Promise<NodeSignInOptions> {
  const [{ openDefaultBrowser }, { signInPages, signInWords }] = await Promise.all([
    import('../adapters/node/sign-in.ts'),
    import('./sign-in-words.ts'),
  ]);
  // What comes after the sign-in needs time as well.
  const patienceMs = Math.max(timeoutMs / 2, timeoutMs - 60_000);
  return {
    tell: (url) => {
      terminal.progress(null);
      terminal.say(signInWords(url, patienceMs, process.env));
    },
    openBrowser: openDefaultBrowser,
    pages: signInPages(),
    ...(client.callback !== null && { callback: client.callback }),
    patienceMs,
  };
}

async function readAuthorities(file: string | null): Promise<Read<string | null>> {
  if (file === null) return ok(null);
  try {
    const pem = await readFile(file, 'utf8');
    const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
    return certificates.length > 0 && certificates.every(isCertificate)
      ? ok(pem)
      : problem(say('{file} holds no certificate in PEM form that can be read.', { file }));
  } catch (error) {
    return problem(say('{name} cannot be read: {reason}.', { name: file, reason: reasonOf(error) }));
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}

function plansOf({ depth, active, signIn }: RunRequest): readonly Plan[] {
  return [
    'walk',
    ...(depth === 'quick' ? [] : (['side', 'wider'] as const)),
    ...(active ? (['active'] as const) : []),
    ...(signIn ? (['signed-in'] as const) : []),
  ];
}

function consentsOf({ resolver, active, signIn, googleFavicon }: RunRequest): readonly string[] {
  return [
    ...(resolver ? [resolver.consent] : []),
    ...(active ? ['active'] : []),
    ...(signIn ? ['sign-in'] : []),
    ...(googleFavicon ? ['google-favicon'] : []),
  ];
}
