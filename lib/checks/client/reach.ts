import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { ReachLook } from '../../kernel/evidence-browser.ts';
import type { FailureReason } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { browserSources as sources } from './browser-sources.ts';
import { hostOf, saidWords } from './look-words.ts';
import {
  failsOutside,
  isReached,
  isServerError,
  isTold,
  looksAtClaude,
  whyMissing,
  whyUntold,
  type FailedLook,
} from './looks.ts';

/** What the word of the browser means, for people. */
const meaning =
  '{reason, select, dns {This network found no address for the name.} refused {Nothing takes connections there, or something on the way refuses them.} reset {The connection was broken off on the way.} unreachable {There is no way there from this network.} timeout {That was one try: the way or the service may be slow just now.} tlsexpired {The certificate that came was out of date, or this computer’s clock is wrong.} tls {No secure connection came about.} policy {A rule that your organization has set in this browser forbids it.} server {The server says that it cannot do its work.} other {How it failed says the browser’s own word.}}';

const elsewhere =
  'Open claude.ai over another network, such as a phone’s. If it works there, this network, its filter or its proxy has to let claude.ai and *.anthropic.com through: show this to whoever runs it. If it fails there as well, look at status.claude.com.';

const service =
  'Wait some minutes, then look again. Nobody but Anthropic can change this; status.claude.com says what is known of it.';

/** Does this browser reach Claude at all, where no extension can touch its requests? */
export const reachCheck = defineCheck({
  topic: 'reach',
  needs: [],
  uses: ['browser', 'reach'],
  codes: {
    'client.offline': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: 'This browser is offline',
      detail:
        'It has no network connection, so Claude’s pages cannot be reached, and nothing can be said of what else may stand in the way.',
      fix: 'Connect this computer to the network, then look again.',
      sources: [sources.online, sources.errors],
    },
    'client.claude-unreachable': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'network',
      title:
        '{reason, select, server {claude.ai itself fails} timeout {claude.ai did not answer in time} other {This browser does not reach claude.ai}}',
      detail: `The request failed outside Claude’s page{page, select, failed { as well} other {}}, where no extension can touch it ({said}). ${meaning}{reason, select, timeout {} other { So it is no extension that blocks the page.}}`,
      fix: `{reason, select, server {${service}} other {${elsewhere}}}`,
      sources: [sources.hosts, sources.errors, sources.netErrors],
    },
    'client.directory-unreachable': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'network',
      title:
        '{reason, select, server {The connectors directory fails at Claude} timeout {Claude’s connectors directory did not answer in time} other {This browser does not reach Claude’s connectors directory}}',
      detail: `The directory comes from {host}, and the request failed outside Claude’s page{page, select, failed { as well} other {}}, where no extension can touch it ({said}). ${meaning} Claude then says “Could not load connectors directory”{reason, select, timeout {} other {, and no extension is to blame}}.`,
      fix: `{reason, select, server {${service}} other {${elsewhere}}}`,
      sources: [sources.directoryFails, sources.hosts, sources.netErrors],
    },
  },
  evaluate({ browser, reach }) {
    const looks = observed(reach)?.looks ?? null;
    const unseen = looks === null ? whyMissing(reach) : null;
    return [
      ...offline(browser, looks ?? []),
      ...(looks === null
        ? [skip(unseen ?? 'not-asked', 'client.claude-unreachable', 'client.directory-unreachable')]
        : [...claude(looks), ...directory(looks)]),
    ];
  },
});

type Code = 'client.offline' | 'client.claude-unreachable' | 'client.directory-unreachable';

function offline(browser: Observation<EvidenceMap['browser']>, looks: readonly ReachLook[]): Outcome<Code>[] {
  const online = observed(browser)?.online;
  const isReached = looks.some(({ outside, page }) => outside.kind === 'answered' || page?.kind === 'answered');
  // A browser that says it is offline can be wrong, as with some VPNs; an answer proves it.
  if (isReached) return [];
  const saysSo = looks.some((look) => failsOutside(look) && offlineWords.test(look.outside.said));
  if (online === false || saysSo) return [found('client.offline')];
  return online === undefined ? [skip(whyMissing(browser), 'client.offline')] : [];
}

const offlineWords = /^(?:net::ERR_INTERNET_DISCONNECTED|NS_ERROR_OFFLINE)\b/;

function claude(all: readonly ReachLook[]): Outcome<Code>[] {
  const looks = looksAtClaude(all);
  const why = whyUntold(looks.map(({ outside }) => outside));
  if (why !== null) return [skip(why, 'client.claude-unreachable')];
  const told = looks.filter(({ outside }) => isTold(outside));
  if (looks.some(isReached) || !told.every(failsToReach)) return [];
  return [unreachable('client.claude-unreachable', gravest(told))];
}

function directory(all: readonly ReachLook[]): Outcome<Code>[] {
  const looks = all.filter(({ need }) => need === 'directory-registry');
  const why = whyUntold(looks.map(({ outside }) => outside));
  if (why !== null) return [skip(why, 'client.directory-unreachable')];
  const failing = looks.filter((look) => failsToReach(look) && !isReached(look));
  return failing.length > 0 ? [unreachable('client.directory-unreachable', gravest(failing))] : [];
}

function failsToReach(look: ReachLook): boolean {
  return failsOutside(look) || isServerError(look.outside);
}

/** What says most of why: the browser's word for a failure before a time limit, and that before an error of the server's. */
function gravest(looks: readonly ReachLook[]): ReachLook | undefined {
  const failing = looks.filter(failsOutside);
  return failing.find(({ outside: { reason } }) => !isUnsure.has(reason)) ?? failing[0] ?? looks[0];
}

/** An extension may have set the proxy, and then it touches our requests as well: `client.proxy-controlled` tells of it. */
function isAtProxy(look: ReachLook): boolean {
  return failsOutside(look) && look.outside.reason === 'proxy';
}

function unreachable(code: Code, look: ReachLook | undefined): Outcome<Code> {
  if (look === undefined) return skip('not-asked', code);
  if (isAtProxy(look)) return skip('prerequisite', code);
  const host = hostOf(look.url);
  const page = look.page !== null && isTold(look.page) ? 'failed' : 'unseen';
  if (failsOutside(look)) {
    const reason = kindOfFailure(look);
    return found(code, {
      values: { host, reason, page, said: saidWords(look.outside) },
      ...(isUnsure.has(look.outside.reason) && { confidence: 'likely' as const }),
      ...(reason === 'timeout' && { severity: 'problem' as const }),
    });
  }
  const status = look.outside.kind === 'answered' ? look.outside.status : 0;
  const values = { host, reason: 'server', page, said: `HTTP status ${String(status)}` };
  return found(code, { values, confidence: 'likely', who: 'anthropic' });
}

/** One try alone: a slow answer, or one that the end of our own look cut off, may come the next time. */
const isUnsure: ReadonlySet<FailureReason> = new Set(['timeout', 'aborted', 'unknown']);

function kindOfFailure({ outside: { reason, said } }: FailedLook): string {
  if (/BLOCKED_BY_ADMINISTRATOR|BLOCKED_BY_POLICY/.test(said)) return 'policy';
  if (reason === 'tls-expired') return 'tlsexpired';
  return reason.startsWith('tls-') ? 'tls' : reason;
}
