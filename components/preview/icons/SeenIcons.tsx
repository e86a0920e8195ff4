import { Check, TriangleAlert } from 'lucide-react';
import { say } from '../../../lib/i18n/say.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import type { SiteIcon } from '../../../lib/preview/preview.ts';
import { plainLine } from '../../../lib/report/formats/plain.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Foreign } from '../../ui/Foreign.tsx';
import { outcomeWords, placeWords } from '../../../lib/preview/icons/icon-words.ts';
import { PictureBox } from './PictureBox.tsx';

/** Icons that a site or a server names, each with its address, what it is, and whether it is what Google serves. */
export function SeenIcons({
  icons,
  pictures,
  compared,
  isStale,
}: {
  readonly icons: readonly SiteIcon[];
  readonly pictures: readonly SeenPicture[];
  /** Google was asked, and its answer can be compared with these. */
  readonly compared: boolean;
  /** Google serves none of them, where it should. */
  readonly isStale: boolean;
}) {
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {icons.map((icon, index) => (
        <li key={index} className="flex min-w-0 items-start gap-3">
          <PictureBox picture={pictures[icon.picture ?? -1]} side={32} alt="" />
          <div className="grid min-w-0 gap-1">
            <Foreign mono text={plainLine(icon.url === '' ? '–' : icon.url, longestShown)} />
            <p className="text-xs text-soft">
              {placeWords(icon.from)} · {outcomeWords(icon)}
            </p>
            {compared && <Likeness icon={icon} isStale={isStale} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The end of an address tells less than its beginning. */
const longestShown = 160;

function Likeness({ icon: { sameAsGoogle, type }, isStale }: { readonly icon: SiteIcon; readonly isStale: boolean }) {
  if (type === null) return null;
  if (sameAsGoogle === null) return <p className="text-xs text-soft">{say('not to be compared with Google’s')}</p>;
  // One of several icons is what a site is served with: the others are no fault.
  if (!sameAsGoogle && !isStale) return <p className="text-xs text-soft">{say('not the one that Google serves')}</p>;
  return (
    <p>
      {sameAsGoogle ? (
        <Badge tone="ready" icon={Check}>
          {say('Google serves this one')}
        </Badge>
      ) : (
        <Badge tone="degraded" icon={TriangleAlert}>
          {say('Google serves another picture')}
        </Badge>
      )}
    </p>
  );
}
