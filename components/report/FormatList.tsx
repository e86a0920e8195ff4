import { Copy, Download } from 'lucide-react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { hasContent, offerOf, programFormats, readableFormats, type FormatOffer } from './format-offers.ts';
import { NamesInNote } from './NamesInNote.tsx';
import type { Leaving } from './use-leaving.ts';
import type { Preparation } from './use-preparation.ts';

interface FormatListProps {
  /** As it leaves: without exchanges some forms would be empty. */
  readonly report: Report;
  readonly leaving: Leaving;
  /** What the note still names of what is left out. */
  readonly named: Preparation['named'];
}

const usual = offerOf('html');
const others = [...readableFormats, ...programFormats].filter((offer) => offer !== usual);

/** Every form in which the report can be saved or copied, each with who wants it. */
export function FormatList({ report, leaving, named }: FormatListProps) {
  return (
    <div className="grid min-w-0 gap-3">
      <NamesInNote named={named} isShort />
      <Forms offers={[usual]} report={report} leaving={leaving} />
      <Disclosure summary={say('Other forms: {names}', { names: others.map(({ name }) => say(name)).join(', ') })}>
        <div className="pt-1">
          <Forms offers={others} report={report} leaving={leaving} />
        </div>
      </Disclosure>
      <p role="status" className="wrap-anywhere text-soft empty:hidden">
        {leaving.said?.place === 'formats' && leaving.said.words}
      </p>
    </div>
  );
}

function Forms({
  offers,
  report,
  leaving,
}: Omit<FormatListProps, 'named'> & { readonly offers: readonly FormatOffer[] }) {
  return (
    <ul className="m-0 grid max-w-3xl list-none gap-2 p-0">
      {offers.map((offer) => (
        <Form key={offer.format} offer={offer} isEmpty={!hasContent(offer, report)} leaving={leaving} />
      ))}
    </ul>
  );
}

function Form({
  offer,
  isEmpty,
  leaving,
}: {
  readonly offer: FormatOffer;
  readonly isEmpty: boolean;
  readonly leaving: Leaving;
}) {
  const format = say(offer.name);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line pt-2 first:border-0 first:pt-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium first-letter:uppercase">{format}</p>
        <p className="text-xs text-soft">{isEmpty ? say('There are no exchanges in this report.') : say(offer.use)}</p>
      </div>
      <div className="flex gap-2">
        <Button
          size="small"
          disabled={isEmpty}
          aria-label={say('Save as {format}', { format })}
          onClick={() => {
            leaving.save(offer, 'formats');
          }}
        >
          <Download aria-hidden size={14} /> {say('Save')}
        </Button>
        <Button
          size="small"
          disabled={isEmpty}
          aria-label={say('Copy as {format} into the clipboard', { format })}
          onClick={() => {
            leaving.copy(offer, 'formats');
          }}
        >
          <Copy aria-hidden size={14} /> {say('Copy')}
        </Button>
      </div>
    </li>
  );
}
