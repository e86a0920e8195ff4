import { Globe, ImageOff } from 'lucide-react';
import { useState } from 'react';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import { pictureUrl } from '../../../lib/preview/icons/picture-url.ts';
import { classes } from '../../ui/classes.ts';

/** A picture at this size, with rounded corners; a plain mark where there is none, or where the browser cannot draw it. */
export function PictureBox({
  picture,
  side,
  alt,
  instead = 'none',
}: {
  readonly picture: SeenPicture | undefined;
  /** CSS pixels. */
  readonly side: number;
  /** Empty where words beside it say the same. */
  readonly alt: string;
  /** Where there is no picture: Google’s globe, a letter, or the mark of a missing picture. */
  readonly instead?: 'globe' | 'none' | { readonly letter: string };
}) {
  const [broken, setBroken] = useState<SeenPicture | null>(null);
  const look = classes('shrink-0', side >= 48 ? 'rounded-[22%]' : 'rounded-[18%]');
  if (!picture || broken === picture) return <PlainMark {...{ side, alt, instead: picture ? 'none' : instead }} />;
  return (
    <img
      src={pictureUrl(picture)}
      alt={alt}
      width={side}
      height={side}
      className={classes(look, 'object-contain')}
      style={{ width: side, height: side }}
      onError={() => setBroken(picture)}
    />
  );
}

function PlainMark({
  side,
  alt,
  instead,
}: {
  readonly side: number;
  readonly alt: string;
  readonly instead: 'globe' | 'none' | { readonly letter: string };
}) {
  const half = Math.max(10, Math.round(side * 0.56));
  return (
    <span
      role={alt === '' ? undefined : 'img'}
      aria-label={alt === '' ? undefined : alt}
      aria-hidden={alt === ''}
      className="inline-grid shrink-0 place-items-center rounded-[22%] border border-(--cd-line,var(--color-line)) bg-(--cd-well,var(--color-well)) font-semibold text-(color:--cd-soft,var(--color-soft))"
      style={{ width: side, height: side, fontSize: half }}
    >
      {instead === 'globe' ? (
        <Globe aria-hidden size={half} />
      ) : instead === 'none' ? (
        <ImageOff aria-hidden size={half} />
      ) : (
        <span className="leading-none">{instead.letter}</span>
      )}
    </span>
  );
}
