import { say } from '../../lib/i18n/say.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { Button } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Say } from '../ui/Say.tsx';
import { IconSection } from './IconSection.tsx';

/** The icon with what keeps it from being seen as it will be: Google was not asked, or the pictures are not here. */
export function IconPart({
  preview,
  pictures,
  tried,
  run,
  report,
  onAskGoogle,
  onTry,
}: {
  readonly preview: ConnectorPreview;
  readonly pictures: readonly SeenPicture[];
  readonly tried: SeenPicture | null;
  readonly run: RunState | null;
  readonly report: Report;
  /** Null where no check can be made again from here. */
  readonly onAskGoogle: (() => void) | null;
  readonly onTry: (picture: SeenPicture | null) => void;
}) {
  const { icon } = preview;
  return (
    <>
      {run === null && <ForeignPictures url={preview.url} />}
      {run !== null && !hasOwn(pictures, tried) && sawPictures(preview) && (
        <Notice title={say('The pictures of this check are not kept any more')}>
          {say('Their sizes and addresses are in the report. Check again to see the pictures themselves.')}
        </Notice>
      )}
      {icon.custom.because === 'google-not-asked' && onAskGoogle !== null && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button onClick={onAskGoogle}>{say('Check again, and ask Google')}</Button>
          <span className="min-w-0 text-soft">{say('Google’s favicon service learns the connector’s domain.')}</span>
        </div>
      )}
      <IconSection
        report={report}
        icon={icon}
        pictures={pictures}
        name={preview.name.text}
        tried={tried}
        onTry={onTry}
      />
    </>
  );
}

function ForeignPictures({ url }: { readonly url: string }) {
  return (
    <Notice title={say('A report holds no pictures')}>
      <p className="max-w-prose">
        <Say
          text="They stay on the machine that made the check. To see them, {check}."
          with={{
            check: <Link href={`#check=${encodeURIComponent(url)}`}>{say('check this connector here')}</Link>,
          }}
        />
      </p>
    </Notice>
  );
}

function hasOwn(pictures: readonly SeenPicture[], tried: SeenPicture | null): boolean {
  return pictures.length > (tried === null ? 0 : 1);
}

/** The report tells of pictures that came, whether they were kept or not. */
function sawPictures({ icon }: ConnectorPreview): boolean {
  return [...icon.site, ...icon.server, ...icon.google].some(({ width }) => width !== null);
}
