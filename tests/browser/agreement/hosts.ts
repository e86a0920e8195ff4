import type { Authority } from '../../../clinic/authority.ts';
import { roadOf } from '../../../clinic/browser/roads.ts';
import type { CorpusCase } from '../../support/corpus-case.ts';
import { createRig } from '../../support/rig.ts';

/** Every public `HOST:PORT` that stands in one of these cases: each is put up once, and at once taken down again. */
export async function hostsOf(authority: Authority, cases: readonly CorpusCase[]): Promise<readonly string[]> {
  const hosts = new Set<string>();
  for (const corpusCase of cases) {
    const rig = await createRig(authority);
    await corpusCase.start(rig);
    for (const each of rig.connectTo) hosts.add(roadOf(each)[0]);
    await rig.close();
  }
  return [...hosts];
}
