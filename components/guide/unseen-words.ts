import { say } from '../../lib/i18n/say.ts';
import type { SkipReason } from '../../lib/kernel/finding.ts';
import type { Look } from './player-model.ts';

/** Why a look does not tell whether a step worked, and what can be done instead; `because` is null where it ended early or stayed open. */
export function unseenWords(look: Look, because: SkipReason | null): string {
  if (look === 'status-page')
    return say('The status page did not answer. Open it beside this panel and read it yourself.');
  if (look === 'browser')
    return say('The look at this browser did not reach it. Press “Done” when you see it yourself.');
  if (because === 'needs-sign-in') {
    return say(
      'It lies behind the connector’s sign-in. “All details” offers to look there with your word; what is found then counts here, too.',
    );
  }
  if (because === 'consent' || because === 'not-asked') {
    return say('It is looked at only with your word. “All details” offers it; what is found then counts here, too.');
  }
  if (because === 'not-applicable') {
    return say('As the connector answers now, this does not concern it. Press “Done” when you see it yourself.');
  }
  if (because === 'permission') return say('The browser was not allowed to ask every host that it takes.');
  return because === 'vantage'
    ? say('A browser cannot see it; Claude’s cloud can. Press “Done” when you see it yourself.')
    : say('The check did not come that far. Look again, or press “Done” when you see it yourself.');
}
