import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label' | 'title'> {
  /** Said by screen readers, and shown on hover. */
  readonly label: string;
  readonly icon: LucideIcon;
}

/** A button that is an icon, 32 by 32 pixels. */
export function IconButton({ label, icon: Icon, type = 'button', className, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classes(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-md border border-transparent text-soft transition-colors hover:bg-well hover:text-ink disabled:opacity-50',
        className,
      )}
    >
      <Icon aria-hidden size={16} />
    </button>
  );
}
