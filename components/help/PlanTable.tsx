import { useState } from 'react';
import { planTable, possibleWords, type PlanCell } from '../../lib/help/plan-answer.ts';
import { say } from '../../lib/i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import type { Plan } from '../../lib/kernel/account.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { SourceNotes } from './SourceNotes.tsx';

/**
 * The whole table: what every plan and role allows for each wish, each answer with the pages that say so. Of a plan that was
 * told, its own roles stand there first, alone.
 */
export function PlanTable({ plan = null }: { readonly plan?: Plan | null }) {
  const [isWhole, setIsWhole] = useState(false);
  return (
    <Disclosure summary={say('The whole table: what each plan and role can do')}>
      {plan !== null && (
        <Button
          size="small"
          className="mb-2"
          onClick={() => {
            setIsWhole(!isWhole);
          }}
        >
          {isWhole ? say('Show my plan alone') : say('Show all plans')}
        </Button>
      )}
      <table className="w-full border-collapse rounded-md border border-line text-start text-xs">
        <caption className="sr-only">{say('What each plan and role can do')}</caption>
        <thead>
          <tr className="bg-well">
            <th scope="col" className="w-1/3 p-2 text-start font-semibold">
              {say('Plan and role')}
            </th>
            <th scope="col" className="p-2 text-start font-semibold">
              {say('Can it be done?')}
            </th>
          </tr>
        </thead>
        {planTable(isWhole ? null : plan).map(({ goal, label, cells }) => (
          <tbody key={goal} className="border-t border-line">
            <tr>
              <th scope="rowgroup" colSpan={2} className="bg-well p-2 text-start font-semibold">
                {say(label)}
              </th>
            </tr>
            {cells.map((cell) => (
              <Cell key={cell.columns[0]?.label} cell={cell} />
            ))}
          </tbody>
        ))}
      </table>
    </Disclosure>
  );
}

function Cell({ cell: { columns, rule } }: { readonly cell: PlanCell }) {
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="p-2 text-start font-medium">
        <ul className="m-0 grid list-none gap-1 p-0">
          {columns.map(({ label }) => (
            <li key={label}>{say(label)}</li>
          ))}
        </ul>
      </th>
      <td className="p-2">
        <div className="grid gap-1">
          <strong>{say(possibleWords[rule.possible])}</strong>
          <p className="m-0">{say(rule.answer)}</p>
          <SourceNotes ids={rule.facts} />
        </div>
      </td>
    </tr>
  );
}
