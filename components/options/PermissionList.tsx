import { Button } from '../ui/Button.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import type { HeldPermission } from '../../lib/permissions/held.ts';
import type { OptionsModel } from './options-model.ts';
import { permissionWords } from './permission-words.ts';

/** What the person allowed, each with a button that gives it back. */
export function PermissionList({
  held,
  onGiveBack,
}: {
  readonly held: OptionsModel['held'];
  readonly onGiveBack: (held: HeldPermission) => void;
}) {
  if (held === null) return <p className="text-soft">Asking the browser…</p>;
  if (held.length === 0) {
    return <p>None. The browser asks you at the click that needs one, for one host at a time.</p>;
  }
  return (
    <>
      <p>Each is asked for again at the click that needs it.</p>
      <ul className="grid divide-y divide-line">
        {held.map((each) => (
          <Row key={`${each.kind} ${each.name}`} held={each} onGiveBack={onGiveBack} />
        ))}
      </ul>
    </>
  );
}

function Row({
  held,
  onGiveBack,
}: {
  readonly held: HeldPermission;
  readonly onGiveBack: (held: HeldPermission) => void;
}) {
  const { name, term, purpose } = permissionWords(held);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">
      <span className="min-w-40 flex-1">
        <Foreign text={name} className="font-medium" />
        {term !== null && <span className="text-xs text-soft"> ({term})</span>}
        <span className="block text-xs text-soft">{purpose}</span>
      </span>
      <Button
        size="small"
        onClick={() => {
          onGiveBack(held);
        }}
      >
        Give back
        <span className="sr-only"> {name}</span>
      </Button>
    </li>
  );
}
