import { afterAll, describe, expect, it, vi } from 'vitest';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../../lib/i18n/say.ts';
import { memoryDatabase } from '../../../support/memory-database.ts';
import { decodings, traceIn } from '../../../support/planted/look-for-traces.ts';
import { anonymousOf, formatsOf, linkOf, messagesOf, type Output } from '../../../support/planted/outputs.ts';
import { encodings } from '../../../support/planted/secrets.ts';
import { swept, type SweptRun } from '../../../support/planted/sweep.ts';

const { database, keysIn } = memoryDatabase();
vi.doMock('../../../../lib/storage/database.ts', () => ({ database: () => Promise.resolve(database) }));

/** Generated reports from a seed on: nothing of what was planted comes out anywhere. */
export function describePlantedRuns(first: number, count: number): void {
  const said: string[] = [];
  const spies = [
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...words) => void said.push(words.map(String).join(' '))),
    ),
  ];
  const places = new Map<string, number>();
  const ways = new Set<string>();
  const parts = Array.from({ length: count / inOneTest }, (_, at) => ({
    from: first + at * inOneTest,
    length: inOneTest,
  }));

  afterAll(() => spies.forEach((spy) => spy.mockRestore()));

  describe(`${String(count)} generated reports`, () => {
    it.each(parts)(
      'give no secret away, in any output: the $length from $from on',
      async ({ from, length }) => {
        const leaks: string[] = [];
        for (let seed = from; seed < from + length; seed += 1) {
          const run = await swept(seed);
          for (const { place, encoding } of run.planted) {
            places.set(place, (places.get(place) ?? 0) + 1);
            ways.add(encoding);
          }
          for (const [name, text] of await everythingOf(run)) {
            const trace = traceIn(text);
            if (trace !== null) leaks.push(`run ${String(seed)}, ${name}: ${trace}`);
          }
        }
        expect(leaks.slice(0, 5)).toEqual([]);
      },
      longEnough,
    );

    it('had secrets in many places, in many encodings', () => {
      expect([...places.keys()].length).toBeGreaterThan(80);
      expect([...places].filter(([, times]) => times < 3)).toEqual([]);
      expect(Object.keys(encodings).filter((name) => !ways.has(`echo, ${name}`))).toEqual([]);
    });

    it('say nothing to the console', () => {
      expect(said.filter((words) => traceIn(words) !== null)).toEqual([]);
    });

    it('leave none in what is stored', async () => {
      const stored = await Promise.all(keysIn('reports').map((id) => database.get('reports', id)));
      expect(stored.length).toBeGreaterThan(count / 50);
      expect(traceIn(JSON.stringify(stored))).toBeNull();
    });
  });
}

/** So that no test takes long: two seconds where nothing runs beside it. */
const inOneTest = 50;
const longEnough = 300_000;

/** In turn what takes longer, so that each is seen in many runs. */
async function everythingOf(run: SweptRun): Promise<readonly Output[]> {
  const { seed, report, told } = run;
  const inTurn = Math.floor(seed / 8) % 8;
  const json = JSON.stringify(report);
  const outputs: Output[] = [...told, ['report', json], ...(await formatsOf(report)), ...messagesOf(report)];
  if (inTurn === 0) outputs.push(...decodings(json).map((text, at): Output => [`decoding ${String(at)}`, text]));
  if (inTurn === 1)
    outputs.push(...(await inGerman(async () => [...(await formatsOf(report)), ...messagesOf(report)])));
  if (inTurn === 2) outputs.push(...(await linkOf(report)));
  if (inTurn === 3) outputs.push(...(await anonymousOf(report)));
  if (inTurn === 4) await keep(run);
  return outputs;
}

async function inGerman(write: () => Promise<readonly Output[]>): Promise<readonly Output[]> {
  const before = speak(german);
  try {
    return await write();
  } finally {
    speak(before);
  }
}

async function keep({ seed, report }: SweptRun): Promise<void> {
  const { saveReport, timesForgotten } = await import('../../../../lib/storage/reports.ts');
  const headline = report.findings[0]?.title ?? 'nothing';
  await saveReport(`r${String(seed)}`, report, headline, { kind: 'new', since: timesForgotten(), pictures: [] });
}
