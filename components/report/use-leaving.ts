import { useRef, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { FormatOffer } from './format-offers.ts';
import type { ReportLanguage } from './report-language.ts';
import { saveReport, textOf } from './save-report.ts';

/** What a click did, and where it was made: it is said there. */
export interface Said {
  readonly place: 'ways' | 'formats';
  readonly words: string;
}

/** Saves and copies the report as it is at the click. */
export interface Leaving {
  readonly said: Said | null;
  save(offer: FormatOffer, place: Said['place']): void;
  copy(offer: FormatOffer, place: Said['place']): void;
}

/** `now` gives the report with every decision in it. What the last click asked for is in the clipboard, and is what is said. */
export function useLeaving(now: () => Report, language: ReportLanguage): Leaving {
  const [said, setSaid] = useState<Said | null>(null);
  const clicks = useRef(0);
  const copies = useRef(0);
  const begin = (place: Said['place']): ((words: string) => void) => {
    clicks.current += 1;
    const click = clicks.current;
    return (words) => {
      if (click === clicks.current) setSaid({ place, words });
    };
  };
  return {
    said,
    save: (offer, place) => {
      const tell = begin(place);
      void saveReport(now(), offer, language).then(
        (name) => {
          tell(say('Saved as {name}.', { name }));
        },
        () => {
          tell(say('The browser did not allow saving: copy it instead.'));
        },
      );
    },
    copy: (offer, place) => {
      const tell = begin(place);
      copies.current += 1;
      const copy = copies.current;
      void textOf(now(), offer.format, language)
        // A form that took longer to load must not replace what was copied after it.
        .then((text) => (copy === copies.current ? navigator.clipboard.writeText(text) : undefined))
        .then(
          () => {
            tell(say('Copied as {format}.', { format: say(offer.name) }));
          },
          () => {
            tell(say('The browser did not allow copying: save the file instead.'));
          },
        );
    },
  };
}
