import { say } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import { iconPreview } from '../icons/icon-preview.ts';

/** What is to be said of a listing’s icon: the form takes a picture, and people who add the connector by its address see another one. */
export function iconWords(report: Report): string {
  const { custom, google, site } = iconPreview(report, []);
  const domain = custom.domain ?? '';
  if (custom.shown === 'globe') {
    return say(
      'A listing’s icon is uploaded, best as a square picture. People who add the connector by its address see a globe instead: Google has no icon for {domain}.',
      { domain },
    );
  }
  if (custom.shown === 'google' && google.length > 0) {
    const compared = site.flatMap(({ sameAsGoogle }) => sameAsGoogle ?? []);
    return compared.length > 0 && compared.every((isSame) => !isSame)
      ? say(
          'A listing’s icon is uploaded, best as a square picture. People who add the connector by its address see what Google has for {domain}, which is another picture than the site’s.',
          { domain },
        )
      : say(
          'A listing’s icon is uploaded, best as a square picture. People who add the connector by its address see what Google has for {domain}.',
          { domain },
        );
  }
  return site.some(({ type }) => type !== null)
    ? say(
        'A listing’s icon is uploaded, best as a square picture. The connector’s site has one, which Google may show to people who add it by its address; this check did not hear from Google.',
      )
    : say('A listing’s icon is uploaded, best as a square picture.');
}
