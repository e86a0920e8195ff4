import { say } from '../../i18n/say.ts';

/** Said where no tab showed Claude’s page, and nothing is wrong outside it. */
export function pageUnseenWords(): string {
  return say(
    'Claude’s servers answer this browser. Whether an extension stands in the way shows only on Claude’s page. Open claude.ai in a tab, where it fails, then look again.',
  );
}
