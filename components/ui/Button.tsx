import type { ComponentProps } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { classes } from './classes.ts';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` at most once on a screen. */
  readonly variant?: Variant;
  readonly size?: 'normal' | 'small';
}

const looks: Readonly<Record<Variant, string>> = {
  primary:
    'border-transparent bg-accent text-on-accent hover:bg-accent-strong disabled:border-line disabled:bg-well disabled:text-soft',
  secondary: 'border-edge bg-surface text-ink hover:bg-well disabled:border-line disabled:text-soft',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-well disabled:text-soft',
  danger: 'border-broken bg-surface text-broken hover:bg-broken-soft disabled:border-line disabled:text-soft',
};

/** A button with words on it; it never submits unless `type="submit"` says so. */
export function Button({ variant = 'secondary', size = 'normal', type = 'button', className, ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classes(lookOf(variant, size), className)} />;
}

/** A link to the web that looks like a button, in a new tab; `href` is written by us. */
export function ButtonLink({
  href,
  variant = 'secondary',
  className,
  children,
}: Pick<ButtonProps, 'variant' | 'className' | 'children'> & { readonly href: `https://${string}` }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      className={classes(lookOf(variant, 'normal'), 'no-underline', className)}
    >
      {children}
      <span className="sr-only"> {say('(opens in a new tab)')}</span>
    </a>
  );
}

function lookOf(variant: Variant, size: 'normal' | 'small'): string {
  return classes(
    'inline-flex items-center justify-center gap-1.5 rounded-md border text-center font-medium transition-colors',
    size === 'normal' ? 'min-h-8 px-3 py-1' : 'min-h-7 px-2 py-0.5 text-xs',
    looks[variant],
  );
}
