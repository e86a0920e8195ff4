import assert from 'node:assert/strict';
import type { Authority } from '../../clinic/authority.ts';
import { codeDefinitions } from '../../lib/checks/catalog.ts';
import { problemsOfWords } from '../../lib/i18n/words.ts';
import { createNodePorts } from '../../lib/adapters/node/ports.ts';
import { cleanUpMs } from '../../lib/engine/run.ts';
import { diagnose, type DiagnoseOptions } from '../../lib/doctor.ts';
import { judgeAgain } from '../../lib/judge-again.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { Plan } from '../../lib/kernel/probe.ts';
import { withholdable, type Report } from '../../lib/kernel/report.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import { decodeReport } from '../../lib/report/data/codec.ts';
import { canBeJudgedAgain } from '../../lib/report/sharing/can-be-judged-again.ts';
import { prepareReport } from '../../lib/report/sharing/prepare-report.ts';
import type { CaseFlags, CorpusCase } from './corpus-case.ts';
import { createRig, type Rig } from './rig.ts';

/** Puts up the servers of a case, diagnoses what is typed as the command line would, and tears everything down. */
export async function runCase(
  authority: Authority,
  corpusCase: CorpusCase,
  look: (report: Report, rig: Rig) => void | Promise<void>,
): Promise<void> {
  const rig = await createRig(authority);
  try {
    const typed = await corpusCase.start(rig);
    await look(await diagnoseOn(rig, typed, corpusCase.flags ?? {}), rig);
  } finally {
    await rig.close();
  }
}

/** The report of a case says exactly what is expected of it, and keeps what every report must. */
export function checkReport(corpusCase: CorpusCase, report: Report, rig: Rig): void {
  const seen = {
    verdict: report.verdict,
    primary: report.primary?.code ?? null,
    stop: report.stop?.step ?? null,
    findings: report.findings.map((finding) => finding.code).sort(),
  };
  assert.deepEqual(seen, corpusCase.expect, crashesOf(report));
  checkSoundness(corpusCase, report, rig);
}

/** What every report of the corpus must satisfy, whatever it says and whoever made it. */
export function checkSoundness({ expect, flags = {} }: CorpusCase, report: Report, rig: Rig): void {
  checkVerdict(report);
  assert.equal(report.run.status, 'complete');
  const mostMs = (flags.timeoutMs ?? defaults.timeoutMs) + graceMs + (takesBack(flags) ? cleanUpMs.all : 0);
  assert.ok(report.run.durationMs <= mostMs, 'it outlived its deadline');
  assert.ok(
    rig.traps.every((trap) => trap.connections === 0),
    'a private address was connected to',
  );
  const text = encodeReport(report);
  for (const [kind, secret] of Object.entries(rig.secrets)) {
    assert.ok(!text.includes(secret), `the planted ${kind} stands in the report`);
  }
  const again = judgeAgain(decoded(text), new Date(0));
  assert.deepEqual(
    {
      findings: again.findings,
      verdict: again.verdict,
      stop: again.stop,
      passed: again.passed,
      skipped: again.skipped,
    },
    {
      findings: report.findings,
      verdict: report.verdict,
      stop: report.stop,
      passed: report.passed,
      skipped: report.skipped,
    },
    'judging the report again says something else',
  );
  checkLeavingOut(report);
  for (const { code, values } of report.findings) {
    assert.deepEqual(problemsOfWords(codeDefinitions[code], values), [], `${code} cannot be worded`);
  }
  if (flags.active !== true && flags.signIn === undefined) checkNothingWritten(rig);
  if (expect.verdict === 'ready') checkManners(rig, report);
  const isHealthy = expect.verdict === 'ready' || expect.verdict === 'sign-in-needed';
  if (isHealthy && flags.active !== true && flags.signIn === undefined && flags.faviconService !== true)
    checkRequests(report);
}

const allButExchanges = withholdable.filter((part) => part !== 'exchanges');

