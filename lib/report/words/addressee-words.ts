import { say } from '../../i18n/say.ts';
import type { Who } from '../../kernel/finding.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { saidFinding } from './finding-words.ts';
import { forOthers } from './for-others.ts';
import { plainLine } from '../formats/plain.ts';

/** To whom a message goes. `identity-provider`: those who look after the sign-ins of a company. */
export type Addressee = Exclude<Who, 'you'> | 'identity-provider';

/** How a message to these people begins: who writes, and what it is about. */
export function openingWords(finding: WordedFinding, report: Report, to: Addressee): string {
  const url = urlOf(report);
  switch (to) {
    case 'owner':
      return url === null
        ? say('I would like to use a connector in Claude, and that takes an Owner of our organization:')
        : say('I would like to use the connector {url} in Claude, and that takes an Owner of our organization:', {
            url,
          });
    case 'network':
      return say('I use Claude (claude.ai) from our network, and something on the way keeps it from working:');
    case 'identity-provider':
      return url === null
        ? say('Claude (claude.ai) is to work with a service for me, and our sign-in rules refuse it:')
        : say('Claude (claude.ai) is to work with {url} for me, and our sign-in rules refuse it:', { url });
    case 'anthropic':
      return url === null
        ? say('Something in Claude does not work for me, and it seems to lie on Claude’s side:')
        : say('The connector {url} does not work for me in Claude, and it seems to lie on Claude’s side:', { url });
    case 'author':
      return aboutServer(url, finding.id === report.primary?.id && report.verdict === 'broken');
  }
}

/** What they are asked to do. */
export function askWords(finding: WordedFinding, report: Report, to: Addressee): string {
  const fix = forOthers(saidFinding(finding, report).fix);
  switch (to) {
    case 'owner':
      return finding.code === 'account.action-restricted'
        ? say(
            'Please look at this tool in Organization settings > Connectors (https://claude.ai/admin-settings/connectors; one help page says Customize > Connectors), and allow it or tell me why it cannot be allowed.',
          )
        : say(
            'Please add it in Organization settings > Connectors (https://claude.ai/admin-settings/connectors) and tell me when it is there; I then connect to it with my own account.',
          );
    case 'network':
      return report.subject === 'browser'
        ? say(
            'Please let connections to claude.ai, claude.com and anthropic.com pass unchanged, or tell me what I may use instead.',
          )
        : say(
            'Please let connections to claude.ai, claude.com and anthropic.com and to the addresses above pass unchanged, or tell me what I may use instead.',
          );
    case 'identity-provider':
      return say(
        'Please look in the sign-in log for this message, and approve the app or make an exception for it. Claude asks from Anthropic’s addresses, 160.79.104.0/21.',
      );
    case 'anthropic':
      return say(
        'Please look up the reference, if there is one (it can be traced for a limited time only), and tell me what Claude’s side shows.',
      );
    case 'author':
      if (fix === '') return say('Please look in your server’s log what happened at that time.');
      return isFirewall(finding)
        ? say('What to change: {fix} Claude’s requests come from 160.79.104.0/21 and call themselves Claude-User.', {
            fix,
          })
        : say('What to change: {fix}', { fix });
  }
}

function aboutServer(url: string | null, isBroken: boolean): string {
  if (url === null)
    return isBroken ? say('Claude cannot use your server:') : say('A check found something at your server:');
  return isBroken
    ? say('Claude cannot use the connector {url}:', { url })
    : say('A check found something at the connector {url}:', { url });
}

/** Whose fix is to let Claude through, and does not say yet how Claude is known. */
function isFirewall({ fix }: WordedFinding): boolean {
  const text = fix.map((each) => (each.kind === 'text' ? each.text : '')).join(' ');
  return fix.some((each) => each.kind === 'guide' && each.guide === 'firewall') && !text.includes('160.79.104.0/21');
}

function urlOf({ subject, target }: Report): string | null {
  if (subject === 'browser' || target === null || !('url' in target)) return null;
  return plainLine(target.url, 1_000);
}
