export function VerdictHistory(_: {
  readonly items: unknown;
  readonly url: string;
  readonly current: string;
  readonly now: number;
  readonly hrefOf: (id: string) => string;
  readonly onCompare: (id: string) => void;
}) {
  return null;
}
