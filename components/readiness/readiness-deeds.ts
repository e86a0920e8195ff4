import { say } from '../../lib/i18n/say.ts';
import type { ListingDraft } from '../../lib/kernel/listing.ts';
import { send } from '../../lib/messaging/commands.ts';
import { askFor } from '../../lib/permissions/ask.ts';
import { listingNeeds } from '../../lib/permissions/listing-needs.ts';
import { noAnswerWords } from '../state/start-run.ts';
import type { Deed } from './readiness-model.ts';

/** The run whose report it is, and what is told of the listing. */
export interface Told {
  readonly runId: string;
  readonly draft: ListingDraft;
}

/** Asks the browser about the hosts, first thing in the click, and then looks at the pages; answers with what came of it. */
export async function lookAtLinks(told: Told): Promise<Deed> {
  if (!(await askFor(listingNeeds(told.draft)))) return { kind: 'declined' };
  return tell(told, true);
}

/** Puts what is told into the report: it is judged again, without any request. */
export function putIntoReport(told: Told): Promise<Deed> {
  return tell(told, false);
}

async function tell({ runId, draft }: Told, looks: boolean): Promise<Deed> {
  const answer = await send('tellListing', { runId, draft, lookAtLinks: looks }).catch(() => null);
  if (answer?.ok === true) return { kind: looks ? 'looked' : 'put-in' };
  return { kind: 'problem', of: looks ? 'look' : 'put-in', words: answer?.problem ?? say(noAnswerWords) };
}
