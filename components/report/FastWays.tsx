import { Copy, Download, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { offerOf } from './format-offers.ts';
import { NamesInNote } from './NamesInNote.tsx';
import type { Leaving } from './use-leaving.ts';
import type { Preparation } from './use-preparation.ts';

/** The three ways that most people want, and what a click did. */
export function FastWays({
  leaving,
  named,
  onHandOff,
}: {
  readonly leaving: Leaving;
  /** What the note still names of what is left out. */
  readonly named: Preparation['named'];
  /** Leads to the messages that are ready to be sent. */
  readonly onHandOff: () => void;
}) {
  return (
    <>
      <NamesInNote named={named} isShort />
      <ul className="m-0 grid list-none gap-x-6 gap-y-3 p-0 @xl:grid-cols-3">
        <Way use={say('To paste into an issue, a mail or a chat.')}>
          <Button
            variant="primary"
            onClick={() => {
              leaving.copy(offerOf('markdown'), 'ways');
            }}
          >
            <Copy aria-hidden size={16} /> {say('Copy as Markdown')}
          </Button>
        </Way>
        <Way use={say('One file that everybody can open and print.')}>
          <Button
            onClick={() => {
              leaving.save(offerOf('html'), 'ways');
            }}
          >
            <Download aria-hidden size={16} /> {say('Save as a page (HTML)')}
          </Button>
        </Way>
        <Way use={say('A message that is ready: for Anthropic, the vendor, or whoever helps you.')}>
          <Button onClick={onHandOff}>
            <Send aria-hidden size={16} /> {say('Hand it on…')}
          </Button>
        </Way>
      </ul>
      <p role="status" className="min-h-5 wrap-anywhere text-soft">
        {leaving.said?.place === 'ways' && leaving.said.words}
      </p>
    </>
  );
}

function Way({ use, children }: { readonly use: string; readonly children: ReactNode }) {
  return (
    <li className="grid content-start justify-items-start gap-1">
      {children}
      <span className="text-xs text-soft">{use}</span>
    </li>
  );
}
