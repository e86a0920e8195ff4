import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Link } from '../ui/Link.tsx';
import type { HeldPermission } from '../../lib/permissions/held.ts';
import type { OptionsModel } from './options-model.ts';
import { Say } from '../ui/Say.tsx';
import { permissionWords } from './permission-words.ts';

/** What the person allowed, each with a button that gives it back. */
export function PermissionList({
  held,
  isSwitching,
  onGiveBack,
}: {
  readonly held: OptionsModel['held'];
  readonly isSwitching: boolean;
  readonly onGiveBack: (held: HeldPermission) => void;
}) {
  if (held.length === 0) {
    return <p>{say('None. The browser asks you at the click that needs one, for one host at a time.')}</p>;
  }
  return (
    <>
      <p>{say('Each is asked for again at the click that needs it.')}</p>
      <ul className="grid divide-y divide-line">
        {held.map((each) => (
          <Row
            key={`${each.kind} ${each.name}`}
            held={each}
            isNeeded={isSwitching && each.kind === 'permission' && each.name === 'management'}
            onGiveBack={onGiveBack}
          />
        ))}
      </ul>
    </>
  );
}

function Row({
  held,
  isNeeded,
  onGiveBack,
}: {
  readonly held: HeldPermission;
  /** Without it extensions would stay off. */
  readonly isNeeded: boolean;
  readonly onGiveBack: (held: HeldPermission) => void;
}) {
  const { name, term, purpose } = permissionWords(held);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">
      <span className="min-w-40 flex-1">
        {held.kind === 'origin' ? (
          <Foreign text={name} className="font-medium" />
        ) : (
          <span className="font-medium">{name}</span>
        )}
        {term !== null && (
          <span className="text-xs text-soft">
            {' '}
            (<Foreign text={term} />)
          </span>
        )}
        <span className="block text-xs text-soft">{purpose}</span>
        {isNeeded && (
          <span className="block text-xs">
            {say('Not now: extensions are switched off for the search, and without this they would stay off.')}{' '}
            <Say
              text="{link} and end it first."
              with={{ link: <Link href="doctor.html#browser">{say('Go to the search')}</Link> }}
            />
          </span>
        )}
      </span>
      {!isNeeded && (
        <Button
          size="small"
          onClick={() => {
            onGiveBack(held);
          }}
        >
          {say('Give back')}
          <span className="sr-only"> {name}</span>
        </Button>
      )}
    </li>
  );
}
