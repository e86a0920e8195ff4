import { useState, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { classes } from '../ui/classes.ts';

/**
 * A link that looks like the one main button, to a page or to the mail program. `copies` is put on the clipboard by the same
 * click, and what became of that is said.
 */
export function ActionLink({
  href,
  copies,
  onPress,
  children,
}: {
  readonly href: `https://${string}` | `mailto:${string}`;
  readonly copies: string | null;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}) {
  const [said, setSaid] = useState('');
  const isPage = href.startsWith('https:');
  const copy = (): void => {
    onPress?.();
    if (copies === null) return;
    void navigator.clipboard.writeText(copies).then(
      () => {
        setSaid(say('Copied: paste it there.'));
      },
      () => {
        setSaid(say('The browser did not allow copying: select the text instead.'));
      },
    );
  };
  return (
    <>
      <a
        href={href}
        rel="noreferrer noopener"
        {...(isPage && { target: '_blank' })}
        className={classes(
          'inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md border border-transparent px-3 py-1 text-center font-medium no-underline',
          'bg-accent text-on-accent transition-colors hover:bg-accent-strong',
        )}
        onClick={copy}
      >
        {children}
        {isPage && <span className="sr-only"> {say('(opens in a new tab)')}</span>}
      </a>
      <span role="status" className="text-xs text-soft empty:hidden">
        {said}
      </span>
    </>
  );
}
