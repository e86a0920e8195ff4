import { GitCompare, Package } from 'lucide-react';
import { say } from '../../lib/i18n/say.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { pictureUrl } from '../../lib/preview/icons/picture-url.ts';
import { bundleHeadline } from '../../lib/report/words/bundle-words.ts';
import { bytesWords } from '../../lib/report/words/measures.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { whenWords } from '../../lib/report/words/when-words.ts';
import { verdictLooks } from '../diagnosis/VerdictBadge.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { bundleFacts } from './bundle-facts.ts';

/** Which bundle it is, with its icon, and how it stands. */
export function BundleHead({
  report,
  icon,
  onCompare,
}: {
  readonly report: Report;
  /** Null where the bundle has none that can be shown. */
  readonly icon: SeenPicture | null;
  /** Null for somebody else’s report. */
  readonly onCompare: (() => void) | null;
}) {
  const { file, bytes, name, version } = bundleFacts(report);
  const { tone, icon: sign } = verdictLooks[report.verdict];
  const at = Date.parse(report.createdAt);
  const about = [
    plainLine(file, 300),
    ...(bytes === null ? [] : [bytesWords(bytes)]),
    ...(Number.isNaN(at) ? [] : [say('Looked at {time}', { time: whenWords(at, 0) })]),
  ];
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="flex size-12 shrink-0 items-center justify-center overflow-hidden rounded-md border border-line bg-surface text-soft">
        {icon ? (
          <img src={pictureUrl(icon)} alt="" className="size-full object-contain" />
        ) : (
          <Package aria-hidden size={24} />
        )}
      </div>
      <div className="grid min-w-0 flex-1 basis-56 gap-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h1 className="min-w-0 text-xl font-semibold">
            <Foreign text={plainLine(name, 200)} />
            {version !== null && (
              <>
                {' '}
                <Foreign text={plainLine(version, 60)} className="font-normal text-soft" />
              </>
            )}
          </h1>
          <Badge tone={tone} icon={sign}>
            {bundleHeadline(report)}
          </Badge>
        </div>
        <p className="text-xs text-soft">
          {about.map((part, index) => (
            <span key={part}>
              {index > 0 && ' · '}
              <Foreign text={part} />
            </span>
          ))}
        </p>
      </div>
      {onCompare && (
        <Button onClick={onCompare}>
          <GitCompare aria-hidden size={16} /> {say('Compare…')}
        </Button>
      )}
    </header>
  );
}
