import { say } from '../../lib/i18n/say.ts';
import { classes } from '../ui/classes.ts';
import { Foreign } from '../ui/Foreign.tsx';

/** What stood there and what stands there now: beside each other where there is room, else below each other. Null: nothing. */
export function BeforeAfter({
  before,
  after,
  mono = false,
}: {
  readonly before: string | null;
  readonly after: string | null;
  readonly mono?: boolean;
}) {
  return (
    <dl className="m-0 grid min-w-0 gap-2 @lg:grid-cols-2">
      <Side label={say('Before')} text={before} mono={mono} />
      <Side label={say('Now')} text={after} mono={mono} />
    </dl>
  );
}

function Side({ label, text, mono }: { readonly label: string; readonly text: string | null; readonly mono: boolean }) {
  return (
    <div className="min-w-0 rounded-sm bg-well px-2 py-1">
      <dt className="text-xs text-soft">{label}</dt>
      <dd className={classes('m-0 whitespace-pre-wrap', text === null && 'text-soft')}>
        {text === null ? say('nothing') : <Foreign text={text} mono={mono} />}
      </dd>
    </div>
  );
}
