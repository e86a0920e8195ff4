import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import { iconPreview } from '../../lib/preview/icons/icon-preview.ts';
import { decodeReport } from '../../lib/report/data/codec.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import { diagnoseOn } from '../support/run-case.ts';
import { createRig } from '../support/rig.ts';
import { answers } from './icon-matrix/answers.ts';
import { forms } from './icon-matrix/forms.ts';
import { others } from './icon-matrix/others.ts';
import { troubles } from './icon-matrix/troubles.ts';

const iconMatrix = [...forms, ...troubles, ...answers, ...others];

let authority: Authority;
beforeAll(async () => {
  authority = await createAuthority();
});

describe.concurrent('the icon of a connector', () => {
  it.each(iconMatrix)('$name', async (row) => {
    const rig = await createRig(authority);
    try {
      const typed = await row.start(rig);
      const pictures: SeenPicture[] = [];
      const report = await diagnoseOn(rig, typed, row.flags ?? {}, { onPicture: (one) => pictures.push(one) });
      const icon = iconPreview(report, pictures);
      const { shown, because, domain, picture } = icon.custom;
      const shows = picture === null ? undefined : pictures[picture];
      expect({
        shown,
        because,
        domain,
        picture: shows ? `${shows.from} ${shows.type}` : null,
        codes: codesOf(report.findings),
      }).toEqual({
        shown: row.shown,
        because: row.because,
        domain: row.domain,
        picture: row.picture,
        codes: row.codes,
      });
      if (row.snippets) expect(icon.advice.flatMap(({ adds }) => adds.map(({ text }) => text))).toEqual(row.snippets);
      if (row.also) expect(row.also(icon)).toEqual(row.seen);
      expect(icon.advice.map(({ code }) => code).sort()).toEqual(row.codes);
      expect(rig.traps.every(({ connections }) => connections === 0)).toBe(true);
      // A report that was written and read again tells the same.
      const again = decodeReport(encodeReport(report));
      expect(again.ok && iconPreview(again.report, pictures)).toEqual(icon);
    } finally {
      await rig.close();
    }
  });

  it('is looked at on at least 25 sites', () => {
    expect(new Set(iconMatrix.map(({ name }) => name)).size).toBe(iconMatrix.length);
    expect(iconMatrix.length).toBeGreaterThanOrEqual(25);
  });
});

function codesOf(findings: readonly { readonly code: string }[]): readonly string[] {
  return findings.flatMap(({ code }) => (code.startsWith('icon.') ? [code] : [])).sort();
}
