import { overdueFacts } from '../lib/help/overdue-facts.ts';
import { facts } from '../lib/knowledge/facts.ts';
import { sources } from '../lib/knowledge/sources.ts';

// Lists facts whose page should be read again, the longest overdue first; it never fails, since time alone breaks nothing. Another day
// than today as its argument tells what will be due then: node scripts/overdue-facts.ts 2027-03-01
const today = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const overdue = overdueFacts(facts, today);

for (const { id, fact } of overdue) {
  const source = sources[fact.sources[0]];
  console.log(`${fact.reviewBy}  ${id}\n            ${fact.statement}\n            ${source.title}: ${source.url}`);
}
console.log(
  `${String(overdue.length)} of ${String(Object.keys(facts).length)} facts should be read again by ${today}.`,
);
