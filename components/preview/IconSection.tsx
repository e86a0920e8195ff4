import type { ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { IconPreview } from '../../lib/preview/preview.ts';
import { GoogleSizes } from './icons/GoogleSizes.tsx';
import { IconAdviceList } from './icons/IconAdviceList.tsx';
import { whyWords } from '../../lib/preview/icons/icon-words.ts';
import { IconPlaces } from './icons/IconPlaces.tsx';
import { SeenIcons } from './icons/SeenIcons.tsx';
import { TryPicture } from './icons/TryPicture.tsx';

/** The icon of a connector: which picture Claude would show and why, what Google and the site have, and what is missing. */
export function IconSection({
  icon,
  pictures,
  name,
  report,
  tried,
  onTry,
}: {
  readonly icon: IconPreview;
  /** Those to which the icon’s numbers lead. */
  readonly pictures: readonly SeenPicture[];
  /** The connector’s name as it is shown. */
  readonly name: string;
  /** For the words of its findings. */
  readonly report: Pick<Report, 'findings' | 'vantage' | 'subject'>;
  /** A picture of the person’s own, shown in place of the icon. */
  readonly tried: SeenPicture | null;
  readonly onTry: (picture: SeenPicture | null) => void;
}) {
  const { custom, google, site, server, advice } = icon;
  const toMend = advice.filter(({ isAside }) => !isAside);
  const asides = advice.filter(({ isAside }) => isAside);
  const isStale = toMend.some(({ code }) => code === 'icon.google-stale');
  const compared = google.some(({ status, isGlobe }) => status !== null && !isGlobe);
  return (
    <div className="@container grid min-w-0 gap-5">
      <div className="grid gap-3">
        <p className="wrap-anywhere">
          {tried ? say('Your own picture is shown in place of the icon.') : whyWords(custom)}
        </p>
        <IconPlaces
          picture={tried ?? pictures[custom.picture ?? -1]}
          name={name}
          isGlobe={!tried && custom.shown === 'globe'}
        />
        <p className="text-xs text-soft">
          {say(
            'Where Claude takes the icon of a custom connector from was found out by users, and is stated nowhere. In the directory it is the picture that you upload with the listing.',
          )}
        </p>
        <TryPicture tried={tried} onTry={onTry} />
      </div>
      {toMend.length > 0 && (
        <Part title={say('What to do about the icon')}>
          <IconAdviceList advice={toMend} report={report} />
        </Part>
      )}
      {google.length > 0 && <GoogleSizes google={google} pictures={pictures} />}
      {site.length > 0 && (
        <Part title={say('Icons of the site')}>
          <SeenIcons icons={site} pictures={pictures} compared={compared} isStale={isStale} />
        </Part>
      )}
      {asides.length > 0 && (
        <Part title={say('Also good to know about the icon')}>
          <IconAdviceList advice={asides} report={report} />
        </Part>
      )}
      {server.length > 0 && (
        <Part title={say('Icons that the server names')}>
          <p className="text-soft">
            {say('Users report that Claude does not read them. Other clients may show them.')}
          </p>
          <SeenIcons icons={server} pictures={pictures} compared={false} isStale={false} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}
