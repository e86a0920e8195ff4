import { useId } from 'react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { inputLook } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usualLinkLength, type MadeLinkTo } from './make-link.ts';

/** A link that holds a report: to be copied, with its length, and with what becomes of long ones. */
export function MadeLink({ link, leaner }: MadeLinkTo) {
  const id = useId();
  const isLong = link.length > usualLinkLength;
  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <div className="grid min-w-0 flex-1 basis-56 gap-1">
          <label htmlFor={id} className="font-medium">
            {say('The link')}
          </label>
          <input
            id={id}
            dir="ltr"
            readOnly
            value={link}
            className={inputLook}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
        </div>
        <CopyButton text={link} what={say('the link')} />
      </div>
      {isLong ? (
        <Notice tone="degraded" title={sayCount(link.length, { other: 'The link is {count} characters long' })}>
          <p>
            {say('Many programs cut links of more than about 2,000 characters, and a cut link opens nothing.')}{' '}
            {leaner === null
              ? say('Send the page (HTML) as a file instead.')
              : sayCount(leaner, {
                  other:
                    'Without the raw exchanges it would be {count} characters long: leave them out, or send the page (HTML) as a file instead.',
                })}
          </p>
        </Notice>
      ) : (
        <p className="text-xs text-soft">{sayCount(link.length, { other: '{count} characters long.' })}</p>
      )}
    </>
  );
}
