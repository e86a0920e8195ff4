import { say } from '../../../lib/i18n/say.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import type { GoogleIcon } from '../../../lib/preview/preview.ts';
import { Foreign } from '../../ui/Foreign.tsx';
import { Say } from '../../ui/Say.tsx';
import { classes } from '../../ui/classes.ts';
import { googleWords } from '../../../lib/preview/icons/icon-words.ts';
import { PictureBox } from './PictureBox.tsx';

/** What Google’s favicon service answered, at all sizes side by side; for each name that it was asked for. */
export function GoogleSizes({
  google,
  pictures,
}: {
  readonly google: readonly GoogleIcon[];
  readonly pictures: readonly SeenPicture[];
}) {
  const domains = [...new Set(google.map(({ domain }) => domain))];
  return domains.map((domain) => (
    <section key={domain} className="grid gap-2">
      <h3 className="font-semibold">
        <Say text="Google’s answers for {domain}" with={{ domain: <Foreign text={domain} /> }} />
      </h3>
      <ul className="m-0 flex list-none flex-wrap items-end gap-x-5 gap-y-3 p-0">
        {google
          .filter((icon) => icon.domain === domain)
          .map((icon) => (
            <GoogleSize key={icon.size} icon={icon} picture={pictures[icon.picture ?? -1]} />
          ))}
      </ul>
    </section>
  ));
}

function GoogleSize({ icon, picture }: { readonly icon: GoogleIcon; readonly picture: SeenPicture | undefined }) {
  const { size, isGlobe, isSmaller, width } = icon;
  const isPoor = isGlobe || isSmaller || width === null;
  return (
    <li className="grid justify-items-center gap-1 text-center text-xs">
      <PictureBox picture={picture} side={size} alt="" instead={isGlobe ? 'globe' : 'none'} />
      <span className="font-medium">{say('{side} px', { side: size })}</span>
      <span className={classes('max-w-32', isPoor ? 'text-degraded' : 'text-soft')}>{googleWords(icon)}</span>
    </li>
  );
}
