import { say } from '../../../lib/i18n/say.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import { Foreign } from '../../ui/Foreign.tsx';
import { PictureBox } from './PictureBox.tsx';

/** The icon where people meet it, at the sizes of a list and of a card, on light and on dark. */
export function IconPlaces({
  picture,
  name,
  isGlobe,
}: {
  readonly picture: SeenPicture | undefined;
  readonly name: string;
  readonly isGlobe: boolean;
}) {
  const instead = isGlobe ? 'globe' : { letter: firstLetter(name) };
  return (
    <div className="grid gap-3 @md:grid-cols-2">
      {(['light', 'dark'] as const).map((theme) => (
        <figure key={theme} className="m-0 grid min-w-0 content-start gap-1">
          <figcaption className="text-xs text-soft">{theme === 'light' ? say('On light') : say('On dark')}</figcaption>
          <div data-theme={theme} className="cd-preview grid gap-3 rounded-md border border-line p-3">
            {[24, 32].map((side) => (
              <p key={side} className="flex min-w-0 items-center gap-2">
                <PictureBox {...{ picture, side, instead }} alt="" />
                <Foreign text={name} className="min-w-0 truncate" />
                <span className="ms-auto shrink-0 text-xs text-(color:--cd-soft)">{say('{side} px', { side })}</span>
              </p>
            ))}
            <div className="flex flex-wrap items-end gap-4 border-t border-(--cd-line) pt-3">
              {[64, 48, 16].map((side) => (
                <span key={side} className="grid justify-items-center gap-1 text-xs text-(color:--cd-soft)">
                  <PictureBox {...{ picture, side, instead }} alt="" />
                  {say('{side} px', { side })}
                </span>
              ))}
            </div>
          </div>
        </figure>
      ))}
    </div>
  );
}

function firstLetter(name: string): string {
  return (Array.from(name.trim())[0] ?? '?').toLocaleUpperCase();
}
