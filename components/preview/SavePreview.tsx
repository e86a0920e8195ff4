import { Download } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { ListingDraft } from '../../lib/kernel/listing.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';
import { previewCommand } from '../../lib/preview/preview-command.ts';

import { fileName } from '../report/save-report.ts';
import { saveText } from '../report/save-text.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Foreign } from '../ui/Foreign.tsx';

/** The preview as a file to show to others, and the way to make it without a browser. */
export function SavePreview({
  preview,
  pictures,
  report,
  draft,
}: {
  readonly preview: ConnectorPreview;
  readonly pictures: readonly SeenPicture[];
  readonly report: Report;
  readonly draft: ListingDraft;
}) {
  const [said, setSaid] = useState('');
  const command = previewCommand(preview, draft);
  const save = async (): Promise<void> => {
    const { previewDocument } = await import('../../lib/preview/drawing/html-document.ts');
    const name = fileName(report, 'preview.html');
    saveText(name, previewDocument(preview, pictures, report.findings), 'text/html');
    setSaid(say('Saved as {name}.', { name }));
  };
  return (
    <>
      <p>{say('One file with all pictures in it and nothing that runs: for colleagues, or for an issue.')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => void save()}>
          <Download aria-hidden size={16} /> {say('Save as HTML')}
        </Button>
        <span role="status" className="text-soft">
          {said}
        </span>
      </div>
      <div className="grid gap-1">
        <p>
          {draft.description.trim() === ''
            ? say('The same on the command line. It makes a check of its own:')
            : say(
                'The same on the command line. It makes a check of its own, and reads the description from a file: save yours as description.md.',
              )}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <Foreign text={command} mono className="min-w-0 rounded-sm bg-well px-2 py-1" />
          <CopyButton text={command} what={say('the command')} />
        </div>
      </div>
    </>
  );
}
