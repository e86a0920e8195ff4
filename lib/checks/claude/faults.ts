import { defineCheck, found, skip } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import { claudeFaults } from '../../standards/told-sentences.ts';
import { quoteOf, says } from '../account/shown-text.ts';
import { toldSources as sources } from '../account/sources.ts';

/** Is it Claude itself? Asked only where the server seems well from here. */
export const faultsCheck = defineCheck({
  topic: 'faults',
  needs: ['claude-shown'],
  uses: ['account'],
  codes: {
    'claude.known-bug': {
      severity: 'problem',
      confidence: 'likely',
      step: null,
      who: 'anthropic',
      title: 'This fits a fault of Claude’s own apps that others have reported',
      detail:
        'Claude said: “{said}”, and nothing wrong was seen at the server. {fault, select, capabilities {Others met this where the app took an answer of Claude’s own service for a fault of the connector.} search {More often the connector is off in the chat, or its tools are not loaded yet. Others met this where neither was so, and Claude had not taken up the tools though its settings showed them.} start {Others met this where Claude refused to begin the sign-in, before it asked the server anything.} other {Others met this where a firewall of Anthropic’s own refused what a tool was given, because it looked like an attack.}} The report is {report}.',
      fix: '{fault, select, capabilities {Reload the page or update the app.} search {Begin a new chat, switch the connector on there, and choose Always available under Tool access.} start {Reload the page and try again; in an organization, ask an Owner to look at how the connector signs in.} other {Put it in other words, without code or commands, and try again.}} If it stays, add what you see to the report, with Claude’s reference.',
      sources: [...claudeFaults.map(({ url }) => url), sources.troubleshooting],
    },
    'claude.zero-requests': {
      severity: 'problem',
      confidence: 'possible',
      step: null,
      who: 'anthropic',
      title: 'Claude may not have sent anything to the server',
      detail:
        'Nothing wrong was seen from here, Claude shows an error, and the server’s log is said to show no request of Claude’s. Then either something before the server turns Claude’s addresses away (160.79.104.0/21) or the request never left Claude.',
      fix: 'Look into the log of whatever stands before the server (firewall, CDN, load balancer) as well. If that shows nothing either, report it to Anthropic with Claude’s reference, the address and the time.',
      sources: [sources.troubleshooting, sources.tracker],
    },
  },
  evaluate({ 'claude-shown': shown, account }) {
    if (!shown.seemsHealthy) return [skip('not-applicable', 'claude.known-bug', 'claude.zero-requests')];
    const fault = claudeFaults.find(({ words }) => says(shown, words));
    const serverLog = observed(account)?.serverLog ?? null;
    return [
      fault === undefined
        ? skip('not-applicable', 'claude.known-bug')
        : found('claude.known-bug', {
            subject: { kind: 'account' },
            confidence: fault.words.confidence,
            // Then something more usual is told first.
            ...(fault.words.confidence === 'possible' && { severity: 'note' }),
            values: { said: quoteOf(shown), fault: fault.id, report: fault.report },
          }),
      serverLog === 'nothing'
        ? found('claude.zero-requests', { subject: { kind: 'account' } })
        : skip(serverLog === null ? 'not-asked' : 'not-applicable', 'claude.zero-requests'),
    ];
  },
});
