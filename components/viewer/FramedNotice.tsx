import { say } from '../../lib/i18n/say.ts';

/** Stands in place of everything where another page has put the viewer into a frame. */
export function FramedNotice() {
  return <p>{say('Reports are shown in a tab of their own alone, not within another page.')}</p>;
}
