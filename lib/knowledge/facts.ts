import type { Fact } from './fact.ts';
import { claudeCodeFacts } from './facts/claude-code.ts';
import { dataFacts } from './facts/data.ts';
import { directoryFacts } from './facts/directory.ts';
import { limitsFacts } from './facts/limits.ts';
import { networkFacts } from './facts/network.ts';
import { oauthFacts } from './facts/oauth.ts';
import { organizationFacts } from './facts/organization.ts';
import { placesFacts } from './facts/places.ts';
import { plansFacts } from './facts/plans.ts';
import { protocolFacts } from './facts/protocol.ts';
import { signInFacts } from './facts/sign-in.ts';
import { submissionFacts } from './facts/submission.ts';
import { supportFacts } from './facts/support.ts';
import { useFacts } from './facts/use.ts';

/** Everything that is stated about Claude and its connectors. */
export const facts = {
  ...plansFacts,
  ...organizationFacts,
  ...useFacts,
  ...placesFacts,
  ...networkFacts,
  ...signInFacts,
  ...oauthFacts,
  ...protocolFacts,
  ...limitsFacts,
  ...directoryFacts,
  ...submissionFacts,
  ...dataFacts,
  ...supportFacts,
  ...claudeCodeFacts,
} as const satisfies Readonly<Record<string, Fact>>;

export type FactId = keyof typeof facts;
