import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { AuthorizationPage, SignInPage } from '../../kernel/evidence-active.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { SignIn } from '../../kernel/evidence-signed-in.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { formActionAgainst, readPolicies } from '../../parsing/content-security-policy.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { claudeClient } from '../../standards/claude-client.ts';
import { activeUses, judgeActive } from './active-evidence.ts';
import { pageCodes, type PageCode } from './authorization-page-codes.ts';
import { authorizationOutcome, type AuthorizationRefusal } from './authorization-refusal.ts';
import { matterOf } from './endpoint-answer.ts';

/** What the authorization server makes of Claude’s authorization request, and whether its page lets the person back to Claude. */
export const authorizationPageCheck = defineCheck({
  topic: 'authorization-page',
  needs: ['initialize', 'typed'],
  uses: [...activeUses, 'authorization-page', 'sign-in-endpoints', 'sign-in'],
  codes: pageCodes,
  evaluate(seen) {
    const outcomes = judgeActive(seen, seen['authorization-page'], pageCodes, (visit) => {
      const outcome = authorizationOutcome(visit, observed(seen['sign-in-endpoints']));
      if (outcome === 'not-reached') return [skip('not-reached', ...allCodes)];
      // A browser may pass where we do not.
      if (outcome === 'edge') return [skip('vantage', ...allCodes)];
      if (outcome === 'shown') return [...policyOutcomes(visit), ...methodOutcomes(visit)];
      return [
        rejection(visit, outcome),
        ...methodOutcomes(visit),
        skip('not-reached', 'auth.consent-csp-blocks-callback'),
      ];
    });
    return observed(seen['sign-in'])?.returnedBy === 'POST'
      ? [...cameByPost(seen), ...outcomes.flatMap(otherCodes)]
      : outcomes;
  },
});

/** What our own sign-in met, whatever the pages let guess. */
function cameByPost(seen: Parameters<typeof judgeActive>[0] & { readonly 'sign-in': Observation<SignIn> }) {
  return judgeActive(seen, seen['sign-in'], pageCodes, ({ hops }) => [
    found('auth.callback-redirect-keeps-post', {
      values: { how: 'back', url: '–', status: 0 },
      evidence: hops,
      confidence: 'certain',
    }),
  ]);
}

function otherCodes(outcome: Outcome<PageCode>): readonly Outcome<PageCode>[] {
  const code = 'auth.callback-redirect-keeps-post';
  if (outcome.kind === 'found') return outcome.code === code ? [] : [outcome];
  const codes = outcome.codes.filter((skipped) => skipped !== code);
  return codes.length === 0 ? [] : [skip(outcome.because, ...codes)];
}

const allCodes = Object.keys(pageCodes) as PageCode[];
const clients = { given: 'given', 'metadata-document': 'document', registered: 'registered' } as const;

function rejection(visit: AuthorizationPage, { how, code, said, confidence }: AuthorizationRefusal): Outcome<PageCode> {
  const last = visit.hops.at(-1);
  const values = {
    how,
    url: placeOf(how === 'page' ? last : visit.hops[0]),
    status: last?.kind === 'response' ? last.status : 0,
    code,
    said,
    spoke: said === '' ? 'no' : 'yes',
    client: clients[visit.clientId],
    about: matterOf(`${code} ${said}`),
  };
  return found('auth.authorize-rejects-callback', { values, confidence, evidence: visit.hops });
}

function policyOutcomes({ page, hops }: AuthorizationPage): Outcome<PageCode>[] {
  const code = 'auth.consent-csp-blocks-callback';
  // No page stood in the way, or none that a browser shows.
  if (page === null) return [skip('not-applicable', code)];
  const policies = page.policies.flatMap(readPolicies);
  const against = (url: string) => formActionAgainst(policies, { url, page: page.url, redirected: true });
  const sure = goesOnByForm(page, hops[0]);
  const state = (hop: string, sources: readonly string[]) => ({
    values: {
      hop,
      sure: sure ? 'form' : 'unseen',
      url: placeOf(hops.at(-1)),
      sources: inOneLine(sources.join(' '), 300),
    },
    evidence: hops.slice(-1),
  });
  const blocking = against(claudeClient.callback);
  if (blocking) {
    // Where a script leads on, as most pages without a form of their own do, the directive forbids nothing.
    const rest = sure ? {} : ({ severity: 'warning', confidence: 'possible' } as const);
    return [found(code, { ...state('callback', blocking), ...rest })];
  }
  const desktop = against(`${claudeClient.desktopScheme}//claude.ai/`);
  if (desktop) return [found(code, { ...state('desktop', desktop), severity: 'warning', confidence: 'possible' })];
  const isSignIn = page.forms.length === 0 || page.forms.some(({ asksForPassword }) => asksForPassword);
  // The consent page comes after the sign-in, and may have a policy of its own.
  return isSignIn ? [skip('needs-sign-in', code)] : [];
}

/** A form of the service’s own that is posted. The page of another provider, which serves many services, leads back in its own way. */
function goesOnByForm(page: SignInPage, first: Exchange | undefined): boolean {
  const isOwn = first !== undefined && originOf(first.url) === originOf(page.url);
  return isOwn && page.forms.some(({ method }) => method === 'post');
}

function methodOutcomes(visit: AuthorizationPage): Outcome<PageCode>[] {
  const code = 'auth.callback-redirect-keeps-post';
  const last = visit.hops.at(-1);
  const status = last?.kind === 'response' ? last.status : 0;
  if (visit.end === 'callback') {
    if (status !== 307 && status !== 308) return [];
    const values = { how: 'redirect', url: placeOf(last), status };
    return [found(code, { values, evidence: [last], severity: 'warning', confidence: 'possible' })];
  }
  if (visit.page?.forms.some(({ action, method }) => method === 'post' && isCallback(action))) {
    const values = { how: 'form', url: placeOf(last), status };
    return [found(code, { values, evidence: [last], confidence: 'certain' })];
  }
  return [skip(visit.page ? 'needs-sign-in' : 'not-reached', code)];
}

function isCallback(url: string): boolean {
  return URL.canParse(url) && `${new URL(url).origin}${new URL(url).pathname}` === claudeClient.callback;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

/** An address without its parameters. */
function placeOf(exchange: Exchange | undefined): string {
  return inOneLine(exchange?.url.replace(/[?#].*$/s, '') ?? '–');
}
