import { describe, expect, it } from 'vitest';
import { trailingSlashCheck } from '../../../../lib/checks/url/trailing-slash.ts';
import { endpoint, exchange, healthy, judged, rpc, typed, type Evidence } from '../../../support/evidence-builders.ts';

const code = 'url.trailing-slash-required';
const said = (evidence: Evidence) => judged([trailingSlashCheck], evidence);
const withSlash = typed(`${endpoint}/`);

describe('the slash at the end', () => {
  it('is a fault when only that form answers', () => {
    const slash = { ...healthy({ url: `${endpoint}/` }), url: `${endpoint}/` };
    const { found, findings } = said({ typed: withSlash, initialize: rpc(exchange(404)), 'slash-form': slash });
    expect(found).toEqual([code]);
    expect(findings[0]).toMatchObject({ severity: 'problem', confidence: 'likely' });
    expect(findings[0]?.words.detail).toContain('HTTP status 404');
  });

  it('is one as well when that form asks for a sign-in', () => {
    const slash = { ...rpc(exchange(401)), url: `${endpoint}/` };
    expect(said({ typed: withSlash, initialize: rpc(exchange(404)), 'slash-form': slash }).found).toEqual([code]);
  });

  it('is none when the stripped form answers', () => {
    expect(said({ typed: withSlash, initialize: healthy(), 'slash-form': 'prerequisite' }).passed).toEqual([code]);
    expect(said({ typed: withSlash, initialize: rpc(exchange(401)) }).passed).toEqual([code]);
  });

  it('cannot be judged when neither form answers, or none was typed', () => {
    const slash = { ...rpc(exchange(404)), url: `${endpoint}/` };
    const neither = said({ typed: withSlash, initialize: rpc(exchange(404)), 'slash-form': slash });
    expect(neither.skipped).toEqual({ [code]: 'not-reached' });
    expect(said({ typed: typed(), initialize: healthy() }).skipped).toEqual({ [code]: 'not-applicable' });
  });
});
