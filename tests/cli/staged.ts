import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Authority } from '../../clinic/authority.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';

/** Servers for one test, and a folder of its own in which the program runs and finds their authority as `ca.pem`. */
export interface Staged {
  readonly stage: Stage;
  readonly folder: string;
  close(): Promise<void>;
}

/** Puts up an empty stage. */
export async function openStage(authority: Authority): Promise<Staged> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'connector-doctor-')));
  const stage = await createStage(authority);
  writeFileSync(join(folder, 'ca.pem'), stage.caPem);
  return {
    stage,
    folder,
    async close() {
      await stage.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What leads the program to the stage, in place of the world. */
export function wayTo(stage: Stage): readonly string[] {
  const leads = stage.connectTo.flatMap((lead) => ['--connect-to', lead]);
  return [...leads, '--cacert', 'ca.pem', '--resolver', stage.resolver];
}
