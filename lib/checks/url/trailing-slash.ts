import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { RpcEvidence } from '../../kernel/evidence.ts';
import { observed } from '../../kernel/observation.ts';
import { trackerIssue } from '../http/sources.ts';
import { speaksModern } from '../http/first-answer.ts';
import { whyNot } from '../transport/why-not.ts';

/** Does only the form with the slash at its end answer? Claude strips that slash. */
export const trailingSlashCheck = defineCheck({
  topic: 'trailing-slash',
  needs: ['typed', 'initialize'],
  uses: ['discover', 'slash-form'],
  codes: {
    'url.trailing-slash-required': {
      severity: 'problem',
      confidence: 'likely',
      step: 3,
      who: 'author',
      title: 'The server answers only with a slash at the end, and Claude strips it',
      detail:
        'With the slash the address answers as MCP; without it the answer is {without}. Claude is reported to remove a slash at the end before it connects, so it asks for the form that fails.',
      fix: 'Let the server answer at the address without the slash as well, directly and not by a redirect.',
      sources: [trackerIssue(234)],
    },
  },
  evaluate({ typed, initialize, discover, 'slash-form': slash }) {
    if (typed.url === null || !typed.url.hasTrailingSlash) {
      return [skip('not-applicable', 'url.trailing-slash-required')];
    }
    const modern = observed(discover);
    if (answersAsMcp(initialize) || (modern && speaksModern(modern.reply))) return [];
    const withSlash = observed(slash);
    if (!withSlash) return [skip(whyNot(slash), 'url.trailing-slash-required')];
    if (!answersAsMcp(withSlash)) return [skip('not-reached', 'url.trailing-slash-required')];
    const { exchange } = initialize;
    const without = exchange.kind === 'response' ? `HTTP status ${exchange.status}` : 'no answer';
    const evidence = [exchange, withSlash.exchange];
    return [found('url.trailing-slash-required', { values: { without }, evidence })];
  },
});

/** A 401 belongs to a server that asks for a sign-in first. */
function answersAsMcp({ exchange, reply }: RpcEvidence): boolean {
  return reply.kind === 'result' || (exchange.kind === 'response' && exchange.status === 401);
}
