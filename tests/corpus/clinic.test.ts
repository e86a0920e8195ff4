import { describe, expect, it } from 'vitest';
import { runClinic } from '../../clinic/clinic.ts';
import { samples } from '../../clinic/samples.ts';

describe('the sample clinic', () => {
  it('finds the known cause of every sample, and prints a report and a row for each', async () => {
    let printed = '';
    const allRight = await runClinic({ write: (text) => (printed += text), color: false, width: 100 });
    const [reports = '', table = ''] = printed.split(/^Sample +Expected/m);
    expect(table).not.toContain('WRONG');
    for (const sample of samples) {
      expect(reports).toContain(`── ${sample.name}: ${sample.complaint}`);
      expect(table).toMatch(new RegExp(`^${sample.name} .* right$`, 'm'));
    }
    expect(allRight).toBe(true);
  });

  it('shows at least one healthy connector and six broken ones', () => {
    expect(samples.filter(({ expect: { cause } }) => cause === null).length).toBeGreaterThanOrEqual(1);
    expect(samples.filter(({ expect: { cause } }) => cause !== null).length).toBeGreaterThanOrEqual(6);
  });
});
