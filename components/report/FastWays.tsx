import { Copy, Download, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { readableFormats, type FormatOffer } from './format-offers.ts';
import type { Leaving } from './use-leaving.ts';

/** The three ways that most people want, and what a click did. */
export function FastWays({
  leaving,
  onHandOff,
}: {
  readonly leaving: Leaving;
  /** Leads to the messages that are ready to be sent; null where there are none. */
  readonly onHandOff: (() => void) | null;
}) {
  const markdown = offered('markdown');
  const page = offered('html');
  return (
    <>
      <ul className="m-0 grid list-none gap-x-6 gap-y-3 p-0 @xl:grid-cols-3">
        {markdown && (
          <Way use={say('To paste into an issue, a mail or a chat.')}>
            <Button
              variant="primary"
              onClick={() => {
                leaving.copy(markdown, 'ways');
              }}
            >
              <Copy aria-hidden size={16} /> {say('Copy as Markdown')}
            </Button>
          </Way>
        )}
        {page && (
          <Way use={say('One file that everybody can open and print.')}>
            <Button
              onClick={() => {
                leaving.save(page, 'ways');
              }}
            >
              <Download aria-hidden size={16} /> {say('Save as a page (HTML)')}
            </Button>
          </Way>
        )}
        {onHandOff && (
          <Way use={say('A message that is ready: for Anthropic, the vendor, or whoever helps you.')}>
            <Button onClick={onHandOff}>
              <Send aria-hidden size={16} /> {say('Hand it on…')}
            </Button>
          </Way>
        )}
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

function offered(format: string): FormatOffer | undefined {
  return readableFormats.find((offer) => offer.format === format);
}
