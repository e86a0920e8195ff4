import { CircleAlert, CircleCheck, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { say } from '../../../lib/i18n/say.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import type { Rating, TriedIcon } from '../../../lib/preview/icons/tried-icon.ts';
import { classes } from '../../ui/classes.ts';
import { toneText, type Tone } from '../../ui/tone.ts';

/** How a picture would do as an icon. What judges is loaded when somebody tries one. */
export function TriedFacts({ picture }: { readonly picture: SeenPicture }) {
  const judged = useJudged(picture);
  if (judged === undefined) return <p className="text-soft">{say('Looking at the picture…')}</p>;
  if (judged === null) return <p className="text-broken">{say('This picture could not be looked at.')}</p>;
  return (
    <ul className="m-0 grid list-none gap-1 p-0">
      {lines(judged).map(({ rating, words }) => {
        const { icon: Icon, tone } = looks[rating];
        return (
          <li key={words} className="flex items-start gap-2">
            <Icon aria-hidden size={16} className={classes('mt-0.5 shrink-0', toneText[tone])} />
            {words}
          </li>
        );
      })}
    </ul>
  );
}

const looks: Readonly<Record<Rating, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  good: { icon: CircleCheck, tone: 'ready' },
  weak: { icon: TriangleAlert, tone: 'degraded' },
  bad: { icon: CircleAlert, tone: 'broken' },
};

/** Undefined until it was looked at; null where that did not work. */
function useJudged(picture: SeenPicture): TriedIcon | null | undefined {
  const [judged, setJudged] = useState<{ readonly of: SeenPicture; readonly icon: TriedIcon | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('./read-tried.ts')
      .then(({ judgeTried }) => judgeTried(picture))
      .catch(() => null)
      .then((icon) => {
        if (isWanted) setJudged({ of: picture, icon });
      });
    return () => {
      isWanted = false;
    };
  }, [picture]);
  return judged?.of === picture ? judged.icon : undefined;
}

interface Line {
  readonly rating: Rating;
  readonly words: string;
}

function lines(icon: TriedIcon): readonly Line[] {
  const { onLight, onDark, small } = icon;
  return [
    { rating: icon.shape, words: shapeWords(icon) },
    { rating: icon.resolution, words: resolutionWords(icon) },
    ...(onLight ? [{ rating: onLight.rating, words: lightWords(onLight.contrast, onLight.rating) }] : []),
    ...(onDark ? [{ rating: onDark.rating, words: darkWords(onDark.contrast, onDark.rating) }] : []),
    ...(small ? [{ rating: small, words: smallWords(small) }] : []),
  ];
}

function shapeWords({ shape, width, height }: TriedIcon): string {
  if (shape === 'good') return say('Square, as icons are shown');
  return say('Not square ({width} × {height} pixels): it will be squeezed, cropped or bordered', {
    width: width ?? 0,
    height: height ?? 0,
  });
}

function resolutionWords({ type, resolution, width, height }: TriedIcon): string {
  if (type === 'svg') return say('A drawing, sharp at any size; serve a PNG or ICO beside it');
  const side = Math.min(width ?? 0, height ?? 0);
  if (resolution === 'good') return say('{side} pixels: sharp at every size that Google serves', { side });
  if (resolution === 'weak') return say('{side} pixels: enough for Claude, but not for 128 pixels', { side });
  return say('{side} pixels: Claude asks for 64, so it will be blurred', { side });
}

function lightWords(contrast: number, rating: Rating): string {
  if (rating === 'good') return say('Stands out on light (contrast {contrast} to 1)', { contrast });
  if (rating === 'weak') return say('Faint on light (contrast {contrast} to 1; 3 is advised)', { contrast });
  return say('Nearly vanishes on light (contrast {contrast} to 1; 3 is advised)', { contrast });
}

function darkWords(contrast: number, rating: Rating): string {
  if (rating === 'good') return say('Stands out on dark (contrast {contrast} to 1)', { contrast });
  if (rating === 'weak') return say('Faint on dark (contrast {contrast} to 1; 3 is advised)', { contrast });
  return say('Nearly vanishes on dark (contrast {contrast} to 1; 3 is advised)', { contrast });
}

function smallWords(rating: Rating): string {
  return rating === 'good'
    ? say('Can be made out at 16 pixels')
    : say('Much of its detail is lost at 16 pixels: a simpler shape reads better');
}
