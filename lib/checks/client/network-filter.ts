import { defineCheck, found, skip } from '../../kernel/check.ts';
import { ipLiteral, isGloballyRoutable } from '../../kernel/address.ts';
import type { ReachLook } from '../../kernel/evidence-browser.ts';
import type { FailureReason } from '../../kernel/exchange.ts';
import type { Confidence, Severity } from '../../kernel/finding.ts';
import { observed } from '../../kernel/observation.ts';
import { browserSources as sources } from './browser-sources.ts';
import { hostOf, named, saidWords } from './look-words.ts';
import { failsOutside, isReached, isTold, whyUntold } from './looks.ts';

/** Does something on this network answer in Claude’s place? */
export const networkFilterCheck = defineCheck({
  topic: 'network-filter',
  needs: ['reach'],
  uses: ['browser'],
  codes: {
    'client.network-filter': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'network',
      title:
        '{sign, select, portal {This network leads Claude’s requests to {detail}} address {Claude’s name leads to a private address here} dns {This network does not know {hosts}} other {Something on this network answers in Claude’s place}}',
      detail:
        '{sign, select, certificate {The certificate that came for {hosts} is not one that this browser trusts ({detail}). A company’s or a home filter, a virus scanner or the sign-in page of a public network does that.} name {The certificate that came for {hosts} belongs to another name ({detail}). A filter or the sign-in page of a public network does that.} handshake {Whatever answered for {hosts} did not speak a secure connection as Claude’s servers do ({detail}). Filters that block a site often answer so.} portal {The answer for {hosts} leads to {detail}, which is not Claude’s. Networks that ask for a sign-in first do that, and filters that show a page of their own.} address {{hosts} leads to {detail}, an address of a private network. A filter, a company’s gateway or an entry in this computer’s hosts file stands in between.} other {{hosts} has no address here ({detail}), while other hosts of Claude’s have one. DNS filters do that to the names on their lists.}} It was seen outside Claude’s page, so no extension is to blame.',
      fix: '{sign, select, portal {Open {detail} in a tab and sign in to the network if it asks for it, then reload Claude’s page. If it shows a page of a filter, ask whoever runs the network to let claude.ai and *.anthropic.com through.} other {Try another network, such as a phone’s. If Claude works there, ask whoever runs this network (or the filter or virus scanner on this computer) to let claude.ai and *.anthropic.com through, without opening their secure connections.}}',
      sources: [sources.hosts, sources.certificates, sources.captivePortals, sources.specialAddresses],
    },
  },
  evaluate({ reach: { looks }, browser }) {
    const why = whyUntold(looks.map(({ outside }) => outside));
    if (why !== null) return [skip(why, 'client.network-filter')];
    // What failed for us alone, while the page was answered by the same host, is no filter's work.
    const failing = looks.filter((look) => !isReached(look));
    const signs = [
      ...certificateSigns(failing),
      ...portalSigns(looks),
      ...(observed(browser)?.addressesAreEvidence === true ? addressSigns(looks, failing.some(failsOutside)) : []),
      ...nameSigns(looks, failing),
    ];
    const [first] = signs;
    if (first === undefined) return [];
    const { sign, detail, confidence, severity } = first;
    const alike = signs.filter((other) => other.sign === sign);
    const values = { sign, detail, hosts: named(alike.map(({ host }) => host)) };
    return [found('client.network-filter', { values, confidence, severity })];
  },
});

interface Sign {
  readonly sign: 'certificate' | 'name' | 'handshake' | 'portal' | 'address' | 'dns';
  readonly host: string;
  readonly detail: string;
  readonly confidence: Confidence;
  readonly severity: Severity;
}

function certificateSigns(looks: readonly ReachLook[]): readonly Sign[] {
  return looks.filter(failsOutside).flatMap(({ url, outside }): readonly Sign[] => {
    const sign = signOfTls[outside.reason];
    if (sign === undefined) return [];
    // Plain text on the port of secure connections may be anything; a certificate of somebody else's is proof.
    const confidence = sign === 'handshake' ? 'likely' : 'certain';
    return [{ sign, host: hostOf(url), detail: saidWords(outside), confidence, severity: 'blocker' }];
  });
}

const signOfTls: Readonly<Partial<Record<FailureReason, Sign['sign']>>> = {
  'tls-untrusted': 'certificate',
  'tls-chain': 'certificate',
  'tls-name': 'name',
  'tls-handshake': 'handshake',
};

function portalSigns(looks: readonly ReachLook[]): readonly Sign[] {
  return looks.flatMap(({ url, outside }) =>
    outside.kind === 'answered' && outside.leadsTo !== null
      ? [
          {
            sign: 'portal',
            host: hostOf(url),
            detail: hostOf(outside.leadsTo),
            confidence: 'likely',
            severity: 'blocker',
          } as const,
        ]
      : [],
  );
}

/** A proxy of a company’s network has such an address as well, and lets Claude through: it is the cause only where something fails. */
function addressSigns(looks: readonly ReachLook[], fails: boolean): readonly Sign[] {
  return looks.flatMap(({ url, outside }) => {
    const ip = outside.kind === 'answered' ? outside.ip : null;
    const noAddress = outside.kind === 'failed' && /ADDRESS_INVALID/.test(outside.said) ? '0.0.0.0' : null;
    const detail = ip !== null && ipLiteral(ip) !== undefined && !isGloballyRoutable(ip) ? ip : noAddress;
    if (detail === null) return [];
    const severity = fails ? 'blocker' : 'warning';
    return [{ sign: 'address', host: hostOf(url), detail, confidence: 'likely', severity } as const];
  });
}

/** A name that is not found says something only where others of Claude’s are: else this network has no DNS at all. */
function nameSigns(looks: readonly ReachLook[], failing: readonly ReachLook[]): readonly Sign[] {
  const hasFound = looks.some(({ outside }) => isTold(outside) && outside.kind === 'answered');
  if (!hasFound) return [];
  return failing.filter(failsOutside).flatMap(({ url, outside }) => {
    if (outside.reason !== 'dns') return [];
    const detail = saidWords(outside);
    return [{ sign: 'dns', host: hostOf(url), detail, confidence: 'likely', severity: 'blocker' } as const];
  });
}
