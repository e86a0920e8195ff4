import { classes } from './classes.ts';

/**
 * Text that came from a server or a page: kept from turning its surroundings around, and broken anywhere rather than overflowing.
 * `mono` for addresses and codes.
 */
export function Foreign({
  text,
  mono = false,
  className,
}: {
  readonly text: string;
  readonly mono?: boolean;
  readonly className?: string;
}) {
  return <bdi className={classes('wrap-anywhere', mono && 'font-mono text-[0.95em]', className)}>{text}</bdi>;
}
