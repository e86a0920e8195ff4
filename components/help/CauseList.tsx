import type { ExplainedCause } from '../../lib/help/address-causes.ts';
import { likelihoodWords, wayWords } from '../../lib/help/explanation-words.ts';
import { wayToCheck } from '../../lib/help/way-to-check.ts';
import { say, sayCount } from '../../lib/i18n/say.ts';
import { classes } from '../ui/classes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';

/** So many stand open: more than that nobody reads before trying one. */
const shownFirst = 4;

/** Likely causes, the most likely first, each with how to find out whether it is this one. */
export function CauseList({ causes }: { readonly causes: readonly ExplainedCause[] }) {
  if (causes.length === 0) return null;
  // One that is left over takes no more room than the line that would hide it.
  const open = causes.length === shownFirst + 1 ? causes.length : shownFirst;
  const rest = causes.slice(open);
  const sharesCheck = causes.length > 1 && causes.every(({ code }) => wayToCheck(code) === 'check');
  return (
    <section className="grid min-w-0 gap-1">
      <h3 className="font-semibold">
        {causes.length === 1 ? say('The likely cause') : say('Likely causes, the most likely first')}
      </h3>
      {sharesCheck && <p className="text-xs text-soft">{say('One check looks for all of these.')}</p>}
      <Causes causes={causes.slice(0, open)} from={1} saysWay={!sharesCheck} />
      {rest.length > 0 && (
        <Disclosure summary={sayCount(rest.length, { one: '{count} cause more', other: '{count} causes more' })}>
          <Causes causes={rest} from={open + 1} saysWay={!sharesCheck} />
        </Disclosure>
      )}
      <Disclosure summary={say('Technical names')}>
        <ol className="m-0 grid list-decimal gap-1 ps-6 text-xs text-soft">
          {causes.map(({ code }) => (
            <li key={code} className="ps-1">
              <code className="wrap-anywhere">{code}</code>
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}

function Causes({
  causes,
  from,
  saysWay,
}: {
  readonly causes: readonly ExplainedCause[];
  readonly from: number;
  /** Not where one way is said for all of them. */
  readonly saysWay: boolean;
}) {
  const isOnlyOne = causes.length === 1 && from === 1;
  return (
    <ol start={from} className={classes('m-0 grid gap-2', isOnlyOne ? 'list-none p-0' : 'list-decimal ps-6')}>
      {causes.map(({ code, likelihood, why }) => (
        <li key={code} className={classes(!isOnlyOne && 'ps-1')}>
          <p className="max-w-prose">{say(why)}</p>
          <p className="text-xs text-soft">
            <span className="font-medium">{say(likelihoodWords[likelihood])}</span>
            {saysWay && <Way code={code} />}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Way({ code }: Pick<ExplainedCause, 'code'>) {
  const words = wayWords[wayToCheck(code)];
  return words === null ? null : <> · {say(words)}</>;
}
