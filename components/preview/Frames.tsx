import { useId, useMemo, useState, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import { drawCard } from '../../lib/preview/drawing/draw-card.ts';
import { drawDetail } from '../../lib/preview/drawing/draw-detail.ts';
import { drawRow } from '../../lib/preview/drawing/draw-row.ts';
import type { DrawingKind } from '../../lib/preview/drawing/drawing-kind.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';
import { standInWords } from '../../lib/preview/icons/icon-words.ts';
import { classes } from '../ui/classes.ts';
import { Drawing } from './Drawing.tsx';
import { Segments } from './Segments.tsx';

type Theme = 'light' | 'dark';
type Themes = Theme | 'both';
type Width = 'narrow' | 'wide';

/** The connector as it will stand in Claude: in the list, as a card, on its page. */
export function Frames({
  preview,
  pictures,
  kind,
  isTried,
  onKind,
  beside,
}: {
  readonly preview: ConnectorPreview;
  readonly pictures: readonly SeenPicture[];
  readonly kind: DrawingKind;
  /** The picture is one that somebody tries: nothing stands in for it. */
  readonly isTried: boolean;
  readonly onKind: (kind: DrawingKind) => void;
  /** Stands beside the switches. */
  readonly beside: ReactNode;
}) {
  const id = useId();
  const [themes, setThemes] = useState<Themes>(usualThemes);
  const [width, setWidth] = useState<Width>('narrow');
  const shown: readonly Theme[] = themes === 'both' ? ['light', 'dark'] : [themes];
  return (
    <section aria-labelledby={`${id}-title`} className="@container grid min-w-0 gap-3">
      <h2 id={`${id}-title`} className="sr-only">
        {say('As Claude shows it')}
      </h2>
      <div className="flex flex-wrap items-center gap-2">
        <Segments
          legend={say('How it comes to Claude')}
          answers={[
            { key: 'custom', label: say('Custom connector') },
            { key: 'directory', label: say('Directory listing') },
          ]}
          chosen={kind}
          onChoose={onKind}
        />
        <Segments
          legend={say('Colours')}
          answers={[
            { key: 'light', label: say('Light') },
            { key: 'dark', label: say('Dark') },
            { key: 'both', label: say('Both') },
          ]}
          chosen={themes}
          onChoose={setThemes}
        />
        <Segments
          legend={say('Width')}
          answers={[
            { key: 'narrow', label: say('Narrow') },
            { key: 'wide', label: say('Wide') },
          ]}
          chosen={width}
          onChoose={setWidth}
        />
        {beside}
      </div>
      {kind === 'directory' && !isTried && <p className="text-xs text-soft">{standInWords(preview)}</p>}
      <div className={classes('grid gap-4', width === 'narrow' && shown.length > 1 && '@2xl:grid-cols-2')}>
        {shown.map((theme, index) => (
          <Frame
            key={theme}
            theme={theme}
            width={width}
            isCopy={index > 0}
            isAlone={shown.length === 1}
            preview={preview}
            pictures={pictures}
            kind={kind}
          />
        ))}
      </div>
    </section>
  );
}

/** Where there is room, both; else as the reader’s own screen is. */
function usualThemes(): Themes {
  if (matchMedia('(min-width: 64rem)').matches) return 'both';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function Frame({
  theme,
  width,
  isCopy,
  isAlone,
  preview,
  pictures,
  kind,
}: {
  readonly theme: Theme;
  readonly width: Width;
  /** The same in other colours, for eyes alone. */
  readonly isCopy: boolean;
  /** Nothing stands beside it. */
  readonly isAlone: boolean;
  readonly preview: ConnectorPreview;
  readonly pictures: readonly SeenPicture[];
  readonly kind: DrawingKind;
}) {
  const parts = useMemo(
    () => [
      { key: 'row', label: say('In the list'), tree: drawRow(preview, pictures, kind) },
      { key: 'card', label: say('As a card'), tree: drawCard(preview, pictures, kind) },
      { key: 'detail', label: say('Its page'), tree: drawDetail(preview, pictures, kind) },
    ],
    [preview, pictures, kind],
  );
  return (
    <div
      inert={isCopy}
      className={classes('grid min-w-0 content-start gap-2', isAlone && width === 'narrow' && '@2xl:grid-cols-2')}
    >
      {parts.map(({ key, label, tree }) => (
        <figure
          key={key}
          className={classes(
            'm-0 grid min-w-0 content-start gap-1',
            width === 'narrow' && 'w-full',
            width === 'narrow' && isAlone && 'max-w-[28rem]',
            // The page is as tall as the others together.
            key === 'detail' && isAlone && width === 'narrow' && '@2xl:col-start-2 @2xl:row-span-3 @2xl:row-start-1',
          )}
        >
          <figcaption className="text-xs text-soft">{label}</figcaption>
          <div
            data-theme={theme}
            className={classes(
              'cd-preview min-w-0 overflow-hidden rounded-md border border-line',
              key === 'detail' && 'max-h-[30rem] overflow-y-auto',
            )}
            {...(key === 'detail' && !isCopy && { role: 'region', 'aria-label': label, tabIndex: 0 })}
          >
            <Drawing tree={tree} />
          </div>
        </figure>
      ))}
    </div>
  );
}
