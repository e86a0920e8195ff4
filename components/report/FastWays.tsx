import { Copy, Download, Send } from 'lucide-react';
import { msg, say } from '../../lib/i18n/say.ts';
import type { Receiver } from '../../lib/report/handoff/receivers.ts';
import { Button } from '../ui/Button.tsx';
import { offerOf } from './format-offers.ts';
import { NamesInNote } from './NamesInNote.tsx';
import type { Leaving } from './use-leaving.ts';
import type { Preparation } from './use-preparation.ts';

interface FastWaysProps {
  readonly leaving: Leaving;
  /** What the note still names of what is left out. */
  readonly named: Preparation['named'];
  /** Who can change the cause, where that is not the reader; null where nobody else can. */
  readonly receiver: Receiver | null;
  /** Leads to the messages that are ready to be sent; null where there are none. */
  readonly onHandOff: (() => void) | null;
}

/** What most people want: the right one first, beside it the others, and what a click did. */
export function FastWays({ leaving, named, receiver, onHandOff }: FastWaysProps) {
  const isToBeWritten = receiver !== null && onHandOff !== null;
  return (
    <>
      <NamesInNote named={named} isShort />
      <div className="flex flex-wrap items-center gap-2">
        {isToBeWritten && (
          <Button variant="primary" onClick={onHandOff}>
            <Send aria-hidden size={16} /> {say(writeWords[receiver])}
          </Button>
        )}
        <Button
          variant={isToBeWritten ? 'quiet' : 'primary'}
          onClick={() => {
            leaving.save(offerOf('html'), 'ways');
          }}
        >
          <Download aria-hidden size={16} /> {say('Save as a page (HTML)')}
        </Button>
        {!isToBeWritten && onHandOff && (
          <Button variant="quiet" onClick={onHandOff}>
            <Send aria-hidden size={16} /> {say('Hand it on…')}
          </Button>
        )}
        <Button
          variant="quiet"
          onClick={() => {
            leaving.copy(offerOf('text'), 'ways');
          }}
        >
          <Copy aria-hidden size={16} /> {say('Copy as text')}
        </Button>
      </div>
      <p role="status" className="wrap-anywhere text-soft empty:hidden">
        {leaving.said?.place === 'ways' && leaving.said.words}
      </p>
    </>
  );
}

const writeWords: Readonly<Record<Receiver, string>> = {
  tracker: msg('Write to Anthropic’s tracker…'),
  vendor: msg('Write to the people who run it…'),
  owner: msg('Write to an Owner…'),
  support: msg('Write to Claude’s support…'),
  network: msg('Write to the people who run the network…'),
  'identity-provider': msg('Write to the people who look after the sign-in…'),
  extension: msg('Write to the makers of the extension…'),
  maker: msg('Write to the makers of the bundle…'),
};
