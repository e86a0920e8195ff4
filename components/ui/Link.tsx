import { ExternalLink as ExternalIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { classes } from './classes.ts';

const look =
  'rounded-sm text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong hover:decoration-2';

/** A link within the extension: its target is one of our own pages or a part of this one. */
export function Link({
  href,
  newTab = false,
  className,
  children,
}: {
  readonly href: string;
  readonly newTab?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <a href={href} className={classes(look, className)} {...(newTab && { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  );
}

/** A link to the web, in a new tab. An address that is not http(s) is shown as the text that it is. */
export function ExternalLink({ href, children }: { readonly href: string; readonly children?: ReactNode }) {
  const text = children ?? <bdi className="wrap-anywhere">{href}</bdi>;
  if (!isWebAddress(href)) return <span>{text}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" className={look}>
      {text}
      <ExternalIcon aria-hidden size={12} className="ms-0.5 inline align-[-1px]" />
      <span className="sr-only"> {say('(opens in a new tab)')}</span>
    </a>
  );
}

function isWebAddress(href: string): boolean {
  return URL.canParse(href) && ['https:', 'http:'].includes(new URL(href).protocol);
}
