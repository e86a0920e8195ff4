import type { EvidenceKey } from '../../kernel/evidence.ts';

/** What speaks on our sessions, or with our token. */
export const sessionUsers = [
  'listing',
  'signed-in-listing',
  'signed-in-call',
  'signed-in-legacy-sse',
  'ping',
  'odd-version',
  'listen-stream',
  'made-up-call',
  'made-up-bearer',
  'offers',
  'app-reads',
  'user-agents',
  'without-version-header',
] as const satisfies readonly EvidenceKey[];

/** Waits until nobody speaks on our sessions any more. */
export async function waitForUsers(context: {
  when(key: (typeof sessionUsers)[number]): Promise<unknown>;
}): Promise<void> {
  await Promise.all(sessionUsers.map((key) => context.when(key)));
}