/** Whoever leaves out everything that names somebody has a report that still opens, and that is judged as before. */
function checkLeavingOut(report: Report): void {
  const prepared = prepareReport(report, { withhold: allButExchanges, note: null });
  const host = report.target && 'host' in report.target ? report.target.host : '';
  if (/\.acme\./.test(host)) {
    const text = JSON.stringify({ ...prepared, findings: prepared.findings.map((each) => ({ ...each, sources: [] })) });
    assert.ok(!text.toLowerCase().includes(host), 'the host that was left out stands in the report');
  }
  const opened = decoded(encodeReport(prepared));
  assert.deepEqual(prepareReport(opened, { withhold: allButExchanges, note: null }), opened);
  const limits = canBeJudgedAgain(opened);
  const unjudged: ReadonlySet<string> = new Set(limits.kind === 'but' ? limits.codes : []);
  const judged = ({ verdict, stop, findings, passed, skipped }: Report) => ({
    verdict,
    stop: stop?.step ?? null,
    findings: findings
      .filter(({ code }) => !unjudged.has(code))
      .map(({ id, severity, confidence, step, explainedBy }) => ({ id, severity, confidence, step, explainedBy })),
    passed: passed.filter((code) => !unjudged.has(code)),
    skipped: skipped.filter(({ code }) => !unjudged.has(code)),
  });
  assert.deepEqual(judged(judgeAgain(opened, new Date(0))), judged(report), 'what was left out changes the judgement');
}

/** What is broken has a cause and a step, and its cause is grave enough to fail a check. */
function checkVerdict({ verdict, primary, stop, findings }: Report): void {
  if (verdict !== 'broken') return;
  assert.ok(primary && stop, 'it is broken without a cause or a step');
  assert.equal(findings.find(({ id }) => id === primary.id)?.severity, 'blocker', 'its cause is no blocker');
}

/**
 * Codes that a report calls passed although nobody can have seen it: what lies beyond the answer that stopped the walk, and what
 * only this machine's own resolver could tell of a host that is dialled elsewhere.
 */
export function passedUnseen(report: Report): readonly FindingCode[] {
  // Behind a sign-in the first contact was seen in full.
  const isInside = report.stop !== null && report.stop.step >= 10 && report.facts.auth.mode === 'oauth';
  const beyond = unseenFamilies(report).filter((family) => !isInside || family !== 'auth');
  const atFirstContact: readonly FindingCode[] = isInside ? ['transport.origin-rejected'] : [];
  return report.passed.filter(
    (code) =>
      code === 'dns.split-horizon' ||
      (beyond.some((family) => code.startsWith(`${family}.`)) && !atFirstContact.includes(code)),
  );
}

function unseenFamilies({ stop, primary, facts, exchanges, findings }: Report): readonly string[] {
  // Behind a local address, a plain URL and the like everything is examined all the same.
  if (!stop || !primary || facts.transport !== null || primary.code.startsWith('url.')) return [];
  const answered = exchanges.some(
    ({ kind, redirects, variant }) => variant.era !== null && (kind === 'response' || redirects.length > 0),
  );
  if (!answered) return ['http', 'transport', 'auth', 'tools'];
  // A body without end is the server's own answer: it says something about the request.
  // Where only some requests fail, the others were answered by the server itself.
  if (findings.some(({ code, values }) => code === 'http.gateway-error' && values['state'] === 'flapping'))
    return ['tools'];
  const isFromBefore = primary.code.startsWith('http.') && primary.code !== 'http.body-too-large';
  return isFromBefore ? ['transport', 'auth', 'tools'] : ['tools'];
}

const defaults = { timeoutMs: 30_000, stepTimeoutMs: 10_000, maxBodyBytes: 8 * 1024 * 1024 };
/** What the process may take to assemble the report after its deadline. */
const graceMs = 1_000;

/** Only these plans make anything on the other side that has to be taken back after the end. */
function takesBack({ active, signIn }: CaseFlags): boolean {
  return active === true || signIn !== undefined;
}

