import { say } from '../../i18n/say.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { observedValue } from '../../report/data/evidence-value.ts';
import type { RequirementId } from './readiness-shape.ts';
import { byCodes, codesOf, confirm, met, titlesOf, unlooked, type Rule, type Scene, type Seen } from './scene.ts';

/** How the server is reached, spoken to and signed in to. */
export const serverRules = {
  'https-address': (scene) => {
    const { report } = scene;
    const faults = report.findings.filter(
      ({ code, severity, confidence }) =>
        /^(?:url|dns|net|tls|http)\./.test(code) && severity === 'blocker' && confidence !== 'possible',
    );
    if (faults.length > 0) return { state: 'unmet', why: titlesOf(faults, report), codes: codesOf(faults) };
    const typed = observedValue(report.evidence, 'typed');
    if (typed?.['local'] === true) {
      return confirm(say('This check looked at a server that is not public yet, as if it were.'));
    }
    if (typed?.['connectTo'] === true) {
      return confirm(
        say('This check was led there by a proxy or a test set-up, so it shows nothing of the public address.'),
      );
    }
    const isHttps = isJsonObject(typed?.['url']) && typed['url']['scheme'] === 'https:';
    if (!isHttps || !isAnswered(report.exchanges)) return confirm(say('Nothing answered, so it could not be seen.'));
    return met(say('It answers at an https address. Whether Anthropic’s own addresses are let in, its log shows.'));
  },
  'works-in-claude': ({ report }) => {
    const { primary, findings, stop, verdict } = report;
    const cause = findings.find(({ id }) => id === primary?.id);
    if (verdict === 'broken' && cause) {
      const values = { step: stop?.step ?? '?', title: titlesOf([cause], report) };
      const why = say('Claude stops at step {step} of 12: {title}', values);
      return { state: 'unmet', why, codes: [cause.code] };
    }
    return verdict === 'degraded' && cause
      ? confirm(say('Parts of it do not work: {title} Try every tool in Claude.', { title: titlesOf([cause], report) }))
      : confirm(say('Only trying shows it: call every tool in Claude once, with an account that has never connected.'));
  },
  transport: (scene) => {
    const { transport } = scene.report.facts;
    if (transport === null) return beforeTransport(scene);
    if (transport !== 'http+sse') return met(say('It answers over Streamable HTTP.'));
    const why = say(
      'It speaks only the older HTTP+SSE, which is still taken for the time being and is on its way out.',
    );
    const codes = ['transport.sse-only', 'transport.sse-fallback-broken'] as const;
    return {
      state: 'unmet',
      why,
      codes: codes.filter((code) => scene.report.findings.some((one) => one.code === code)),
    };
  },
  'sign-in-type': (scene) => {
    const { mode } = scene.report.facts.auth;
    if (mode === 'unknown') {
      return isAnswered(scene.report.exchanges)
        ? confirm(say('Whether a sign-in is needed was not seen.'))
        : unlooked('not-reached');
    }
    if (mode === 'none') return met(say('No sign-in is needed.'));
    return byCodes(scene, signInCodes, say('People sign in by OAuth, in a browser and with their consent.'));
  },
  'callback-urls': (scene) => {
    const { mode } = scene.report.facts.auth;
    if (mode === 'none') return null;
    const seen = byCodes(scene, callbackCodes, '');
    if (seen.state === 'unmet' || (seen.codes?.length ?? 0) > 0) return seen;
    if (seen.state === 'met') {
      return confirm(
        say(
          'Claude’s callback on claude.ai was accepted. Nobody has tried the one on claude.com: allow https://claude.com/api/mcp/auth_callback as well.',
        ),
      );
    }
    return confirm(
      say(
        'Allow exactly https://claude.ai/api/mcp/auth_callback, and the same path on claude.com as well. A check that may write at the sign-in service sees whether it is taken.',
      ),
    );
  },
} as const satisfies Partial<Readonly<Record<RequirementId, Rule>>>;

/** Why it was not seen what the server speaks. */
function beforeTransport({ report }: Scene): Seen {
  const asksForSignIn = report.verdict === 'sign-in-needed' || !['none', 'unknown'].includes(report.facts.auth.mode);
  if (asksForSignIn) return confirm(say('It asks for a sign-in before it speaks; what comes after was not seen.'));
  return isAnswered(report.exchanges) ? confirm(say('No transport was seen that works.')) : unlooked('not-reached');
}

/** What rules out that a person signs in and consents. */
const signInCodes: readonly FindingCode[] = [
  'auth.static-credential-only',
  'auth.grant-code-missing',
  'auth.response-type-code-missing',
];

const callbackCodes: readonly FindingCode[] = [
  'auth.dcr-rejects-callback',
  'auth.authorize-rejects-callback',
  'auth.consent-csp-blocks-callback',
  'auth.callback-redirect-keeps-post',
];

function isAnswered(exchanges: readonly { readonly kind: string }[]): boolean {
  return exchanges.some(({ kind }) => kind === 'response');
}
