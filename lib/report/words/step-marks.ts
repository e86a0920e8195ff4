import type { Exchange } from '../../kernel/exchange.ts';
import { isFault } from '../../kernel/gravity.ts';
import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import type { StepMark, StepState } from '../../kernel/step-mark.ts';
import { objectsIn, observedValue } from '../data/evidence-value.ts';

type Step = StepMark['step'];

/** Claude's twelve steps in their order. */
export const markedSteps: readonly Step[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** How each of Claude's twelve steps stands in a report, finished or partial. Pure. */
export function stepMarks(report: Report): readonly StepMark[] {
  return markedSteps.map((step) => ({ step, state: stateOf(step, report) }));
}

/** Before anything was asked. */
export const noMarksYet: readonly StepMark[] = markedSteps.map((step) => ({ step, state: 'waiting' }));

function stateOf(step: Step, report: Report): StepState {
  const { stop } = report;
  if (stop?.step === step) return 'stopped';
  const isAfterStop = stop !== null && step > stop.step;
  const own = report.findings.filter((finding) => finding.step === step && isOfConnector(finding));
  // What only follows from the stop says nothing of a step that was not come to.
  const weighty = own.filter((finding) => !(isAfterStop && finding.explainedBy !== undefined));
  if (weighty.some(isFault)) return 'fault';
  if (weighty.some(({ severity }) => severity === 'warning')) return 'warning';
  if (isSignInStep(step) && isOpen(report)) return 'not-needed';
  if (wasSeen[step](report)) return 'passed';
  if (isAfterStop) return 'not-reached';
  return step >= 8 && step <= 11 && asksForSignIn(report) ? 'needs-sign-in' : 'not-seen';
}

/** What has to be there so that a step without findings counts as looked at. */
const wasSeen: Readonly<Record<Step, (report: Report) => boolean>> = {
  1: (report) => !isLocal(report) && (isReached(report) || wasResolved(report)),
  2: (report) => !isLocal(report) && isReached(report),
  3: ({ exchanges }) => exchanges.some((exchange) => exchange.step === 3 && isRead(exchange)),
  4: ({ exchanges }) => exchanges.some((exchange) => exchange.kind === 'response' && exchange.status === 401),
  5: (report) => hasDocument(report, 'resource-metadata', 'resource'),
  6: (report) => hasDocument(report, 'authorization-server', 'server') || hasDefaultEndpoints(report),
  7: (report) =>
    report.facts.auth.registration.length > 0 ||
    hasValue(report, 'registration') ||
    (gaveClient(report) && wasSeen[6](report)),
  8: (report) => isSignedIn(report) || hasValue(report, 'authorization-page'),
  9: (report) => isSignedIn(report) || hasValue(report, 'token-request'),
  10: ({ facts }) => facts.protocol.negotiated !== null || facts.tools !== null,
  11: ({ facts }) => facts.tools !== null,
  12: (report) => ['site-icons', 'server-icons', 'favicon-service'].some((key) => hasValue(report, key)),
};

function isOfConnector({ subject }: WordedFinding): boolean {
  return subject.kind === 'connector' || subject.kind === 'authorization-server';
}

function isSignInStep(step: Step): boolean {
  return step >= 4 && step <= 9;
}

/** Nobody is asked to sign in there: the server is open, or takes a credential of the person's own. */
function isOpen({ facts }: Report): boolean {
  return facts.auth.mode === 'none' || facts.auth.mode === 'static';
}

function asksForSignIn(report: Report): boolean {
  return report.facts.auth.mode === 'oauth' || report.facts.auth.mode === 'partial';
}

function isSignedIn({ evidence }: Report): boolean {
  return observedValue(evidence, 'sign-in')?.['failure'] === null;
}

function isLocal({ evidence }: Report): boolean {
  return observedValue(evidence, 'typed')?.['local'] === true;
}

function gaveClient({ evidence }: Report): boolean {
  return typeof observedValue(evidence, 'typed')?.['clientGiven'] === 'string';
}

/** The connector's own host answered. */
function isReached({ target, exchanges }: Report): boolean {
  const url = target && 'url' in target ? target.url : null;
  return exchanges.some((exchange) => isRead(exchange) && url !== null && isSameHost(exchange.url, url));
}

function wasResolved({ evidence }: Report): boolean {
  return observedValue(evidence, 'public-resolution')?.['status'] === 'answered';
}

function isRead({ kind }: Exchange): boolean {
  return kind === 'response';
}

function isSameHost(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).host === new URL(b).host;
}

/** Metadata that was found: on the way of the walk, or where the sign-in for calls leads. */
function hasDocument({ evidence }: Report, key: string, atCalls: 'resource' | 'server'): boolean {
  const signIn = observedValue(evidence, 'call-sign-in')?.[atCalls];
  return isChosen(observedValue(evidence, key)) || isChosen(isJsonObject(signIn) ? signIn : undefined);
}

function isChosen(documents: JsonObject | undefined): boolean {
  return typeof documents?.['chosen'] === 'number';
}

function hasDefaultEndpoints({ evidence }: Report): boolean {
  const endpoints = objectsIn(observedValue(evidence, 'default-endpoints'), 'endpoints');
  return endpoints.length > 0 && endpoints.every((endpoint) => endpoint['exists'] === true);
}

function hasValue({ evidence }: Report, key: string): boolean {
  return observedValue(evidence, key) !== undefined;
}