/** Diagnoses what is typed, on the servers of a rig, as the command line would. */
export async function diagnoseOn(
  rig: Rig,
  typed: string,
  flags: CaseFlags,
  also: Pick<DiagnoseOptions, 'onPicture' | 'listing'> = {},
): Promise<Report> {
  const ports = createNodePorts({
    connectTo: rig.connectTo,
    ...(flags.trusted !== false && { cacert: rig.caPem }),
    env: flags.env ?? {},
  });
  const report = diagnose(typed, ports, {
    plans: plansOf(flags),
    thorough: flags.thorough ?? false,
    local: flags.local ?? false,
    resolver: flags.resolver === false ? null : rig.resolver,
    consents: [],
    connectTo: true,
    headers: flags.headers?.(rig) ?? {},
    client: { id: null, secret: null, metadataUrl: null, ...flags.client?.(rig) },
    headlessConsent: flags.signIn === 'headless',
    faviconService: flags.faviconService ?? false,
    timeoutMs: flags.timeoutMs ?? defaults.timeoutMs,
    stepTimeoutMs: flags.stepTimeoutMs ?? defaults.stepTimeoutMs,
    maxBodyBytes: flags.maxBodyBytes ?? defaults.maxBodyBytes,
    signal: new AbortController().signal,
    vantage: 'cli',
    environment: null,
    ...also,
  });
  return report.finally(() => ports.close());
}

/** The plans that these flags ask for. */
export function plansOf({ quick, active, signIn }: CaseFlags): readonly Plan[] {
  return [
    'walk',
    ...(quick === true ? [] : (['side', 'wider'] as const)),
    ...(active === true ? (['active'] as const) : []),
    ...(signIn === undefined ? [] : (['signed-in'] as const)),
  ];
}

/** What the default plan may ask of a healthy server, by how it wants a sign-in; what it declares itself (further pages, resources, prompts) excepted. */
const mostRequests: Readonly<Record<Report['facts']['auth']['mode'], number>> = {
  none: 20,
  oauth: 22,
  static: 22,
  unknown: 22,
  // Both an open server’s listing and the documents of a sign-in are looked at.
  partial: 26,
};

/** Three registrations and their removal, the way to the first page, and a token request. */
const mostActiveRequests = 3 + 3 + 4 + 1;

function checkRequests(report: Report): void {
  const asked = report.exchanges.filter(({ requestBody }) => !isByDeclaration(requestBody ?? '')).length;
  const most = mostRequests[report.facts.auth.mode] + (report.run.plans.includes('active') ? mostActiveRequests : 0);
  assert.ok(asked <= most, `it was asked ${report.exchanges.length} times`);
}

/** Further pages, and lists and apps that the server itself says it has. */
function isByDeclaration(requestBody: string): boolean {
  return /"cursor"|"method":"(?:resources|prompts)\//.test(requestBody);
}

/** Without the person's word nothing is sent that could write something: no POST but JSON-RPC, no DELETE but of our own session. */
function checkNothingWritten(rig: Rig): void {
  const reading = ['GET', 'HEAD', 'OPTIONS'];
  const writing = rig.log.requests.filter(
    ({ method, rpc, sessionId }) =>
      !reading.includes(method) && !(method === 'POST' && rpc !== null) && !(method === 'DELETE' && sessionId !== null),
  );
  assert.deepEqual(writing, [], 'something was written on the other side');
}

/** A healthy server is asked to initialize once, and is left without a session of ours. */
function checkManners(rig: Rig, report: Report): void {
  // What was answered by a redirect reached nobody.
  const received = rig.log.requests.filter(({ rpc, status }) => rpc === 'initialize' && (status ?? 0) < 300);
  // Once without a token and once with it, where listing is open and calls are not.
  const most = report.run.plans.includes('signed-in') && report.facts.auth.mode === 'partial' ? 2 : 1;
  assert.ok(received.length <= most, 'initialize was sent more often than needed');
  const { opened, deleted } = rig.log.sessions();
  assert.deepEqual(
    opened.filter((session) => !deleted.includes(session)),
    [],
    'a session of ours was left behind',
  );
}

function decoded(text: string): Report {
  const result = decodeReport(text);
  assert.ok(result.ok, `the report cannot be read again: ${result.ok ? '' : result.problem}`);
  return result.report;
}

function crashesOf(report: Report): string | undefined {
  const crashed = report.skipped.filter((skip) => skip.because === 'crashed').map((skip) => skip.code);
  return crashed.length > 0 ? `crashed: ${crashed.join(', ')}` : undefined;
}
