import { CircleAlert, CircleCheck, ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { ScreenshotFacts } from '../../lib/kernel/listing.ts';
import { screenshotDoubt, screenshotFault } from '../../lib/preview/readiness/listing-rules.ts';
import { inFigures } from '../../lib/preview/readiness/listing-row-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { screenshotLimits } from '../../lib/standards/directory-limits.ts';
import { sizeWords } from '../options/keep-choices.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { toneText } from '../ui/tone.ts';
import { pictureKey } from './shown-pictures.ts';
import type { ReadinessActions, ReadinessModel } from './readiness-model.ts';

/** Pictures of the interactive part: dropped or chosen, looked at on this machine, shown with what is wrong with them. */
export function ScreenshotSection({
  model,
  actions,
}: {
  readonly model: ReadinessModel;
  readonly actions: ReadinessActions;
}) {
  const { screenshots } = model.draft;
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-label={say('Screenshots')} className="grid min-w-0 gap-2">
      <h3 ref={heading} tabIndex={-1} className="font-semibold">
        {say('Screenshots')}
      </h3>
      <p className="text-xs text-soft">
        {say(
          'For interactive connectors (MCP Apps): {least} to {most} PNG pictures, each at least {width} pixels wide, with the prompts that lead to them. They are looked at here and sent nowhere; their names and sizes are kept, the pictures are not.',
          { least: screenshotLimits.least, most: screenshotLimits.most, width: inFigures(screenshotLimits.narrowest) },
        )}
      </p>
      {model.runId !== null && <PictureDrop onFiles={actions.addPictures} />}
      <p role="status" className="text-xs text-broken empty:hidden">
        {model.deed?.kind === 'unread' &&
          say('Not looked at, since they are larger than 20 MB or could not be read: {names}.', {
            names: model.deed.names.slice(0, 5).join(', '),
          })}
      </p>
      {screenshots.length > 0 && (
        <ul className="m-0 grid list-none gap-2 p-0">
          {screenshots.map((facts) => (
            <li key={pictureKey(facts)}>
              <Screenshot
                facts={facts}
                url={model.pictureOf(facts)}
                onRemove={
                  model.runId === null
                    ? null
                    : () => {
                        actions.removePicture(facts);
                        // The button that was clicked is gone.
                        heading.current?.focus();
                      }
                }
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PictureDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    // The page around takes dropped files for reports.
    event.preventDefault();
    event.stopPropagation();
    setOver(true);
  };
  return (
    <div
      className={classes(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-dashed p-3',
        isOver ? 'border-accent bg-accent-soft' : 'border-edge',
      )}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        accept="image/png"
        aria-label={say('Screenshots to look at')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <ImagePlus aria-hidden size={16} /> {say('Choose pictures…')}
      </Button>
      <span className="text-xs text-soft">{say('or drop them here')}</span>
    </div>
  );
}

function Screenshot({
  facts,
  url,
  onRemove,
}: {
  readonly facts: ScreenshotFacts;
  readonly url: string | null;
  readonly onRemove: (() => void) | null;
}) {
  const fault = screenshotFault(facts);
  const isFine = fault === null && screenshotDoubt(facts) === null;
  const Icon = isFine ? CircleCheck : CircleAlert;
  const name = plainLine(facts.name, 120);
  return (
    <div className="flex items-start gap-3 rounded-md border border-line p-2">
      <div className="flex h-14 w-20 shrink-0 items-center justify-center overflow-hidden rounded-sm bg-well">
        {url === null ? (
          <span className="px-1 text-center text-xs text-soft">
            {facts.width === 0 ? say('no picture') : say('not kept')}
          </span>
        ) : (
          <img src={url} alt="" className="max-h-full max-w-full object-contain" />
        )}
      </div>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <Foreign text={name} className="line-clamp-2 font-medium" />
        <span className="text-xs text-soft">{factsWords(facts)}</span>
        <span
          className={classes(
            'flex items-start gap-1 text-xs',
            toneText[isFine ? 'ready' : fault === null ? 'degraded' : 'broken'],
          )}
        >
          <Icon aria-hidden size={14} className="mt-px shrink-0" />
          <span className="min-w-0">{verdictWords(facts, fault)}</span>
        </span>
      </div>
      {onRemove && <IconButton icon={Trash2} label={say('Take {name} out', { name })} onClick={onRemove} />}
    </div>
  );
}

function factsWords({ type, width, height, bytes }: ScreenshotFacts): string {
  const size = sizeWords(bytes);
  const kind = type?.toUpperCase();
  if (kind === undefined || width === 0) return say('No picture that is known here, {size}', { size });
  return say('{kind}, {width} × {height} pixels, {size}', { kind, width, height, size });
}

function verdictWords(facts: ScreenshotFacts, fault: ReturnType<typeof screenshotFault>): string {
  if (fault === 'picture') return say('Not a whole PNG: save it as one');
  if (fault === 'narrow') {
    return say('Not wide enough: {width} of {least} pixels', {
      width: inFigures(facts.width),
      least: inFigures(screenshotLimits.narrowest),
    });
  }
  const doubt = screenshotDoubt(facts);
  if (doubt === 'flat') return say('Hardly as high as a picture of a screen');
  return doubt === null ? say('As the directory asks for it') : say('Told by a file; nobody has looked at it');
}
