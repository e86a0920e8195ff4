import { say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Notice } from '../ui/Notice.tsx';
import type { BrowserModel } from './browser-model.ts';

/** What the last click did, or why it did nothing. */
export function FixNotice({ fixed, byHand, declined }: Pick<BrowserModel, 'fixed' | 'byHand' | 'declined'>) {
  if (byHand !== null) {
    return (
      <Notice tone="degraded" title={say('This one is done by hand')} announce>
        {plainLine(byHand, 800)}
      </Notice>
    );
  }
  if (declined) {
    return (
      <Notice tone="degraded" title={say('You did not allow it, so it was not done')} announce>
        {say('The browser asks once more at the next click.')}
      </Notice>
    );
  }
  if (fixed === null) return null;
  return (
    <Notice title={plainLine(fixed.done, 400)} announce>
      {plainLine(fixed.undo, 400)}
    </Notice>
  );
}
