import { defineCheck, found, skip } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import { sources } from '../http/sources.ts';
import { interceptionOf } from '../network/interception.ts';
import { whyNot } from '../transport/why-not.ts';

/** Does this machine see the host’s own certificate, or one that was made on the way? */
export const tlsInterceptionCheck = defineCheck({
  topic: 'tls-interception',
  needs: ['typed', 'initialize'],
  uses: ['certificate'],
  codes: {
    'client.tls-interception': {
      severity: 'note',
      confidence: 'likely',
      step: null,
      who: 'network',
      seenBy: 'command-line',
      title: 'Encrypted connections of this computer are opened on the way',
      detail:
        'The certificate that this computer is shown for {host} was issued by “{issuer}”{known}, an authority that is not public. Companies and virus scanners do this to inspect traffic. The server’s own certificate cannot be seen from here.',
      fix: 'Nothing needs to change for Claude, which does not pass this inspection. To see the server’s own certificate, check from another network.',
      sources: ['https://github.com/anthropics/claude-code/issues/85635', sources.certificates],
    },
  },
  evaluate({ typed, initialize, ...seen }) {
    const certificate = observed(seen.certificate);
    if (typed.url?.scheme === 'http:') return [skip('not-applicable', 'client.tls-interception')];
    if (!certificate) return [skip(whyNot(seen.certificate), 'client.tls-interception')];
    const interception = interceptionOf(seen.certificate);
    if (!interception) return certificate.peer ? [] : [skip('not-reached', 'client.tls-interception')];
    const { issuer, product, stopped } = interception;
    return [
      found('client.tls-interception', {
        subject: { kind: 'browser' },
        values: { host: certificate.host, issuer, known: product === null ? '' : ` (${product})` },
        evidence: [initialize.exchange],
        ...(product !== null && { confidence: 'certain' as const }),
        // Then it is this machine that keeps the check from going on.
        ...(stopped && { severity: 'problem' as const }),
      }),
    ];
  },
});
