import { defineCheck, found, skip } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import { answerKind } from '../http/answer-kind.ts';
import { sources } from './sources.ts';
import { whyNot } from './why-not.ts';

/** Does the server refuse requests that carry a browser's Origin? */
export const origin = defineCheck({
  topic: 'origin',
  needs: ['browser-origin'],
  uses: ['discover', 'legacy-sse'],
  codes: {
    'transport.origin-rejected': {
      severity: 'note',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server refuses requests that come from a web page',
      detail:
        'The same request was refused with HTTP status {status} as soon as it carried “Origin: {origin}”. That protects against DNS rebinding. Claude’s cloud sends no Origin, so the connector is not affected; tools that run in a browser are.',
      fix: 'Nothing needs to be done for Claude. For tools in a browser, add their address to the server’s allowed origins.',
      sources: [sources.security],
    },
  },
  evaluate(seen) {
    const code = 'transport.origin-rejected';
    const discover = observed(seen.discover);
    if (!discover) return [skip(whyNot(seen.discover), code)];
    const plain = discover.exchange;
    const { exchange, reply, origin: sent } = seen['browser-origin'];
    // Over the older transport alone, the request that is compared means nothing to the server.
    if (observed(seen['legacy-sse'])?.initialize?.reply.kind === 'result') return [skip('not-applicable', code)];
    if (exchange.kind === 'failure' || plain.kind === 'failure') return [skip('not-reached', code)];
    // 403 is what the specification wants; some libraries say 400, and then only their words tell it from other complaints.
    const isRefused =
      (exchange.status === 403 && plain.status !== 403) ||
      (exchange.status === 400 && /\borigin\b/i.test(exchange.body) && !/\borigin\b/i.test(plain.body));
    // What refuses everybody, or answers in the server's place, shows nothing of how the server takes an Origin.
    const kinds = [answerKind(plain, discover.reply), answerKind(exchange, reply)];
    const answeredByServer = kinds.every((kind) => kind === 'mcp' || kind === 'sign-in');
    if (!isRefused) return answeredByServer ? [] : [skip('not-reached', code)];
    return [found(code, { values: { status: exchange.status, origin: sent }, evidence: [exchange, plain] })];
  },
});
