import { createAuthority } from '../../clinic/authority.ts';
import { runCase } from '../support/run-case.ts';
import { corpus } from './all-cases.ts';
const authority = await createAuthority();
const only = process.argv[2];
for (const [area, cases] of Object.entries(corpus))
  for (const c of cases) {
    if (only && !`${area} ${c.name}`.includes(only)) continue;
    if (!only && !(c.expect.verdict === 'ready' || c.expect.verdict === 'sign-in-needed')) continue;
    await runCase(authority, c, (r, rig) => {
      console.log(
        area,
        '|',
        c.name,
        '|',
        r.verdict,
        r.findings.map((f) => f.id).join(' '),
        '|',
        JSON.stringify(r.facts.timing),
        rig.log.requests.length,
      );
      if (only) {
        console.log(rig.log.requests.map((q) => `${q.method} ${q.path} ${q.rpc ?? ''} ${q.status}`).join('\n'));
        console.log(r.skipped.map((s) => `${s.code}:${s.because}`).join(' '));
        console.log(
          JSON.stringify(
            r.findings.map(({ id, values, subject, step, explainedBy, title, detail, fix }) => ({
              id,
              values,
              subject,
              step,
              explainedBy,
              title,
              detail,
              fix: fix[0],
            })),
            null,
            1,
          ),
        );
      }
    });
  }
