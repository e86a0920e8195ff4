import { say } from '../../lib/i18n/say.ts';
import { progressWords } from '../diagnosis/step-words.ts';
import type { PopupModel } from './popup-model.ts';
import { missingHosts } from '../run/run-needs.ts';

/** What screen readers are told of the run: short, and only when it has changed. */
export function announcementOf({ run }: Pick<PopupModel, 'run'>): string {
  if (run === null) return '';
  if (run.phase === 'needs-permission') {
    return say('The check waits for your permission: {hosts}.', { hosts: missingHosts(run).join(', ') });
  }
  if (run.phase === 'cancelled') return say('The check was cancelled.');
  if (run.phase === 'interrupted') return say('The check was interrupted.');
  if (run.phase !== 'complete') return progressWords(run.marks);
  if (run.outcome === null) return say('The check is complete.');
  return [run.outcome.headline, run.outcome.cause?.title].filter(Boolean).join('. ');
}
