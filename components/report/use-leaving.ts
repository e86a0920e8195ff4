import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { FormatOffer } from './format-offers.ts';
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

/** `now` gives the report with every decision in it. */
export function useLeaving(now: () => Report): Leaving {
  const [said, setSaid] = useState<Said | null>(null);
  return {
    said,
    save: (offer, place) => {
      void saveReport(now(), offer).then(
        (name) => {
          setSaid({ place, words: say('Saved as {name}.', { name }) });
        },
        () => {
          setSaid({ place, words: say('The browser did not allow saving: copy it instead.') });
        },
      );
    },
    copy: (offer, place) => {
      void textOf(now(), offer.format)
        .then((text) => navigator.clipboard.writeText(text))
        .then(
          () => {
            setSaid({ place, words: say('Copied as {format}.', { format: say(offer.name) }) });
          },
          () => {
            setSaid({ place, words: say('The browser did not allow copying: save the file instead.') });
          },
        );
    },
  };
}
