import type { GuideId } from '../guides/guide-id.ts';
import type { QuestionId } from './questions.ts';
import type { Wordings } from './wording.ts';
import { aboutConnectorsWordings } from './wordings/about-connectors.ts';
import { claudeCodeWordings } from './wordings/claude-code.ts';
import { customWordings } from './wordings/custom.ts';
import { dataWordings } from './wordings/data.ts';
import { directoryWordings } from './wordings/directory.ts';
import { guidesForOrganizationsWordings } from './wordings/guides-for-organizations.ts';
import { guidesForPeopleWordings } from './wordings/guides-for-people.ts';
import { guidesForServersWordings } from './wordings/guides-for-servers.ts';
import { limitsWordings } from './wordings/limits.ts';
import { organizationWordings } from './wordings/organization.ts';
import { signInWordings } from './wordings/sign-in.ts';
import { troubleWordings } from './wordings/trouble.ts';

/** How people ask each question in their own words. */
export const questionWordings: Readonly<Record<QuestionId, Wordings>> = {
  ...aboutConnectorsWordings,
  ...organizationWordings,
  ...signInWordings,
  ...dataWordings,
  ...limitsWordings,
  ...troubleWordings,
  ...customWordings,
  ...directoryWordings,
  ...claudeCodeWordings,
};

/** How people ask for each guide in their own words. */
export const guideWordings: Readonly<Record<GuideId, Wordings>> = {
  ...guidesForPeopleWordings,
  ...guidesForOrganizationsWordings,
  ...guidesForServersWordings,
};
