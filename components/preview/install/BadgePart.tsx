import { Download } from 'lucide-react';
import { useId } from 'react';
import { say } from '../../../lib/i18n/say.ts';
import { badgeFile, badgeHtml, badgeMarkdown, badgeSvg, badgeUrl } from '../../../lib/preview/install/badge.ts';
import { saveText } from '../../report/save-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Say } from '../../ui/Say.tsx';
import { CodeBlock } from '../CodeBlock.tsx';

/** The badge that leads to the link, for a web page and for Markdown. */
export function BadgePart({ name, link }: { readonly name: string; readonly link: string }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-3">
      <h3 id={id} className="font-semibold">
        {say('Badge')}
      </h3>
      <div className="flex flex-wrap items-center gap-3">
        <img src={badgeUrl} alt={say('The badge: Add to Claude')} width={136} height={32} />
        <Button
          size="small"
          onClick={() => {
            saveText(badgeFile, badgeSvg, 'image/svg+xml');
          }}
        >
          <Download aria-hidden size={14} /> {say('Save the badge as SVG')}
        </Button>
      </div>
      <CodeBlock
        title={say('For a web page (HTML)')}
        what={say('the badge for a web page')}
        code={badgeHtml({ name, link })}
      />
      <div className="grid min-w-0 gap-1">
        <CodeBlock
          title={say('For Markdown')}
          what={say('the badge for Markdown')}
          code={badgeMarkdown({ name, link })}
        />
        <p className="max-w-prose text-xs text-soft">
          <Say
            text="GitHub and others do not show pictures that stand in the text itself: save the badge, put the file {file} beside your text or on your own server, and write its place between the brackets."
            with={{ file: <code className="font-mono">{badgeFile}</code> }}
          />
        </p>
      </div>
    </section>
  );
}
