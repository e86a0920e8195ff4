import { planTable, possibleWords } from '../../lib/help/plan-answer.ts';
import { say } from '../../lib/i18n/say.ts';
import type { FactId } from '../../lib/knowledge/facts.ts';
import { planRules } from '../../lib/knowledge/plans.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { SourceNotes } from './SourceNotes.tsx';

/** The whole table: what every plan and role allows, with the pages that say so and when they were read. */
export function PlanTable() {
  const { columns, rows } = planTable();
  return (
    <Disclosure summary={say('The whole table: what each plan and role can do')}>
      <div className="grid min-w-0 gap-3">
        <div
          role="region"
          aria-label={say('What each plan and role can do')}
          tabIndex={0}
          className="overflow-x-auto rounded-md border border-line"
        >
          <table className="w-full min-w-xl border-collapse text-start text-xs">
            <thead>
              <tr className="bg-well">
                <th scope="col" className="p-2 text-start font-semibold">
                  {say('What you want to do')}
                </th>
                {columns.map(({ label }) => (
                  <th key={label} scope="col" className="p-2 text-start font-semibold">
                    {say(label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ goal, label, cells }) => (
                <tr key={goal} className="border-t border-line align-top">
                  <th scope="row" className="p-2 text-start font-medium">
                    {say(label)}
                  </th>
                  {cells.map((rule, index) => (
                    <td key={columns[index]?.label} className="p-2" title={say(rule.answer)}>
                      {say(possibleWords[rule.possible])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <SourceNotes ids={allFacts} />
      </div>
    </Disclosure>
  );
}

const allFacts: readonly FactId[] = [...new Set(planRules.flatMap(({ facts }) => facts))];
