import { ExternalLink } from 'lucide-react';
import { useId, useMemo } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { readInstall, type InstallReading } from '../../lib/preview/install/install-link.ts';
import { refusalWords, warningWords } from '../../lib/preview/install/install-words.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { inputLook } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { BadgePart } from './install/BadgePart.tsx';
import { QrPart } from './install/QrPart.tsx';

/** The link that adds the connector with name and address filled in, its badge and its QR code; or why there is none. */
export function InstallSection({ name, url }: { readonly name: string; readonly url: string }) {
  const reading = useMemo(() => readInstall({ name, url }), [name, url]);
  if (reading.status === 'refused') {
    return (
      <Notice tone="degraded" title={say('No link can be made')}>
        <p>{refusalWords(reading)}</p>
      </Notice>
    );
  }
  return (
    <div className="@container grid min-w-0 gap-5">
      <LinkPart {...reading} />
      <BadgePart name={reading.name} link={reading.link} />
      <QrPart name={reading.name} link={reading.link} />
    </div>
  );
}

function LinkPart({ link, warnings }: Extract<InstallReading, { readonly status: 'ready' }>) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-2">
      <p>
        {say(
          'Who opens this link finds Claude’s “Add custom connector” with name and address filled in. Claude says that they come from a link, and the person confirms.',
        )}
      </p>
      {warnings.length > 0 && (
        <Notice tone="degraded" title={say('Look at this before you publish the link')}>
          <ul className="m-0 grid list-none gap-1 p-0">
            {warnings.map((warning) => (
              <li key={warning.kind === 'name' ? warning.hazard : warning.kind} className="wrap-anywhere">
                {warningWords(warning)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <label htmlFor={id} className="font-medium">
        {say('The link')}
      </label>
      <textarea
        id={id}
        readOnly
        dir="ltr"
        rows={3}
        value={link}
        className={`${inputLook} resize-y font-mono text-xs wrap-anywhere`}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton text={link} what={say('the link')} />
        <ButtonLink href={link} variant="quiet">
          {say('Try it in Claude')} <ExternalLink aria-hidden size={14} />
        </ButtonLink>
      </div>
    </div>
  );
}
